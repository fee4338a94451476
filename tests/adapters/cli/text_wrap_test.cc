#include "adapters/cli/text_wrap.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("text wrap: breaks at blanks, keeps long words and line breaks") {
  CHECK(wrap_text("one two three", 7) == "one two\nthree\n");
  CHECK(wrap_text("one two", 9, 2) == "  one two\n");
  CHECK(wrap_text("one two", 8, 2) == "  one\n  two\n");
  CHECK(wrap_text("extraordinary x", 5) == "extraordinary\nx\n");
  CHECK(wrap_text("a\n\nb", 80, 2) == "  a\n\n  b\n");
  CHECK(wrap_text("", 80) == "\n");
}

TEST_CASE("text wrap: characters count, not bytes") {
  CHECK(wrap_text("\xC3\xA9\xC3\xA9 \xC3\xA9\xC3\xA9", 5) == "\xC3\xA9\xC3\xA9 \xC3\xA9\xC3\xA9\n");
  CHECK(padded_to("\xC3\xA9", 3) == "\xC3\xA9  ");
  CHECK(padded_to("long", 2) == "long");
}

}  // namespace waymark
