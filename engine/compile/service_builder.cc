#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "engine/compile/builders.h"

namespace waymark {
namespace {

// A fact that nobody looked at for a year is not shown as true, nor after what a pack says.
std::chrono::days facts_last(const Declarations& declared) {
  std::chrono::days limit{365};
  for (const PackDeclaration& pack : declared.packs) {
    limit = std::min(limit, pack.facts_last.value_or(limit));
  }
  return limit;
}

std::optional<unsigned> number_in(std::string_view text) {
  unsigned value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

// "09:00" to minutes after midnight.
std::optional<std::uint16_t> parse_time(const std::string& text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hours = number_in(std::string_view(text).substr(0, 2));
  const auto minutes = number_in(std::string_view(text).substr(3));
  if (!hours || !minutes || *hours * 60 + *minutes > 24 * 60 || *minutes > 59) return std::nullopt;
  return static_cast<std::uint16_t>(*hours * 60 + *minutes);
}

std::optional<unsigned> parse_day(std::string_view name) {
  static constexpr std::array<std::string_view, 7> kDays = {"mon", "tue", "wed", "thu",
                                                            "fri", "sat", "sun"};
  const auto found = std::ranges::find(kDays, name);
  if (found == kDays.end()) return std::nullopt;
  return static_cast<unsigned>(found - kDays.begin());
}

// "mon-fri", "sat,sun", "daily" to bits.
std::optional<std::uint8_t> parse_days(std::string_view text) {
  if (text == "daily") return 0x7F;
  unsigned bits = 0;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::string_view part = text.substr(0, comma);
    text.remove_prefix(std::min(comma + 1, text.size()));
    const std::size_t dash = part.find('-');
    const auto first = parse_day(part.substr(0, std::min(dash, part.size())));
    const auto last = dash == std::string_view::npos ? first : parse_day(part.substr(dash + 1));
    if (!first || !last) return std::nullopt;
    for (unsigned day = *first;; day = (day + 1) % 7) {
      bits |= 1U << day;
      if (day == *last) break;
    }
  }
  return bits == 0 ? std::nullopt : std::optional(static_cast<std::uint8_t>(bits));
}

bool is_phone(std::string_view text) {
  const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 3 && digits <= 15 &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
}

class ServiceBuilder {
 public:
  ServiceBuilder(const ServiceDeclaration& declared, Resolver& resolver)
      : declared_(declared), resolver_(resolver) {}

  Service build(std::chrono::year_month_day today, std::chrono::days limit) {
    Service service;
    service.id = ServiceId{declared_.id.text};
    service.name = declared_.name.text;
    for (const PlacedText& nation : declared_.nations) service.nations.push_back(nation.text);
    service.audience = declared_.audience.text;
    service.phone = declared_.phone.text;
    service.sms = declared_.sms.text;
    service.sms_text = declared_.sms_text.text;
    service.url = declared_.url.text;
    service.cost = declared_.cost.text;
    service.source = declared_.source.text;
    service.always_open = declared_.always_open;
    if (!declared_.note.empty()) service.note = resolver_.prompt(declared_.note);
    check_numbers();
    check_nations();
    build_hours(service);
    build_date(service, today, limit);
    return service;
  }

 private:
  void report(std::string code, const PlacedText& what, std::string message, std::string remedy) {
    resolver_.findings.add(std::move(code), what.place, std::move(message), std::move(remedy));
  }

  void check_numbers() {
    for (const PlacedText* number : {&declared_.phone, &declared_.sms}) {
      if (!number->empty() && !is_phone(number->text)) {
        report("WM604", *number, "\"" + number->text + "\" is no phone number.",
               "Use digits and blanks only.");
      }
    }
    if (!declared_.url.empty() && !declared_.url.text.starts_with("https://")) {
      report("WM603", declared_.url, "The address does not begin with https://.",
             "Give the secure address.");
    }
    if (declared_.phone.empty() && declared_.sms.empty() && declared_.url.empty()) {
      report("WM110", declared_.id, "The service has no phone, sms or url.", "Add one.");
    }
  }

  // "all", or values of the slot "nation".
  void check_nations() {
    if (declared_.nations.empty()) {
      report("WM608", declared_.id, "The service names no nation.",
             "Say where it serves: [\"all\"], or the nations.");
    }
    const auto slot = resolver_.slot_names.lookup("nation");
    for (const PlacedText& nation : declared_.nations) {
      const bool is_all = nation.text == "all" && declared_.nations.size() == 1;
      if (is_all || (slot && std::ranges::count(resolver_.slots[*slot].values, nation.text) > 0)) {
        continue;
      }
      report("WM608", nation, "\"" + nation.text + "\" is no nation that can stand here.",
             "Write \"all\" alone, or values of the slot \"nation\" of pack.json.");
    }
  }

  void build_hours(Service& service) {
    for (const HoursDeclaration& hours : declared_.hours) {
      const auto days = parse_days(hours.days.text);
      const auto from = parse_time(hours.from.text);
      const auto to = parse_time(hours.to.text);
      if (!days) {
        report("WM606", hours.days, "\"" + hours.days.text + "\" are no days.",
               "Write mon-fri, sat,sun or daily.");
      }
      if (!from || !to) {
        report("WM606", from ? hours.to : hours.from, "This is no time of day.",
               "Write it as 09:00.");
      }
      if (days && from && to) service.hours.push_back({*days, *from, *to});
    }
  }

  void build_date(Service& service, std::chrono::year_month_day today, std::chrono::days limit) {
    if (declared_.last_verified.empty()) return;
    service.last_verified = parse_date(declared_.last_verified.text);
    if (!service.last_verified) {
      report("WM607", declared_.last_verified, "This is no date.", "Write it as 2026-11-22.");
      return;
    }
    const auto age = std::chrono::sys_days(today) - std::chrono::sys_days(*service.last_verified);
    if (age > limit) {
      report("WM601", declared_.last_verified,
             "The facts of \"" + declared_.id.text + "\" were last checked " +
                 std::to_string(age.count()) + " days ago; they are good for " +
                 std::to_string(limit.count()) + ".",
             "Check them against their source and set the date.");
    }
    if (age < std::chrono::days(0)) {
      report("WM609", declared_.last_verified,
             "The facts of \"" + declared_.id.text + "\" are said to be checked in the future.",
             "Write the day on which somebody looked.");
    }
  }

  const ServiceDeclaration& declared_;
  Resolver& resolver_;
};

}  // namespace

std::optional<std::chrono::year_month_day> parse_date(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::string_view view = text;
  const auto year = number_in(view.substr(0, 4));
  const auto month = number_in(view.substr(5, 2));
  const auto day = number_in(view.substr(8));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(*month), std::chrono::day(*day)};
  if (!date.ok()) return std::nullopt;
  return date;
}

ServiceTable build_services(const Declarations& declared, Resolver& resolver,
                            std::chrono::year_month_day today) {
  std::vector<Service> services(resolver.services.size());
  const std::chrono::days limit = facts_last(declared);
  for (const ServiceDeclaration& service : declared.services) {
    const auto index = resolver.services.lookup(service.id.text);
    if (index) services[*index] = ServiceBuilder(service, resolver).build(today, limit);
  }
  return ServiceTable(std::move(services));
}

}  // namespace waymark
