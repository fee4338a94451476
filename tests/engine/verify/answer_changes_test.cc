#include <doctest/doctest.h>

#include "tests/fakes/pack_versions.h"

namespace waymark {

namespace {

constexpr UtcSeconds kNow{std::chrono::seconds(1'795'000'000)};

std::vector<ChangedAnswer> answers(const fakes::SmallPack& after, const std::string& talk) {
  return changed_answers(*fakes::small_bundle(), *fakes::tried_out(after),
                         {"talk.chat", "tests/talk.chat", talk}, kNow);
}

}  // namespace

TEST_CASE("answer changes: the first answer of each conversation that differs is told") {
  fakes::SmallPack after;
  after.replace("prompts/en-GB/topics.json", "IPT is a talking therapy.", "IPT is for mood.");
  const auto told = answers(after,
                            "user: thanks\nuser: what is ipt\nuser: what is ipt\n\n"
                            "user: thanks\n\nuser: what is ipt\n");
  REQUIRE(told.size() == 2);
  CHECK(told[0].place == SourcePlace{"talk.chat", 2, 1});
  CHECK(told[0].visitor == "user: what is ipt");
  CHECK(told[0].gone == std::vector<std::string>{"says: IPT is a talking therapy."});
  CHECK(told[0].added == std::vector<std::string>{"says: IPT is for mood."});
  CHECK(told[1].place.line == 7);
}

TEST_CASE("answer changes: a choice that is no longer on show has no answer") {
  fakes::SmallPack after;
  after.replace("flows/ipt.what_is.json", "{\"id\": \"yes\"", "{\"id\": \"please\"");
  const auto told = answers(after, "user: what is ipt\nchoose: yes\n");
  REQUIRE(told.size() == 1);
  CHECK(told[0].place.line == 2);
  CHECK(told[0].gone.size() > 1);
  CHECK(told[0].added ==
        std::vector<std::string>{"has no answer: what is chosen there is not on show"});
}

TEST_CASE("answer changes: other labels are another offer") {
  fakes::SmallPack after;
  after.replace("prompts/en-GB/topics.json", "\"chat.yes.title\": \"Yes\"",
                "\"chat.yes.title\": \"Yes please\"");
  const auto told = answers(after, "user: what is ipt\n");
  REQUIRE(told.size() == 1);
  CHECK(told[0].gone == std::vector<std::string>{"offers: Yes | No"});
  CHECK(told[0].added == std::vector<std::string>{"offers: Yes please | No"});
}

TEST_CASE("answer changes: the same answers are no difference, whatever the files say") {
  fakes::SmallPack after;
  after.replace("intents/topics.json", "\"explain * {therapy}\"", "\"explain *2 {therapy}\"");
  CHECK(answers(after, "user: what is ipt\nchoose: yes\n").empty());
}

}  // namespace waymark
