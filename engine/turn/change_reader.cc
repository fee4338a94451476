// "Change my answer to question 3 to several days": which answer of a form, and to what. A question
// is named by its name in the summary or by its number, an option by its label or its number; what
// is left of the message must be a command to change, or nothing but small words.

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "engine/turn/answer_reader.h"

namespace waymark {
namespace {

using Words = std::vector<std::string>;

// Words by token; the end of a sentence, and what was read already, is empty.
Words words_of(const Utterance& utterance) {
  Words words;
  for (const Token& token : utterance.tokens) {
    words.push_back(token.kind == TokenKind::Boundary ? std::string() : token.text);
  }
  return words;
}

Words split(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::optional<TokenSpan> find_words(const Words& words, const Words& phrase) {
  if (phrase.empty()) return std::nullopt;
  const auto found = std::ranges::search(words, phrase);
  if (found.empty()) return std::nullopt;
  const auto first = static_cast<std::uint32_t>(found.begin() - words.begin());
  return TokenSpan{first, first + static_cast<std::uint32_t>(phrase.size())};
}

void take(Words& words, TokenSpan span) {
  for (std::uint32_t i = span.first; i < span.last; ++i) words[i].clear();
}

// From 0; nothing when the number is out of the range.
std::optional<std::size_t> index_of(const Entity& entity, std::size_t size) {
  std::size_t number = 0;
  const char* end = entity.value.data() + entity.value.size();
  const auto [stop, error] = std::from_chars(entity.value.data(), end, number);
  if (error != std::errc() || stop != end || number < 1 || number > size) return std::nullopt;
  return number - 1;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& all, std::string_view word) {
  return std::ranges::find(all, word) != all.end();
}

class ChangeReader {
 public:
  ChangeReader(const Bundle& bundle, const Session& session, const FormNode& form,
               const Understanding& understanding)
      : bundle_(bundle),
        labels_(bundle.locale(session.locale).label_words),
        form_(form),
        understanding_(understanding),
        words_(words_of(understanding.utterance)) {}

  std::optional<Change> read() {
    const auto question = by_name() ? question_ : by_number();
    if (!question) return std::nullopt;
    Change change{form_.questions[*question].ask, {}};
    change.option = option_of(std::get<AskNode>(bundle_.graph.node(change.ask).body));
    if (!is_command() && !(change.option && is_rest_small())) return std::nullopt;
    return change;
  }

 private:
  [[nodiscard]] Words label(PromptIndex prompt) const {
    const auto found = labels_.find(static_cast<std::uint32_t>(prompt));
    return found == labels_.end() ? Words{} : split(found->second);
  }

  // The longest name that stands in the message.
  bool by_name() {
    TokenSpan best;
    for (std::size_t i = 0; i < form_.questions.size(); ++i) {
      const auto span = find_words(words_, label(form_.questions[i].name));
      if (!span || span->last - span->first <= best.last - best.first) continue;
      best = *span;
      question_ = i;
    }
    take(words_, best);
    return question_.has_value();
  }

  // "question 3", "the third question".
  std::optional<std::size_t> by_number() {
    static constexpr std::array<std::string_view, 4> kBefore = {"question", "number", "answer",
                                                                "no"};
    static constexpr std::array<std::string_view, 3> kBehind = {"question", "answer", "one"};
    for (const Entity& entity : understanding_.entities) {
      if (entity.type != EntityType::Number || entity.tokens.last > words_.size()) continue;
      const auto index = index_of(entity, form_.questions.size());
      if (!index) continue;
      TokenSpan span = entity.tokens;
      if (span.first > 0 && is_one_of(kBefore, words_[span.first - 1])) {
        --span.first;
      } else if (span.last < words_.size() && is_one_of(kBehind, words_[span.last])) {
        ++span.last;
      } else {
        continue;
      }
      take(words_, span);
      return index;
    }
    return std::nullopt;
  }

  std::optional<std::size_t> option_of(const AskNode& ask) {
    std::optional<std::size_t> option;
    TokenSpan best;
    for (std::size_t i = 0; i < ask.choices.size(); ++i) {
      const auto span = find_words(words_, label(ask.choices[i].label));
      if (!span || span->last - span->first <= best.last - best.first) continue;
      best = *span;
      option = i;
    }
    if (option) {
      take(words_, best);
      return option;
    }
    for (const Entity& entity : understanding_.entities) {
      const bool is_left = entity.type == EntityType::Number &&
                           entity.tokens.first < words_.size() &&
                           !words_[entity.tokens.first].empty();
      if (!is_left) continue;
      option = index_of(entity, ask.choices.size());
      if (option) take(words_, entity.tokens);
      return option;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_command() const {
    if (!understanding_.meaning) return false;
    const auto command = bundle_.intents[understanding_.meaning->intent].command;
    return command == Command::Back || command == Command::Change;
  }

  [[nodiscard]] bool is_rest_small() const {
    static constexpr std::array<std::string_view, 15> kSmall = {
        "to",  "is",  "was",  "should", "be",  "my",  "the",   "answer",
        "for", "now", "make", "it",     "put", "set", "please"};
    return std::ranges::all_of(
        words_, [](const std::string& word) { return word.empty() || is_one_of(kSmall, word); });
  }

  const Bundle& bundle_;
  const std::unordered_map<std::uint32_t, std::string>& labels_;
  const FormNode& form_;
  const Understanding& understanding_;
  Words words_;
  std::optional<std::size_t> question_;
};

}  // namespace

std::optional<Change> read_change(const Bundle& bundle, const Session& session,
                                  const Understanding& understanding) {
  const auto waiting = bundle.graph.find(session.waiting);
  const auto* ask = waiting ? std::get_if<AskNode>(&bundle.graph.node(*waiting).body) : nullptr;
  if (ask == nullptr || !ask->form) return std::nullopt;
  const FormNode& form = std::get<FormNode>(bundle.graph.node(ask->form->form).body);
  auto change = ChangeReader(bundle, session, form, understanding).read();
  // A question that has no answer yet comes in its turn.
  if (!change || ask->form->part == FormPlace::Part::Which) return change;
  const auto named = std::ranges::find(form.questions, change->ask, &FormNode::Question::ask);
  if (change->ask != *waiting && !find_slot(session.slots, named->slot)) return std::nullopt;
  return change;
}

}  // namespace waymark
