#include "adapters/host/log.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <string>
#include <utility>

#include "adapters/protocol/json_text.h"

namespace waymark {

namespace {

// Whether a piece of a line can be written without waiting: a pipe that says so has place for
// PIPE_BUF bytes.
bool can_write_now() {
  pollfd log{STDERR_FILENO, POLLOUT, 0};
  return ::poll(&log, 1, 0) == 1 && (log.revents & POLLOUT) != 0;
}

// When nobody reads the log, the rest of the line is lost: no turn waits for it.
void write_to_standard_error(std::string_view line) {
  while (!line.empty() && can_write_now()) {
    const std::size_t piece = std::min<std::size_t>(line.size(), PIPE_BUF);
    const ssize_t written = ::write(STDERR_FILENO, line.data(), piece);
    if (written <= 0) return;  // nobody can be told
    line.remove_prefix(static_cast<std::size_t>(written));
  }
}

struct FieldWriter {
  JsonObject& object;
  std::string_view key;

  void operator()(std::int64_t number) const { object.member(key, number); }
  void operator()(LogWord word) const { object.member(key, word.text()); }
  void operator()(const std::filesystem::path& path) const { object.member(key, path.string()); }
  void operator()(const Diagnostic& problem) const {
    object.member(key, format_diagnostic(problem));
  }
};

std::string padded(std::int64_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

// RFC 3339, UTC.
std::string time_text(UtcSeconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  return padded(static_cast<int>(date.year()), 4) + '-' +
         padded(static_cast<unsigned>(date.month()), 2) + '-' +
         padded(static_cast<unsigned>(date.day()), 2) + 'T' + padded(clock.hours().count(), 2) +
         ':' + padded(clock.minutes().count(), 2) + ':' + padded(clock.seconds().count(), 2) + 'Z';
}

}  // namespace

std::string_view name_of(LogEvent event) {
  switch (event) {
    case LogEvent::Listening: return "listening";
    case LogEvent::Stopping: return "stopping";
    case LogEvent::Stopped: return "stopped";
    case LogEvent::PackLoaded: return "pack_loaded";
    case LogEvent::PackRefused: return "pack_refused";
    case LogEvent::DirectoryLoaded: return "directory_loaded";
    case LogEvent::DirectoryRefused: return "directory_refused";
    case LogEvent::PackProblem: return "pack_problem";
    case LogEvent::KeysAreTemporary: return "keys_are_temporary";
    case LogEvent::KeysLoaded: return "keys_loaded";
    case LogEvent::KeysRefused: return "keys_refused";
    case LogEvent::PlacesReduced: return "places_reduced";
    case LogEvent::AcceptPaused: return "accept_paused";
    case LogEvent::TurnFailed: return "turn_failed";
  }
  return "unknown";
}

Log::Log(const Clock& clock) : Log(clock, write_to_standard_error) {}

Log::Log(const Clock& clock, Sink sink) : clock_(clock), sink_(std::move(sink)) {}

void Log::info(LogEvent event, std::initializer_list<LogField> fields) {
  write("info", event, fields);
}

void Log::warning(LogEvent event, std::initializer_list<LogField> fields) {
  write("warning", event, fields);
}

void Log::error(LogEvent event, std::initializer_list<LogField> fields) {
  write("error", event, fields);
}

void Log::write(std::string_view level, LogEvent event, std::initializer_list<LogField> fields) {
  std::string line;
  JsonObject object(line);
  object.member("time", time_text(clock_.now()));
  object.member("level", level);
  object.member("event", name_of(event));
  for (const LogField& field : fields) {
    std::visit(FieldWriter{object, field.key_.text()}, field.value_);
  }
  object.close();
  line += '\n';
  const std::scoped_lock lock(mutex_);
  sink_(line);
}

}  // namespace waymark
