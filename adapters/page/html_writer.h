#pragma once
// Writes HTML in such a way that nothing but the program's own literals can be markup: mark() takes
// a literal of the source code and no other string, and everything else goes through text(). Used
// by the page that works without script. Values; any thread.
//
//   HtmlWriter html;
//   html.mark("<a href=\"").text(address).mark("\">").text(label).mark("</a>");

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace waymark {

// Appends `text` so that it is text wherever it lands, between tags or in a quoted attribute: the
// five letters of markup become references, control characters (but line breaks and tabs) and bytes
// that are not UTF-8 become U+FFFD.
void append_html_text(std::string& out, std::string_view text);

// A piece of markup that stands in the source code.
class HtmlMark {
 public:
  template <std::size_t size>
  consteval HtmlMark(const char (&literal)[size]) : text_(literal, size - 1) {}

  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

class HtmlWriter {
 public:
  HtmlWriter& mark(HtmlMark mark) {
    out_ += mark.text();
    return *this;
  }
  HtmlWriter& text(std::string_view text) {
    append_html_text(out_, text);
    return *this;
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace waymark
