// The files of the small pack. Words that a test looks for should not be said twice.

#include "tests/fakes/small_pack.h"

namespace waymark::fakes {
namespace {

constexpr std::string_view kPack = R"json({
 "pack": "small", "version": "1.0.0", "title": "A small pack",
 "locales": ["en-GB"],
 "start": "welcome", "fallback": "fallback",
 "menu": ["ipt.what_is", "help.cost"],
 "slots": {
  "nation": {"type": "choice", "values": ["england", "scotland", "wales", "northern_ireland"]},
  "sessions": {"type": "number", "min": 0, "max": 50},
  "wants_online": {"type": "yes_no"}
 },
 "sources": {"test.page": {"title": "A page", "url": "https://example.org", "reviewed": "2026-11-22",
   "review_by": "2027-11-22", "reviewer": "tester"}}
})json";

constexpr std::string_view kLexicon = R"json({
 "locale": "en-GB",
 "sets": {
  "feel": ["feel+", "felt", "am", "have been"],
  "low": ["low", "sad", "depress+", "down"],
  "therapy": ["therapy", "therapist", "ipt", "interpersonal therapy"],
  "want": ["want+", "wish+", "would like"],
  "scope.negation": ["not", "never", "no"],
  "scope.past": ["used to", "years ago"],
  "scope.other_person": ["my (brother|friend|mum)", "he", "she"],
  "scope.quote": ["(he|she) said"],
  "scope.doubt": ["can not say", "not think"]
 },
 "rewrites": {"don't": "do not", "can't": "can not", "cannot": "can not", "i'm": "i am", "u": "you"},
 "rewrites_exact": {"we're": "we are"},
 "misspellings": {"theropy": "therapy"},
 "entities": {
  "number": {"1": ["first", "one", "1st"], "2": ["second", "two", "2nd"], "3": ["third", "three"]},
  "nation": {"england": ["england", "english"], "scotland": ["scotland", "scottish"],
   "wales": ["wales", "welsh"], "northern_ireland": ["northern ireland"]}}
})json";

constexpr std::string_view kIntents = R"json({
 "locale": "en-GB",
 "intents": [
  {"id": "ipt.what_is", "class": "question", "title": "ipt.what_is.title", "starts": "ipt.what_is",
   "patterns": ["what is [the|this] {therapy}", "explain * {therapy}"],
   "examples": ["what is ipt?", "what is interpersonal therapy", "explain this therapy to me"]},
  {"id": "help.cost", "class": "question", "title": "help.cost.title", "starts": "help.cost",
   "patterns": ["how much *3 {therapy}", "({therapy} & (cost+|price+))"],
   "unless": ["therapy cost me my job"],
   "examples": ["how much is therapy", "the cost of ipt", "what does a therapist cost"]},
  {"id": "depression.feeling_low", "class": "disclosure", "title": "depression.feeling_low.title",
   "starts": "depression.feeling_low", "acknowledge": "depression.feeling_low.sorry",
   "patterns": ["{feel} [so|very|really] {low}"],
   "examples": ["i feel low", "i am so sad", "i have been very down"]}
 ]
})json";

constexpr std::string_view kTalk = R"json({
 "locale": "en-GB",
 "intents": [
  {"id": "chat.yes", "class": "answer", "title": "chat.yes.title",
   "patterns": ["^ (yes|yeah|ok) [please] $"], "examples": ["yes", "yeah", "ok please"]},
  {"id": "chat.no", "class": "answer", "title": "chat.no.title",
   "patterns": ["^ (no|nope) [thanks] $"], "examples": ["no", "nope", "no thanks"]},
  {"id": "chat.thanks", "class": "smalltalk", "title": "chat.thanks.title", "starts": "chat.thanks",
   "patterns": ["(thanks|thank you|cheers)"], "examples": ["thank you", "cheers", "thanks"]},
  {"id": "command.restart", "class": "command", "title": "command.restart.title", "command": "restart",
   "patterns": ["start (over|again)", "restart"], "examples": ["start over", "restart", "start again"]},
  {"id": "command.repeat", "class": "command", "title": "command.repeat.title", "command": "repeat",
   "patterns": ["(say|repeat) that [again]"],
   "examples": ["say that again", "repeat that", "repeat that again"]},
  {"id": "command.back", "class": "command", "title": "command.back.title", "command": "back",
   "patterns": ["[go] back", "previous question"],
   "examples": ["go back", "back please", "previous question"]},
  {"id": "command.stop", "class": "command", "title": "command.stop.title", "command": "stop",
   "patterns": ["stop [now|this]"], "examples": ["stop", "stop now", "stop this"]}
 ]
})json";

