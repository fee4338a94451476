#pragma once
// The small pack with the kinds of nodes that it lacks itself. In the form pack: a form of three
// questions with a score, and an event. In the find pack: a question for a number, one for any
// words, a directory that is asked, a handoff and a call with arguments. One thread.

#include "tests/fakes/small_pack.h"

namespace waymark::fakes {

inline constexpr std::string_view kFormFlow = R"json({
 "flow": "check", "start": "form",
 "nodes": {
  "form": {"kind": "form", "when_left": "resume", "bridge": "check.bridge",
   "may_interrupt": ["question", "disclosure"],
   "questions": [
    {"id": "sleep", "name": "check.sleep.name", "slot": "sleep", "parts": [{"text": "check.sleep"}],
     "reask": "check.sleep.again"},
    {"id": "food", "name": "check.food.name", "slot": "food", "parts": [{"text": "check.food"}]},
    {"id": "hope", "name": "check.hope.name", "slot": "hope", "parts": [{"text": "check.hope"}],
     "choices": [
      {"id": "never", "label": "check.never", "value": 0},
      {"id": "often", "label": "check.often", "value": 1,
       "risk": {"category": "safety.suicide", "tier": "explicit"}}]}],
   "choices": [
    {"id": "never", "label": "check.never", "value": 0, "intents": ["chat.no"]},
    {"id": "some", "label": "check.some", "value": 1},
    {"id": "often", "label": "check.often", "value": 2}],
   "skip": "check.skip",
   "summary": [{"text": "check.summary"}], "confirm": "check.right", "confirm_intents": ["chat.yes"],
   "change": "check.change", "which": "check.which", "keep": "check.keep",
   "next": "result"},
  "result": {"kind": "branch", "else": "unknown", "cases": [
    {"when": {"slot": "mood", "in_band": "low"}, "next": "low"},
    {"when": {"slot": "mood", "in_band": "high"}, "next": "high"}]},
  "low": {"kind": "say", "parts": [{"text": "check.low"}], "next": "told"},
  "high": {"kind": "say", "parts": [{"text": "check.high"}], "next": "told"},
  "unknown": {"kind": "say", "parts": [{"text": "check.unknown"}], "next": "told"},
  "told": {"kind": "event", "name": "check.done", "next": "done"},
  "done": {"kind": "end"}
 }
})json";

inline constexpr std::string_view kFindFlow = R"json({
 "flow": "find", "start": "weeks",
 "nodes": {
  "weeks": {"kind": "ask", "parts": [{"text": "find.weeks"}], "slot": "weeks", "reads": "number",
   "next": "place", "when_left": "resume",
   "reask": ["find.weeks.again", "find.weeks.range", "find.weeks.leave"],
   "choices": [{"id": "skip", "label": "find.skip", "next": "place"},
    {"id": "cost", "label": "help.cost.title", "next": "flow:help.cost"}]},
  "place": {"kind": "call", "flow": "find.list", "with": {"nation": "scotland"}, "next": "words"},
  "words": {"kind": "ask", "parts": [{"text": "find.words"}], "when_left": "forget",
   "anything": "over", "choices": [{"id": "no", "label": "chat.no.title", "next": "over"},
    {"id": "cost", "label": "help.cost.title", "next": "flow:help.cost"}]},
  "over": {"kind": "handoff", "to": "desk", "parts": [{"text": "find.over"}], "next": "done"},
  "done": {"kind": "end"}
 }
})json";

inline constexpr std::string_view kListFlow = R"json({
 "flow": "find.list", "start": "look",
 "nodes": {
  "look": {"kind": "look_up", "directory": "clinics", "by": ["nation"], "most": 2,
   "parts": [{"text": "find.found"}], "found": "done", "none": "nothing"},
  "nothing": {"kind": "say", "parts": [{"text": "find.nothing"}], "next": "done"},
  "done": {"kind": "end"}
 }
})json";

