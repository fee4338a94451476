#pragma once
// The second form of a pattern: an RE2 over the tokens of a message as a string. The automaton
// decides in a turn; this one is the referee that must agree with it on every input, built on
// demand by tests and tools, one pattern at a time, never one big set. One thread.
//
//   TokenRegex regex(expression);
//   RegexAnswer answer = regex.match(utterance.tokens, entities);
//
// A token is its word's number and a blank, a sentence edge is ". ", and where an entity begins the
// token carries a placeholder: its type and how many tokens it has ("17;b2 "). A message of two
// words, the first a number, is ". 4;a1 9 . ". Parts in any order are spelt out in every order.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/text/pattern_set.h"

namespace re2 {
class RE2;
}

namespace waymark {

struct RegexAnswer {
  std::vector<TokenSpan> spans;  // the longest from each token where one begins; each once, sorted
  bool slow_path = false;        // the regular expression was over a bound: the automaton answered
};

// A message as the string that token regexes read.
struct TokenString {
  std::string text;
  std::vector<std::size_t> rows;  // where each row begins, and the end
  bool is_readable = true;        // false where an entity has more than kMaxEntityTokens
};

inline constexpr std::uint32_t kMaxEntityTokens = 12;

[[nodiscard]] TokenString token_string(const std::vector<Token>& tokens,
                                       const std::vector<EntitySpan>& entities);

class TokenRegex {
 public:
  // Bytes that RE2 may take for one pattern.
  static constexpr std::int64_t kBudget = std::int64_t{64} << 20;

  // `expression` must not match without any token (see AutomatonTable::add).
  explicit TokenRegex(const TokenExpression& expression, std::int64_t budget = kBudget);
  ~TokenRegex();
  TokenRegex(const TokenRegex&) = delete;
  TokenRegex& operator=(const TokenRegex&) = delete;

  [[nodiscard]] RegexAnswer match(const std::vector<Token>& tokens,
                                  const std::vector<EntitySpan>& entities);

  // How many messages the slower path answered.
  [[nodiscard]] std::uint64_t slow_answers() const { return slow_answers_; }

 private:
  std::unique_ptr<re2::RE2> regex_;  // null when it does not fit the budget
  PatternSet automaton_;
  std::uint64_t slow_answers_ = 0;
};

}  // namespace waymark