constexpr std::string_view kRisk = R"json({
 "locale": "en-GB",
 "rules": [
  {"id": "suicide.overdose", "category": "safety.suicide", "tier": "emergency", "scope": "fixed",
   "patterns": ["taken [an] overdose"],
   "fires": ["i have taken an overdose"], "silent": ["what is an overdose"]},
  {"id": "suicide.want_to_die", "category": "safety.suicide", "tier": "explicit",
   "patterns": ["{want} to die", "kill+ myself"],
   "unless": ["want to die of (laughter|embarrassment)"],
   "fires": ["i want to die", "going to kill myself"],
   "silent": ["i want to die of embarrassment", "i don't want to die"]},
  {"id": "suicide.no_point", "category": "safety.suicide", "tier": "indirect", "scope": "fixed",
   "patterns": ["no point *2 living"], "fires": ["there is no point in living"]},
  {"id": "suicide.go_on", "category": "safety.suicide", "tier": "context", "scope": "fixed",
   "patterns": ["can not go on"], "fires": ["i can't go on"], "silent": ["go on then"]},
  {"id": "abuse.hits", "category": "safety.abuse", "tier": "explicit", "scope": "fixed",
   "patterns": ["(he|she) hit+ me"], "fires": ["he hits me"]}
 ]
})json";

constexpr std::string_view kCrisisPlan = R"json({
 "plans": [
  {"category": "safety.suicide", "tier": "emergency",
   "parts": [{"text": "crisis.emergency"}, {"contact": "emergency.999"}]},
  {"category": "safety.suicide",
   "parts": [{"text": "crisis.suicide"}, {"contact": "samaritans"},
     {"contact": "nhs.111", "nation": "england"}, {"text": "crisis.where", "nation": "unknown"}],
   "choices": ["depression.feeling_low", "help.cost"]},
  {"category": "safety.emergency", "parts": [{"text": "crisis.emergency"}, {"contact": "emergency.999"}]},
  {"category": "safety.child", "parts": [{"text": "crisis.other"}, {"contact": "emergency.999"}]},
  {"category": "safety.harm_others", "parts": [{"text": "crisis.other"}, {"contact": "emergency.999"}]},
  {"category": "safety.abuse", "parts": [{"text": "crisis.other"}, {"contact": "emergency.999"}]},
  {"category": "safety.self_harm", "parts": [{"text": "crisis.suicide"}, {"contact": "samaritans"}]},
  {"category": "safety.psychosis", "parts": [{"text": "crisis.other"}, {"contact": "nhs.111"}]},
  {"category": "safety.other_person", "parts": [{"text": "crisis.other"}, {"contact": "samaritans"}]}
 ],
 "last_resort": [{"text": "crisis.last_resort"}, {"contact": "emergency.999"}, {"contact": "samaritans"}]
})json";

constexpr std::string_view kServices = R"json({
 "services": [
  {"id": "emergency.999", "name": "Emergency services", "nations": ["all"], "audience": "anyone",
   "phone": "999", "hours": "always", "cost": "free", "source": "test page", "last_verified": "2026-11-22"},
  {"id": "samaritans", "name": "Samaritans", "nations": ["all"], "audience": "anyone",
   "phone": "116 123", "url": "https://www.samaritans.org", "hours": "always", "cost": "free",
   "note": "service.samaritans.note", "source": "test page", "last_verified": "2026-11-22"},
  {"id": "shout", "name": "Shout", "nations": ["all"], "audience": "anyone",
   "sms": "85258", "sms_text": "SHOUT", "hours": "always", "cost": "free", "source": "test page",
   "last_verified": "2026-11-22"},
  {"id": "nhs.111", "name": "NHS 111", "nations": ["all"], "audience": "anyone",
   "phone": "111", "hours": "always", "cost": "free", "source": "test page", "last_verified": "2026-11-22"},
  {"id": "clinic", "name": "Example clinic", "nations": ["scotland"], "audience": "adults",
   "url": "https://clinic.example", "cost": "free", "source": "test page", "last_verified": "2026-11-22",
   "hours": [{"days": "mon-fri", "from": "09:00", "to": "17:00"},
             {"days": "sat,sun", "from": "22:00", "to": "02:00"}]}
 ]
})json";

constexpr std::string_view kWelcome = R"json({
 "flow": "welcome", "start": "hello",
 "nodes": {
  "hello": {"kind": "say", "parts": [{"text": "welcome.hello"}], "next": "menu"},
  "menu": {"kind": "ask", "parts": [{"text": "welcome.ask"}], "when_left": "forget", "choices": [
    {"id": "ipt", "label": "ipt.what_is.title", "next": "flow:ipt.what_is"},
    {"id": "cost", "label": "help.cost.title", "next": "flow:help.cost"}]}
 }
})json";

constexpr std::string_view kFallback = R"json({
 "flow": "fallback", "start": "sorry",
 "nodes": {
  "sorry": {"kind": "say", "parts": [{"text": "fallback.sorry"}], "next": "done"},
  "done": {"kind": "end"}
 }
})json";

