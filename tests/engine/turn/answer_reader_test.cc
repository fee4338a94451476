#include "engine/turn/answer_reader.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

#include "engine/turn/router.h"
#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

using fakes::Conversation;

// What is read at the question where the visitor lives: England, Scotland or Wales.
std::string answer_to_nation(std::string_view text) {
  const Bundle& bundle = *fakes::shared_small_bundle();
  Session session = start_session(bundle, "en-GB");
  session.waiting = {stable_id("help.nation"), stable_id("ask")};
  const Understanding seen = understand(bundle.locale(session.locale), text, {});
  const auto place = read_answer(bundle, session, seen);
  if (!place) return {};
  return std::get<AskNode>(bundle.graph.node(place->node).body).choices[place->option].id.value;
}

constexpr std::string_view kEngland = "help.nation/ask/england";
constexpr std::string_view kScotland = "help.nation/ask/scotland";
constexpr std::string_view kWales = "help.nation/ask/wales";

struct Row {
  std::string_view text;
  std::string_view choice;
};

template <std::size_t N>
void check(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(answer_to_nation(row.text) == row.choice);
  }
}

TEST_CASE("typed answer: a label counts however it is written") {
  check({{"Scotland", kScotland},
         {"scotland", kScotland},
         {"  SCOTLAND!! ", kScotland},
         {"wales.", kWales},
         {"Ｅｎｇｌａｎｄ", kEngland},
         {"scotlnad", kScotland}});
}

TEST_CASE("typed answer: a number counts, alone or as an option") {
  check({{"1", kEngland},
         {"2", kScotland},
         {"3.", kWales},
         {"2)", kScotland},
         {"option 2", kScotland},
         {"Option 3", kWales},
         {"number 1", kEngland},
         {"choice 3", kWales}});
}

TEST_CASE("typed answer: an ordinal counts") {
  check({{"first", kEngland},
         {"the first one", kEngland},
         {"the second", kScotland},
         {"third", kWales},
         {"2nd", kScotland}});
}

TEST_CASE("typed answer: other numbers and words are none") {
  check({{"0", ""},
         {"4", ""},
         {"99", ""},
         {"1.5", ""},
         {"1 2", ""},
         {"option", ""},
         {"option 4", ""},
         {"99999999999999999999999", ""},
         {"the answer is 2", ""},
         {"scotland or wales", ""},
         {"", ""},
         {"🙂", ""}});
}

TEST_CASE("typed answer: a meaning that stands for a choice counts") {
  struct Case {
    std::string_view text;
    std::string_view path;
  };
  for (const Case& row : {Case{"yeah", "ipt.what_is/long"},
                          {"ok please", "ipt.what_is/long"},
                          {"Yes", "ipt.what_is/long"},
                          {"nope", "ipt.what_is/done"},
                          {"no thanks", "ipt.what_is/done"}}) {
    CAPTURE(row.text);
    Conversation talk;
    talk.say("what is ipt").say(row.text);
    CHECK(talk.decision() == "answer");
    REQUIRE_FALSE(talk.turn().trace.path.empty());
    CHECK(talk.turn().trace.path.front() == row.path);
  }
}

TEST_CASE("typed answer: without an open question there is none") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  const Understanding seen = understand(*bundle.locales.front(), "1", {});
  Session session = start_session(bundle, "en-GB");
  const NodeRef places[] = {{},
                            {stable_id("no.such"), stable_id("ask")},
                            {stable_id("help.cost"), stable_id("scottish")}};
  for (const NodeRef waiting : places) {
    session.waiting = waiting;
    CHECK_FALSE(read_answer(bundle, session, seen).has_value());
  }
}

// The intent that a text picks among those offered last time.
std::string offer(std::vector<std::string_view> offered, std::string_view text) {
  const Bundle& bundle = *fakes::shared_small_bundle();
  Session session = start_session(bundle, "en-GB");
  for (const std::string_view id : offered) session.offered.push_back(stable_id(id));
  const auto picked =
      read_offer(bundle, session, understand(bundle.locale(session.locale), text, {}));
  return picked ? bundle.intents[*picked].id.value : std::string();
}

