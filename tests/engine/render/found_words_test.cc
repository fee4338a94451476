#include "engine/render/found_words.h"

#include <doctest/doctest.h>

#include <string>

namespace waymark {

namespace {

std::string argument(const DirectoryEntry& entry, std::string_view name) {
  for (const TemplateArgument& each : found_arguments(entry)) {
    if (each.name != name) continue;
    const auto* number = std::get_if<std::int32_t>(&each.value);
    return number != nullptr ? std::to_string(*number) : std::get<std::string>(each.value);
  }
  return "no such argument";
}

}  // namespace

TEST_CASE("found words: what is not known is said to be so") {
  const DirectoryEntry entry;
  CHECK(argument(entry, "distance") == "unknown");
  CHECK(argument(entry, "meeting") == "unknown");
  CHECK(argument(entry, "fee") == "unknown");
  CHECK(argument(entry, "in_place") == "no");
  CHECK(argument(entry, "low_cost") == "no");
  CHECK(argument(entry, "registers").empty());
}

TEST_CASE("found words: prices, distances and ways to meet") {
  DirectoryEntry entry;
  entry.fee_low = 4550;
  entry.fee_high = 6000;
  entry.miles = 3.6;
  entry.in_person = true;
  entry.online = true;
  entry.registers = {"BACP", "UKCP"};
  CHECK(argument(entry, "fee") == "range");
  CHECK(argument(entry, "fee_low") == "45.50");
  CHECK(argument(entry, "fee_high") == "60");
  CHECK(argument(entry, "distance") == "far");
  CHECK(argument(entry, "miles") == "4");
  CHECK(argument(entry, "meeting") == "both");
  CHECK(argument(entry, "registers") == "BACP, UKCP");
  entry.miles = 0.4;
  entry.fee_high = 4550;
  entry.in_person = false;
  CHECK(argument(entry, "distance") == "near");
  CHECK(argument(entry, "fee") == "one");
  CHECK(argument(entry, "meeting") == "online");
  entry.fee_low = 0;
  entry.fee_high = 0;
  CHECK(argument(entry, "fee") == "free");
  entry.fee_low = 5;
  entry.fee_high = {};
  CHECK(argument(entry, "fee_low") == "0.05");
  CHECK(argument(entry, "fee") == "one");
}

}  // namespace waymark
