#include "adapters/page/html_writer.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  append_html_text(out, text);
  return out;
}

}  // namespace

TEST_CASE("HTML: whatever the text, it stays text") {
  struct Row {
    std::string_view text;
    std::string_view written;
  };
  using namespace std::string_view_literals;
  for (const Row& row : {
           Row{"plain", "plain"},
           Row{"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
           Row{"\" onfocus=\"x", "&quot; onfocus=&quot;x"},
           Row{"' onfocus='x", "&#39; onfocus=&#39;x"},
           Row{"&lt;b&gt;", "&amp;lt;b&amp;gt;"},
           Row{"</textarea><b>", "&lt;/textarea&gt;&lt;b&gt;"},
           Row{"<!--", "&lt;!--"},
           Row{"a\tb\nc", "a\tb\nc"},
           Row{"\0\x01\x1B\x7F\r"sv,
               "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
           Row{"\xC3\xA9 \xF0\x9F\x98\x80", "\xC3\xA9 \xF0\x9F\x98\x80"},
           Row{"\xFF<", "\xEF\xBF\xBD&lt;"},
           Row{"\xC0\xBCscript\xC0\xBE",  // an overlong <
               "\xEF\xBF\xBD\xEF\xBF\xBDscript\xEF\xBF\xBD\xEF\xBF\xBD"},
           Row{"\xE0", "\xEF\xBF\xBD"},
           Row{"", ""},
       }) {
    CHECK(escaped(row.text) == row.written);
  }
}

TEST_CASE("HTML: of all single bytes and pairs none gets out as markup") {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text = {static_cast<char>(first), static_cast<char>(second)};
      const std::string out = escaped(text);
      CHECK_FALSE(out.find_first_of("<>\"'") != std::string::npos);
      for (std::size_t at = out.find('&'); at != std::string::npos; at = out.find('&', at + 1)) {
        const std::size_t end = out.find(';', at);
        REQUIRE(end != std::string::npos);
        CHECK(end - at <= 5);
      }
    }
  }
}

TEST_CASE("HTML: marks go out as they stand, texts escaped") {
  HtmlWriter html;
  html.mark("<a href=\"").text("x\"y").mark("\">").text("<b>").mark("</a>");
  CHECK(html.take() == "<a href=\"x&quot;y\">&lt;b&gt;</a>");
}

}  // namespace waymark
