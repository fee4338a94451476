#include "engine/verify/sentence_text.h"

#include <array>
#include <string_view>

namespace waymark {
namespace {

// In the order of EntityType.
constexpr std::array<std::string_view, kEntityTypeNames.size()> kSamples = {
    "12",    "scotland",          "M14 5SX",  "07700 900123", "ann@example.org",
    "leeds", "i am 30 years old", "tomorrow", "£40",          "my mum"};

// Whether the row is a sentence end within the sentence.
bool is_inner_edge(const std::vector<SentenceRow>& sentence, std::size_t row) {
  return sentence[row].kind == SentenceRow::Kind::Edge && row != 0 && row + 1 != sentence.size();
}

}  // namespace

std::string sentence_text(const Language& language, const std::vector<SentenceRow>& sentence) {
  std::string text;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const SentenceRow& row = sentence[i];
    if (row.kind == SentenceRow::Kind::Edge) {
      if (is_inner_edge(sentence, i)) text += '.';
      continue;
    }
    if (!text.empty()) text += ' ';
    if (row.kind == SentenceRow::Kind::Entity) {
      text += kSamples[row.value];
    } else {
      text += row.value == kUnknownWord ? "..." : language.vocabulary.word(row.value);
    }
  }
  return text;
}

SentenceTokens sentence_tokens(const std::vector<SentenceRow>& sentence) {
  SentenceTokens out;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const SentenceRow& row = sentence[i];
    if (row.kind == SentenceRow::Kind::Edge && !is_inner_edge(sentence, i)) continue;
    const auto at = static_cast<std::uint32_t>(out.tokens.size());
    Token token;
    if (row.kind == SentenceRow::Kind::Edge) token.kind = TokenKind::Boundary;
    if (row.kind == SentenceRow::Kind::Word) token.word = row.value;
    if (row.kind == SentenceRow::Kind::Entity) {
      out.entities.push_back({static_cast<EntityType>(row.value), {at, at + 1}});
    }
    out.tokens.push_back(std::move(token));
  }
  return out;
}

}  // namespace waymark
