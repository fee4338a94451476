#include "engine/turn/tracing.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

using fakes::Conversation;

std::string_view part_of(std::string_view text, ByteSpan span) {
  return text.substr(span.begin, span.end - span.begin);
}

TEST_CASE("trace: tokens stand for bytes of the message as it was typed") {
  const std::string text = "I don't know, what is THEROPY?";
  const Trace trace = Conversation().say(text).turn().trace;
  const auto corrected = std::ranges::find(trace.tokens, "therapy", &TokenTrace::text);
  REQUIRE(corrected != trace.tokens.end());
  CHECK(part_of(text, corrected->source) == "THEROPY");
  const auto denial = std::ranges::find(trace.tokens, "not", &TokenTrace::text);
  REQUIRE(denial != trace.tokens.end());
  CHECK(part_of(text, denial->source) == "don't");
}

TEST_CASE("trace: a search that ran out of memory is said") {
  const LocaleContent poor{.entities = EntityExtractor(1)};
  CHECK(understand(poor, "call 07700 900123", {}).slow_path);
  CHECK_FALSE(understand(poor, "call me", {}).slow_path);
  const Bundle& bundle = *fakes::shared_small_bundle();
  Understanding seen;
  seen.slow_path = true;
  CHECK(trace_of(bundle, *bundle.locales.front(), seen, {}).slow_path);
}

TEST_CASE("trace: a match names its pattern, where it is written and what it spans") {
  const std::string text = "so, what is ipt?";
  const Trace trace = Conversation().say(text).turn().trace;
  REQUIRE_FALSE(trace.matches.empty());
  const MatchTrace& match = trace.matches.front();
  CHECK(match.owner == "ipt.what_is");
  CHECK(match.pattern == "what is [the|this] {therapy}");
  CHECK(match.place ==
        fakes::SmallPack().place_of("intents/topics.json", "what is [the|this] {therapy}"));
  CHECK(part_of(text, match.span) == "what is ipt");
  CHECK(match.first_token == 1);
  CHECK(match.token_count == 3);
  CHECK(match.score > 0);
  CHECK(match.cancelled_by.empty());
}

TEST_CASE("trace: a match that was taken back says by what") {
  const Trace trace = Conversation().say("therapy cost me my job").turn().trace;
  CHECK(trace.intent == "none");
  const auto lost = std::ranges::find(trace.matches, "help.cost", &MatchTrace::owner);
  REQUIRE(lost != trace.matches.end());
  CHECK(lost->cancelled_by == "unless therapy cost me my job");
}

