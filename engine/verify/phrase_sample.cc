#include "engine/verify/phrase_sample.h"

#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace waymark {
namespace {

// Sets use sets; the compiler refuses circles, but what is sampled need not be compiled.
constexpr int kMostSetsDeep = 16;

std::string_view entity_words(std::string_view type) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kWords = {
      {{"number", "12"},
       {"nation", "scotland"},
       {"place", "leeds"},
       {"postcode", "m14 5sx"},
       {"age", "i am 34"},
       {"when", "next tuesday"},
       {"money", "40 pounds"},
       {"relation", "my mum"},
       {"phone", "07700 900123"}}};
  for (const auto& [name, words] : kWords) {
    if (name == type) return words;
  }
  return {};
}

class Sampler {
 public:
  Sampler(std::string_view phrase, const PhraseSets& sets, int depth)
      : phrase_(phrase), sets_(sets), depth_(depth) {}

  std::optional<std::string> run() {
    auto words = items();
    if (!words || at_ < phrase_.size()) return std::nullopt;
    return words;
  }

 private:
  static void join(std::string& to, std::string_view words) {
    if (!to.empty() && !words.empty()) to += ' ';
    to += words;
  }

  [[nodiscard]] bool is_at(std::string_view marks) const {
    return at_ < phrase_.size() && marks.find(phrase_[at_]) != std::string_view::npos;
  }

  std::optional<std::string> items() {
    std::string words;
    while (at_ < phrase_.size() && !is_at(")]|&")) {
      const auto item = one();
      if (!item) return std::nullopt;
      join(words, *item);
    }
    return words;
  }

  std::optional<std::string> one() {
    const char mark = phrase_[at_];
    switch (mark) {
      case ' ':
      case '\t':
      case '^':
      case '$':
      case '+': ++at_; return "";
      case '*':
        ++at_;
        while (is_at("0123456789")) ++at_;
        return "";
      case '(': return group(')');
      case '[': return group(']') ? std::optional<std::string>("") : std::nullopt;
      case '{': return named('}');
      case '<': return named('>');
      default: break;
    }
    const std::size_t end = phrase_.find_first_of(" \t[](){}<>|&*^$+", at_ + 1);
    const std::string_view word = phrase_.substr(at_, end - at_);
    at_ += word.size();
    return std::string(word);
  }

  // The first of alternatives, or all of an unordered group.
  std::optional<std::string> group(char close) {
    ++at_;
    std::string words;
    bool is_first = true;
    bool is_all = true;
    while (true) {
      const auto part = items();
      if (!part || at_ == phrase_.size()) return std::nullopt;
      if (is_first || is_all) join(words, *part);
      is_first = false;
      const char mark = phrase_[at_++];
      if (mark == close) return words;
      if (mark != '|' && mark != '&') return std::nullopt;
      is_all = mark == '&';
    }
  }

  std::optional<std::string> named(char close) {
    const std::size_t end = phrase_.find(close, at_);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view name = phrase_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (close == '>') return std::string(entity_words(name));
    const auto set = sets_.find(name);
    if (set == sets_.end() || set->second.empty() || depth_ == 0) return std::nullopt;
    return Sampler(set->second.front(), sets_, depth_ - 1).run();
  }

  std::string_view phrase_;
  const PhraseSets& sets_;
  int depth_;
  std::size_t at_ = 0;
};

}  // namespace

std::string phrase_sample(std::string_view phrase, const PhraseSets& sets) {
  return Sampler(phrase, sets, kMostSetsDeep).run().value_or("");
}

}  // namespace waymark
