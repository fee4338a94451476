#pragma once
// What is said in two messages: "I want" / "to die". The session keeps the last words of a message
// as ids, of words that risk rules name and of no others, so that the next message is also screened
// together with them. Built once for a locale, then const; any thread.

#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/api/ids.h"
#include "engine/text/utterance.h"
#include "engine/text/vocabulary.h"

namespace waymark {

class RiskTail {
 public:
  // Makes a word one that may be kept.
  void add(WordId word, std::string_view text);

  // What the session keeps after `utterance` (see RiskMemory::tail), given what it kept before.
  [[nodiscard]] std::vector<StableId> after(const std::vector<StableId>& before,
                                            const Utterance& utterance) const;

  // The words of `tail` as tokens without a place in the message; those of a pack's other version
  // as words that no rule knows.
  [[nodiscard]] std::vector<Token> tokens(const std::vector<StableId>& tail,
                                          const Vocabulary& vocabulary) const;

 private:
  std::unordered_map<WordId, StableId> ids_;
  std::unordered_map<StableId, WordId> words_;
};

}  // namespace waymark
