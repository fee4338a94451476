#include "engine/match/entity_extractor.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include "engine/match/number_words.h"

namespace waymark {
namespace {

constexpr std::string_view kNumberInValue = "<number>";
constexpr std::string_view kCancels = "none";

// Nobody is older; what is more was no age.
constexpr std::size_t kMostAge = 120;

bool overlaps(const Entity& a, const Entity& b) {
  return a.tokens.first < b.tokens.last && b.tokens.first < a.tokens.last;
}

bool is_contact(const Entity& entity) {
  return entity.type == EntityType::Phone || entity.type == EntityType::Email ||
         entity.type == EntityType::Postcode;
}

// What a value with a number in it comes to: "<number>00" with "12.50" is "1250". Parts of a whole
// have a meaning for hundredths only.
std::optional<std::string> filled(const std::string& value, std::string number) {
  const std::size_t at = value.find(kNumberInValue);
  std::string rest = value.substr(at + kNumberInValue.size());
  if (const std::size_t point = number.find('.'); point != std::string::npos) {
    const std::size_t places = number.size() - point - 1;
    if (places > 2 || rest != "00") return std::nullopt;
    number.erase(point, 1);
    rest.resize(2 - places);
  }
  return value.substr(0, at) + number + rest;
}

bool is_possible(const Entity& entity) {
  if (entity.type != EntityType::Age || entity.value == kCancels) return true;
  std::size_t age = 0;
  for (const char c : entity.value) {
    if (c < '0' || c > '9' || age > kMostAge) return false;
    age = age * 10 + static_cast<std::size_t>(c - '0');
  }
  return age >= 1 && age <= kMostAge;
}

// Adds what the patterns of a set find, with the numbers that are in the message.
void add_hits(const PatternSet& patterns, const std::vector<EntityExtractor::NamedValue>& values,
              const std::vector<Entity>& numbers, const Utterance& utterance,
              std::vector<Entity>& out) {
  for (const PatternHit& hit : patterns.match(utterance.tokens, entity_spans(numbers))) {
    const EntityExtractor::NamedValue& named = values[hit.pattern];
    std::optional<std::string> value = named.value;
    if (named.value.find(kNumberInValue) != std::string::npos) {
      const auto number = std::ranges::find_if(
          numbers, [&](const Entity& entity) { return hit.span.covers(entity.tokens); });
      value = number == numbers.end() ? std::nullopt : filled(named.value, number->value);
    }
    if (!value) continue;
    const ByteSpan span{utterance.tokens[hit.span.first].source.begin,
                        utterance.tokens[hit.span.last - 1].source.end};
    out.push_back({named.type, std::move(*value), hit.span, span});
  }
}

// Adds to `out` what holds of `found`: not cancelled, the longest of what overlaps within a type,
// and nothing of a contact.
void settle(std::vector<Entity> found, std::vector<Entity>& out) {
  std::ranges::stable_sort(found, std::ranges::greater(), [](const Entity& entity) {
    return entity.tokens.last - entity.tokens.first;
  });
  for (Entity& entity : found) {
    if (entity.value == kCancels || !is_possible(entity)) continue;
    const bool is_cancelled = std::ranges::any_of(found, [&](const Entity& other) {
      return other.value == kCancels && other.type == entity.type &&
             other.tokens.covers(entity.tokens);
    });
    const bool is_taken = std::ranges::any_of(out, [&](const Entity& other) {
      return (other.type == entity.type || is_contact(other)) && overlaps(other, entity);
    });
    if (!is_cancelled && !is_taken) out.push_back(entity);
  }
}

}  // namespace

void EntityExtractor::set_names(PatternSet names, std::vector<NamedValue> values) {
  names_ = std::move(names);
  values_ = std::move(values);
}

void EntityExtractor::set_number_phrases(PatternSet phrases, std::vector<NamedValue> values) {
  number_phrases_ = std::move(phrases);
  number_values_ = std::move(values);
}

FoundEntities EntityExtractor::extract(const Utterance& utterance, std::string_view bytes) const {
  const TextScan scan = written_.scan(bytes);
  std::vector<Entity> out = written_.find_contacts(utterance, bytes, scan);
  std::vector<Entity> named;
  add_hits(names_, values_, {}, utterance, named);
  const auto others = std::ranges::stable_partition(
      named, [](const Entity& entity) { return entity.type == EntityType::Number; });
  std::vector<Entity> said(others.begin(), others.end());
  named.erase(others.begin(), others.end());
  for (std::uint32_t i = 0; i < utterance.tokens.size(); ++i) {
    const Token& token = utterance.tokens[i];
    if (token.kind != TokenKind::Number) continue;
    named.push_back({EntityType::Number, token.text, {i, i + 1}, token.source});
  }
  std::vector<Entity> numbers = out;
  settle(std::move(named), numbers);
  std::erase_if(numbers, is_contact);
  std::ranges::sort(numbers, {}, &Entity::tokens);
  numbers = join_numbers(std::move(numbers), utterance);
  if (!numbers.empty()) add_hits(number_phrases_, number_values_, numbers, utterance, said);
  std::ranges::move(written_.find_amounts(utterance, bytes, scan), std::back_inserter(said));
  std::ranges::move(numbers, std::back_inserter(out));
  settle(std::move(said), out);
  std::ranges::stable_sort(out, {}, &Entity::tokens);
  return {std::move(out), scan.slow_path};
}

std::vector<EntitySpan> entity_spans(const std::vector<Entity>& entities) {
  std::vector<EntitySpan> spans;
  spans.reserve(entities.size());
  for (const Entity& entity : entities) spans.push_back({entity.type, entity.tokens});
  return spans;
}

}  // namespace waymark
