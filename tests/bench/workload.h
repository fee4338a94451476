#pragma once
// Made-up rules and messages for the benchmarks, the same in every run: phrases of 2 to 6 words
// with alternations, options and gaps over words whose frequency falls as in a language. Every
// other message holds what some phrase says. Each phrase can be written for every engine that runs.
//
//   const Workload workload(1'000);
//   set.add(workload.phrases()[0].pattern());
//   workload.message(80, 7);

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace waymark::bench {

struct PhraseItem {
  enum class Kind : std::uint8_t { Word, Either, Maybe, Gap };
  Kind kind = Kind::Word;
  std::vector<std::string> words;
};

// Gaps pass over up to three words.
class Phrase {
 public:
  explicit Phrase(std::vector<PhraseItem> items) : items_(std::move(items)) {}

  [[nodiscard]] std::string pattern() const;     // in the phrase language
  [[nodiscard]] std::string expression() const;  // for RE2, over " word word word "
  [[nodiscard]] std::string trigger() const;     // of RiveScript, whose gaps have no bound
  [[nodiscard]] std::string example() const;     // something that matches

 private:
  std::vector<PhraseItem> items_;
};

class Workload {
 public:
  explicit Workload(std::size_t phrases);

  [[nodiscard]] const std::vector<Phrase>& phrases() const { return phrases_; }

  // A message of about so many bytes; an odd number gives one that holds a phrase.
  [[nodiscard]] std::string message(std::size_t bytes, std::uint32_t number) const;

  // Messages 0 to count - 1.
  [[nodiscard]] std::vector<std::string> messages(std::size_t bytes, std::size_t count) const;

 private:
  std::vector<Phrase> phrases_;
};

}  // namespace waymark::bench
