#pragma once
// Several text patterns, and one scan of a message that tells which of them are worth a search. The
// scan is an RE2::Set; where it runs out of its memory it says nothing, so then all of them are
// searched, which is slower and finds the same. Built once, then const; any thread.
//
//   TextPatternSet set({"([0-9]+)", "([a-z]+@[a-z]+)"});
//   const TextScan scan = set.scan(bytes);
//   for (const ByteSpan span : set.find_all(1, bytes, scan)) ...

#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/text/text_pattern.h"

namespace waymark {

struct TextScan {
  std::uint32_t present = 0;  // a bit for each pattern that may be found
  bool slow_path = false;     // the scan ran out of memory: every bit is set
};

class TextPatternSet {
 public:
  // Bytes that the scan may take.
  static constexpr std::int64_t kBudget = std::int64_t{8} << 20;

  // At most 32, each as TextPattern wants it; they are numbered from 0.
  explicit TextPatternSet(const std::vector<std::string_view>& expressions,
                          std::int64_t budget = kBudget);
  ~TextPatternSet();
  TextPatternSet(const TextPatternSet&) = delete;
  TextPatternSet& operator=(const TextPatternSet&) = delete;

  [[nodiscard]] TextScan scan(std::string_view bytes) const;

  // As TextPattern::find_all; `scan` is of the same bytes.
  [[nodiscard]] std::vector<ByteSpan> find_all(std::size_t pattern, std::string_view bytes,
                                               TextScan scan) const;

 private:
  struct Scanner;
  std::deque<TextPattern> patterns_;
  std::unique_ptr<const Scanner> scanner_;  // null when it does not fit the budget
};

}  // namespace waymark
