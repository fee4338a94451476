#include "adapters/seal/base64url.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("base64url: the vectors of RFC 4648 without padding") {
  struct Row {
    const char* bytes;
    const char* text;
  };
  for (const Row& row :
       {Row{"", ""}, Row{"f", "Zg"}, Row{"fo", "Zm8"}, Row{"foo", "Zm9v"}, Row{"foob", "Zm9vYg"},
        Row{"fooba", "Zm9vYmE"}, Row{"foobar", "Zm9vYmFy"}, Row{"\xFB\xFF\xBF", "-_-_"}}) {
    CHECK(encode_base64url(row.bytes) == row.text);
    CHECK(decode_base64url(row.text) == row.bytes);
  }
}

TEST_CASE("base64url: every length of bytes comes back") {
  std::string bytes;
  for (int size = 0; size < 300; ++size) {
    CHECK(decode_base64url(encode_base64url(bytes)) == bytes);
    bytes += static_cast<char>(size * 37);
  }
}

TEST_CASE("base64url: only the text that would be written is read") {
  for (const char* text :
       {"Z", "Zg==", "Zh", "Zm9", "Zm+v", "Zm/v", "Zm 9v", "Zm9v\n", "\xC3\xA9"}) {
    CHECK_MESSAGE(!decode_base64url(text).has_value(), text);
  }
}

}  // namespace waymark
