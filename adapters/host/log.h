#pragma once
// What a running server tells its operators: one JSON object a line. A field holds a number, a word
// that stands in the source code, a path, or a problem in content; there is no way to pass a
// string, so nothing that a visitor typed can get in. Any thread.
//
//   log.info(LogEvent::Listening, {{"port", 8080}});
//   → {"time":"2026-01-31T09:00:00Z","level":"info","event":"listening","port":8080}

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <mutex>
#include <string_view>
#include <variant>

#include "engine/api/clock.h"
#include "engine/api/diagnostic.h"

namespace waymark {

// A literal of the source code.
class LogWord {
 public:
  template <std::size_t size>
  consteval LogWord(const char (&literal)[size]) : text_(literal, size - 1) {}

  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

enum class LogEvent : std::uint8_t {
  Listening,
  Stopping,
  Stopped,
  PackLoaded,
  PackRefused,
  DirectoryLoaded,
  DirectoryRefused,
  PackProblem,
  KeysAreTemporary,
  KeysLoaded,
  KeysRefused,
  PlacesReduced,
  AcceptPaused,
  TurnFailed,
};

[[nodiscard]] std::string_view name_of(LogEvent event);

class LogField {
 public:
  LogField(LogWord key, std::integral auto number)
      : key_(key), value_(static_cast<std::int64_t>(number)) {}
  LogField(LogWord key, LogWord word) : key_(key), value_(word) {}
  // A path and nothing that turns into one.
  LogField(LogWord key, const std::same_as<std::filesystem::path> auto& path)
      : key_(key), value_(path) {}
  LogField(LogWord key, const Diagnostic& problem) : key_(key), value_(std::cref(problem)) {}

 private:
  friend class Log;
  LogWord key_;
  std::variant<std::int64_t, LogWord, std::filesystem::path,
               std::reference_wrapper<const Diagnostic>>
      value_;
};

class Log {
 public:
  // Takes one finished line, its line break included.
  using Sink = std::function<void(std::string_view)>;

  // Lines go to standard error, each in one piece. What cannot be written at once is dropped.
  explicit Log(const Clock& clock);
  Log(const Clock& clock, Sink sink);

  void info(LogEvent event, std::initializer_list<LogField> fields = {});
  void warning(LogEvent event, std::initializer_list<LogField> fields = {});
  void error(LogEvent event, std::initializer_list<LogField> fields = {});

 private:
  void write(std::string_view level, LogEvent event, std::initializer_list<LogField> fields);

  const Clock& clock_;
  Sink sink_;
  std::mutex mutex_;  // one line at a time
};

}  // namespace waymark
