#include "engine/match/entity_extractor.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace waymark {
namespace {

// The tokens that lie within a run of bytes.
std::optional<TokenSpan> tokens_within(const Utterance& utterance, ByteSpan span) {
  TokenSpan found{0, 0};
  for (std::uint32_t i = 0; i < utterance.tokens.size(); ++i) {
    const Token& token = utterance.tokens[i];
    if (token.source.begin < span.begin || token.source.end > span.end ||
        token.kind == TokenKind::Boundary) {
      continue;
    }
    if (found.last == 0) found.first = i;
    found.last = i + 1;
  }
  if (found.last == 0) return std::nullopt;
  return found;
}

// Only the outward part of a postcode is ever kept ("LS6 3AB" → "LS6").
std::string outward_code(std::string_view written) {
  std::string code;
  for (const char c : written) {
    if (c == ' ') break;
    code.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c);
  }
  const bool whole = written.find(' ') == std::string_view::npos && code.size() > 4;
  return whole ? code.substr(0, code.size() - 3) : code;
}

std::string kept_value(EntityType type, std::string_view written) {
  return type == EntityType::Postcode ? outward_code(written) : std::string();
}

bool overlaps(const Entity& a, const Entity& b) {
  return a.tokens.first < b.tokens.last && b.tokens.first < a.tokens.last;
}

void add_unless_taken(Entity entity, std::vector<Entity>& out) {
  const auto taken = [&](const Entity& other) { return overlaps(other, entity); };
  if (std::ranges::none_of(out, taken)) out.push_back(std::move(entity));
}

}  // namespace

EntityExtractor::EntityExtractor()
    : email_(R"(([a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}))"),
      phone_(R"((?:^|[^0-9])((?:\+44|0)(?:[ -]?\(?[0-9]\)?){9,10})(?:[^0-9]|$))"),
      postcode_(
          R"((?:^|[^a-z0-9])([a-z]{1,2}[0-9][a-z0-9]? ?[0-9][abd-hjlnp-uw-z]{2})(?:[^a-z0-9]|$))") {
}

void EntityExtractor::set_names(PatternSet names, std::vector<NamedValue> values) {
  names_ = std::move(names);
  values_ = std::move(values);
}

void EntityExtractor::add_written(const TextPattern& pattern, EntityType type,
                                  const Utterance& utterance, std::string_view bytes,
                                  std::vector<Entity>& out) const {
  for (const ByteSpan span : pattern.find_all(bytes)) {
    const auto tokens = tokens_within(utterance, span);
    if (!tokens) continue;
    const std::string_view written = bytes.substr(span.begin, span.end - span.begin);
    add_unless_taken({type, kept_value(type, written), *tokens, span}, out);
  }
}

std::vector<Entity> EntityExtractor::extract(const Utterance& utterance,
                                             std::string_view bytes) const {
  std::vector<Entity> out;
  const bool has_digit = bytes.find_first_of("0123456789") != std::string_view::npos;
  if (bytes.find('@') != std::string_view::npos) {
    add_written(email_, EntityType::Email, utterance, bytes, out);
  }
  if (has_digit) {
    add_written(phone_, EntityType::Phone, utterance, bytes, out);
    add_written(postcode_, EntityType::Postcode, utterance, bytes, out);
  }
  for (const PatternHit& hit : names_.match(utterance.tokens, {})) {
    const ByteSpan span{utterance.tokens[hit.span.first].source.begin,
                        utterance.tokens[hit.span.last - 1].source.end};
    const NamedValue& value = values_[hit.pattern];
    add_unless_taken({value.type, value.value, hit.span, span}, out);
  }
  for (std::uint32_t i = 0; i < utterance.tokens.size(); ++i) {
    const Token& token = utterance.tokens[i];
    if (token.kind != TokenKind::Number) continue;
    add_unless_taken({EntityType::Number, token.text, {i, i + 1}, token.source}, out);
  }
  std::ranges::sort(out, {}, [](const Entity& e) { return e.tokens; });
  return out;
}

std::vector<EntitySpan> entity_spans(const std::vector<Entity>& entities) {
  std::vector<EntitySpan> spans;
  spans.reserve(entities.size());
  for (const Entity& entity : entities) spans.push_back({entity.type, entity.tokens});
  return spans;
}

}  // namespace waymark