TEST_CASE("trace: risk names its rule, and what lowered or cancelled it") {
  struct Row {
    std::string_view text;
    std::string_view rule;
    std::string_view cancelled_by;
    std::string_view safety;
  };
  const Row rows[] = {
      {"i want to die", "suicide.want_to_die", "", "safety.suicide"},
      {"i don't want to die", "suicide.want_to_die", "scope: negated", ""},
      {"my brother wants to die", "suicide.want_to_die", "scope: other person",
       "safety.other_person"},
      {"want to die of laughter", "suicide.want_to_die",
       "unless want to die of (laughter|embarrassment)", ""},
      {"i can't go on", "suicide.go_on", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Trace trace = Conversation().say(row.text).turn().trace;
    REQUIRE(trace.risks.size() == 1);
    CHECK(trace.risks[0].owner == row.rule);
    CHECK(trace.risks[0].cancelled_by == row.cancelled_by);
    CHECK(trace.risks[0].place.file == "small/risk/rules.json");
    CHECK(trace.safety == row.safety);
    CHECK(trace.safety_tier.empty() == trace.safety.empty());
  }
}

TEST_CASE("trace: without cues there are no readings") {
  const Trace trace = Conversation().say("i want to die").turn().trace;
  CHECK(trace.readings.empty());
  CHECK(trace.cues.empty());
  CHECK(trace.risk_cues.empty());
  CHECK(trace.risk_reading.empty());
  CHECK(trace.risk_lean == 0);
}

TEST_CASE("trace: the likeliest readings, with their totals") {
  const Trace trace = Conversation(fakes::shared_cue_bundle()).say("let us talk").turn().trace;
  REQUIRE(trace.readings.size() == 4);
  CHECK(trace.intent == "ipt.what_is");
  CHECK(trace.readings[0].intent == "ipt.what_is");
  CHECK(trace.readings[0].total == 577);  // 2000 / sqrt(10 + 2)
  CHECK(trace.readings[1].intent == "help.cost");
  CHECK(trace.readings[1].total == 490);
  CHECK(trace.suggestions == std::vector<IntentId>{{"help.cost"}, {"chat.thanks"}});
  CHECK(Conversation(fakes::shared_cue_bundle()).say("").turn().trace.readings[0].intent == "none");
}

TEST_CASE("trace: the cues of the likeliest reading, where they stand and what they span") {
  const std::string text = "let us TALK";
  const Trace trace = Conversation(fakes::shared_cue_bundle()).say(text).turn().trace;
  REQUIRE(trace.cues.size() == 1);
  CHECK(trace.cues[0].cue == "talk~");
  CHECK(trace.cues[0].share == 577);
  CHECK(part_of(text, trace.cues[0].span) == "TALK");
  CHECK(trace.cues[0].place.file == "small/cues/intents.json");
  CHECK(trace.cues[0].place.line == 16);
  const Trace none = Conversation(fakes::shared_cue_bundle()).say("my homework").turn().trace;
  REQUIRE(none.cues.size() == 2);
  CHECK(none.cues[0].cue == "homework");
  CHECK(none.cues[1].cue == "=none");
  CHECK(part_of("my homework", none.cues[1].span) == "my homework");
}

TEST_CASE("trace: how the cues lean about risk, and which") {
  struct Row {
    std::string_view text;
    std::string_view reading;
    std::int32_t lean;
    std::string_view cue;
    std::string_view safety;
  };
  const Row rows[] = {
      {"my goodbyes", "safety.suicide", 604, "goodby~", "safety.suicide"},
      {"i want to die", "safety.suicide", 604, "=safety.suicide:explicit:own", "safety.suicide"},
      {"hello", "safety.emergency", -300, "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Trace trace = Conversation(fakes::shared_cue_bundle()).say(row.text).turn().trace;
    CHECK(trace.risk_reading == row.reading);
    CHECK(trace.risk_lean == row.lean);
    CHECK(trace.safety == row.safety);
    REQUIRE(trace.risk_cues.size() == (row.cue.empty() ? 0 : 1));
    if (row.cue.empty()) continue;
    CHECK(trace.risk_cues[0].cue == row.cue);
    CHECK(trace.risk_cues[0].place.file == "small/cues/risk.json");
  }
}

TEST_CASE("trace: at most eight cues are shown, the strongest") {
  fakes::SmallPack pack;
  std::vector<std::string> lines;
  std::string text;
  for (char letter = 'a'; letter <= 'l'; ++letter) {
    const std::string word = std::string("zz") + letter;
    lines.push_back('"' + word + "\": \"help.cost " + std::to_string(500 + 10 * letter) + '"');
    text += word + ' ';
  }
  pack.put("cues/intents.json", fakes::small_intent_cues(lines));
  const Trace trace = Conversation(fakes::compiled(pack)).say(text).turn().trace;
  REQUIRE(trace.cues.size() == 8);
  CHECK(trace.cues.front().cue == "zzl");
  CHECK(trace.cues.back().cue == "zze");
}

TEST_CASE("trace: a decision names what it went for") {
  struct Row {
    std::vector<std::string_view> said;
    std::string_view target;
  };
  const Row rows[] = {{{"i want to die"}, "safety.suicide"},
                      {{"stop"}, "command.stop"},
                      {{"what is ipt"}, "ipt.what_is"},
                      {{"what is ipt", "yes"}, "ipt.what_is/more"},
                      {{"qwxz"}, ""}};
  for (const Row& row : rows) {
    CAPTURE(row.target);
    Conversation talk;
    for (const std::string_view text : row.said) talk.say(text);
    CHECK(talk.turn().trace.decision.target == row.target);
  }
}

TEST_CASE("trace: the path through the flows is in the order in which it ran") {
  Conversation talk;
  talk.say("how much is therapy");
  CHECK(talk.turn().trace.path ==
        std::vector<std::string>{"help.cost/place", "help.nation/known", "help.nation/ask"});
}

TEST_CASE("trace: suggestions and typed things are shown") {
  CHECK(Conversation().say("interpersonal").turn().trace.suggestions ==
        std::vector<IntentId>{{"ipt.what_is"}});
  const std::string text = "I live in Scotland";
  const Trace trace = Conversation().say(text).turn().trace;
  REQUIRE(trace.entities.size() == 1);
  CHECK(trace.entities[0].type == "nation");
  CHECK(trace.entities[0].value == "scotland");
  CHECK(part_of(text, trace.entities[0].span) == "Scotland");
}

TEST_CASE("trace: every span lies in the message, whatever was typed") {
  for (const std::string text :
       {"\xFF\xFEwhat is ipt", "🙂 i want to die 🙂", "ＩＰＴ: what is ipt\xE2",
        "i\u0301\u0301 want to die", "k.i.l.l myself", ""}) {
    CAPTURE(text);
    const Trace trace = Conversation().say(text).turn().trace;
    const auto is_inside = [&text](ByteSpan span) {
      return span.begin <= span.end && span.end <= text.size();
    };
    for (const TokenTrace& token : trace.tokens) CHECK(is_inside(token.source));
    for (const MatchTrace& match : trace.matches) CHECK(is_inside(match.span));
    for (const MatchTrace& risk : trace.risks) CHECK(is_inside(risk.span));
    const Trace weighed = Conversation(fakes::shared_cue_bundle()).say(text).turn().trace;
    for (const CueTrace& cue : weighed.cues) CHECK(is_inside(cue.span));
    for (const CueTrace& cue : weighed.risk_cues) CHECK(is_inside(cue.span));
  }
}

}  // namespace
}  // namespace waymark
