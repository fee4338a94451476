#pragma once
// Numbers, addresses and opening hours, each a checked fact with its source. Replies take them from
// here and nowhere else. Built once, then const; any thread.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/api/ids.h"
#include "engine/api/part_spec.h"

namespace waymark {

// Open from `from` to `to` (minutes after midnight, Europe/London) on the days of `days` (bit 0 is
// Monday). `to` not after `from` means past midnight.
struct OpeningTime {
  std::uint8_t days = 0;
  std::uint16_t from = 0;
  std::uint16_t to = 0;
};

struct Service {
  ServiceId id;
  std::string name;
  std::vector<std::string> nations;  // slot values, or "all"
  std::string audience;
  std::string phone;
  std::string sms;
  std::string sms_text;
  std::string url;
  bool always_open = false;
  std::vector<OpeningTime> hours;
  std::string cost;
  std::optional<PromptIndex> note;
  std::string source;
  std::optional<std::chrono::year_month_day> last_verified;  // nothing: nobody confirmed it
};

class ServiceTable {
 public:
  ServiceTable() = default;
  explicit ServiceTable(std::vector<Service> services) : services_(std::move(services)) {}

  [[nodiscard]] const Service& at(ServiceIndex index) const {
    return services_[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] const std::vector<Service>& all() const { return services_; }

 private:
  std::vector<Service> services_;
};

// The opening times in words: "Monday to Friday, 9am to 5pm; Saturday, all day".
[[nodiscard]] std::string hours_text(const std::vector<OpeningTime>& hours);

// A time of day in words, in the style of the NHS: "9am", "5:30pm", "midday", "midnight".
[[nodiscard]] std::string time_text(std::chrono::minutes after_midnight);

// "Monday"
[[nodiscard]] std::string_view day_text(std::chrono::weekday day);

}  // namespace waymark
