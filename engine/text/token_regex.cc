#include "engine/text/token_regex.h"

#include <re2/re2.h>

#include <algorithm>
#include <numeric>

#include "engine/api/check.h"
#include "engine/text/row_span.h"

namespace waymark {
namespace {

using Kind = TokenExpression::Kind;

// What may stand behind a token's number: the entities that begin there.
constexpr std::string_view kMarks = "(?:;[a-z][0-9]+)* ";
constexpr std::string_view kEdge = "[.]";
constexpr std::string_view kToken = "[0-9]+";
constexpr std::string_view kAnyRow = "(?:[0-9]+|[.])";

char letter_of(EntityType type) { return static_cast<char>('a' + static_cast<std::uint8_t>(type)); }

// Writes the expression down until it is longer than a bound: orders multiply.
class RegexWriter {
 public:
  explicit RegexWriter(std::size_t most) : most_(most) {}

  // Nothing when it is too long.
  std::string write(const TokenExpression& expression) {
    append(expression);
    return is_full() ? std::string() : std::move(out_);
  }

 private:
  [[nodiscard]] bool is_full() const { return out_.size() > most_; }

  void row(std::string_view what) { (out_ += what) += kMarks; }

  void append(const TokenExpression& expression) {
    if (is_full()) return;
    switch (expression.kind) {
      case Kind::Words: return words(expression.words);
      case Kind::Edge: return row(kEdge);
      case Kind::Gap: return gap(expression.count);
      case Kind::Entity: return entity(expression.entity);
      case Kind::Sequence:
        for (const TokenExpression& child : expression.children) append(child);
        return;
      case Kind::Alternation: return either(expression.children);
      case Kind::Optional:
        either(expression.children);
        out_ += '?';
        return;
      case Kind::Unordered: return unordered(expression);
      case Kind::Shared: return append(*expression.shared);
    }
  }

  void words(const std::vector<WordId>& words) {
    out_ += "(?:";
    for (const WordId word : words) out_ += std::to_string(word) + '|';
    out_.back() = ')';
    row("");
  }

  void gap(std::uint32_t most) {
    out_ += "(?:";
    row(kToken);
    out_ += "){0," + std::to_string(most) + '}';
  }

  // The token that carries the placeholder, and as many more as that says.
  void entity(EntityType type) {
    out_ += "(?:";
    for (std::uint32_t length = 1; length <= kMaxEntityTokens; ++length) {
      out_ +=
          std::string(kAnyRow) + "(?:;[a-z][0-9]+)*;" + letter_of(type) + std::to_string(length);
      row("");
      if (length > 1) {
        out_ += "(?:";
        row(kAnyRow);
        out_ += "){" + std::to_string(length - 1) + '}';
      }
      out_ += length == kMaxEntityTokens ? ')' : '|';
    }
  }

  void either(const std::vector<TokenExpression>& options) {
    out_ += "(?:";
    for (const TokenExpression& option : options) {
      append(option);
      out_ += '|';
    }
    out_.back() = ')';
  }

  void unordered(const TokenExpression& expression) {
    std::vector<std::size_t> order(expression.children.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    out_ += "(?:";
    do {
      for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0) gap(expression.count);
        append(expression.children[order[i]]);
      }
      out_ += '|';
    } while (!is_full() && std::ranges::next_permutation(order).found);
    out_.back() = ')';
  }

  std::size_t most_;
  std::string out_;
};

std::unique_ptr<re2::RE2> compiled(const TokenExpression& expression, std::int64_t budget) {
  const std::string written = RegexWriter(static_cast<std::size_t>(budget) / 16).write(expression);
  if (written.empty()) return nullptr;
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_longest_match(true);
  options.set_log_errors(false);
  options.set_max_mem(budget);
  auto regex = std::make_unique<RE2>(written, options);
  return regex->ok() ? std::move(regex) : nullptr;
}

}  // namespace

TokenString token_string(const std::vector<Token>& tokens,
                         const std::vector<EntitySpan>& entities) {
  TokenString out;
  for (std::size_t row = 0; row < tokens.size() + 2; ++row) {
    out.rows.push_back(out.text.size());
    out.text += is_edge_row(row, tokens) ? "." : std::to_string(tokens[row - 1].word);
    for (const EntitySpan& entity : entities) {
      const std::uint32_t length = entity.span.last - entity.span.first;
      if (entity.span.first + 1 != row || length == 0) continue;
      out.text += std::string(";") + letter_of(entity.type) + std::to_string(length);
      out.is_readable = out.is_readable && length <= kMaxEntityTokens;
    }
    out.text += ' ';
  }
  out.rows.push_back(out.text.size());
  return out;
}

TokenRegex::TokenRegex(const TokenExpression& expression, std::int64_t budget)
    : regex_(compiled(expression, budget)) {
  const auto added = automaton_.add(expression);
  WAYMARK_CHECK(added.has_value());
  automaton_.finish({});
}

TokenRegex::~TokenRegex() = default;

RegexAnswer TokenRegex::match(const std::vector<Token>& tokens,
                              const std::vector<EntitySpan>& entities) {
  RegexAnswer answer;
  if (tokens.empty()) return answer;
  const TokenString message = token_string(tokens, entities);
  if (regex_ == nullptr || !message.is_readable) {
    ++slow_answers_;
    answer.slow_path = true;
    for (const PatternHit& hit : automaton_.match(tokens, entities)) {
      answer.spans.push_back(hit.span);
    }
  } else {
    for (std::size_t from = 0; from + 1 < message.rows.size(); ++from) {
      re2::StringPiece found;
      if (!regex_->Match(message.text, message.rows[from], message.text.size(), RE2::ANCHOR_START,
                         &found, 1)) {
        continue;
      }
      const auto end = static_cast<std::size_t>(
          std::ranges::find(message.rows, message.rows[from] + found.size()) -
          message.rows.begin());
      const TokenSpan span = span_of_rows(from, end, tokens);
      if (span.first < span.last) answer.spans.push_back(span);
    }
  }
  std::ranges::sort(answer.spans);
  answer.spans.erase(std::ranges::unique(answer.spans).begin(), answer.spans.end());
  return answer;
}

}  // namespace waymark
