#include "adapters/cli/trace_json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace waymark {

namespace {

Turn a_turn() {
  Turn turn;
  turn.trace.intent = "help.cost";
  turn.trace.suggestions = {IntentId{"help.book"}};
  turn.trace.decision = {DecisionKind::Start, "help.cost", "It asks.", {}};
  turn.trace.matches = {{"help.cost", "p", {"f.json", 1, 2}, {0, 4}, 0, 1, 900, ""}};
  return turn;
}

}  // namespace

TEST_CASE("trace as JSON: the one line of explain --jsonl") {
  CHECK(verdict_json("cost?", a_turn()) ==
        R"({"text":"cost?","intent":"help.cost","safety":null,"suggestions":["help.book"],)"
        R"("tier":null,"decision":"start","score":0.9})");
  Turn risk = a_turn();
  risk.trace.safety = "safety.suicide";
  risk.trace.safety_tier = "explicit";
  CHECK(verdict_json("", risk).find(R"("safety":"safety.suicide")") != std::string::npos);
}

TEST_CASE("trace as JSON: everything, and it is good JSON whatever was typed") {
  Turn turn = a_turn();
  turn.trace.tokens = {{"cost", {0, 4}, "csot"}};
  turn.trace.risks = {{"r", "p", {"f.json", 1, 2}, {0, 4}, 0, 1, 1000, "negation"}};
  turn.trace.entities = {{"number", "6", {0, 1}}};
  turn.trace.path = {"a/b"};
  turn.reply.parts = {TextPart{"w", PromptId{"help.cost.short"}}, ChoicesPart{}};
  const auto json = nlohmann::json::parse(trace_json("a\"\xFF\n", turn));
  CHECK(json["tokens"][0]["corrected_from"] == "csot");
  CHECK(json["risks"][0]["cancelled_by"] == "negation");
  CHECK(json["matches"][0]["line"] == 1);
  CHECK(json["matches"][0]["span"] == nlohmann::json::array({0, 4}));
  CHECK(json["entities"][0]["value"] == "6");
  CHECK(json["decision"]["reason"] == "It asks.");
  CHECK(json["path"][0] == "a/b");
  CHECK(json["says"] == nlohmann::json::array({"help.cost.short"}));
  CHECK(json["slow_path"] == false);
}

TEST_CASE("trace as JSON: readings and cues, of risk where the pack has them") {
  Turn turn = a_turn();
  turn.trace.readings = {{"help.cost", 412}, {"none", -30}};
  turn.trace.cues = {{"how \"much\"", {"c.json", 7, 4}, {0, 8}, 212}};
  auto json = nlohmann::json::parse(trace_json("how much", turn));
  CHECK(json["readings"][0]["intent"] == "help.cost");
  CHECK(json["readings"][0]["total"] == 4.12);
  CHECK(json["readings"][1]["total"] == -0.3);
  CHECK(json["cues"][0]["cue"] == "how \"much\"");
  CHECK(json["cues"][0]["file"] == "c.json");
  CHECK(json["cues"][0]["line"] == 7);
  CHECK(json["cues"][0]["span"] == nlohmann::json::array({0, 8}));
  CHECK(json["cues"][0]["share"] == 2.12);
  CHECK_FALSE(json.contains("risk_lean"));
  turn.trace.risk_reading = "safety.abuse";
  turn.trace.risk_lean = -305;
  turn.trace.risk_cues = {{"he", {"r.json", 2, 4}, {0, 2}, 50}};
  json = nlohmann::json::parse(trace_json("he", turn));
  CHECK(json["risk_reading"] == "safety.abuse");
  CHECK(json["risk_lean"] == -3.05);
  CHECK(json["risk_cues"][0]["share"] == 0.5);
}

}  // namespace waymark
