#include "engine/api/reroute.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

using fakes::SmallPack;

}  // namespace

TEST_CASE("reroute: the examples of intents and the lines of risk rules, with their places") {
  const SmallPack pack;
  const std::vector<KnownLine> lines = example_lines(pack.source());
  const auto line = [&](std::string_view text) {
    return std::ranges::find(lines, text, &KnownLine::text);
  };
  REQUIRE(line("the cost of ipt") != lines.end());
  CHECK(line("the cost of ipt")->place == pack.place_of("intents/topics.json", "the cost of ipt"));
  CHECK(std::ranges::any_of(
      lines, [](const KnownLine& each) { return each.place.file.starts_with("small/risk/"); }));
}

TEST_CASE("reroute: what visitors type in a conversation test") {
  const SourceFile chat{"a.chat", "a.chat",
                        "# a note\nuser:  how much is it \r\nintent: help.cost\n\nuser: stop"};
  const std::vector<KnownLine> lines = typed_lines(chat);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].text == "how much is it");
  CHECK(lines[0].place == SourcePlace{"a.chat", 2, 1});
  CHECK(lines[1].text == "stop");
  CHECK(lines[1].place.line == 5);
}

TEST_CASE("reroute: which lines another version takes for something else") {
  SmallPack pack;
  const BundlePtr before = fakes::compiled(pack);
  const std::vector<KnownLine> lines = example_lines(pack.source());
  CHECK(reroutes(*before, *before, lines).empty());
  pack.replace("intents/topics.json", "\"explain * {therapy}\"", "\"zebra {therapy}\"");
  pack.replace("intents/topics.json", "({therapy} & (cost+|price+))",
               "({therapy} & (cost+|price+|what))");
  const CompileResult after = compile_pack(pack.source(), fakes::kToday, Examples::Skip);
  REQUIRE(after.bundle != nullptr);
  const std::vector<Reroute> changed = reroutes(*before, *after.bundle, lines);
  const auto of = [&](std::string_view text) {
    return std::ranges::find(changed, text, [](const Reroute& each) { return each.line.text; });
  };
  REQUIRE(of("explain this therapy to me") != changed.end());
  CHECK(of("explain this therapy to me")->before == "ipt.what_is");
  CHECK(of("explain this therapy to me")->after == "none");
  CHECK(of("i feel low") == changed.end());
}

}  // namespace waymark
