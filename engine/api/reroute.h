#pragma once
// What a change of rules does to messages that are known: which examples and lines of conversation
// tests another version of a pack takes for something else. For `waymark check --against`.
// Stateless; any thread.
//
//   const auto lines = example_lines(source);
//   for (const Reroute& changed : reroutes(*before, *after, lines)) ...

#include <string>
#include <vector>

#include "engine/api/content.h"
#include "engine/api/diagnostic.h"

namespace waymark {

// A message that is written down in a pack.
struct KnownLine {
  std::string text;
  SourcePlace place;
};

struct Reroute {
  KnownLine line;
  std::string before;  // what it was taken for: an intent, a safety.* id or "none"
  std::string after;
};

// The examples of a pack's intents and the lines of its risk rules, in the order of the files.
// Files that cannot be read give none.
[[nodiscard]] std::vector<KnownLine> example_lines(const PackSource& source);

// What visitors type in a file of conversation tests.
[[nodiscard]] std::vector<KnownLine> typed_lines(const SourceFile& chat);

// The lines that `after` takes for something else than `before`, each as the first message of a
// talk in the first locale.
[[nodiscard]] std::vector<Reroute> reroutes(const Bundle& before, const Bundle& after,
                                            const std::vector<KnownLine>& lines);

}  // namespace waymark
