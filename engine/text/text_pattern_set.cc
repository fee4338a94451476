#include "engine/text/text_pattern_set.h"

#include <re2/re2.h>
#include <re2/set.h>

#include "engine/api/check.h"

namespace waymark {
namespace {

RE2::Options scan_options(std::int64_t budget) {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  options.set_max_mem(budget);
  return options;
}

}  // namespace

struct TextPatternSet::Scanner {
  explicit Scanner(std::int64_t budget) : set(scan_options(budget), RE2::UNANCHORED) {}
  RE2::Set set;
};

TextPatternSet::TextPatternSet(const std::vector<std::string_view>& expressions,
                               std::int64_t budget) {
  WAYMARK_CHECK(expressions.size() <= 32);
  auto scanner = std::make_unique<Scanner>(budget);
  bool fits = true;
  for (const std::string_view expression : expressions) {
    patterns_.emplace_back(expression);
    const re2::StringPiece piece(expression.data(), expression.size());
    fits = fits && scanner->set.Add(piece, nullptr) >= 0;
  }
  if (fits && scanner->set.Compile()) scanner_ = std::move(scanner);
}

TextPatternSet::~TextPatternSet() = default;

TextScan TextPatternSet::scan(std::string_view bytes) const {
  const TextScan all{~0U, true};
  if (scanner_ == nullptr) return all;
  std::vector<int> matching;
  RE2::Set::ErrorInfo error{RE2::Set::kNoError};
  const bool any =
      scanner_->set.Match(re2::StringPiece(bytes.data(), bytes.size()), &matching, &error);
  if (!any && error.kind != RE2::Set::kNoError) return all;
  TextScan scan;
  for (const int pattern : matching) scan.present |= 1U << static_cast<unsigned>(pattern);
  return scan;
}

std::vector<ByteSpan> TextPatternSet::find_all(std::size_t pattern, std::string_view bytes,
                                               TextScan scan) const {
  if ((scan.present >> pattern & 1U) == 0) return {};
  return patterns_[pattern].find_all(bytes);
}

}  // namespace waymark
