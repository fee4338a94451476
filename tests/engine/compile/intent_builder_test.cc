#include <doctest/doctest.h>

#include "engine/turn/bundle.h"
#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

const Intent& intent_of(const Bundle& bundle, std::string_view id) {
  const auto index = bundle.find_intent(stable_id(id));
  REQUIRE(index.has_value());
  return bundle.intents[*index];
}

}  // namespace

TEST_CASE("intent builder: intents of every class") {
  const BundlePtr bundle = fakes::small_bundle();
  CHECK(bundle->intents.size() == 10);
  const Intent& question = intent_of(*bundle, "ipt.what_is");
  CHECK(question.kind == IntentClass::Question);
  REQUIRE(question.starts.has_value());
  CHECK(bundle->graph.flow(*question.starts).id == "ipt.what_is");
  CHECK_FALSE(question.command.has_value());
  const Intent& low = intent_of(*bundle, "depression.feeling_low");
  CHECK(low.kind == IntentClass::Disclosure);
  REQUIRE(low.acknowledge.has_value());
  CHECK(bundle->locales.front()->prompts.label(*low.acknowledge) == "I am sorry you feel low.");
  CHECK(intent_of(*bundle, "chat.thanks").kind == IntentClass::Smalltalk);
  const Intent& yes = intent_of(*bundle, "chat.yes");
  CHECK(yes.kind == IntentClass::Answer);
  CHECK_FALSE(yes.starts.has_value());
}

TEST_CASE("intent builder: overlaps that are meant, with their place") {
  fakes::SmallPack pack;
  pack.replace("intents/topics.json", "\"unless\"",
               "\"overlaps\": {\"ipt.what_is\": \"Either will do.\"}, \"unless\"");
  const CompileResult result = pack.compile();
  REQUIRE(result.bundle != nullptr);
  const Intent& cost = intent_of(*result.bundle, "help.cost");
  REQUIRE(cost.overlaps.size() == 1);
  CHECK(cost.overlaps.front().other == result.bundle->find_intent(stable_id("ipt.what_is")));
  CHECK(cost.overlaps.front().place ==
        pack.place_of("intents/topics.json", "ipt.what_is\": \"Either"));
}

TEST_CASE("intent builder: commands") {
  const BundlePtr bundle = fakes::small_bundle();
  const std::pair<std::string, Command> rows[] = {{"command.restart", Command::Restart},
                                                  {"command.repeat", Command::Repeat},
                                                  {"command.back", Command::Back},
                                                  {"command.stop", Command::Stop}};
  for (const auto& [id, command] : rows) {
    CAPTURE(id);
    CHECK(intent_of(*bundle, id).kind == IntentClass::Command);
    CHECK(intent_of(*bundle, id).command == command);
  }
}

TEST_CASE("intent builder: intents that cannot be") {
  const std::string path = "intents/topics.json";
  fakes::check_faults({
      {"an overlap with what is not there", path, "\"unless\"",
       "\"overlaps\": {\"help.cots\": \"A slip.\"}, \"unless\"", "WM205", "help.cots"},
      {"an overlap without a reason", path, "\"unless\"",
       "\"overlaps\": {\"ipt.what_is\": \"\"}, \"unless\"", "WM113", "\"}, \"unless"},
      {"a class", path, "\"class\": \"disclosure\"", "\"class\": \"feeling\"", "WM113",
       "feeling\""},
      {"a command", "intents/talk.json", "\"command\": \"stop\"", "\"command\": \"halt\"", "WM113",
       "halt"},
      {"a title that is not there", path, "\"help.cost.title\"", "\"help.cots.title\"", "WM201",
       "help.cots.title"},
      {"an acknowledgement that is not there", path, "\"depression.feeling_low.sorry\"",
       "\"depression.sorry\"", "WM201", "depression.sorry"},
      {"a flow that is not there", path, "\"starts\": \"help.cost\"", "\"starts\": \"help.cots\"",
       "WM202", "help.cots\""},
      {"leads nowhere", path, ", \"starts\": \"help.cost\"", "", "WM110", "help.cost\", \"class\""},
      {"too few examples", path, "\"how much is therapy\", ", "", "WM405",
       "help.cost\", \"class\""},
  });
}

TEST_CASE("intent builder: another locale adds to an intent of the first") {
  fakes::SmallPack pack;
  pack.replace("pack.json", "[\"en-GB\"]", "[\"en-GB\", \"cy-GB\"]");
  for (const std::string file : {"topics.json", "engine.json"}) {
    pack.put("prompts/cy-GB/" + file, pack.text("prompts/en-GB/" + file));
    pack.replace("prompts/cy-GB/" + file, "\"en-GB\"", "\"cy-GB\"");
  }
  pack.put("intents/cymraeg.json", R"({"locale": "cy-GB", "intents": [
    {"id": "chat.thanks", "class": "smalltalk", "title": "chat.thanks.title", "starts": "chat.thanks",
     "patterns": ["diolch"], "examples": ["diolch", "Diolch!!", "o diolch"]}]})");
  const CompileResult result = pack.compile();
  REQUIRE(result.bundle != nullptr);
  CHECK(result.bundle->intents.size() == 10);
  CHECK(result.bundle->locales[1]->matcher.patterns().size() == 1);
}

}  // namespace waymark
