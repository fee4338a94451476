#include "engine/verify/chat_script.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("chat script: conversations are parted by blank lines and named by their first note") {
  const auto talks = read_chat("user: hi\n# A greeting\nbot: a.b\n\n \n# only notes\n\nuser: bye");
  REQUIRE(talks.size() == 2);
  CHECK(talks[0].title == "A greeting");
  CHECK(talks[0].line == 1);
  CHECK(talks[0].lines.size() == 3);
  CHECK(talks[1].title == "bye");
  CHECK(talks[1].line == 8);
}

TEST_CASE("chat script: a line is known by its first word") {
  struct Row {
    std::string_view line;
    ChatLineKind kind;
    std::string_view text;
  };
  const std::vector<Row> rows = {
      {"# a note", ChatLineKind::Note, "a note"},
      {"locale: cy", ChatLineKind::Locale, "cy"},
      {"  user:  how much? \r", ChatLineKind::User, "how much?"},
      {"choose: yes", ChatLineKind::Choose, "yes"},
      {"intent: none", ChatLineKind::Intent, "none"},
      {"safety: none", ChatLineKind::Safety, "none"},
      {"slot: nation = wales", ChatLineKind::Slot, "nation = wales"},
      {"bot: a.b", ChatLineKind::Prompt, "a.b"},
      {"buttons: yes, no", ChatLineKind::Buttons, "yes, no"},
      {"bot~ Samaritans", ChatLineKind::Words, "Samaritans"},
      {"not~ Lifeline", ChatLineKind::NoWords, "Lifeline"},
      {"shout: hello", ChatLineKind::Unknown, "shout: hello"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const std::string text = "user: x\n" + std::string(row.line) + "\n";
    const auto talks = read_chat(text);
    REQUIRE(talks.size() == 1);
    const ChatLine& line = talks[0].lines[1];
    CHECK(line.kind == row.kind);
    CHECK(line.text == row.text);
    CHECK(line.line == 2);
    if (row.kind != ChatLineKind::Unknown) CHECK(trimmed(row.line).starts_with(word_of(row.kind)));
  }
}

}  // namespace waymark
