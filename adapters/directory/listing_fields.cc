#include "adapters/directory/listing_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>

#include "adapters/protocol/utf8_text.h"

namespace waymark {

namespace {

constexpr std::size_t kMaxUrl = 400;
constexpr std::size_t kMaxEmail = 200;
constexpr std::int32_t kMaxPence = 100'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::optional<double> number_in(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) {
    return std::nullopt;
  }
  return number;
}

// To about a kilometre: the middle of a part of a town.
double rounded(double degrees) { return std::round(degrees * 100) / 100; }

template <typename Use>
void for_each_item(std::string_view text, const Use& use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view item = without_blanks(text.substr(0, end));
    if (!item.empty()) use(item);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// Ofcom's National Telephone Numbering Plan: 0 and nine or ten digits, or a short code.
bool is_uk_number(std::string digits, bool is_international) {
  if (is_international) {
    if (!digits.starts_with("44")) return false;
    digits = "0" + digits.substr(2);
  }
  const bool is_short = digits.size() >= 3 && digits.size() <= 6 && digits.front() == '1';
  const bool is_long = digits.size() >= 10 && digits.size() <= 11 && digits.front() == '0' &&
                       digits[1] != '0' && digits[1] != '4' && digits[1] != '6';
  return is_short || is_long;
}

}  // namespace

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::vector<std::string> ids_in(std::string_view text) {
  std::vector<std::string> ids;
  for_each_item(text, [&ids](std::string_view item) {
    std::string& id = ids.emplace_back(item);
    std::ranges::transform(id, id.begin(), lower);
    std::ranges::replace(id, ' ', '_');
  });
  return ids;
}

std::vector<std::string> texts_in(std::string_view text) {
  std::vector<std::string> texts;
  for_each_item(text, [&texts](std::string_view item) { texts.emplace_back(item); });
  return texts;
}

std::string outward_part(std::string_view postcode) {
  std::string code;
  for (const char c : postcode) {
    if (c != ' ') code.push_back(upper(c));
  }
  const std::size_t blank = without_blanks(postcode).find(' ');
  if (code.size() > 4 || blank != std::string_view::npos) {
    if (code.size() < 5 || code.size() > 7) return {};
    code.resize(code.size() - 3);  // the inward part is a digit and two letters
  }
  const auto letters =
      static_cast<std::size_t>(std::ranges::find_if_not(code, is_letter) - code.begin());
  const bool is_code = letters >= 1 && letters <= 2 && code.size() > letters &&
                       code.size() <= letters + 2 && is_digit(code[letters]);
  return is_code ? code : std::string();
}

void ListingChecks::refuse(std::string reason, std::string remedy) {
  is_refused_ = true;
  findings_.push_back({place_, std::move(reason), std::move(remedy), true});
}

void ListingChecks::note(std::string reason, std::string remedy) {
  findings_.push_back({place_, std::move(reason), std::move(remedy), false});
}

std::string ListingChecks::text(std::string_view field, std::string_view value, std::size_t most) {
  const std::string name(field);
  value = without_blanks(value);
  if (!is_utf8(value)) {
    refuse("The " + name + " is not UTF-8.", "Save the file as UTF-8.");
    return {};
  }
  if (count_characters(value) > most) {
    refuse("The " + name + " is longer than " + std::to_string(most) + " letters.",
           "Write it shorter.");
    return {};
  }
  std::string out(value);
  // One paragraph of plain words.
  std::ranges::replace_if(out, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return out;
}

std::string ListingChecks::phone(std::string_view value) {
  value = without_blanks(value);
  if (value.empty()) return {};
  std::string digits;
  for (const char c : value) {
    if (is_digit(c)) digits.push_back(c);
  }
  const bool has_others = value.find_first_not_of("0123456789 +()-") != std::string_view::npos;
  if (has_others || !is_uk_number(digits, value.front() == '+')) {
    refuse(quoted(value) + " is no phone number of the United Kingdom.",
           "Write it as 0113 496 0000 or +44 113 496 0000, without an extension.");
    return {};
  }
  return std::string(value);
}

std::string ListingChecks::url(std::string_view value) {
  value = without_blanks(value);
  if (value.empty()) return {};
  constexpr std::string_view kHttps = "https://";
  const std::string_view rest = value.substr(std::min(kHttps.size(), value.size()));
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  const bool is_plain = std::ranges::all_of(value, [](char c) {
    return c > 0x20 && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '\\';
  });
  const bool is_host = host.find('.') != std::string_view::npos && !host.starts_with('.') &&
                       !host.ends_with('.') && host.find_first_of("@:") == std::string_view::npos;
  if (!value.starts_with(kHttps) || !is_host || !is_plain || value.size() > kMaxUrl) {
    refuse(quoted(value) + " is no address that is shown.",
           "Write one that begins with https:// and the name of a site.");
    return {};
  }
  return std::string(value);
}

std::string ListingChecks::email(std::string_view value) {
  value = without_blanks(value);
  if (value.empty()) return {};
  const std::size_t at = value.find('@');
  const bool is_plain =
      std::ranges::all_of(value, [](char c) { return c > 0x20 && c < 0x7F && c != ','; });
  const bool is_address = at != std::string_view::npos && at > 0 &&
                          value.find('.', at) != std::string_view::npos &&
                          value.find('@', at + 1) == std::string_view::npos;
  if (!is_address || !is_plain || value.size() > kMaxEmail) {
    refuse(quoted(value) + " is no e-mail address.", "Correct it, or leave it out.");
    return {};
  }
  return std::string(value);
}

std::string ListingChecks::date(std::string_view value) {
  value = without_blanks(value);
  if (value.empty()) return {};
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  bool is_read = value.size() == 10 && value[4] == '-' && value[7] == '-';
  const auto read = [&](std::size_t at, std::size_t size, auto& number) {
    const char* end = value.data() + at + size;
    is_read = is_read && std::from_chars(value.data() + at, end, number).ptr == end;
  };
  if (is_read) {
    read(0, 4, year);
    read(5, 2, month);
    read(8, 2, day);
  }
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!is_read || !date.ok()) {
    refuse(quoted(value) + " is no date.", "Write it as 2026-11-22.");
    return {};
  }
  return std::string(value);
}

