#include "adapters/page/chat_history.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

Reply reply_with_everything() {
  return {
      .parts = {TextPart{"Some words\n\nand more", {}},
                ContactPart{
                    {}, "Line", "116 123", "85258", "HI", "https://line.example", "Always", "Free"},
                LinkPart{{}, "A link", "https://link.example"},
                CardPart{"Title", "Text", "https://card.example", "Label"},
                ChoicesPart{{{ChoiceId{"a.b"}, "First"}, {ChoiceId{"c.d"}, "Second"}}}},
      .safety = true};
}

}  // namespace

TEST_CASE("chat history: comes back as it was, choices with the last entry alone") {
  ChatHistory history;
  history.entries = {{"", reply_with_everything()}, {"what is it?", reply_with_everything()}};
  const auto read = decode_history(encode_history(history));
  REQUIRE(read.has_value());
  ChatHistory expected = history;
  expected.entries.front().reply.parts.pop_back();
  CHECK(*read == expected);
  CHECK(decode_history(encode_history({})) == ChatHistory{});
}

TEST_CASE("chat history: the oldest are left out when it grows too long") {
  ChatHistory history;
  for (int count = 0; count < 50; ++count) {
    history.entries.push_back({std::to_string(count), {{TextPart{std::string(1000, 'x'), {}}}}});
  }
  const std::string record = encode_history(history);
  CHECK(record.size() <= kMaxHistoryBytes);
  CHECK(record.size() > kMaxHistoryBytes - 1100);
  const auto read = decode_history(record);
  REQUIRE(read.has_value());
  CHECK(read->is_cut);
  CHECK(read->entries.back() == history.entries.back());
  CHECK(read->entries.size() == 16);
  CHECK(decode_history(encode_history(*read))->is_cut);
}

TEST_CASE("chat history: what a visitor wrote is cut between characters") {
  ChatHistory history;
  std::string said = "a";
  while (said.size() < 2 * kMaxSaidBytes) said += "\xC3\xA9";
  history.entries = {{said, {}}};
  const auto read = decode_history(encode_history(history));
  REQUIRE(read.has_value());
  CHECK(read->entries.front().said == said.substr(0, kMaxSaidBytes - 1));
}

TEST_CASE("chat history: an entry that is too long for itself leaves nothing but the note") {
  ChatHistory history;
  history.entries = {{"x", {{TextPart{std::string(20'000, 'x'), {}}}}}};
  const auto read = decode_history(encode_history(history));
  REQUIRE(read.has_value());
  CHECK(read->entries.empty());
  CHECK(read->is_cut);
}

TEST_CASE("chat history: bytes that are no record are refused, whatever they are") {
  ChatHistory history;
  history.entries = {{"hello", reply_with_everything()}};
  const std::string record = encode_history(history);
  for (std::size_t size = 0; size < record.size(); ++size) {
    const auto read = decode_history(record.substr(0, size));
    CHECK((!read || read->entries.empty()));
  }
  for (std::size_t at = 0; at < record.size(); ++at) {
    for (const char value : {'\0', '\x01', '\x7F', '\xFF'}) {
      std::string changed = record;
      changed[at] = value;
      (void)decode_history(changed);  // gives something or nothing, and never more than is there
    }
  }
  CHECK_FALSE(decode_history("").has_value());
  CHECK_FALSE(decode_history("\x02\x01").has_value());
  CHECK_FALSE(decode_history(std::string(kMaxHistoryBytes + 1, '\x01')).has_value());
}

}  // namespace waymark
