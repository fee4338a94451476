#include "adapters/cli/explanation.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

MatchTrace match(const std::string& owner, std::int32_t score) {
  return {owner, "pattern of " + owner, {"file.json", 12, 3}, {0, 4}, 0, 1, score, ""};
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("explanation: which rule, where it is written, and why not the others") {
  Turn turn;
  turn.trace.tokens = {{"cost", {0, 4}, ""}, {"depressed", {5, 14}, "deprssed"}};
  turn.trace.intent = "help.cost";
  turn.trace.matches = {match("help.cost", 900), match("help.cost", 800), match("help.book", 600),
                        match("help.gp", 950)};
  turn.trace.matches[3].cancelled_by = "cost me my job";
  turn.trace.suggestions = {IntentId{"help.book"}};
  turn.trace.entities = {{"number", "6", {0, 4}}};
  turn.trace.decision = {DecisionKind::Start, "help.cost", "It asks.", {}};
  turn.trace.path = {"help.cost/short", "help.cost/more"};
  turn.reply.parts = {TextPart{"words", PromptId{"help.cost.short"}}};
  const std::string text = explanation_of("cost deprssed", turn);
  for (const char* part :
       {"Typed       cost deprssed\n", "typed  cost  deprssed", "read   cost  depressed",
        "Safety      no rule matched\n", "Meaning     help.cost, score 0.900\n",
        "pattern  \"pattern of help.cost\"", "matched  \"cost\"", "written  file.json:12:3",
        "because  says the same", "because  lower score than help.cost (0.600 against 0.900)",
        "because  cancelled by \"cost me my job\"", "Suggested   help.book\n",
        "Things      number 6, from \"cost\"\n", "Decision    start help.cost\n",
        "            It asks.\n", "Way         help.cost/short > help.cost/more\n",
        "Says        help.cost.short\n"}) {
    CHECK_MESSAGE(holds(text, part), part << "\n" << text);
  }
}

TEST_CASE("explanation: a risk goes first and says what held others back") {
  Turn turn;
  turn.trace.tokens = {{"die", {0, 3}, ""}};
  turn.trace.intent = "none";
  turn.trace.safety = "safety.suicide";
  turn.trace.safety_tier = "explicit";
  turn.trace.risks = {match("suicide.want", 1000), match("suicide.plan", 1000)};
  turn.trace.risks[1].cancelled_by = "scope: negation";
  turn.trace.matches = {match("help.gp", 700)};
  turn.trace.decision = {DecisionKind::Crisis, "safety.suicide", "", {}};
  const std::string text = explanation_of("die", turn);
  CHECK(holds(text, "Safety      safety.suicide (explicit): crisis help goes first\n"));
  CHECK(holds(text, "held back by \"scope: negation\""));
  CHECK(holds(text, "because  safety goes before every meaning"));
}

TEST_CASE("explanation: cues are told with their places, and what they lost a pattern") {
  Turn turn;
  turn.trace.tokens = {{"cost", {0, 4}, ""}};
  turn.trace.intent = "help.cost";
  turn.trace.matches = {match("help.gp", 950), match("help.cost", 900)};
  turn.trace.readings = {{"help.cost", 412}, {"help.gp", 307}, {"none", -1205}};
  turn.trace.cues = {{"how much", {"cues/intents.json", 7, 4}, {0, 4}, 212},
                     {"=none", {"cues/intents.json", 9, 4}, {0, 4}, -5}};
  turn.trace.risk_reading = "safety.suicide";
  turn.trace.risk_lean = -250;
  turn.trace.risk_cues = {{"cost", {"cues/risk.json", 3, 4}, {0, 4}, -100}};
  const std::string text = explanation_of("cost", turn);
  for (const char* part :
       {"All told    help.cost, then help.gp (-1.05), then none (-16.17)\n",
        "what speaks for and against help.cost", "+2.12  \"how much\"  cues/intents.json:7",
        "-0.05  \"=none\"  cues/intents.json:9",
        "all told, -2.50 towards safety.suicide, so not likely; its strongest cues",
        "-1.00  \"cost\"  cues/risk.json:3", "because  the cues say otherwise"}) {
    CHECK_MESSAGE(holds(text, part), part << "\n" << text);
  }
  turn.trace.risk_lean = 250;
  CHECK(holds(explanation_of("cost", turn), "all told, +2.50 towards safety.suicide; its"));
  turn.trace.readings.clear();
  turn.trace.cues.clear();
  CHECK_FALSE(holds(explanation_of("cost", turn), "All told"));
}

TEST_CASE("explanation: nothing was understood, nothing was typed, too much was typed") {
  Turn turn;
  turn.trace.intent = "none";
  turn.trace.shortened = true;
  turn.trace.slow_path = true;
  CHECK(holds(explanation_of("", turn), "Words       none\n"));
  for (std::uint32_t at = 0; at < 200; ++at)
    turn.trace.tokens.push_back({"la", {at, at + 9999}, ""});
  const std::string text = explanation_of("la la", turn);
  CHECK(holds(text, "and 140 more"));
  CHECK(holds(text, "over the limits"));
  CHECK(holds(text, "the slower one answered"));
}

}  // namespace waymark
