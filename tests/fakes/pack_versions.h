#pragma once
// What is told of a changed small pack.
//
//   SmallPack after;
//   after.replace("prompts/en-GB/topics.json", "Hello.", "Good day.");
//   CHECK(fakes::sentences_of(after) == Sentences{"The wording \"welcome.hello\" ..."});

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/api/difference.h"
#include "tests/fakes/small_pack.h"

namespace waymark::fakes {

using Sentences = std::vector<std::string>;

inline BundlePtr tried_out(const SmallPack& pack) {
  CompileResult result = compile_pack(pack.source(), kToday, Examples::Skip);
  for (const Diagnostic& problem : result.diagnostics) MESSAGE(format_diagnostic(problem));
  REQUIRE(result.bundle != nullptr);
  return result.bundle;
}

// The changes from the small pack as it stands.
inline std::vector<Change> changes_to(const SmallPack& after) {
  const PackSource old_source = SmallPack().source();
  const PackSource new_source = after.source();
  const BundlePtr old_bundle = small_bundle();
  const BundlePtr new_bundle = tried_out(after);
  return changes_between({old_source, *old_bundle}, {new_source, *new_bundle});
}

inline Sentences sentences_of(const SmallPack& after) {
  Sentences sentences;
  for (const Change& change : changes_to(after)) sentences.push_back(change.sentence);
  return sentences;
}

}  // namespace waymark::fakes
