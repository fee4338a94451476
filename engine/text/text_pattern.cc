#include "engine/text/text_pattern.h"

#include <re2/re2.h>

#include "engine/api/check.h"

namespace waymark {

TextPattern::TextPattern(std::string_view expression) {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  expression_ =
      std::make_unique<RE2>(re2::StringPiece(expression.data(), expression.size()), options);
  WAYMARK_CHECK(expression_->ok() && expression_->NumberOfCapturingGroups() >= 1);
}

TextPattern::~TextPattern() = default;

std::vector<ByteSpan> TextPattern::find_all(std::string_view bytes) const {
  std::vector<ByteSpan> found;
  re2::StringPiece rest(bytes.data(), bytes.size());
  re2::StringPiece group;
  while (RE2::FindAndConsume(&rest, *expression_, &group)) {
    if (group.empty()) break;
    const auto begin = static_cast<std::uint32_t>(group.data() - bytes.data());
    found.push_back({begin, begin + static_cast<std::uint32_t>(group.size())});
  }
  return found;
}

}  // namespace waymark
