#include "engine/match/pattern.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "engine/api/limits.h"
#include "engine/match/inflection.h"
#include "engine/text/analyser.h"

namespace waymark {
namespace {

using Kind = TokenExpression::Kind;
using Parsed = std::expected<TokenExpression, PatternError>;

constexpr std::uint32_t kDefaultGap = 3;
constexpr std::uint32_t kUnorderedGap = 4;
constexpr std::string_view kSpecial = " \t[](){}<>|&*^$+";

TokenExpression any_of_words(std::vector<WordId> words) {
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
  TokenExpression out;
  out.kind = Kind::Words;
  out.words = std::move(words);
  return out;
}

class Parser {
 public:
  Parser(std::string_view phrase, PhraseKind kind, Language& language, const SetLookup& sets)
      : phrase_(phrase), kind_(kind), language_(language), sets_(sets) {}

  Parsed run() {
    Parsed items = parse_items();
    if (!items) return items;
    if (at_ < phrase_.size())
      return fail("WM301", std::string("unexpected '") + phrase_[at_] + "'");
    if (items->children.empty()) return fail("WM302", "the phrase is empty");
    return items;
  }

 private:
  [[nodiscard]] std::unexpected<PatternError> fail(std::string code, std::string message) const {
    return std::unexpected(PatternError{std::move(code), std::move(message), at_});
  }

  void skip_blanks() {
    while (at_ < phrase_.size() && (phrase_[at_] == ' ' || phrase_[at_] == '\t')) ++at_;
  }

