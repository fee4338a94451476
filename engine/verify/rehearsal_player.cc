#include "engine/verify/rehearsal_player.h"

#include <algorithm>
#include <utility>

#include "engine/api/engine.h"
#include "engine/turn/turn_pipeline.h"
#include "engine/verify/reply_digest.h"

namespace waymark {
namespace {

std::string as_written(const ChatLine& line) {
  return std::string(word_of(line.kind)) + ' ' + std::string(line.text);
}

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

bool is_check(ChatLineKind kind) {
  switch (kind) {
    case ChatLineKind::Intent:
    case ChatLineKind::Safety:
    case ChatLineKind::Slot:
    case ChatLineKind::Prompt:
    case ChatLineKind::Buttons:
    case ChatLineKind::Words:
    case ChatLineKind::NoWords: return true;
    case ChatLineKind::Note:
    case ChatLineKind::Locale:
    case ChatLineKind::Directory:
    case ChatLineKind::User:
    case ChatLineKind::Choose:
    case ChatLineKind::Unknown: return false;
  }
  return false;
}

}  // namespace

RehearsalPlayer::RehearsalPlayer(const RehearsalStage& stage, std::string_view path,
                                 const ChatConversation& talk)
    : stage_(stage), path_(path), talk_(talk) {
  played_.title = talk.title;
  played_.place = {path_, talk.line, 1};
  if (stage.map != nullptr) covered_.resize(stage.map->size());
}

RehearsedTalk RehearsalPlayer::play() {
  for (at_ = 0; at_ < talk_.lines.size(); ++at_) {
    play_line(talk_.lines[at_]);
    if (!played_.failures.empty() && stage_.after_failure == AfterFailure::Stop) break;
  }
  return std::move(played_);
}

void RehearsalPlayer::play_line(const ChatLine& line) {
  const ChatLineKind kind = line.kind;
  if (kind == ChatLineKind::Note) return;
  if (kind == ChatLineKind::Unknown) {
    fail(line, "WM701", "This line begins with none of the known words.",
         "Begin it with user:, choose:, intent:, safety:, slot:, bot:, buttons:, bot~, not~, "
         "locale:, directory: or #.");
    return;
  }
  if (kind == ChatLineKind::Locale) return set_locale(line);
  if (kind == ChatLineKind::Directory) return set_directory(line);
  if (!session_) begin({});
  if (is_check(kind)) ++played_.checks;
  switch (kind) {
    case ChatLineKind::Note:
    case ChatLineKind::Unknown:
    case ChatLineKind::Locale:
    case ChatLineKind::Directory: break;
    case ChatLineKind::User:
      move_ = as_written(line);
      take(SayMessage{TypedText(std::string(line.text))});
      break;
    case ChatLineKind::Choose: choose(line); break;
    case ChatLineKind::Intent: check_trace(line, "intent", turn_->trace.intent); break;
    case ChatLineKind::Safety:
      check_trace(line, "safety", turn_->trace.safety.empty() ? "none" : turn_->trace.safety);
      break;
    case ChatLineKind::Slot: check_slot(line); break;
    case ChatLineKind::Prompt: check_prompt(line); break;
    case ChatLineKind::Buttons: check_buttons(line); break;
    case ChatLineKind::Words:
    case ChatLineKind::NoWords: check_words(line); break;
  }
}

void RehearsalPlayer::set_locale(const ChatLine& line) {
  if (session_) {
    fail(line, "WM701", "The language stands in the first line of a conversation.",
         "Move this line up, or begin a new conversation.");
  } else if (stage_.bundle.locale(stable_id(line.text)).locale != line.text) {
    fail(line, "WM701", "The pack has no language " + quoted(line.text) + '.',
         "Name one of \"locales\" in pack.json.");
  } else {
    begin(line.text);
  }
}

void RehearsalPlayer::set_directory(const ChatLine& line) {
  if (session_) {
    fail(line, "WM701", "The directory stands before anything is said.",
         "Move this line up, or begin a new conversation.");
  } else if (line.text != "pack") {
    fail(line, "WM701", "There is no directory " + quoted(line.text) + '.',
         "Write \"directory: pack\" for the lists in the pack's folder directory/.");
  } else if (stage_.setting.directory == nullptr) {
    fail(line, "WM701", "The pack has no list in a folder directory/.",
         "Put a CSV file there, or leave this line out.");
  } else {
    directory_ = stage_.setting.directory;
  }
}

void RehearsalPlayer::begin(std::string_view locale) {
  session_ = start_session(stage_.bundle, locale);
  move_ = "(the chat is opened)";
  take(StartMessage{});
  played_.turns = 0;  // opening the chat is no turn of the visitor
}

void RehearsalPlayer::take(const Message& message) {
  const Session before = *session_;
  turn_ = take_turn_without(stage_.bundle, before, message, stage_.setting.now, stage_.left_out,
                            directory_);
  named_.clear();
  ++played_.turns;
  if (stage_.map != nullptr) {
    stage_.map->mark(before, message, *turn_, covered_);
    if (!std::holds_alternative<StartMessage>(message)) {
      turns_.push_back({1, talk_.lines[at_].line, move_, turn_->reply, turn_->trace.path});
    }
  }
  keep(turn_->session);
}

// As a host keeps it: as a record, and that sealed.
void RehearsalPlayer::keep(const Session& session) {
  const std::string record = encode_session(session);
  const std::optional<std::string> carried =
      stage_.setting.carry ? stage_.setting.carry(record) : record;
  Session reopened;
  const bool is_whole = carried && decode_session(*carried, reopened) && reopened == session;
  if (!is_whole) {
    fail(talk_.lines[std::min(at_, talk_.lines.size() - 1)], "WM706",
         "The session does not come back the same from its record or its seal.",
         "This is a fault of the program, not of the pack: please report it.");
    reopened = session;
  }
  session_ = std::move(reopened);
}

// A choice by its id, its own part of the id, or its label, among those on show.
void RehearsalPlayer::choose(const ChatLine& line) {
  move_ = as_written(line);
  const std::vector<Choice> shown = choices_shown(turn_->reply);
  for (const Choice& choice : shown) {
    if (choice.id.value == line.text || own_name(choice.id) == line.text ||
        choice.label == line.text) {
      return take(ChooseMessage{ChoiceId{choice.id}});
    }
  }
  ++played_.checks;
  std::vector<std::string> names;
  for (const Choice& choice : shown) {
    names.emplace_back(own_name(choice.id));
    names.push_back(choice.label);
  }
  RehearsalFailure& failure = fail(line, "WM702", "No choice " + quoted(line.text) + " is on show.",
                                   "Use one that is, or correct the flow.");
  failure.came = in_a_line(turn_->reply);
  failure.nearest = nearest_of(line.text, names);
}

void RehearsalPlayer::check_trace(const ChatLine& line, std::string_view what, std::string came) {
  if (came == line.text) return;
  RehearsalFailure& failure =
      fail(line, "WM703",
           "The " + std::string(what) + " is " + quoted(came) + ", not " + quoted(line.text) + '.',
           "Correct the rules or this line.");
  if (line.kind != ChatLineKind::Safety) {
    failure.mended = std::string(word_of(line.kind)) + ' ' + came;
  }
  failure.came = std::move(came);
}

std::string RehearsalPlayer::slot_value(std::string_view name) const {
  for (const SlotDefinition& slot : stage_.bundle.slots) {
    if (slot.id != name) continue;
    const auto value = find_slot(session_->slots, stable_id(slot.id));
    return value ? value_text(slot, *value) : "none";
  }
  return "no slot of the pack";
}

void RehearsalPlayer::check_slot(const ChatLine& line) {
  const std::size_t equals = line.text.find('=');
  const std::string_view name = trimmed(line.text.substr(0, equals));
  const std::string_view wanted =
      equals == std::string_view::npos ? "" : trimmed(line.text.substr(equals + 1));
  const std::string came = slot_value(name);
  if (came == wanted) return;
  RehearsalFailure& failure =
      fail(line, "WM703",
           "The slot " + quoted(name) + " is " + quoted(came) + ", not " + quoted(wanted) + '.',
           "Correct the flow or this line.");
  failure.came = std::string(name) + " = " + came;
  failure.mended = "slot: " + failure.came;
}

void RehearsalPlayer::check_prompt(const ChatLine& line) {
  const std::vector<std::string> said = prompts_said(turn_->reply);
  named_.emplace_back(line.text);
  if (std::ranges::find(said, line.text) != said.end()) return;
  RehearsalFailure& failure =
      fail(line, "WM704", "The reply does not say " + quoted(line.text) + '.',
           "Correct the flow or this line.");
  failure.came = in_a_line(turn_->reply);
  failure.nearest = nearest_of(line.text, said);
  if (turn_->reply.safety) return;
  const std::string instead = unnamed_prompt();
  failure.mended = instead.empty() ? std::string() : "bot: " + instead;
  named_.push_back(instead);
}

std::string RehearsalPlayer::unnamed_prompt() const {
  std::vector<std::string> named = named_;
  for (std::size_t i = at_ + 1; i < talk_.lines.size(); ++i) {
    const ChatLine& line = talk_.lines[i];
    if (line.kind == ChatLineKind::User || line.kind == ChatLineKind::Choose) break;
    if (line.kind == ChatLineKind::Prompt) named.emplace_back(line.text);
  }
  for (const std::string& said : prompts_said(turn_->reply)) {
    if (std::ranges::find(named, said) == named.end()) return said;
  }
  return {};
}

void RehearsalPlayer::check_buttons(const ChatLine& line) {
  std::string came;
  for (const Choice& choice : choices_shown(turn_->reply)) {
    came += (came.empty() ? "" : ", ") + std::string(own_name(choice.id));
  }
  if (came.empty()) came = "none";
  if (came == line.text) return;
  RehearsalFailure& failure =
      fail(line, "WM707", "Other buttons are on show.", "Correct the flow or this line.");
  if (!turn_->reply.safety) failure.mended = "buttons: " + came;
  failure.came = std::move(came);
}

void RehearsalPlayer::check_words(const ChatLine& line) {
  const bool is_wanted = line.kind == ChatLineKind::Words;
  const bool found = std::ranges::any_of(turn_->reply.parts, [&](const Part& part) {
    return words_of(part).find(line.text) != std::string::npos;
  });
  if (found == is_wanted) return;
  RehearsalFailure& failure = fail(line, "WM705",
                                   std::string("The reply ") + (is_wanted ? "lacks" : "has") +
                                       " the words " + quoted(line.text) + '.',
                                   "Correct the words or this line.");
  failure.came = in_a_line(turn_->reply);
}

RehearsalFailure& RehearsalPlayer::fail(const ChatLine& line, std::string_view code,
                                        std::string message, std::string remedy) {
  RehearsalFailure failure;
  failure.diagnostic = {std::string(code),
                        Severity::Error,
                        {path_, line.line, 1},
                        std::move(message),
                        std::move(remedy)};
  failure.expected = line.text;
  failure.move = move_;
  played_.failures.push_back(std::move(failure));
  return played_.failures.back();
}

}  // namespace waymark
