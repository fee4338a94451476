#include "engine/render/found_words.h"

#include <cmath>
#include <string>

namespace waymark {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

// 4500 is "45", 4750 is "47.50".
std::string pounds(std::int32_t pence) {
  const std::int32_t rest = pence % 100;
  std::string text = std::to_string(pence / 100);
  if (rest != 0) text += (rest < 10 ? ".0" : ".") + std::to_string(rest);
  return text;
}

std::string fee_kind(const DirectoryEntry& entry) {
  if (!entry.fee_low) return "unknown";
  const std::int32_t high = entry.fee_high.value_or(*entry.fee_low);
  if (high == 0) return "free";
  return high == *entry.fee_low ? "one" : "range";
}

std::string meeting(const DirectoryEntry& entry) {
  if (entry.in_person) return entry.online ? "both" : "in_person";
  return entry.online ? "online" : "unknown";
}

std::string yes_no(bool is_so) { return is_so ? "yes" : "no"; }

}  // namespace

std::vector<TemplateArgument> found_arguments(const DirectoryEntry& entry) {
  const double miles = entry.miles.value_or(0);
  const std::string distance = !entry.miles ? "unknown" : miles < 1 ? "near" : "far";
  const std::int32_t low = entry.fee_low.value_or(0);
  return {{"kind", entry.kind},
          {"in_place", yes_no(!entry.place.empty())},
          {"place", entry.place},
          {"distance", distance},
          {"miles", static_cast<std::int32_t>(std::lround(miles))},
          {"meeting", meeting(entry)},
          {"fee", fee_kind(entry)},
          {"fee_low", pounds(low)},
          {"fee_high", pounds(entry.fee_high.value_or(low))},
          {"low_cost", yes_no(entry.low_cost)},
          {"registers", joined(entry.registers)},
          {"note", entry.note}};
}

}  // namespace waymark
