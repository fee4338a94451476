#include "adapters/page/reply_html.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

constexpr const char* kHostile = "\"><script>alert(1)</script><a href='javascript:x'>&";

std::string html_of(const Part& part, Choosable choosable = Choosable::Yes) {
  HtmlWriter html;
  write_parts(html, {.parts = {part}}, choosable);
  return html.take();
}

bool has(const std::string& html, std::string_view piece) {
  return html.find(piece) != std::string::npos;
}

}  // namespace

TEST_CASE("reply HTML: the number shown and the number called are the same") {
  const std::string html = html_of(ContactPart{{},
                                               "Line",
                                               "0808 123 4567",
                                               "80808",
                                               "HI & BYE",
                                               "https://line.example/",
                                               "Mon to Fri",
                                               "Free"});
  for (const char* piece :
       {"href=\"tel:08081234567\"", "<b>0808 123 4567</b>",
        "href=\"sms:80808?&amp;body=HI%20%26%20BYE\"", "HI &amp; BYE to <b>80808</b>",
        "href=\"https://line.example/\"", "Mon to Fri", "Free", "<strong>Line</strong>"}) {
    CHECK_MESSAGE(has(html, piece), piece);
  }
  HtmlWriter line;
  write_contact_line(line, {{}, "Line", "116 123", "", "", "https://x", "", ""});
  const std::string written = line.take();
  CHECK(has(written, "href=\"tel:116123\""));
  CHECK_FALSE(has(written, "https://x"));
}

TEST_CASE("reply HTML: only https is linked") {
  for (const char* url : {"javascript:alert(1)", "data:text/html,x", "http://evil.example/", "//x",
                          "", "HTTPS://x", " https://x"}) {
    CHECK_FALSE(has(html_of(LinkPart{{}, "Words", url}), "<a"));
    CHECK_FALSE(has(html_of(CardPart{"T", "x", url, "Words"}), "<a"));
    CHECK_FALSE(has(html_of(ContactPart{{}, "N", "", "", "", url, "", ""}), "<a"));
  }
  const std::string html = html_of(LinkPart{{}, "Words", "https://good.example/?a=1&b=\"2"});
  CHECK(has(html, "rel=\"noopener noreferrer\" href=\"https://good.example/?a=1&amp;b=&quot;2\""));
}

TEST_CASE("reply HTML: choices are buttons while they can be pressed") {
  const ChoicesPart choices{{{ChoiceId{"a.b"}, "First"}}};
  const std::string html = html_of(choices);
  CHECK(has(html, "<button class=\"way\" form=\"talk\" name=\"choice\" value=\"a.b\">First"));
  CHECK(html_of(choices, Choosable::No).empty());
}

TEST_CASE("reply HTML: a blank line parts paragraphs") {
  CHECK(html_of(TextPart{"One\n\n\n\nTwo\nlines", {}}) ==
        "<div class=\"bubble\"><p>One</p><p>Two\nlines</p></div>");
}

TEST_CASE("reply HTML: no field of any part can become markup") {
  const std::string hostile = kHostile;
  const std::string web = "https://" + hostile;
  const ServiceId service{hostile};
  for (const Part& part :
       {Part{TextPart{hostile, PromptId{hostile}}},
        Part{ChoicesPart{{{ChoiceId{hostile}, hostile}}}},
        Part{ContactPart{service, hostile, hostile, hostile, hostile, web, hostile, hostile}},
        Part{LinkPart{service, hostile, web}}, Part{LinkPart{service, hostile, hostile}},
        Part{CardPart{hostile, hostile, web, hostile}},
        Part{CardPart{hostile, hostile, web, ""}}}) {
    const std::string html = html_of(part);
    CHECK_FALSE(has(html, "<script"));
    CHECK_FALSE(has(html, "<a href='"));
    CHECK_FALSE(has(html, "href=\"javascript"));
    CHECK(has(html, "&lt;script&gt;"));
  }
}

}  // namespace waymark
