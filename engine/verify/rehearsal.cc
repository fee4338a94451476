#include "engine/api/rehearsal.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "engine/api/check.h"
#include "engine/api/engine.h"

namespace waymark {
namespace {

enum class LineKind : std::uint8_t {
  Blank,
  Note,
  User,
  Choose,
  Intent,
  Safety,
  Prompt,
  Words,
  NoWords,
  Unknown
};

struct Line {
  LineKind kind = LineKind::Unknown;
  std::string_view text;
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

Line read_line(std::string_view line) {
  static constexpr std::array<std::pair<std::string_view, LineKind>, 7> kKinds = {
      {{"user:", LineKind::User},
       {"choose:", LineKind::Choose},
       {"intent:", LineKind::Intent},
       {"safety:", LineKind::Safety},
       {"bot:", LineKind::Prompt},
       {"bot~", LineKind::Words},
       {"not~", LineKind::NoWords}}};
  const std::string_view text = trimmed(line);
  if (text.empty()) return {LineKind::Blank, {}};
  if (text.front() == '#') return {LineKind::Note, {}};
  for (const auto& [prefix, kind] : kKinds) {
    if (text.starts_with(prefix)) return {kind, trimmed(text.substr(prefix.size()))};
  }
  return {LineKind::Unknown, text};
}

std::string words_of(const Part& part) {
  return std::visit(
      [](const auto& shown) -> std::string {
        using Shown = std::decay_t<decltype(shown)>;
        if constexpr (std::is_same_v<Shown, TextPart>) {
          return shown.text;
        } else if constexpr (std::is_same_v<Shown, ChoicesPart>) {
          std::string labels;
          for (const Choice& choice : shown.choices) labels += '[' + choice.label + "] ";
          return labels;
        } else if constexpr (std::is_same_v<Shown, ContactPart>) {
          return shown.name + ' ' + shown.phone + ' ' + shown.sms + ' ' + shown.url + ' ' +
                 shown.hours + ' ' + shown.note;
        } else if constexpr (std::is_same_v<Shown, LinkPart>) {
          return shown.label + ' ' + shown.url;
        } else {
          return shown.title + ' ' + shown.text + ' ' + shown.label;
        }
      },
      part);
}

class Rehearsal {
 public:
  Rehearsal(const Bundle& bundle, const SourceFile& file, UtcSeconds now)
      : bundle_(bundle), file_(file), now_(now) {}

  RehearsalReport run() {
    std::string_view rest = file_.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      ++line_;
      text_ = trimmed(rest.substr(0, end));
      play(read_line(text_));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return std::move(report_);
  }

 private:
  void fail(std::string code, std::string message, std::string remedy) {
    report_.failures.push_back({std::move(code),
                                Severity::Error,
                                {file_.path, line_, 1},
                                std::move(message),
                                std::move(remedy)});
  }

  void play(const Line& line) {
    switch (line.kind) {
      case LineKind::Blank:
        turn_.reset();
        session_.reset();
        break;
      case LineKind::Note: break;
      case LineKind::User: take(SayMessage{TypedText(std::string(line.text))}); break;
      case LineKind::Choose: choose(line.text); break;
      case LineKind::Intent:
        expect_equal("intent", turn_ ? turn_->trace.intent : std::string(), line.text);
        break;
      case LineKind::Safety:
        expect_equal("safety", turn_ && !turn_->trace.safety.empty() ? turn_->trace.safety : "none",
                     line.text);
        break;
      case LineKind::Prompt: expect_prompt(line.text); break;
      case LineKind::Words: expect_words(line.text, true); break;
      case LineKind::NoWords: expect_words(line.text, false); break;
      case LineKind::Unknown:
        fail("WM701", "This line begins with none of the known words.",
             "Begin it with user:, choose:, intent:, safety:, bot:, bot~, not~ or #.");
    }
  }

  void take(const Message& message) {
    if (!session_) {
      session_ = take_turn(bundle_, start_session(bundle_, {}), StartMessage{}, now_).session;
      ++report_.conversations;
    }
    ++report_.turns;
    turn_ = take_turn(bundle_, *session_, message, now_);
    report_.played.push_back(
        {report_.conversations, line_, std::string(text_), turn_->reply, turn_->trace.path});
    Session reopened;
    WAYMARK_CHECK(decode_session(encode_session(turn_->session), reopened));
    session_ = std::move(reopened);
  }

  // A choice by its id, its own part of the id, or its label, among those on show.
  void choose(std::string_view wanted) {
    if (turn_) {
      for (const Part& part : turn_->reply.parts) {
        const auto* shown = std::get_if<ChoicesPart>(&part);
        if (shown == nullptr) continue;
        for (const Choice& choice : shown->choices) {
          const std::string_view id = choice.id.value;
          const std::size_t cut = id.find_last_of("/:");
          const std::string_view own = cut == std::string_view::npos ? id : id.substr(cut + 1);
          if (id == wanted || own == wanted || choice.label == wanted) {
            return take(ChooseMessage{ChoiceId{choice.id}});
          }
        }
      }
    }
    ++report_.checks;
    fail("WM702", "No choice \"" + std::string(wanted) + "\" is on show. " + shown_now(),
         "Use one that is, or correct the flow.");
  }

  void expect_equal(std::string_view what, const std::string& got, std::string_view wanted) {
    ++report_.checks;
    if (got == wanted) return;
    fail("WM703",
         "The " + std::string(what) + " is \"" + got + "\", not \"" + std::string(wanted) + "\".",
         "Correct the rules or this line.");
  }

  void expect_prompt(std::string_view wanted) {
    ++report_.checks;
    const bool found = turn_ && std::ranges::any_of(turn_->reply.parts, [&](const Part& part) {
                         const auto* text = std::get_if<TextPart>(&part);
                         return text != nullptr && text->prompt.value == wanted;
                       });
    if (found) return;
    fail("WM704", "The reply does not say \"" + std::string(wanted) + "\". " + shown_now(),
         "Correct the flow or this line.");
  }

  void expect_words(std::string_view wanted, bool is_wanted) {
    ++report_.checks;
    const bool found = turn_ && std::ranges::any_of(turn_->reply.parts, [&](const Part& part) {
                         return words_of(part).find(wanted) != std::string::npos;
                       });
    if (found == is_wanted) return;
    fail("WM705",
         std::string("The reply ") + (is_wanted ? "lacks" : "has") + " the words \"" +
             std::string(wanted) + "\". " + shown_now(),
         "Correct the words or this line.");
  }

  // What the reply holds, for the finding.
  [[nodiscard]] std::string shown_now() const {
    if (!turn_) return "Nothing was said yet.";
    std::string text = "It says:";
    for (const Part& part : turn_->reply.parts) {
      const auto* said = std::get_if<TextPart>(&part);
      text += said != nullptr ? ' ' + said->prompt.value : ' ' + words_of(part).substr(0, 60);
    }
    return text + '.';
  }

  const Bundle& bundle_;
  const SourceFile& file_;
  UtcSeconds now_;
  RehearsalReport report_;
  std::uint32_t line_ = 0;
  std::string_view text_;  // of that line
  std::optional<Turn> turn_;
  std::optional<Session> session_;
};

}  // namespace

RehearsalReport rehearse(const Bundle& bundle, const SourceFile& file, UtcSeconds now) {
  return Rehearsal(bundle, file, now).run();
}

}  // namespace waymark
