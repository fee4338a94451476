#include "engine/text/admission.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/api/limits.h"
#include "engine/text/utf8.h"

namespace waymark {
namespace {

std::string text_of(const AdmittedText& admitted) {
  std::string out;
  for (const Glyph& glyph : admitted.glyphs) append_utf8(out, glyph.code);
  return out;
}

std::string marks(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += "\xCC\x81";
  return out;
}

}  // namespace

TEST_CASE("admission: what is kept of a short message") {
  struct Row {
    std::string what;
    std::string bytes;
    std::string kept;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"plain words", "I feel low.", "I feel low."},
      {"line breaks and tabs", "a\tb\nc\r\nd", "a\tb\nc\r\nd"},
      {"control characters", std::string("a\0b\x01\x1B[0m\x7F", 10), "ab[0m"},
      {"C1 control characters", "a\xC2\x85z\xC2\x9F", "az"},
      {"broken bytes", "a\xFFz", "a\xEF\xBF\xBDz"},
      {"an emoji", "\xF0\x9F\x98\xA2", "\xF0\x9F\x98\xA2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const AdmittedText admitted = admit(row.bytes);
    CHECK(text_of(admitted) == row.kept);
    CHECK_FALSE(admitted.shortened);
  }
}

TEST_CASE("admission: every glyph knows its bytes") {
  const AdmittedText admitted = admit("a\x01\xC3\xA9\xFF\xF0\x9F\x98\xA2z");
  REQUIRE(admitted.glyphs.size() == 5);
  const ByteSpan spans[] = {{0, 1}, {2, 4}, {4, 5}, {5, 9}, {9, 10}};
  for (std::size_t i = 0; i < 5; ++i) CHECK(admitted.glyphs[i].source == spans[i]);
}

TEST_CASE("admission: a message up to the limit is kept whole") {
  for (const std::size_t length : {1499U, 1500U, 1501U, 1999U, 2000U}) {
    CAPTURE(length);
    const std::string message = std::string(length - 3, 'a') + "end";
    const AdmittedText admitted = admit(message);
    CHECK(admitted.glyphs.size() == length);
    CHECK(text_of(admitted).ends_with("end"));
    CHECK_FALSE(admitted.shortened);
  }
}

TEST_CASE("admission: a longer message keeps its beginning and its end") {
  const std::string end = "i want to die";
  struct Row {
    std::string what;
    std::string message;
  };
  const Row rows[] = {
      {"one too many", "help " + std::string(1983, 'a') + end},
      {"much too long", "help " + std::string(100'000, 'a') + end},
      {"of long code points", "help " + repair_utf8(std::string(30'000, '\xFF')) + end},
      {"of broken bytes", "help " + std::string(30'000, '\x80') + end},
      {"of control characters",
       "help " + std::string(5'000, 'a') + std::string(5'000, '\x01') + end},
      {"of combining marks", "help " + std::string(5'000, 'a') + marks(100'000) + end},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const AdmittedText admitted = admit(row.message);
    const std::string kept = text_of(admitted);
    CHECK(admitted.shortened);
    CHECK(admitted.glyphs.size() <= kMaxMessageCodePoints);
    CHECK(kept.starts_with("help "));
    CHECK(kept.ends_with(end));
  }
}

TEST_CASE("admission: where a message is cut, a sentence ends") {
  const AdmittedText admitted = admit(std::string(3'000, 'a'));
  CHECK(text_of(admitted).find('\n') == kMaxMessageCodePoints * 3 / 4);
}

TEST_CASE("admission: runs of combining marks are capped") {
  struct Row {
    std::size_t marks;
    std::size_t kept;
    bool shortened;
  };
  const Row rows[] = {{1, 1, false}, {30, 30, false}, {31, 30, true}, {100'000, 30, true}};
  for (const Row& row : rows) {
    CAPTURE(row.marks);
    const AdmittedText admitted = admit("a" + marks(row.marks) + "b");
    CHECK(admitted.glyphs.size() == row.kept + 2);
    CHECK(text_of(admitted).ends_with("b"));
    CHECK(admitted.shortened == row.shortened);
  }
}

TEST_CASE("admission: marks that are parted by letters are all kept") {
  std::string message;
  for (int i = 0; i < 100; ++i) message += "a" + marks(5);
  CHECK(text_of(admit(message)) == message);
}

}  // namespace waymark
