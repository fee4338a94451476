// Which stored conversations are answered differently: each is played on both versions, and the
// first turn that differs is told.

#include <algorithm>
#include <map>
#include <string_view>

#include "engine/api/difference.h"
#include "engine/api/rehearsal.h"
#include "engine/verify/each_kind.h"

namespace waymark {
namespace {

// A part as a line that can be read aloud.
std::string line_of(const Part& part) {
  const auto with = [](const std::string& text, const std::string& more) {
    return more.empty() ? text : text + ", " + more;
  };
  return std::visit(
      EachKind{[](const TextPart& text) { return "says: " + text.text; },
               [&](const ChoicesPart& choices) {
                 std::string labels;
                 for (const Choice& choice : choices.choices) {
                   labels += (labels.empty() ? "" : " | ") + choice.label;
                 }
                 return "offers: " + labels;
               },
               [&](const ContactPart& contact) {
                 return with(with(with("shows: " + contact.name, contact.phone), contact.sms),
                             contact.url);
               },
               [&](const LinkPart& link) { return with("links: " + link.label, link.url); },
               [&](const CardPart& card) {
                 return with(with("shows: " + card.title, card.text), card.url);
               }},
      part);
}

std::vector<std::string> lines_of(const RehearsedTurn* turn) {
  std::vector<std::string> lines;
  if (turn == nullptr) return lines;
  for (const Part& part : turn->reply.parts) lines.push_back(line_of(part));
  return lines;
}

std::vector<std::string> lacking(const std::vector<std::string>& from,
                                 const std::vector<std::string>& in) {
  std::vector<std::string> lines;
  for (const std::string& line : from) {
    if (std::ranges::find(in, line) == in.end()) lines.push_back(line);
  }
  return lines;
}

ChangedAnswer changed(const SourceFile& file, const RehearsedTurn& turn,
                      const std::vector<std::string>& was, const std::vector<std::string>& is) {
  ChangedAnswer answer{{file.path, turn.line, 1}, turn.visitor, lacking(was, is), lacking(is, was)};
  if (answer.gone.empty() && answer.added.empty())
    answer.added = {"says the same in another order"};
  return answer;
}

}  // namespace

std::vector<ChangedAnswer> changed_answers(const Bundle& before, const Bundle& after,
                                           const SourceFile& file, UtcSeconds now) {
  const RehearsalReport was = rehearse(before, file, {now, {}});
  const RehearsalReport is = rehearse(after, file, {now, {}});
  struct Both {
    const RehearsedTurn* was = nullptr;
    const RehearsedTurn* is = nullptr;
  };
  std::map<std::uint32_t, Both> by_line;
  for (const RehearsedTurn& turn : was.played) by_line[turn.line].was = &turn;
  for (const RehearsedTurn& turn : is.played) by_line[turn.line].is = &turn;
  std::vector<ChangedAnswer> answers;
  std::size_t told = 0;  // the conversation whose first difference was told
  for (const auto& [line, both] : by_line) {
    const RehearsedTurn& turn = both.is == nullptr ? *both.was : *both.is;
    if (turn.conversation == told) continue;
    const std::vector<std::string> old_lines = lines_of(both.was);
    const std::vector<std::string> new_lines = lines_of(both.is);
    if (old_lines == new_lines) continue;
    answers.push_back(changed(file, turn, old_lines, new_lines));
    if (both.is == nullptr) {
      answers.back().added = {"has no answer: what is chosen there is not on show"};
    }
    told = turn.conversation;
  }
  return answers;
}

}  // namespace waymark
