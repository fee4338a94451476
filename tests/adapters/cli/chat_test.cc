#include "adapters/cli/chat.h"

#include <doctest/doctest.h>

#include <sstream>

#include "tests/fakes/pack_folder.h"

namespace waymark {

namespace {

std::string talk(ChatStyle style, const std::string& lines) {
  const fakes::PackFolder folder;
  std::istringstream in(lines);
  std::ostringstream out;
  std::ostringstream err;
  CHECK(run_chat(folder.pack(), style, in, out, err) == 0);
  CHECK(err.str().empty());
  return out.str();
}

}  // namespace

TEST_CASE("chat: over a pipe, replies and nothing else, a blank line after each") {
  const std::string out = talk(ChatStyle::PlainLines, "what is tea\nthe price of tea\n");
  CHECK(out.starts_with("Tea is leaves in hot water.\n"));
  CHECK(out.find("\n\nTea costs little.\n") != std::string::npos);
  CHECK(out.ends_with("\n\n"));
  CHECK(out.find("> ") == std::string::npos);
}

TEST_CASE("chat: in a terminal, a welcome and a prompt") {
  const std::string out = talk(ChatStyle::Terminal, "what is tea\n");
  CHECK(out.find("Hello. Ask me about tea.\n\n  1. What tea is\n\n> ") != std::string::npos);
  CHECK(out.find("\nTea is leaves in hot water.\n") != std::string::npos);
  CHECK(out.ends_with("\n\n> \n"));
}

TEST_CASE("chat: as frames") {
  const std::string out = talk(ChatStyle::Frames, "i want to die\n\n");
  CHECK(out.starts_with(R"({"type":"reply","id":"1","turn":1,"safety":true)"));
  CHECK(out.find("\n{\"type\":\"reply\",\"id\":\"2\",\"turn\":2") != std::string::npos);
}

TEST_CASE("chat: a pack that cannot be used") {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  CHECK(run_chat("/no/such/pack", ChatStyle::PlainLines, in, out, err) == 2);
}

}  // namespace waymark
