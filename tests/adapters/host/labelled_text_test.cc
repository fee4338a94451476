#include "adapters/host/labelled_text.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("labelled text: all that a line may say") {
  const auto line = read_labelled_text(
      R"({"text":"is it free?","expected":"help.cost","also":["a","b"],"tier":"t","kind":"k","id":7})");
  REQUIRE(line.has_value());
  CHECK(line->text == "is it free?");
  CHECK(line->expected == "help.cost");
  CHECK(line->also == std::vector<std::string>{"a", "b"});
  CHECK(line->tier == "t");
  CHECK(line->kind == "k");
}

TEST_CASE("labelled text: only the text is needed, and any text will do") {
  CHECK(read_labelled_text(R"({"text":"","also":null})")->expected.empty());
  CHECK(read_labelled_text(R"({"text":"","expected":null})")->expected == "none");
  CHECK(read_labelled_text("{\"text\":\"\xFF\"}")->text == "\xEF\xBF\xBD");
  CHECK(read_labelled_text(R"({"text":"\ud83d"})")->text == "\xEF\xBF\xBD");
}

TEST_CASE("labelled text: what is no line") {
  for (const char* line :
       {"", "x", "[]", "{}", R"({"text":1})", R"({"text":"a","expected":1})",
        R"({"text":"a","also":"b"})", R"({"text":"a","also":[1]})", R"({"text":"a"} x)"}) {
    CHECK_MESSAGE(!read_labelled_text(line).has_value(), line);
  }
}

TEST_CASE("labelled text: which labels are risks") {
  CHECK(is_safety_label("safety.suicide"));
  CHECK_FALSE(is_safety_label("help.safety."));
  CHECK_FALSE(is_safety_label("none"));
}

}  // namespace waymark
