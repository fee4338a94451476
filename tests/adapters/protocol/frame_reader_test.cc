#include "adapters/protocol/frame_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>

namespace waymark {

namespace {

template <typename Frame>
Frame read(std::string_view json) {
  auto frame = read_client_frame(json);
  REQUIRE(frame.has_value());
  REQUIRE(std::holds_alternative<Frame>(*frame));
  return std::get<Frame>(*frame);
}

ErrorFrame refused(std::string_view json) {
  const auto frame = read_client_frame(json);
  REQUIRE_FALSE(frame.has_value());
  return frame.error();
}

std::string nested(std::size_t depth) {
  return R"({"type":"forget","x":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
}

}  // namespace

TEST_CASE("frame reader: the four frames with all their fields") {
  const auto start = read<StartFrame>(R"({"type":"start","id":"a","locale":"en-GB","token":"t"})");
  CHECK(start.id == "a");
  CHECK(start.locale == "en-GB");
  CHECK(start.token == "t");
  const auto say =
      read<SayFrame>(R"({"token":"t","text":"what is \"IPT\"?","id":"7","type":"say"})");
  CHECK(say.id == "7");
  CHECK(say.text.bytes() == "what is \"IPT\"?");
  CHECK(say.token == "t");
  const auto choose = read<ChooseFrame>(R"({"type":"choose","id":"8","choice":"help.gp"})");
  CHECK(choose.choice.value == "help.gp");
  CHECK(read<ForgetFrame>(R"({"type":"forget"})").id.empty());
}

TEST_CASE("frame reader: fields that are optional, null or unknown") {
  CHECK(read<StartFrame>(R"({"type":"start"})").token.empty());
  CHECK(read<StartFrame>(R"({"type":"start","token":null,"locale":null,"id":null})").id.empty());
  CHECK(read<SayFrame>(R"({"type":"say","id":"1","text":"","mood":{"a":[1,2.5,true]}})").id == "1");
  CHECK(read<SayFrame>(R"({"type":"say","id":"1","text":"x","inner":{"text":"y"}})").text.bytes() ==
        "x");
}

TEST_CASE("frame reader: what is not good JSON") {
  for (const std::string_view json :
       {"", "{", "hello", "{\"type\":\"say\"} x", "{\"type\":nul}", "{'type':'say'}",
        "{\"type\":\"forget\",\"type\":\"forget\"}",
        "{\"type\":\"forget\",\"x\":{\"a\":1,\"a\":2}}", "{\"type\":\"forget\",\"x\":1e999}",
        "{\"type\":\"forget\",\"x\":NaN}", "{\"a\":1,}"}) {
    CHECK_MESSAGE(refused(json).code == ErrorCode::BadJson, json);
  }
}

TEST_CASE("frame reader: nesting is bounded while reading") {
  CHECK(read_client_frame(nested(3)).has_value());
  CHECK(refused(nested(4)).code == ErrorCode::BadJson);
  CHECK(refused(std::string(16'000, '[')).code == ErrorCode::BadJson);
}

TEST_CASE("frame reader: JSON that is no frame") {
  for (const std::string_view json :
       {"[]", "3", "\"say\"", "{}", "{\"type\":3}", "{\"type\":\"sing\"}", "{\"type\":[\"say\"]}",
        "{\"type\":\"say\",\"id\":\"1\"}", "{\"type\":\"say\",\"text\":\"x\"}",
        "{\"type\":\"say\",\"id\":\"\",\"text\":\"x\"}",
        "{\"type\":\"say\",\"id\":1,\"text\":\"x\"}", "{\"type\":\"say\",\"id\":\"1\",\"text\":{}}",
        "{\"type\":\"choose\",\"id\":\"1\"}", "{\"type\":\"start\",\"token\":1}",
        "{\"type\":\"start\",\"locale\":false}", "{\"type\":\"start\",\"id\":\"\"}",
        "[{\"type\":\"forget\"}]"}) {
    CHECK_MESSAGE(refused(json).code == ErrorCode::BadFrame, json);
  }
}

TEST_CASE("frame reader: an id of 64 characters is the longest, and comes back with the error") {
  std::string longest;
  for (int count = 0; count < 64; ++count) longest += "\xC3\xA9";
  CHECK(read<ForgetFrame>(R"({"type":"forget","id":")" + longest + "\"}").id == longest);
  const ErrorFrame too_long = refused(R"({"type":"forget","id":")" + longest + "x\"}");
  CHECK(too_long.code == ErrorCode::BadFrame);
  CHECK(too_long.id.empty());
  CHECK(refused(R"({"type":"sing","id":"9"})").id == "9");
  CHECK(refused(R"({"id":"9","type":"say")").id == "9");
}

TEST_CASE("frame reader: people's text never makes an error") {
  CHECK(read<SayFrame>("{\"type\":\"say\",\"id\":\"1\",\"text\":\"\xFF\xC3\"}").text.bytes() ==
        "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(read<SayFrame>(R"({"type":"say","id":"1","text":"\ud83d"})").text.bytes() ==
        "\xEF\xBF\xBD");
  CHECK(read<SayFrame>(R"({"type":"say","id":"1","text":"\u0000\u001b"})").text.bytes().size() ==
        2);
}

TEST_CASE("frame reader: a frame of more than 16 KB") {
  const std::string text(kMaxFrameBytes, 'a');
  CHECK(refused(R"({"type":"say","id":"1","text":")" + text + "\"}").code == ErrorCode::BadFrame);
}

}  // namespace waymark