bool ListingChecks::yes_no(std::string_view field, std::string_view value) {
  const std::vector<std::string> word = ids_in(value);
  if (word.empty()) return false;
  static constexpr std::array<std::string_view, 4> kYes = {"yes", "y", "true", "1"};
  static constexpr std::array<std::string_view, 4> kNo = {"no", "n", "false", "0"};
  if (std::ranges::find(kYes, word.front()) != kYes.end()) return true;
  if (std::ranges::find(kNo, word.front()) == kNo.end()) {
    refuse(quoted(without_blanks(value)) + " is no answer for " + std::string(field) + ".",
           "Write yes or no.");
  }
  return false;
}

std::optional<std::int32_t> ListingChecks::pence(std::string_view field, std::string_view pounds) {
  pounds = without_blanks(pounds);
  if (pounds.starts_with("£")) pounds.remove_prefix(std::string_view("£").size());
  if (pounds.empty()) return std::nullopt;
  const auto number = number_in(pounds);
  const double pence = number.value_or(-1) * 100;
  if (pence < 0 || pence > kMaxPence) {
    refuse(quoted(pounds) + " is no price for " + std::string(field) + ".",
           "Write pounds, such as 45 or 47.50, up to 1000.");
    return std::nullopt;
  }
  return static_cast<std::int32_t>(std::lround(pence));
}

std::optional<MapPoint> ListingChecks::point(std::string_view latitude,
                                             std::string_view longitude) {
  latitude = without_blanks(latitude);
  longitude = without_blanks(longitude);
  if (latitude.empty() && longitude.empty()) return std::nullopt;
  const auto north = number_in(latitude);
  const auto east = number_in(longitude);
  if (!north || !east || *north < 49 || *north > 61 || *east < -9 || *east > 2.5) {
    refuse("The point (" + std::string(latitude) + ", " + std::string(longitude) +
               ") is not in the United Kingdom.",
           "Write latitude and longitude in degrees, such as 53.80 and -1.55.");
    return std::nullopt;
  }
  return MapPoint{rounded(*north), rounded(*east)};
}

void ListingChecks::whole(const Listing& listing) {
  static constexpr std::array<std::string_view, 4> kNations = {"england", "scotland", "wales",
                                                               "northern_ireland"};
  if (listing.id.empty()) refuse("There is no id.", "Give the entry one that does not change.");
  if (listing.name.empty()) refuse("There is no name.", "Write the name that is shown.");
  if (listing.phone.empty() && listing.url.empty()) {
    refuse("Nobody could reach it.",
           "Give it a phone number or an address that begins with https.");
  }
  if (!listing.in_person && !listing.online) {
    refuse("It is not said how people meet.", "Say yes to in_person, to online, or to both.");
  }
  for (const std::string& nation : listing.nations) {
    if (std::ranges::find(kNations, nation) != kNations.end()) continue;
    refuse(quoted(nation) + " is no nation.",
           "Write england, scotland, wales or northern_ireland, or nothing for all of them.");
  }
  if (listing.fee_low && listing.fee_high && *listing.fee_low > *listing.fee_high) {
    refuse("The lower price is above the higher one.", "Change them round.");
  }
  if (listing.in_person && !listing.at) {
    note("It is met in person and has no point on the map.",
         "Give it one, so that it is found by its distance.");
  }
}

void drop_doubles(std::vector<Listing>& listings, const std::vector<std::string>& places,
                  std::vector<ImportFinding>& findings) {
  std::set<std::tuple<std::string, std::string>> ids;
  std::set<std::tuple<std::string, std::string, std::string, std::string>> people;
  std::vector<Listing> kept;
  for (std::size_t i = 0; i < listings.size(); ++i) {
    Listing& listing = listings[i];
    std::string remedy = "Take one of them out.";
    if (!ids.emplace(listing.list, listing.id).second) {
      findings.push_back({places[i], "The id " + quoted(listing.id) + " is there already.",
                          std::move(remedy), true});
    } else if (!people.emplace(listing.list, listing.name, listing.phone, listing.url).second) {
      findings.push_back({places[i],
                          quoted(listing.name) + " is there already, with the same phone number "
                                                 "and address.",
                          std::move(remedy), true});
    } else {
      kept.push_back(std::move(listing));
    }
  }
  listings = std::move(kept);
}

}  // namespace waymark
