#pragma once
// What clocks in Europe/London show at an instant, and at which instant they show a time: summer
// time and both nights on which clocks change included. Opening hours are written in this time.
// Stateless; any thread.
//
//   LondonTime shown = london_time(now);
//   sys_seconds opens = london_instant(floor<days>(shown) + hours(9), RepeatedHour::Last);

#include <chrono>
#include <cstdint>

namespace waymark {

// The date and time on a clock on the wall, without the offset.
using LondonTime = std::chrono::local_seconds;

[[nodiscard]] LondonTime london_time(std::chrono::sys_seconds instant);

// Which of the two, where clocks go back and show the time twice.
enum class RepeatedHour : std::uint8_t { First, Last };

// The instant at which clocks show `time`. A time that they skip is the instant at which they skip
// it.
[[nodiscard]] std::chrono::sys_seconds london_instant(LondonTime time, RepeatedHour repeated);

}  // namespace waymark
