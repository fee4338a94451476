#include "engine/verify/reply_digest.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <type_traits>
#include <variant>

namespace waymark {
namespace {

constexpr std::size_t kWordsInLine = 60;

// Letters to add, drop or change to make one of the other.
std::size_t distance(std::string_view one, std::string_view other) {
  std::vector<std::size_t> row(other.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < one.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < other.size(); ++j) {
      const std::size_t changed = diagonal + (one[i] == other[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, changed});
    }
  }
  return row.back();
}

// The first letters, without half a character at the end.
std::string shortened(std::string text) {
  if (text.size() <= kWordsInLine) return text;
  std::size_t end = kWordsInLine;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

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

std::vector<std::string> prompts_said(const Reply& reply) {
  std::vector<std::string> prompts;
  for (const Part& part : reply.parts) {
    if (const auto* text = std::get_if<TextPart>(&part)) prompts.push_back(text->prompt.value);
  }
  // A prompt of several bubbles is said once.
  prompts.erase(std::ranges::unique(prompts).begin(), prompts.end());
  return prompts;
}

std::vector<Choice> choices_shown(const Reply& reply) {
  std::vector<Choice> all;
  for (const Part& part : reply.parts) {
    if (const auto* shown = std::get_if<ChoicesPart>(&part)) {
      all.insert(all.end(), shown->choices.begin(), shown->choices.end());
    }
  }
  return all;
}

std::string_view own_name(const ChoiceId& choice) {
  const std::string_view id = choice.value;
  const std::size_t cut = id.find_last_of("/:");
  return cut == std::string_view::npos ? id : id.substr(cut + 1);
}

std::string in_a_line(const Reply& reply) {
  std::string line;
  std::string last;
  for (const Part& part : reply.parts) {
    std::string shown;
    if (const auto* text = std::get_if<TextPart>(&part)) {
      shown = text->prompt.value;
    } else if (const auto* choices = std::get_if<ChoicesPart>(&part)) {
      for (const Choice& choice : choices->choices) {
        shown += (shown.empty() ? "[" : " [") + std::string(own_name(choice.id)) + ']';
      }
    } else {
      shown = '"' + shortened(words_of(part)) + '"';
    }
    if (shown != last) line += (line.empty() ? "" : ", ") + shown;
    last = shown;
  }
  return line;
}

std::string nearest_of(std::string_view wanted, const std::vector<std::string>& came) {
  std::string nearest;
  // More than half of it changed is no likeness.
  std::size_t least = wanted.size() / 2 + 1;
  for (const std::string& each : came) {
    const std::size_t away = distance(wanted, each);
    if (away >= least) continue;
    least = away;
    nearest = each;
  }
  return nearest;
}

}  // namespace waymark
