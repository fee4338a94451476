#include "engine/verify/flow_check.h"

#include <doctest/doctest.h>

#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

TEST_CASE("flow check: the small pack is without a finding") {
  CHECK(check_flows(*fakes::shared_small_bundle()).empty());
}

TEST_CASE("flow check: an answer that no question takes") {
  fakes::SmallPack pack;
  pack.replace("intents/talk.json", R"({"id": "chat.thanks",)",
               R"({"id": "chat.maybe", "class": "answer", "title": "chat.yes.title",
   "patterns": ["^ maybe $"], "examples": ["maybe", "maybe!", "maybe?"]},
  {"id": "chat.thanks",)");
  const auto findings = check_flows(*fakes::compiled(pack));
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().code == "WM816");
  CHECK(findings.front().place == pack.place_of("intents/talk.json", "chat.maybe"));
}

TEST_CASE("flow check: a call that leads back to its own flow") {
  fakes::SmallPack pack;
  pack.replace("flows/help.nation.json", R"("set": {"nation": "wales"}, "next": "done"})",
               R"("set": {"nation": "wales"}, "next": "again"})");
  pack.replace("flows/help.nation.json", R"("done": {"kind": "end"})",
               R"("again": {"kind": "call", "flow": "help.cost", "next": "done"},
  "done": {"kind": "end"})");
  const auto findings = check_flows(*fakes::compiled(pack));
  REQUIRE(findings.size() == 2);
  CHECK(findings.front().code == "WM817");
}

}  // namespace
}  // namespace waymark