constexpr std::string_view kWhatIs = R"json({
 "flow": "ipt.what_is", "start": "short",
 "nodes": {
  "short": {"kind": "say", "parts": [{"text": "ipt.what_is.short"}], "next": "more"},
  "more": {"kind": "ask", "parts": [{"text": "ipt.what_is.ask"}], "when_left": "resume",
    "reask": "ipt.what_is.reask", "choices": [
    {"id": "yes", "label": "chat.yes.title", "intents": ["chat.yes"], "next": "long"},
    {"id": "no", "label": "chat.no.title", "intents": ["chat.no"], "next": "done"}]},
  "long": {"kind": "say", "next": "done", "parts": [{"text": "ipt.what_is.long"},
    {"card": {"title": "ipt.what_is.title", "text": "ipt.what_is.short", "link": "clinic",
      "label": "clinic.label"}}]},
  "done": {"kind": "end"}
 }
})json";

constexpr std::string_view kCost = R"json({
 "flow": "help.cost", "start": "place",
 "nodes": {
  "place": {"kind": "call", "flow": "help.nation", "next": "by_nation"},
  "by_nation": {"kind": "branch", "else": "elsewhere", "cases": [
    {"when": {"slot": "nation", "is": "scotland"}, "next": "scottish"},
    {"when": {"all": [{"slot": "nation", "is": "england"}, {"not": {"slot": "sessions", "known": true}}]},
     "next": "online"}]},
  "scottish": {"kind": "say", "parts": [{"text": "help.cost.scotland"}, {"contact": "clinic"}],
    "next": "online"},
  "elsewhere": {"kind": "say", "parts": [{"text": "help.cost.elsewhere"}], "next": "online"},
  "online": {"kind": "ask", "parts": [{"text": "help.cost.online"}], "when_left": "forget", "choices": [
    {"id": "yes", "label": "chat.yes.title", "intents": ["chat.yes"], "set": {"wants_online": true},
     "next": "plan"},
    {"id": "no", "label": "chat.no.title", "intents": ["chat.no"], "set": {"wants_online": false},
     "next": "done"}]},
  "plan": {"kind": "set", "set": {"sessions": 16}, "next": "length"},
  "length": {"kind": "branch", "else": "done", "cases": [
    {"when": {"any": [{"slot": "sessions", "at_least": 12}, {"slot": "wants_online", "is": false}]},
     "next": "long"}]},
  "long": {"kind": "say", "parts": [{"text": "help.cost.long"}], "next": "done"},
  "done": {"kind": "end"}
 }
})json";

constexpr std::string_view kNation = R"json({
 "flow": "help.nation", "start": "known",
 "nodes": {
  "known": {"kind": "branch", "else": "ask", "cases": [
    {"when": {"slot": "nation", "known": true}, "next": "done"}]},
  "ask": {"kind": "ask", "parts": [{"text": "help.nation.ask"}], "when_left": "resume", "choices": [
    {"id": "england", "label": "nation.england", "set": {"nation": "england"}, "next": "done"},
    {"id": "scotland", "label": "nation.scotland", "set": {"nation": "scotland"}, "next": "done"},
    {"id": "wales", "label": "nation.wales", "set": {"nation": "wales"}, "next": "done"}]},
  "done": {"kind": "end"}
 }
})json";

constexpr std::string_view kFeelingLow = R"json({
 "flow": "depression.feeling_low", "start": "hear",
 "nodes": {
  "hear": {"kind": "say", "parts": [{"text": "depression.feeling_low.hear"},
    {"link": "samaritans", "label": "samaritans.label"}], "next": "done"},
  "done": {"kind": "end"}
 }
})json";

constexpr std::string_view kThanks = R"json({
 "flow": "chat.thanks", "start": "reply",
 "nodes": {
  "reply": {"kind": "say", "parts": [{"text": "chat.thanks.reply"}], "next": "done"},
  "done": {"kind": "end"}
 }
})json";

