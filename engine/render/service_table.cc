#include "engine/render/service_table.h"

#include <array>
#include <string_view>

namespace waymark {
namespace {

constexpr std::array<std::string_view, 7> kDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};

bool has_day(std::uint8_t days, std::size_t day) { return (days >> day & 1U) != 0; }

// Runs of days: "Monday to Friday", "Monday, Wednesday to Friday", "every day".
std::string days_text(std::uint8_t days) {
  if ((days & 0x7FU) == 0x7FU) return "every day";
  std::string text;
  for (std::size_t day = 0; day < kDays.size(); ++day) {
    if (!has_day(days, day)) continue;
    std::size_t last = day;
    while (last + 1 < kDays.size() && has_day(days, last + 1)) ++last;
    if (!text.empty()) text += ", ";
    text += kDays[day];
    if (last > day) text += (last == day + 1 ? " and " : " to ") + std::string(kDays[last]);
    day = last;
  }
  return text;
}

std::string span_text(const OpeningTime& time) {
  if (time.from == 0 && time.to == 1440) return "all day";
  return time_text(std::chrono::minutes(time.from)) + " to " +
         time_text(std::chrono::minutes(time.to));
}

}  // namespace

std::string time_text(std::chrono::minutes after_midnight) {
  const auto minutes = after_midnight.count();
  if (minutes % 1440 == 0) return "midnight";
  if (minutes == 720) return "midday";
  const auto hour = minutes / 60 % 12 == 0 ? 12 : minutes / 60 % 12;
  std::string text = std::to_string(hour);
  if (minutes % 60 != 0) {
    const std::string rest = std::to_string(minutes % 60);
    text += (rest.size() == 1 ? ":0" : ":") + rest;
  }
  return text + (minutes / 60 % 24 < 12 ? "am" : "pm");
}

std::string_view day_text(std::chrono::weekday day) { return kDays[day.iso_encoding() - 1]; }

std::string hours_text(const std::vector<OpeningTime>& hours) {
  std::string text;
  for (const OpeningTime& time : hours) {
    if (!text.empty()) text += "; ";
    text += days_text(time.days) + ", " + span_text(time);
  }
  return text;
}

}  // namespace waymark
