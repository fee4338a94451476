#include "adapters/protocol/rasa_rest.h"

#include <doctest/doctest.h>

#include "adapters/protocol/frame.h"

namespace waymark {

TEST_CASE("Rasa REST: reads what its clients send") {
  struct Row {
    std::string body;
    std::string sender;
    std::string text;
  };
  for (const Row& row : {
           Row{R"({"sender":"7","message":"hello"})", "7", "hello"},
           Row{R"({"message":"hello"})", "", "hello"},
           Row{R"({"sender":null,"message":""})", "", ""},
           Row{R"({"message":"a","input_channel":"rest","metadata":{"a":[{"message":"b"}]}})", "",
               "a"},
           Row{R"({"sender":7,"message":"hello"})", "", "hello"},
           Row{"{\"message\":\"\xFF\"}", "", "\xEF\xBF\xBD"},
       }) {
    const auto message = read_rasa_message(row.body);
    REQUIRE(message.has_value());
    CHECK(message->sender == row.sender);
    CHECK(message->text.bytes() == row.text);
  }
}

TEST_CASE("Rasa REST: refuses what is no message") {
  for (const std::string& body :
       {std::string(), std::string("{"), std::string("[]"), std::string("[{\"message\":\"x\"}]"),
        std::string("\"message\""), std::string("{}"), std::string(R"({"message":1})"),
        std::string(R"({"message":"a","message":"b"})"),
        R"({"message":"a","metadata":)" + std::string(100'000, '[') + "}",
        R"({"message":"a","sender":")" + std::string(257, 'x') + "\"}",
        R"({"message":")" + std::string(kMaxFrameBytes, 'x') + "\"}"}) {
    CHECK_FALSE(read_rasa_message(body).has_value());
  }
}

TEST_CASE("Rasa REST: a button's payload names its choice, and nothing else does") {
  for (const char* id : {"ipt.more", "with \"quotes\"", ""}) {
    CHECK(choice_of_rasa_payload(rasa_payload(ChoiceId{id})) == ChoiceId{id});
  }
  CHECK(rasa_payload(ChoiceId{"a.b"}) == R"(/choose{"choice":"a.b"})");
  for (const char* text : {"hello", "/choose", "/choose{", "/choose{}", "/greet{\"choice\":\"x\"}",
                           "/choose{\"choice\":1}", "/choose{\"choice\":\"a\",\"choice\":\"b\"}",
                           " /choose{\"choice\":\"a\"}"}) {
    CHECK_FALSE(choice_of_rasa_payload(text).has_value());
  }
}

TEST_CASE("Rasa REST: parts become items, choices the buttons of the item before them") {
  const std::vector<Part> parts = {
      TextPart{"One\n\nTwo \"2\"", {}},
      ChoicesPart{{{ChoiceId{"a.b"}, "First"}, {ChoiceId{"c"}, "Second"}}},
      ContactPart{{}, "Line", "116 123", "85258", "HI", "https://x.example", "Always", "Free"},
      LinkPart{{}, "Words", "https://y.example"}, CardPart{"Title", "Text", "", ""}};
  CHECK(
      write_rasa_messages("7", parts, RasaForm::List) ==
      R"([{"recipient_id":"7","text":"One"},)"
      R"({"recipient_id":"7","text":"Two \"2\"","buttons":[)"
      R"({"title":"First","payload":"/choose{\"choice\":\"a.b\"}"},)"
      R"({"title":"Second","payload":"/choose{\"choice\":\"c\"}"}]},)"
      R"({"recipient_id":"7","text":"Line\nCall 116 123\nText HI to 85258\nhttps://x.example\nFree\nAlways"},)"
      R"({"recipient_id":"7","text":"Words\nhttps://y.example"},)"
      R"({"recipient_id":"7","text":"Title\nText"}])");
  CHECK(write_rasa_messages("7", {parts[3], parts[4]}, RasaForm::Lines) ==
        "{\"recipient_id\":\"7\",\"text\":\"Words\\nhttps://y.example\"}\n"
        "{\"recipient_id\":\"7\",\"text\":\"Title\\nText\"}\n");
  CHECK(write_rasa_messages("7", {parts[1]}, RasaForm::List)
            .starts_with(R"([{"recipient_id":"7","text":"Choose one)"));
  CHECK(write_rasa_messages("7", {}, RasaForm::List) == "[]");
}

}  // namespace waymark