constexpr std::string_view kPrompts = R"json({
 "locale": "en-GB",
 "prompts": {
  "welcome.hello": "Hello.", "welcome.ask": "What brings you here?",
  "fallback.sorry": "Sorry, I did not get that.",
  "ipt.what_is.title": "What is IPT?", "ipt.what_is.short": "IPT is a talking therapy.",
  "ipt.what_is.ask": "Shall I say more?", "ipt.what_is.reask": "So, shall I say more?",
  "ipt.what_is.long": "It looks at people and moods.\n\nIt takes some weeks.",
  "clinic.label": "Open the page", "samaritans.label": "Their page",
  "help.cost.title": "The cost of therapy", "help.cost.scotland": "In {nation} this page helps.",
  "help.cost.elsewhere": "Prices differ.", "help.cost.online": "Would online do?",
  "help.cost.long": "Plan for {sessions, plural, one {# session} other {# sessions}}.",
  "help.nation.ask": "Where do you live?",
  "nation.england": "England", "nation.scotland": "Scotland", "nation.wales": "Wales",
  "depression.feeling_low.title": "Feeling low", "depression.feeling_low.sorry": "I am sorry you feel low.",
  "depression.feeling_low.hear": "That sounds hard.",
  "chat.yes.title": "Yes", "chat.no.title": "No", "chat.thanks.title": "Thank you",
  "chat.thanks.reply": ["You are welcome.", "Glad that helped."],
  "command.restart.title": "Start again", "command.repeat.title": "Say that again",
  "command.back.title": "Go back", "command.stop.title": "Stop here"
 }
})json";

constexpr std::string_view kEnginePrompts = R"json({
 "locale": "en-GB",
 "prompts": {
  "crisis.emergency": "Call for help now.", "crisis.suicide": "You are not alone with this.",
  "crisis.other": "You deserve help.", "crisis.where": "Where you live decides what else there is.",
  "crisis.last_resort": "Something broke here. These people can help.",
  "service.samaritans.note": "Somebody listens day and night.",
  "engine.resume": "Back to my question.", "engine.clarify": "Did you mean one of these?",
  "engine.clarify.none": "None of these", "engine.or_else": "Or this:",
  "engine.fallback.again": "Sorry, still not clear to me.",
  "engine.anything_else": "Anything else?",
  "engine.help_stays": "Help stays here.", "engine.forgotten": "All is forgotten.",
  "engine.nothing_to_repeat": "There is nothing to repeat.", "engine.stopped": "I stop here.",
  "engine.not_understood": "Please choose one of these.",
  "engine.back.nothing": "There is nothing to go back to.",
  "engine.undone": "One step back.", "engine.go_on": "Go on from here",
  "engine.form.changed": "Your answer is changed.", "engine.form.unanswered": "No answer",
  "engine.form.line": "{number}. {question}: {answer}",
  "engine.hours.always": "Day and night", "engine.hours.list": "Open {hours}",
  "engine.hours.open": "Now open. Hours: {hours}.",
  "engine.hours.closed.today": "Closed. Opens today at {time}. Hours: {hours}.",
  "engine.hours.closed.tomorrow": "Closed. Opens tomorrow at {time}. Hours: {hours}.",
  "engine.hours.closed.later": "Closed. Opens on {day} at {time}. Hours: {hours}."
 }
})json";

constexpr std::string_view kHazards = R"json({
 "hazards": [
  {"id": "missed_risk", "hazard": "A risk is missed.", "cause": "Odd words.", "effect": "No help.",
   "before": {"severity": "major", "likelihood": "medium"}, "after": {"severity": "major", "likelihood": "low"},
   "controls": [{"control": "A rule sees it.", "rule": "suicide.want_to_die"},
                {"control": "Its examples are tests.", "code": "WM403"},
                {"control": "It is tried out.", "test": {"file": "tests/a_test.cc", "name": "a: b"}}],
   "evidence": "Tests."},
  {"id": "wrong_number", "hazard": "A wrong number.", "cause": "A slip.", "effect": "Nobody answers.",
   "before": {"severity": "minor", "likelihood": "high"}, "after": {"severity": "minor", "likelihood": "very low"},
   "controls": [{"control": "Numbers are checked.", "code": "WM604"}], "evidence": "More tests."}
 ]
})json";

constexpr std::string_view kWords = "brother\nfees\nfriend\nhouse\nplant\nthere\nwere\n";

}  // namespace

std::map<std::string, std::string, std::less<>> small_pack_files() {
  std::map<std::string, std::string, std::less<>> files;
  files["pack.json"] = kPack;
  files["lexicon/words.json"] = kLexicon;
  files["intents/topics.json"] = kIntents;
  files["intents/talk.json"] = kTalk;
  files["risk/rules.json"] = kRisk;
  files["crisis_plan.json"] = kCrisisPlan;
  files["services.json"] = kServices;
  files["flows/welcome.json"] = kWelcome;
  files["flows/fallback.json"] = kFallback;
  files["flows/ipt.what_is.json"] = kWhatIs;
  files["flows/help.cost.json"] = kCost;
  files["flows/help.nation.json"] = kNation;
  files["flows/depression.feeling_low.json"] = kFeelingLow;
  files["flows/chat.thanks.json"] = kThanks;
  files["prompts/en-GB/topics.json"] = kPrompts;
  files["prompts/en-GB/engine.json"] = kEnginePrompts;
  files["hazards.json"] = kHazards;
  files["words/en.txt"] = kWords;
  return files;
}

}  // namespace waymark::fakes
