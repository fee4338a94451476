#include "engine/verify/rehearsal_player.h"

#include <doctest/doctest.h>

#include "tests/engine/turn/conversation.h"

namespace waymark {

namespace {

constexpr UtcSeconds kNow{std::chrono::seconds(1'795'000'000)};

RehearsedTalk play(const std::string& text, AfterFailure after = AfterFailure::GoOn) {
  const RehearsalSetting setting{kNow, {}};
  const RehearsalStage stage{*fakes::shared_small_bundle(), setting, nullptr, {}, after};
  const std::vector<ChatConversation> talks = read_chat(text);
  REQUIRE(talks.size() == 1);
  return RehearsalPlayer(stage, "talk.chat", talks[0]).play();
}

}  // namespace

TEST_CASE("rehearsal player: a failure says what was expected, what came and what is nearest") {
  const RehearsedTalk played = play("user: what is ipt\nbot: ipt.what_is.shrt\n");
  REQUIRE(played.failures.size() == 1);
  const RehearsalFailure& failure = played.failures[0];
  CHECK(failure.expected == "ipt.what_is.shrt");
  CHECK(failure.came == "ipt.what_is.short, ipt.what_is.ask, [yes] [no]");
  CHECK(failure.nearest == "ipt.what_is.short");
  CHECK(failure.move == "user: what is ipt");
  CHECK(failure.mended == "bot: ipt.what_is.short");
}

TEST_CASE("rehearsal player: what a line may be mended to") {
  struct Row {
    std::string text;
    std::optional<std::string> mended;
  };
  const std::vector<Row> rows = {
      {"user: what is ipt\nintent: help.cost\n", "intent: ipt.what_is"},
      {"user: what is ipt\nbuttons: yes\n", "buttons: yes, no"},
      {"user: thank you\nbuttons: yes\n", "buttons: none"},
      {"user: how much is therapy\nchoose: wales\nslot: nation = england\n",
       "slot: nation = wales"},
      // A prompt that another line names is not named twice; without another the line goes.
      {"user: what is ipt\nbot: x\nbot: ipt.what_is.short\n", "bot: ipt.what_is.ask"},
      {"user: thank you\nbot: chat.thanks.reply\nbot: x\n", ""},
      // These are for a person to decide.
      {"user: what is ipt\nsafety: safety.suicide\n", std::nullopt},
      {"user: i want to die\nbot: x\n", std::nullopt},
      {"user: i want to die\nbuttons: x\n", std::nullopt},
      {"user: what is ipt\nbot~ purple\n", std::nullopt},
      {"user: what is ipt\nchoose: maybe\n", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const RehearsedTalk played = play(row.text);
    REQUIRE(played.failures.size() == 1);
    CHECK(played.failures[0].mended == row.mended);
  }
}

TEST_CASE("rehearsal player: lines before the first move are about the welcome") {
  const RehearsedTalk played = play("locale: en-GB\nbot: welcome.hello\nbuttons: ipt, cost\n");
  CHECK(played.failures.empty());
  CHECK(played.turns == 0);
  CHECK(played.checks == 2);
}

TEST_CASE("rehearsal player: a slot that is not set is none, one that is not there is said") {
  CHECK(play("user: zzz\nslot: nation = none\n").failures.empty());
  CHECK(play("user: zzz\nslot: shoe_size = none\n").failures.size() == 1);
}

TEST_CASE("rehearsal player: may stop at the first failure") {
  const std::string text = "user: zzz\nbot: x\nbot: y\n";
  CHECK(play(text).failures.size() == 2);
  CHECK(play(text, AfterFailure::Stop).failures.size() == 1);
}

}  // namespace waymark