  bool take(char wanted) {
    if (at_ >= phrase_.size() || phrase_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  // A run of items up to a closing mark, '|', '&' or the end: a Sequence.
  Parsed parse_items() {
    std::vector<TokenExpression> items;
    for (skip_blanks(); at_ < phrase_.size(); skip_blanks()) {
      if (std::string_view(")]}>|&").find(phrase_[at_]) != std::string_view::npos) break;
      Parsed item = parse_item();
      if (!item) return item;
      items.push_back(*std::move(item));
    }
    return TokenExpression::of(Kind::Sequence, std::move(items));
  }

  Parsed parse_item() {
    switch (phrase_[at_]) {
      case '[': ++at_; return parse_group(']');
      case '(': ++at_; return parse_group(')');
      case '{': ++at_; return parse_set();
      case '<': ++at_; return parse_entity();
      case '*': ++at_; return parse_gap();
      case '^':
      case '$': ++at_; return parse_edge();
      case '+': return fail("WM301", "'+' belongs right behind a word");
      default: return parse_word();
    }
  }

  Parsed parse_group(char close) {
    std::vector<TokenExpression> members;
    char joint = '|';
    while (true) {
      Parsed items = parse_items();
      if (!items) return items;
      if (items->children.empty()) return fail("WM302", "there is nothing between the brackets");
      members.push_back(*std::move(items));
      if (at_ >= phrase_.size()) return fail("WM303", std::string("missing '") + close + "'");
      const char next = phrase_[at_++];
      if (next == close) break;
      if ((next != '|' && next != '&') || (members.size() > 1 && next != joint)) {
        --at_;
        return fail("WM303", std::string("expected '") + close + "' here");
      }
      joint = next;
    }
    if (joint == '&') return finish_unordered(close, std::move(members));
    TokenExpression either = either_of(std::move(members));
    if (close == ')') return either;
    std::vector<TokenExpression> optional;
    optional.push_back(std::move(either));
    return TokenExpression::of(Kind::Optional, std::move(optional));
  }

  Parsed finish_unordered(char close, std::vector<TokenExpression> members) {
    if (close == ']' || kind_ == PhraseKind::SetEntry) {
      return fail("WM306", "'&' belongs in round brackets of a pattern");
    }
    if (members.size() > kMaxUnordered) {
      return fail("WM304", "at most 4 parts can stand in any order");
    }
    TokenExpression all = TokenExpression::of(Kind::Unordered, std::move(members));
    all.count = kUnorderedGap;
    return all;
  }

  // A set of single words is a class like any other; only larger ones are worth sharing.
  static TokenExpression shared(std::shared_ptr<const TokenExpression> set) {
    if (set->kind == Kind::Words) return *set;
    TokenExpression out = TokenExpression::of(Kind::Shared, {});
    out.shared = std::move(set);
    return out;
  }

  Parsed parse_edge() {
    if (kind_ == PhraseKind::SetEntry) return fail("WM306", "a synonym set holds no '^' or '$'");
    return TokenExpression::of(Kind::Edge, {});
  }

  Parsed parse_set() {
    const std::size_t end = phrase_.find('}', at_);
    if (end == std::string_view::npos) return fail("WM303", "missing '}'");
    const std::string_view name = phrase_.substr(at_, end - at_);
    auto set = sets_(name);
    if (!set) {
      PatternError error = std::move(set.error());
      error.offset = at_;
      return std::unexpected(std::move(error));
    }
    at_ = end + 1;
    return shared(*std::move(set));
  }

  Parsed parse_entity() {
    const std::size_t end = phrase_.find('>', at_);
    if (end == std::string_view::npos) return fail("WM303", "missing '>'");
    const auto type = entity_type(phrase_.substr(at_, end - at_));
    if (!type) return fail("WM307", "there is no entity of this name");
    if (kind_ == PhraseKind::SetEntry) return fail("WM306", "a synonym set holds no entities");
    at_ = end + 1;
    TokenExpression entity = TokenExpression::of(Kind::Entity, {});
    entity.entity = *type;
    return entity;
  }

  Parsed parse_gap() {
    if (kind_ == PhraseKind::SetEntry) return fail("WM306", "a synonym set holds no gaps");
    std::uint32_t words = kDefaultGap;
    const char* const from = phrase_.data() + at_;
    const auto [stop, error] = std::from_chars(from, phrase_.data() + phrase_.size(), words);
    if (error != std::errc::invalid_argument) at_ += static_cast<std::size_t>(stop - from);
    if (error == std::errc::result_out_of_range || words == 0 || words > kMaxGap)
      return fail("WM304", "a gap is 1 to 10 words");
    TokenExpression gap = TokenExpression::of(Kind::Gap, {});
    gap.count = words;
    return gap;
  }

  Parsed parse_word() {
    std::size_t end = phrase_.find_first_of(kSpecial, at_);
    if (end == std::string_view::npos) end = phrase_.size();
    const std::string_view written = phrase_.substr(at_, end - at_);
    const std::vector<std::string> words = content_words(language_, written);
    if (words.empty()) return fail("WM305", "there is no word here");
    at_ = end;
    const bool inflected = take('+');
    if (inflected && words.size() > 1) {
      return fail("WM305", "'+' needs a single word; this one stands for several");
    }
    std::vector<TokenExpression> sequence;
    for (const std::string& word : words) sequence.push_back(word_class(word, inflected));
    if (sequence.size() == 1) return std::move(sequence.front());
    return TokenExpression::of(Kind::Sequence, std::move(sequence));
  }

  TokenExpression word_class(const std::string& word, bool inflected) {
    if (!inflected) return any_of_words({language_.vocabulary.add(word)});
    std::vector<WordId> ids;
    for (const std::string& form : inflections(word)) {
      ids.push_back(language_.vocabulary.add(form));
    }
    return any_of_words(std::move(ids));
  }

  std::string_view phrase_;
  PhraseKind kind_;
  Language& language_;
  const SetLookup& sets_;
  std::size_t at_ = 0;
};

// A sequence of one is that one; a set is what stands in it.
TokenExpression unwrapped(TokenExpression expression) {
  while (true) {
    if (expression.kind == Kind::Shared) {
      const std::shared_ptr<const TokenExpression> set = std::move(expression.shared);
      expression = *set;
    } else if (expression.kind == Kind::Sequence && expression.children.size() == 1) {
      TokenExpression child = std::move(expression.children.front());
      expression = std::move(child);
    } else {
      return expression;
    }
  }
}

}  // namespace

TokenExpression either_of(std::vector<TokenExpression> options) {
  std::vector<WordId> words;
  std::vector<TokenExpression> others;
  others.reserve(options.size());
  const auto sort_in = [&](const auto& self, TokenExpression option) -> void {
    TokenExpression inner = unwrapped(std::move(option));
    if (inner.kind == Kind::Words) {
      words.insert(words.end(), inner.words.begin(), inner.words.end());
    } else if (inner.kind == Kind::Alternation) {
      for (TokenExpression& child : inner.children) self(self, std::move(child));
    } else {
      others.push_back(std::move(inner));
    }
  };
  for (TokenExpression& option : options) sort_in(sort_in, std::move(option));
  if (!words.empty()) others.insert(others.begin(), any_of_words(std::move(words)));
  if (others.size() == 1) return std::move(others.front());
  return TokenExpression::of(Kind::Alternation, std::move(others));
}

std::expected<TokenExpression, PatternError> parse_pattern(std::string_view phrase, PhraseKind kind,
                                                           Language& language,
                                                           const SetLookup& sets) {
  return Parser(phrase, kind, language, sets).run();
}

}  // namespace waymark