inline constexpr std::string_view kFormIntents = R"json({
 "locale": "en-GB",
 "intents": [
  {"id": "check", "class": "question", "title": "check.title", "starts": "check",
   "patterns": ["check * mood"], "examples": ["check my mood", "check the mood", "check our mood"]},
  {"id": "command.change", "class": "command", "title": "command.change.title", "command": "change",
   "patterns": ["change *4 answer", "change question"],
   "examples": ["change my answer", "change the last answer", "change an answer"]}
 ]
})json";

inline constexpr std::string_view kFindIntents = R"json({
 "locale": "en-GB",
 "intents": [
  {"id": "find", "class": "question", "title": "find.title", "starts": "find",
   "patterns": ["find * clinic"], "examples": ["find a clinic", "find my clinic", "find the clinic"]}
 ]
})json";

inline constexpr std::string_view kFormPrompts = R"json({
 "locale": "en-GB",
 "prompts": {
  "check.title": "Check my mood", "command.change.title": "Change my answer",
  "check.bridge": "On with the questions.",
  "check.sleep": "Bad nights?", "check.sleep.again": "How often do you sleep badly?",
  "check.sleep.name": "Sleep", "check.food": "Little appetite?", "check.food.name": "Food",
  "check.hope": "No wish to live?", "check.hope.name": "Hope",
  "check.never": "Not at all", "check.some": "Several days", "check.often": "Nearly every day",
  "check.skip": "Skip this one", "check.summary": "This is what you said.",
  "check.right": "That is right", "check.change": "Change something",
  "check.which": "Which one?", "check.keep": "Leave it as it is",
  "check.low": "Your sum is {mood}.", "check.high": "Your sum is {mood}: see a doctor.",
  "check.unknown": "Some answers are missing."
 }
})json";

inline constexpr std::string_view kFindPrompts = R"json({
 "locale": "en-GB",
 "prompts": {
  "find.title": "Find a clinic",
  "find.weeks": "How many weeks?", "find.weeks.again": "Please write a number.",
  "find.weeks.range": "It is from 1 to 20.", "find.weeks.leave": "You can leave it out.",
  "find.skip": "I do not know", "find.found": "These may help.", "find.nothing": "Nothing is listed.",
  "find.words": "What else matters?", "find.over": "A person takes over."
 }
})json";

inline SmallPack form_pack() {
  SmallPack pack;
  pack.replace("pack.json", "\"wants_online\": {\"type\": \"yes_no\"}",
               "\"wants_online\": {\"type\": \"yes_no\"},"
               "\"sleep\": {\"type\": \"number\", \"min\": 0, \"max\": 2},"
               "\"food\": {\"type\": \"number\", \"min\": 0, \"max\": 2},"
               "\"hope\": {\"type\": \"number\", \"min\": 0, \"max\": 1},"
               "\"mood\": {\"type\": \"score\", \"sum_of\": [\"sleep\", \"food\", \"hope\"],"
               " \"bands\": {\"low\": 0, \"high\": 3}}");
  pack.put("flows/check.json", std::string(kFormFlow));
  pack.put("intents/forms.json", std::string(kFormIntents));
  pack.put("prompts/en-GB/forms.json", std::string(kFormPrompts));
  return pack;
}

inline SmallPack find_pack() {
  SmallPack pack;
  pack.replace("pack.json", "\"wants_online\": {\"type\": \"yes_no\"}",
               "\"wants_online\": {\"type\": \"yes_no\"},"
               "\"weeks\": {\"type\": \"number\", \"min\": 1, \"max\": 20}");
  pack.put("flows/find.json", std::string(kFindFlow));
  pack.put("flows/find.list.json", std::string(kListFlow));
  pack.put("intents/find.json", std::string(kFindIntents));
  pack.put("prompts/en-GB/find.json", std::string(kFindPrompts));
  return pack;
}

}  // namespace waymark::fakes
