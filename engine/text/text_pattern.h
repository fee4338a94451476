#pragma once
// A regular expression over the bytes of a message (RE2: linear time, no backtracking), for things
// with a written form such as postcodes. Patterns are ASCII and ignore case; anything that is not
// ASCII is just other bytes. `\b` and `\w` would be ASCII-only and are not for people's words.
// Built once, then const; any thread.

#include <memory>
#include <string_view>
#include <vector>

#include "engine/api/trace.h"

namespace re2 {
class RE2;
}

namespace waymark {

class TextPattern {
 public:
  // `expression` is ours, never an author's or a visitor's; a wrong one is a bug. Its first group
  // is what is found.
  explicit TextPattern(std::string_view expression);
  ~TextPattern();
  TextPattern(const TextPattern&) = delete;
  TextPattern& operator=(const TextPattern&) = delete;

  // Where the first group matched, from left to right, without overlaps.
  [[nodiscard]] std::vector<ByteSpan> find_all(std::string_view bytes) const;

 private:
  std::unique_ptr<re2::RE2> expression_;
};

}  // namespace waymark
