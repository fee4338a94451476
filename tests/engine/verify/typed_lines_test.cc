#include "engine/verify/typed_lines.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "engine/turn/understanding.h"
#include "tests/engine/turn/conversation.h"

namespace waymark {

namespace {

bool has(const std::vector<TypedLine>& lines, TypedLine::About about, std::string_view text) {
  return std::ranges::any_of(
      lines, [&](const TypedLine& line) { return line.about == about && line.text == text; });
}

}  // namespace

TEST_CASE("typed lines: one for each meaning and kind of risk, and one that says nothing") {
  const auto lines = typed_lines(*fakes::shared_small_bundle(), fakes::SmallPack().source());
  using About = TypedLine::About;
  CHECK(has(lines, About::Intent, "what is ipt?"));
  CHECK(has(lines, About::Intent, "yes"));
  CHECK(has(lines, About::Command, "start over"));
  CHECK(has(lines, About::Risk, "i want to die"));
  CHECK(has(lines, About::Risk, "i have taken an overdose"));
  CHECK(has(lines, About::Nothing, "zzz"));
}

TEST_CASE("typed lines: words are made from a pattern where no example is understood") {
  fakes::SmallPack pack;
  pack.replace("intents/topics.json",
               R"("what is ipt?", "what is interpersonal therapy", "explain this therapy to me")",
               R"("zzz", "qqq", "xxx")");
  const CompileResult result = compile_pack(pack.source(), fakes::kToday, Examples::Skip);
  REQUIRE(result.bundle != nullptr);
  CHECK(
      has(typed_lines(*result.bundle, pack.source()), TypedLine::About::Intent, "what is therapy"));
}

}  // namespace waymark
