#include "adapters/cli/reply_printer.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

Reply all_parts() {
  Reply reply;
  reply.parts = {
      TextPart{"First.\n\nSecond.", PromptId{"a"}},
      ContactPart{ServiceId{"s"}, "Name", "116 123", "85258", "HI", "https://e.org", "always", "n"},
      LinkPart{ServiceId{"s"}, "Site", "https://e.org"},
      CardPart{"Title", "Text", "https://e.org", "More"},
      ChoicesPart{{{ChoiceId{"y"}, "Yes"}, {ChoiceId{"n"}, "No"}}}};
  return reply;
}

}  // namespace

TEST_CASE("reply printer: for a terminal, parts stand apart") {
  CHECK(reply_text(all_parts(), TextLayout::Wrapped) ==
        "First.\n\nSecond.\n\n"
        "Name\n  Phone  116 123\n  Text   HI to 85258\n  Hours  always\n  Web    https://e.org\n"
        "  Note   n\n\n"
        "Site: https://e.org\n\n"
        "Title\n  Text\n  More: https://e.org\n\n"
        "  1. Yes\n  2. No\n");
}

TEST_CASE("reply printer: as plain lines there is no blank one") {
  const std::string text = reply_text(all_parts(), TextLayout::PlainLines);
  CHECK(text.starts_with("First.\nSecond.\nName\n"));
  CHECK(text.find("\n\n") == std::string::npos);
}

TEST_CASE("reply printer: lines fit a terminal, but plain lines are not broken") {
  Reply reply;
  std::string text = "word";
  for (int count = 0; count < 50; ++count) text += " word";
  reply.parts = {TextPart{text, PromptId{"a"}}};
  CHECK(reply_text(reply, TextLayout::Wrapped).find('\n') <= kTerminalWidth);
  CHECK(reply_text(reply, TextLayout::PlainLines) == text + '\n');
}

TEST_CASE("reply printer: a contact says only what it has") {
  Reply reply;
  reply.parts = {ContactPart{ServiceId{"s"}, "Name", "111", "", "", "", "", ""}};
  CHECK(reply_text(reply, TextLayout::PlainLines) == "Name\n  Phone  111\n");
}

}  // namespace waymark
