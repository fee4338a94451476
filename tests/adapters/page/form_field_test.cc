#include "adapters/page/form_field.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("form field: is read as browsers write it") {
  struct Row {
    std::string_view body;
    std::string_view value;
  };
  using namespace std::string_view_literals;
  for (const Row& row : {
           Row{"text=what+is+IPT%3F&token=abc", "what is IPT?"},
           Row{"token=a&text=b", "b"},
           Row{"text=first&text=second", "first"},
           Row{"text=", ""},
           Row{"text", ""},
           Row{"text=a=b", "a=b"},
           Row{"text=%0D%0A%c3%A9", "\r\n\xC3\xA9"},
           Row{"text=%00", "\0"sv},
           Row{"text=100%", "100%"},
           Row{"text=%4", "%4"},
           Row{"text=%zz%4x", "%zz%4x"},
           Row{"text=%41", "A"},
           Row{"&&text=x&&", "x"},
       }) {
    const auto value = form_field(row.body, "text");
    REQUIRE(value.has_value());
    CHECK(*value == row.value);
  }
}

TEST_CASE("form field: is absent when it is not there") {
  for (const char* body : {"", "&", "=", "other=text", "text%3Dx", "tex=t", "=text"}) {
    CHECK_FALSE(form_field(body, "text").has_value());
  }
}

TEST_CASE("form field: everything but plain letters is escaped in an address") {
  CHECK(percent_encoded("HI & BYE") == "HI%20%26%20BYE");
  CHECK(percent_encoded("a-b_c.d~e") == "a-b_c.d~e");
  CHECK(percent_encoded("\xC3\xA9\"'<") == "%C3%A9%22%27%3C");
}

}  // namespace waymark
