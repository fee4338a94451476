#include "engine/match/number_words.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace waymark {
namespace {

// What two neighbours make together, or 0 where they stay two.
using Join = std::uint32_t (*)(std::uint32_t left, std::uint32_t right);

std::uint32_t tens_and_units(std::uint32_t left, std::uint32_t right) {
  const bool joins = left >= 20 && left <= 90 && left % 10 == 0 && right >= 1 && right <= 9;
  return joins ? left + right : 0;
}

std::uint32_t times_hundred(std::uint32_t left, std::uint32_t right) {
  return left >= 1 && left <= 9 && right == 100 ? left * 100 : 0;
}

std::uint32_t hundreds_and_rest(std::uint32_t left, std::uint32_t right) {
  const bool joins = left >= 100 && left <= 900 && left % 100 == 0 && right >= 1 && right <= 99;
  return joins ? left + right : 0;
}

// The whole number of up to three digits, or 0.
std::uint32_t small_value(const Entity& entity) {
  std::uint32_t number = 0;
  const char* const end = entity.value.data() + entity.value.size();
  const auto [stop, error] = std::from_chars(entity.value.data(), end, number);
  return error == std::errc() && stop == end && number <= 999 ? number : 0;
}

bool is_written_out(const Entity& entity, const Utterance& utterance) {
  return utterance.tokens[entity.tokens.last - 1].kind == TokenKind::Word;
}

class Joiner {
 public:
  explicit Joiner(const Utterance& utterance) : utterance_(utterance) {}

  [[nodiscard]] std::vector<Entity> joined(std::vector<Entity> numbers, Join join) const {
    std::vector<Entity> out;
    for (Entity& next : numbers) {
      const std::uint32_t sum = out.empty() ? 0 : sum_of(out.back(), next, join);
      if (sum == 0) {
        out.push_back(std::move(next));
        continue;
      }
      Entity& left = out.back();
      left.value = std::to_string(sum);
      left.tokens.last = next.tokens.last;
      left.span.end = next.span.end;
    }
    return out;
  }

 private:
  [[nodiscard]] std::uint32_t sum_of(const Entity& left, const Entity& right, Join join) const {
    const bool may_be_digits = join == times_hundred;
    if (!is_written_out(right, utterance_)) return 0;
    if (!may_be_digits && !is_written_out(left, utterance_)) return 0;
    if (!stand_together(left.tokens, right.tokens, join)) return 0;
    return join(small_value(left), small_value(right));
  }

  // English says "and" after the hundreds.
  [[nodiscard]] bool stand_together(TokenSpan left, TokenSpan right, Join join) const {
    if (left.last == right.first) return true;
    return join == hundreds_and_rest && left.last + 1 == right.first &&
           utterance_.tokens[left.last].text == "and";
  }

  const Utterance& utterance_;
};

}  // namespace

std::vector<Entity> join_numbers(std::vector<Entity> numbers, const Utterance& utterance) {
  if (numbers.size() < 2) return numbers;
  const Joiner joiner(utterance);
  for (const Join join : {tens_and_units, times_hundred, hundreds_and_rest}) {
    numbers = joiner.joined(std::move(numbers), join);
  }
  return numbers;
}

}  // namespace waymark
