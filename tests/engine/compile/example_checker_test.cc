#include <doctest/doctest.h>

#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_cues.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

const std::string kTopics = "intents/topics.json";
const std::string kTalk = "intents/talk.json";
const std::string kRules = "risk/rules.json";

std::string message_of(fakes::SmallPack& pack) {
  const CompileResult result = pack.compile();
  REQUIRE(result.diagnostics.size() == 1);
  return result.diagnostics[0].message;
}

}  // namespace

TEST_CASE("example checker: examples that do not go where they should") {
  fakes::check_faults({
      {"nowhere", kTalk, "\"cheers\", \"thanks\"]", "\"cheers\", \"ta very much\"]", "WM402",
       "ta very much"},
      {"to another intent", kTalk, "\"cheers\", \"thanks\"]", "\"cheers\", \"what is ipt\"]",
       "WM401", "what is ipt"},
      {"taken back by its own unless", kTopics, "\"the cost of ipt\"", "\"therapy cost me my job\"",
       "WM402", "therapy cost me my job\", \"what"},
      {"to crisis help", kTopics, "\"i am so sad\"", "\"i feel low, i want to die\"", "WM404",
       "i feel low, i"},
  });
}

TEST_CASE("example checker: tests of risk rules") {
  fakes::check_faults({
      {"silent where it must fire", kRules, "\"fires\": [\"he hits me\"]",
       "\"fires\": [\"he hits me\", \"he is loud\"]", "WM403", "he is loud"},
      {"an idiom where it must fire", kRules, "\"going to kill myself\"]",
       "\"i want to die of laughter\"]", "WM403", "i want to die of laughter"},
      {"a denial where it must fire", kRules, "\"going to kill myself\"]",
       "\"i never want to die\"]", "WM403", "i never want to die"},
      {"a weak cue that is not there", kRules, "\"fires\": [\"i can't go on\"]",
       "\"fires\": [\"i can go on\"]", "WM403", "i can go on"},
      {"fires where it must be silent", kRules, "\"what is an overdose\"",
       "\"i have taken an overdose today\"", "WM404", "i have taken an overdose today"},
  });
}

TEST_CASE("example checker: a weak cue passes when its own rule saw it") {
  CHECK(fakes::SmallPack().compile().bundle != nullptr);
  fakes::SmallPack pack;
  pack.replace(kRules, "\"silent\": [\"go on then\"]", "\"silent\": [\"i can't go on\"]");
  CHECK(pack.compile().bundle != nullptr);  // by itself it shows nothing
}

TEST_CASE("example checker: the finding names who took the example, and where") {
  fakes::SmallPack pack;
  pack.replace(kTalk, "\"cheers\", \"thanks\"]", "\"cheers\", \"what is ipt\"]");
  const std::string stolen = message_of(pack);
  CHECK(stolen.find("\"ipt.what_is\"") != std::string::npos);
  CHECK(stolen.find("what is [the|this] {therapy}") != std::string::npos);
  CHECK(stolen.find("small/intents/topics.json:5") != std::string::npos);

  fakes::SmallPack risky;
  risky.replace(kTopics, "\"i am so sad\"", "\"i feel low, i want to die\"");
  const std::string risk = message_of(risky);
  CHECK(risk.find("\"suicide.want_to_die\"") != std::string::npos);
  CHECK(risk.find("small/risk/rules.json:8") != std::string::npos);
}

TEST_CASE("example checker: with cues the finding names the cue, and where it stands") {
  fakes::SmallPack stolen;
  stolen.put("cues/intents.json", fakes::small_intent_cues({R"("ta": "help.cost 9000")"}));
  stolen.replace(kTalk, "\"cheers\", \"thanks\"]", "\"cheers\", \"ta very much\"]");
  const std::string by_cue = message_of(stolen);
  CHECK(by_cue.find("goes to \"help.cost\" by the cue \"ta\"") != std::string::npos);
  CHECK(by_cue.find("small/cues/intents.json:15") != std::string::npos);

  fakes::SmallPack outweighed;
  outweighed.put("cues/intents.json", fakes::small_intent_cues({R"("cheers": "none 9000")"}));
  CHECK(message_of(outweighed).find("\"cheers\"") != std::string::npos);

  fakes::SmallPack risky;
  risky.put("cues/risk.json", fakes::small_risk_cues({R"("cheers": "safety.abuse 9000")"}));
  const std::string at_risk = message_of(risky);
  CHECK(at_risk.find("safety.abuse, most of all by the cue \"cheers\"") != std::string::npos);
  CHECK(at_risk.find("small/cues/risk.json:9") != std::string::npos);
}

TEST_CASE("example checker: with cues risk rules are tested all told") {
  const auto code_of = [](const std::string& cue) {
    fakes::SmallPack pack;
    pack.put("cues/risk.json", fakes::small_risk_cues({cue}));
    const CompileResult result = pack.compile();
    REQUIRE(result.diagnostics.size() == 1);
    return result.diagnostics[0].code + ' ' + result.diagnostics[0].place.file;
  };
  CHECK(code_of(R"("living": "none 9000")") == "WM403 small/risk/rules.json");
  CHECK(code_of(R"("embarrassment": "safety.suicide 9000")") == "WM404 small/risk/rules.json");
}

TEST_CASE("example checker: examples wait until the rest is right") {
  fakes::SmallPack pack;
  pack.replace(kTalk, "\"cheers\", \"thanks\"]", "\"cheers\", \"ta very much\"]");
  pack.replace("services.json", "116 123", "call us");
  const CompileResult result = pack.compile();
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "WM604");
}

}  // namespace waymark