TEST_CASE("offered meaning: picked by its number, its label or a yes to a single one") {
  CHECK(offer({"ipt.what_is", "help.cost"}, "1") == "ipt.what_is");
  CHECK(offer({"ipt.what_is", "help.cost"}, "option 2") == "help.cost");
  CHECK(offer({"ipt.what_is", "help.cost"}, "the cost of therapy") == "help.cost");
  CHECK(offer({"help.cost"}, "yes") == "help.cost");
  CHECK(offer({"help.cost"}, "yeah") == "help.cost");
}

TEST_CASE("offered meaning: nothing is picked by what does not say which") {
  CHECK(offer({"ipt.what_is", "help.cost"}, "yes").empty());
  CHECK(offer({"ipt.what_is", "help.cost"}, "3").empty());
  CHECK(offer({"ipt.what_is", "help.cost"}, "0").empty());
  CHECK(offer({"help.cost"}, "no").empty());
  CHECK(offer({"no.longer.there"}, "1").empty());
  CHECK(offer({}, "1").empty());
}

TEST_CASE("typed number: it counts among the choices that were shown last") {
  const std::vector<std::string_view> talks[] = {
      {"what is ipt"},
      {"qwxz", "qwxz"},
      {"how much is therapy", "qwxz", "qwxz"},
      {"how much is therapy", "go back"},
      {"i want to die"},
      {"what is ipt", "i want to die"},
      {"what is ipt", "i feel low"},
  };
  for (const auto& said : talks) {
    Conversation talk;
    for (const std::string_view text : said) talk.say(text);
    const std::string before = talk.said();
    CAPTURE(before);
    REQUIRE(talk.choices().size() >= 2);
    const std::string shown = talk.choices()[1];
    const std::string picked = talk.say("2").turn().trace.decision.target;
    CAPTURE(picked);
    CHECK((shown == std::string(kIntentChoicePrefix) + picked || shown.starts_with(picked + '/')));
  }
}

TEST_CASE("typed number: beside an open question it picks the question's choice") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"1", "ipt.what_is.long"},
      {"yes", "ipt.what_is.long"},
      {"Yes", "ipt.what_is.long"},
      {"2", "engine.anything_else"},
  };
  for (const auto& [text, said] : rows) {
    CAPTURE(text);
    Conversation talk(fakes::shared_cue_bundle());
    talk.say("talk");
    REQUIRE(talk.choices().size() == 4);
    REQUIRE(talk.waiting() == "ipt.what_is/more");
    CHECK(talk.session().offered.empty());
    talk.say(text);
    CHECK(talk.decision() == "answer");
    CHECK(talk.said() == said);
  }
  // The question has no third choice; the offer that is shown third is a button only.
  CHECK(Conversation(fakes::shared_cue_bundle()).say("talk").say("3").decision() == "fallback");
}

TEST_CASE("typed number: beside an answer without a question it picks what was offered") {
  for (const std::string_view text : {"1", "yes", "the cost of therapy"}) {
    CAPTURE(text);
    Conversation talk(fakes::shared_cue_bundle());
    talk.say("sorrow").say(text);
    CHECK(talk.decision() == "start");
    CHECK(talk.turn().trace.decision.target == "help.cost");
  }
}

TEST_CASE("offered meaning: beside an open question its button works, and the question waits") {
  Conversation talk(fakes::shared_cue_bundle());
  talk.say("talk").choose("intent:chat.thanks");
  CHECK(talk.decision() == "digress");
  CHECK(talk.said() == "chat.thanks.reply engine.resume ipt.what_is.reask");
  CHECK(talk.waiting() == "ipt.what_is/more");
}

TEST_CASE("typed label: it counts among the choices that were shown last") {
  Conversation talk;
  talk.say("what is ipt").say("i want to die").say("The cost of therapy");
  CHECK(talk.turn().trace.decision.target == "help.cost");
}

}  // namespace
}  // namespace waymark
