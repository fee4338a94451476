#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

#include "engine/api/limits.h"
#include "tests/engine/turn/conversation.h"
#include "tests/fakes/form_pack.h"
#include "tests/fakes/listed_directory.h"

namespace waymark {
namespace {

using fakes::Conversation;

const BundlePtr& form_bundle() {
  static const BundlePtr bundle = fakes::compiled(fakes::form_pack());
  return bundle;
}

const BundlePtr& find_bundle() {
  static const BundlePtr bundle = fakes::compiled(fakes::find_pack());
  return bundle;
}

Conversation at_food() {
  Conversation talk(form_bundle());
  talk.say("check my mood").say("several days");
  REQUIRE(talk.waiting() == "check/form.food");
  return talk;
}

Conversation at_review() {
  Conversation talk = at_food();
  talk.say("not at all").say("not at all");
  REQUIRE(talk.waiting() == "check/form.review");
  return talk;
}

std::optional<SlotValue> slot(const Conversation& talk, std::string_view name) {
  return find_slot(talk.session().slots, stable_id(name));
}

// All that was said, in words.
std::string words(const Conversation& talk) {
  std::string all;
  for (const Part& part : talk.turn().reply.parts) {
    if (const auto* text = std::get_if<TextPart>(&part)) all += text->text + '\n';
  }
  return all;
}

TEST_CASE("form: asks its questions one by one and shows all answers") {
  Conversation talk(form_bundle());
  CHECK(talk.say("check my mood").said() == "check.sleep");
  CHECK(
      talk.offered() ==
      "check/form.sleep/never check/form.sleep/some check/form.sleep/often check/form.sleep/skip");
  CHECK(talk.say("the second one").said() == "check.food");
  CHECK(talk.say("nearly every day").said() == "check.hope");
  CHECK(talk.say("no").decision() == "fallback");
  talk.say("not at all");
  CHECK(words(talk) ==
        "This is what you said.\n1. Sleep: Several days\n2. Food: Nearly every day\n"
        "3. Hope: Not at all\n");
  CHECK(slot(talk, "mood") == SlotValue(std::int32_t{3}));
  CHECK(words(talk.say("yes")) == "Your sum is 3: see a doctor.\n");
}

TEST_CASE("form: begins anew each time") {
  Conversation talk = at_review();
  talk.say("yes").say("check my mood");
  CHECK(talk.said() == "check.sleep");
  CHECK_FALSE(slot(talk, "sleep").has_value());
  CHECK_FALSE(slot(talk, "mood").has_value());
}

TEST_CASE("form: a question that is skipped has no answer, and a score needs all") {
  Conversation talk = at_food();
  talk.say("skip this one").say("not at all");
  CHECK(words(talk).find("2. Food: No answer") != std::string::npos);
  CHECK_FALSE(slot(talk, "mood").has_value());
  CHECK(talk.say("that is right").said() == "check.unknown");
}

TEST_CASE("form: a question in the middle is answered, then the form is taken up again") {
  Conversation talk = at_food();
  CHECK(talk.say("i feel low").said() == "depression.feeling_low.hear check.bridge check.food");
  CHECK(talk.say("several days").said() == "check.hope");
}

TEST_CASE("form: what may not interrupt does not, but commands and ways out do") {
  Conversation talk = at_food();
  CHECK(talk.say("thanks").said() == "engine.not_understood check.food");
  CHECK(talk.say("stop").said() == "engine.stopped");
}

TEST_CASE("form: any answer can be changed, and the form stays where it is") {
  const std::string_view rows[] = {"change my answer to question 1 to nearly every day",
                                   "question 1 nearly every day", "sleep: nearly every day",
                                   "change sleep answer to 3",
                                   "the first question is nearly every day"};
  for (const std::string_view text : rows) {
    CAPTURE(text);
    Conversation talk = at_food();
    CHECK(talk.say(text).said() == "engine.form.changed check.food");
    CHECK(slot(talk, "sleep") == SlotValue(std::int32_t{2}));
    CHECK(talk.waiting() == "check/form.food");
  }
  Conversation talk = at_food();
  CHECK(talk.choose("check/form.sleep/often").said() == "engine.form.changed check.food");
}

TEST_CASE("form: without a value the question is asked again, from the summary too") {
  Conversation talk = at_review();
  CHECK(talk.say("change my answer to question 2").said() == "check.food");
  CHECK(talk.say("nearly every day").says("check.summary"));
  CHECK(slot(talk, "mood") == SlotValue(std::int32_t{3}));
  CHECK(talk.say("change something").said() == "check.which");
  CHECK(talk.offered() ==
        "check/form.which/sleep check/form.which/food check/form.which/hope "
        "check/form.which/none");
  CHECK(talk.say("leave it as it is").says("check.summary"));
  CHECK(talk.say("change an answer").said() == "check.which");
  CHECK(talk.say("sleep").said() == "check.sleep");
}

TEST_CASE("form: changing nothing after all goes on where the form stands") {
  Conversation talk = at_food();
  CHECK(talk.say("change my answer").said() == "check.which");
  CHECK(talk.say("leave it as it is").said() == "check.food");
  CHECK(talk.say("change my answer").choose("check/form.sleep/often").said() ==
        "engine.form.changed check.food");
  CHECK(slot(talk, "sleep") == SlotValue(std::int32_t{2}));
}

TEST_CASE("form: an old button of its summary does not vouch for answers that are gone") {
  Conversation talk = at_review();
  talk.say("start over").choose("check/form.review/confirm");
  CHECK(talk.waiting() == "check/form.sleep");
}

TEST_CASE("form: a changed answer can be taken back, and so can an answer") {
  Conversation talk = at_food();
  talk.say("sleep: nearly every day").say("go back");
  CHECK(talk.said() == "engine.undone check.food");
  CHECK(slot(talk, "sleep") == SlotValue(std::int32_t{1}));
  CHECK(talk.say("go back").said() == "engine.undone check.sleep.again");
  CHECK_FALSE(slot(talk, "sleep").has_value());
  CHECK(talk.say("go back").said() == "engine.back.nothing");
  CHECK(talk.waiting() == "check/form.sleep");
}

TEST_CASE("form: an answer that tells of risk leads to crisis help, is kept, and is no trap") {
  for (const bool is_typed : {true, false}) {
    Conversation talk = at_food();
    talk.say("not at all");
    is_typed ? talk.say("nearly every day") : talk.choose("check/form.hope/often");
    CHECK(talk.decision() == "crisis");
    CHECK(talk.said().starts_with("crisis.suicide samaritans"));
    CHECK(talk.turn().reply.safety);
    CHECK(talk.turn().trace.safety == "safety.suicide");
    CHECK(slot(talk, "hope") == SlotValue(std::int32_t{1}));
    CHECK(talk.session().risk.times_shown == 1);
    CHECK(talk.waiting() == "check/form.hope");
    CHECK(talk.choices().back() == "go_on:check/form.hope/often");
    CHECK(knows_choice(talk.bundle(), ChoiceId{talk.choices().back()}));
    is_typed ? talk.say("go on from here") : talk.choose("go_on:check/form.hope/often");
    CHECK(talk.says("check.summary"));
    CHECK(slot(talk, "hope") == SlotValue(std::int32_t{1}));
  }
}

TEST_CASE("form: an answer changed to one that tells of risk leads to crisis help too") {
  Conversation talk = at_review();
  talk.say("hope: nearly every day");
  CHECK(talk.decision() == "crisis");
  CHECK(slot(talk, "hope") == SlotValue(std::int32_t{1}));
  CHECK(talk.choose("go_on:check/form.hope/often").says("check.summary"));
}

TEST_CASE("typed slot: a number is taken within its range, and asked for in three other ways") {
  Conversation talk(find_bundle());
  CHECK(talk.say("find a clinic").said() == "find.weeks");
  CHECK(talk.say("qwxz").said() == "engine.not_understood find.weeks.again");
  CHECK(talk.say("99").said() == "engine.not_understood find.weeks.range");
  CHECK(talk.say("qwxz").said() == "engine.not_understood find.weeks.leave");
  CHECK(talk.say("qwxz").said() == "engine.fallback.again");
  CHECK(talk.waiting() == "find/weeks");
  CHECK(talk.say("about 6").says("find.words"));
  CHECK(slot(talk, "weeks") == SlotValue(std::int32_t{6}));
}

TEST_CASE("typed slot: there is a way on for those who have no such thing") {
  Conversation talk(find_bundle());
  CHECK(talk.say("find a clinic").say("i do not know").says("find.words"));
  CHECK_FALSE(slot(talk, "weeks").has_value());
}

TEST_CASE("any words: lead on and are not kept; what means something else still does") {
  Conversation talk(find_bundle());
  talk.say("find a clinic").say("6");
  const auto before = talk.session().slots;
  talk.say("near the old mill");
  CHECK(talk.said() == "find.over");
  CHECK(talk.session().slots == before);
  bool is_handed_off = false;
  for (const Event& event : talk.turn().events) {
    const auto* handoff = std::get_if<HandedOff>(&event);
    is_handed_off = is_handed_off || (handoff != nullptr && handoff->to == "desk");
  }
  CHECK(is_handed_off);
}

TEST_CASE("undo: a step over a called flow finds its way back") {
  Conversation talk;
  talk.say("how much is therapy").say("Scotland").say("go back");
  CHECK(talk.said() == "engine.undone help.nation.ask");
  CHECK_FALSE(slot(talk, "nation").has_value());
  CHECK(talk.say("Wales").says("help.cost.elsewhere"));
}

TEST_CASE("undo: the steps that are kept are bounded") {
  Conversation talk = at_food();
  for (std::size_t i = 0; i < kMaxTrail * 2; ++i) {
    talk.say(i % 2 == 0 ? "sleep: nearly every day" : "sleep: not at all");
    CHECK(talk.session().trail.size() <= kMaxTrail);
  }
  for (std::size_t i = 0; i < kMaxTrail; ++i) CHECK(talk.say("go back").says("engine.undone"));
  CHECK(talk.say("go back").said() == "engine.back.nothing");
}

TEST_CASE("look up: finds by what is known, and says when there is nothing") {
  const fakes::ListedDirectory directory(
      {{"clinics", {{"nation", "scotland"}}, {"one", "Clinic One", "01632 960 010", {}, {}}},
       {"clinics", {{"nation", "wales"}}, {"two", "Clinic Two", {}, {}, {}}}});
  Conversation talk(find_bundle());
  talk.say("find a clinic");
  const Message six = SayMessage{TypedText("6")};
  const Turn found = take_turn(talk.bundle(), talk.session(), six, {}, &directory);
  CHECK(fakes::said_in(found.reply) == "find.found one find.words");
  CHECK(fakes::said_in(take_turn(talk.bundle(), talk.session(), six, {}).reply) ==
        "find.nothing find.words");
}

}  // namespace
}  // namespace waymark
