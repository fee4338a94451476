#pragma once
// Plays one conversation test: takes its turns and compares what comes with what its lines say. One
// object plays one conversation; one thread.
//
//   RehearsalPlayer player(stage, file.path, talk);
//   RehearsedTalk played = player.play();

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/api/rehearsal.h"
#include "engine/turn/understanding.h"
#include "engine/verify/chat_script.h"
#include "engine/verify/coverage_map.h"

namespace waymark {

enum class AfterFailure : std::uint8_t { GoOn, Stop };

// What a conversation is played against.
struct RehearsalStage {
  const Bundle& bundle;
  const RehearsalSetting& setting;
  const CoverageMap* map = nullptr;  // null: nothing is marked
  LeftOut left_out = {};
  AfterFailure after_failure = AfterFailure::GoOn;
};

class RehearsalPlayer {
 public:
  // All references must outlive the player.
  RehearsalPlayer(const RehearsalStage& stage, std::string_view path, const ChatConversation& talk);

  // Call once.
  [[nodiscard]] RehearsedTalk play();

  // What was visited, when the stage has a map.
  [[nodiscard]] const std::vector<bool>& covered() const { return covered_; }

  // The turns of the visitor, when the stage has a map. Call once, after play().
  [[nodiscard]] std::vector<RehearsedTurn> take_turns() { return std::move(turns_); }

 private:
  void play_line(const ChatLine& line);
  void set_locale(const ChatLine& line);
  void set_directory(const ChatLine& line);
  void begin(std::string_view locale);
  void take(const Message& message);
  void choose(const ChatLine& line);
  void keep(const Session& session);

  void check_trace(const ChatLine& line, std::string_view what, std::string came);
  void check_slot(const ChatLine& line);
  void check_prompt(const ChatLine& line);
  void check_buttons(const ChatLine& line);
  void check_words(const ChatLine& line);

  [[nodiscard]] std::string slot_value(std::string_view name) const;
  // The prompt that a failed line may be mended to: one that no line of this turn names.
  [[nodiscard]] std::string unnamed_prompt() const;
  RehearsalFailure& fail(const ChatLine& line, std::string_view code, std::string message,
                         std::string remedy);

  const RehearsalStage& stage_;
  std::string path_;
  const ChatConversation& talk_;
  RehearsedTalk played_;
  std::vector<bool> covered_;
  std::vector<RehearsedTurn> turns_;
  const ServiceDirectory* directory_ = nullptr;
  std::optional<Turn> turn_;
  std::optional<Session> session_;
  std::string move_;                // the last line of the visitor
  std::vector<std::string> named_;  // prompts that lines of this turn name
  std::size_t at_ = 0;              // of talk_.lines
};

}  // namespace waymark
