// Fuzzer: any bytes as an expression and a message. Both forms of the pattern find the same.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/api/check.h"
#include "engine/text/token_regex.h"

namespace waymark {
namespace {

using Kind = TokenExpression::Kind;

constexpr int kDepth = 4;

// Makes choices of the bytes, one after the other; 0 when they have run out.
class Choices {
 public:
  explicit Choices(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t below(std::uint32_t limit) {
    if (at_ >= bytes_.size()) return 0;
    return static_cast<unsigned char>(bytes_[at_++]) % limit;
  }
  [[nodiscard]] bool is_over() const { return at_ >= bytes_.size(); }

  TokenExpression expression(int depth) {
    TokenExpression out = TokenExpression::of(kind(depth), {});
    out.count = 1 + below(4);
    out.entity = below(2) == 0 ? EntityType::Number : EntityType::Nation;
    if (out.kind == Kind::Words) out.words = {1 + below(2), 3 + below(3)};
    for (std::uint32_t i = parts_of(out.kind); i > 0; --i) {
      out.children.push_back(expression(depth - 1));
    }
    return out;
  }

  std::vector<Token> message() {
    std::vector<Token> tokens;
    while (!is_over() && tokens.size() < 40) {
      const std::uint32_t what = below(8);
      const TokenKind kind = what > 5 ? TokenKind::Boundary : TokenKind::Word;
      tokens.push_back({"x", what > 5 ? kUnknownWord : what, kind, {}, {}});
    }
    return tokens;
  }

  std::vector<EntitySpan> entities(std::uint32_t tokens) {
    std::vector<EntitySpan> spans(tokens == 0 ? 0 : below(4));
    for (EntitySpan& span : spans) {
      span.type = below(2) == 0 ? EntityType::Number : EntityType::Nation;
      span.span.first = below(tokens);
      span.span.last = std::min(tokens, span.span.first + 1 + below(4));
    }
    return spans;
  }

 private:
  Kind kind(int depth) {
    static constexpr Kind kKinds[] = {Kind::Words,    Kind::Edge,     Kind::Gap,
                                      Kind::Entity,   Kind::Sequence, Kind::Alternation,
                                      Kind::Optional, Kind::Unordered};
    return kKinds[below(depth == 0 ? 4 : 8)];
  }

  std::uint32_t parts_of(Kind kind) {
    switch (kind) {
      case Kind::Sequence:
      case Kind::Alternation: return 1 + below(3);
      case Kind::Unordered: return 2 + below(2);
      case Kind::Optional: return 1;
      case Kind::Words:
      case Kind::Edge:
      case Kind::Gap:
      case Kind::Entity:
      case Kind::Shared: return 0;
    }
    return 0;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

void compare(std::string_view bytes) {
  Choices choices(bytes);
  const TokenExpression expression = choices.expression(kDepth);
  PatternSet set;
  if (!set.add(expression)) return;
  set.finish({});
  // Entities first: the message takes all the bytes that are left.
  const std::vector<EntitySpan> entities = choices.entities(8);
  const std::vector<Token> tokens = choices.message();
  if (tokens.size() < 8) return;
  std::vector<TokenSpan> spans;
  for (const PatternHit& hit : set.match(tokens, entities)) spans.push_back(hit.span);
  std::ranges::sort(spans);
  spans.erase(std::ranges::unique(spans).begin(), spans.end());
  TokenRegex regex(expression);
  WAYMARK_CHECK(regex.match(tokens, entities).spans == spans);
}

}  // namespace
}  // namespace waymark

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  waymark::compare({reinterpret_cast<const char*>(data), size});
  return 0;
}
