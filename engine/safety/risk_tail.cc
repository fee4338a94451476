#include "engine/safety/risk_tail.h"

#include <algorithm>

#include "engine/api/limits.h"

namespace waymark {
namespace {

// Instead of a word: one that no risk rule names, and the end of a sentence.
constexpr StableId kOtherWord = 0;
constexpr StableId kSentenceEnd = 1;

}  // namespace

void RiskTail::add(WordId word, std::string_view text) {
  const StableId id = stable_id(text);
  if (words_.emplace(id, word).second) ids_.emplace(word, id);
}

std::vector<StableId> RiskTail::after(const std::vector<StableId>& before,
                                      const Utterance& utterance) const {
  std::vector<StableId> tail = before;
  for (const Token& token : utterance.tokens) {
    const auto known = ids_.find(token.word);
    if (token.kind == TokenKind::Boundary) {
      tail.push_back(kSentenceEnd);
    } else {
      tail.push_back(known == ids_.end() ? kOtherWord : known->second);
    }
  }
  // A full stop at the end of a message says less than the end of the message.
  while (!tail.empty() && tail.back() == kSentenceEnd) tail.pop_back();
  const auto is_known = [](StableId id) { return id != kOtherWord && id != kSentenceEnd; };
  if (tail.size() > kMaxRiskTail) tail.erase(tail.begin(), tail.end() - kMaxRiskTail);
  tail.erase(tail.begin(), std::ranges::find_if(tail, is_known));
  return tail;
}

std::vector<Token> RiskTail::tokens(const std::vector<StableId>& tail,
                                    const Vocabulary& vocabulary) const {
  std::vector<Token> tokens;
  for (const StableId id : tail) {
    Token& token = tokens.emplace_back();
    if (id == kSentenceEnd) token.kind = TokenKind::Boundary;
    const auto known = words_.find(id);
    if (known == words_.end()) continue;
    token.word = known->second;
    token.text = vocabulary.word(known->second);
  }
  return tokens;
}

}  // namespace waymark
