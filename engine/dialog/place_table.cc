#include "engine/dialog/place_table.h"

#include <algorithm>
#include <utility>

namespace waymark {
namespace {

// Letters and digits as numbers from 1, so that none is lost in front.
constexpr std::int32_t kBase = 37;
constexpr std::size_t kMostLetters = 4;

bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

// One or two letters, a digit, and perhaps a digit or a letter more: Royal Mail's forms A9, A99,
// A9A, AA9, AA99 and AA9A.
bool is_outward_code(std::string_view code) {
  const std::size_t letters = postcode_area(code).size();
  if (letters < 1 || letters > 2 || letters == code.size()) return false;
  if (code.size() > letters + 2 || !is_digit(code[letters])) return false;
  return code.size() == letters + 1 || is_digit(code.back()) || is_letter(code.back());
}

}  // namespace

std::string_view postcode_area(std::string_view outward) {
  const auto end = std::ranges::find_if_not(outward, is_letter);
  return outward.substr(0, static_cast<std::size_t>(end - outward.begin()));
}

std::optional<std::int32_t> outward_code_number(std::string_view code) {
  std::string capitals(code);
  std::ranges::transform(capitals, capitals.begin(), capital);
  if (capitals.size() > kMostLetters || !is_outward_code(capitals)) return std::nullopt;
  std::int32_t number = 0;
  for (const char c : capitals)
    number = number * kBase + (is_digit(c) ? c - '0' + 1 : c - 'A' + 11);
  return number;
}

std::string outward_code_text(std::int32_t number) {
  std::string code;
  for (; number > 0 && code.size() < kMostLetters; number /= kBase) {
    const std::int32_t letter = number % kBase;
    if (letter == 0) return {};
    code.push_back(static_cast<char>(letter <= 10 ? '0' + letter - 1 : 'A' + letter - 11));
  }
  std::ranges::reverse(code);
  return number == 0 && is_outward_code(code) ? code : std::string();
}

bool PlaceTable::add(Place place) {
  const std::string name = place.name;
  if (!places_.emplace(name, std::move(place)).second) return false;
  towns_.emplace(stable_id(name), name);
  return true;
}

const Place* PlaceTable::find(std::string_view name) const {
  const auto found = places_.find(name);
  return found == places_.end() ? nullptr : &found->second;
}

const Place* PlaceTable::find(const SlotValue& value) const {
  if (const auto* id = std::get_if<StableId>(&value)) {
    const auto name = towns_.find(*id);
    return name == towns_.end() ? nullptr : find(name->second);
  }
  const auto* number = std::get_if<std::int32_t>(&value);
  if (number == nullptr) return nullptr;
  const std::string code = outward_code_text(*number);
  const Place* exact = find(code);
  return exact != nullptr ? exact : find(postcode_area(code));
}

}  // namespace waymark
