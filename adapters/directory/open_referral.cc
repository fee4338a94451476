#include "adapters/directory/open_referral.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "adapters/directory/listing_fields.h"

namespace waymark {

namespace {

using nlohmann::json;

constexpr int kMaxDepth = 24;
constexpr std::size_t kMaxName = 120;
constexpr std::size_t kMaxNote = 240;

// Languages by their ISO 639 codes, as this program's packs call them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kLanguages = {
    {{"en", "english"},
     {"cy", "welsh"},
     {"bfi", "bsl"},
     {"pl", "polish"},
     {"pa", "punjabi"},
     {"ur", "urdu"},
     {"bn", "bengali"},
     {"gu", "gujarati"},
     {"ar", "arabic"},
     {"ga", "irish"},
     {"gd", "gaelic"}}};

// What in the name of a taxonomy term says which need a service is for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kNeeds = {
    {{"depress", "depression"},
     {"low mood", "depression"},
     {"anxi", "anxiety"},
     {"bereave", "grief"},
     {"grief", "grief"},
     {"relationship", "relationship"},
     {"couple", "relationship"},
     {"perinatal", "birth"},
     {"postnatal", "birth"},
     {"antenatal", "birth"}}};

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

const json& member(const json& object, const char* key) {
  static const json kNothing;
  if (!object.is_object()) return kNothing;
  const auto found = object.find(key);
  return found == object.end() ? kNothing : *found;
}

std::string text_of(const json& object, const char* key) {
  const json& value = member(object, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

// A number, or one that was written as a text.
std::string number_text(const json& object, const char* key) {
  const json& value = member(object, key);
  if (value.is_number()) return value.dump();
  return value.is_string() ? value.get<std::string>() : std::string();
}

void add_once(std::vector<std::string>& list, std::string_view item) {
  if (std::ranges::find(list, item) == list.end()) list.emplace_back(item);
}

std::string first_phone(const json& holder) {
  for (const json& phone : member(holder, "phones")) {
    const std::string number = text_of(phone, "number");
    if (!number.empty()) return number;
  }
  return {};
}

// That of the service, of its contacts, of a place where it is, or of the organisation.
std::string phone_of(const json& service) {
  std::string number = first_phone(service);
  for (const char* holders : {"contacts", "service_at_locations"}) {
    for (const json& holder : member(service, holders)) {
      if (number.empty()) number = first_phone(holder);
    }
  }
  return number.empty() ? first_phone(member(service, "organization")) : number;
}

std::string url_of(const json& service) {
  std::string url = text_of(service, "url");
  const json& organization = member(service, "organization");
  for (const char* key : {"website", "url"}) {
    if (url.empty()) url = text_of(organization, key);
  }
  return url;
}

// The first sentences that fit.
std::string shortened(std::string text) {
  if (text.size() <= kMaxNote) return text;
  const std::size_t stop = text.rfind(". ", kMaxNote);
  if (stop == std::string::npos) return {};
  text.resize(stop + 1);
  return text;
}

class ServiceReader {
 public:
  ServiceReader(const json& service, ListingChecks& checks) : service_(service), checks_(checks) {}

  Listing read(const std::string& list) {
    listing_.list = list;
    listing_.id = checks_.text("id", text_of(service_, "id"), kMaxName);
    listing_.name = checks_.text("name", text_of(service_, "name"), kMaxName);
    listing_.kind =
        checks_.text("organisation", text_of(member(service_, "organization"), "name"), kMaxName);
    listing_.note =
        checks_.text("description", shortened(text_of(service_, "description")), kMaxNote);
    listing_.phone = checks_.phone(phone_of(service_));
    listing_.email = checks_.email(text_of(service_, "email"));
    listing_.url = checks_.url(url_of(service_));
    read_status();
    read_locations();
    read_languages();
    read_costs();
    read_needs(service_);
    read_dates();
    if (!checks_.is_refused()) checks_.whole(listing_);
    return std::move(listing_);
  }

 private:
  void read_status() {
    const std::string status = text_of(service_, "status");
    if (status.empty() || status == "active") return;
    checks_.refuse("The service is \"" + status + "\".", "Only active services are shown.");
  }

  void read_locations() {
    for (const json& at : member(service_, "service_at_locations")) {
      const json& location = member(at, "location");
      const std::string type = text_of(location, "location_type");
      if (type == "virtual") {
        listing_.online = true;
      } else if (type != "postal") {
        listing_.in_person = true;
        read_place(location);
      }
    }
  }

  // The first place that has a point; an entry stands for one.
  void read_place(const json& location) {
    if (!listing_.at) {
      listing_.at =
          checks_.point(number_text(location, "latitude"), number_text(location, "longitude"));
    }
    for (const json& address : member(location, "addresses")) {
      if (listing_.place.empty()) {
        listing_.place = checks_.text("city", text_of(address, "city"), kMaxName);
        listing_.outward = outward_part(text_of(address, "postal_code"));
      }
      for (const char* key : {"state_province", "region"}) {
        read_nation(lower(text_of(address, key)));
      }
    }
  }

  void read_nation(const std::string& words) {
    for (const char* nation : {"england", "scotland", "wales"}) {
      if (words == nation) add_once(listing_.nations, nation);
    }
    if (words == "northern ireland") add_once(listing_.nations, "northern_ireland");
  }

  void read_languages() {
    for (const json& language : member(service_, "languages")) {
      const std::string code = lower(text_of(language, "code"));
      const auto known =
          std::ranges::find(kLanguages, code, &decltype(kLanguages)::value_type::first);
      if (known != kLanguages.end()) {
        add_once(listing_.languages, known->second);
      } else if (const auto ids = ids_in(text_of(language, "name")); !ids.empty()) {
        add_once(listing_.languages, ids.front());
      }
    }
  }

  void read_costs() {
    for (const json& cost : member(service_, "cost_options")) {
      const std::string currency = text_of(cost, "currency");
      if (!currency.empty() && lower(currency) != "gbp") {
        checks_.note("A price in " + currency + " is passed over.", "Give it in pounds.");
        continue;
      }
      const auto pence = checks_.pence("amount", number_text(cost, "amount"));
      if (!pence) continue;
      listing_.fee_low = std::min(listing_.fee_low.value_or(*pence), *pence);
      listing_.fee_high = std::max(listing_.fee_high.value_or(*pence), *pence);
    }
    listing_.low_cost = listing_.fee_low == 0;
  }

  void read_needs(const json& holder) {
    for (const json& attribute : member(holder, "attributes")) {
      const std::string name = lower(text_of(member(attribute, "taxonomy_term"), "name"));
      for (const auto& [part, need] : kNeeds) {
        if (name.find(part) != std::string::npos) add_once(listing_.needs, need);
      }
    }
  }

  void read_dates() {
    constexpr std::size_t kDate = 10;
    std::string date = text_of(service_, "assured_date");
    if (date.empty()) date = text_of(service_, "last_modified");
    listing_.last_verified = checks_.date(date.substr(0, std::min(kDate, date.size())));
    listing_.source = "Open Referral UK";
  }

  const json& service_;
  ListingChecks& checks_;
  Listing listing_;
};

// The services of a file, and the JSON pointer of their list.
std::optional<std::pair<std::vector<const json*>, std::string>> services_in(const json& root) {
  std::vector<const json*> services;
  if (root.is_object() && root.contains("id")) return std::pair(std::vector{&root}, std::string());
  for (const char* key : {"contents", "content", "services"}) {
    const json& list = member(root, key);
    if (!list.is_array()) continue;
    for (const json& service : list) services.push_back(&service);
    return std::pair(std::move(services), '/' + std::string(key) + '/');
  }
  if (!root.is_array()) return std::nullopt;
  for (const json& service : root) services.push_back(&service);
  return std::pair(std::move(services), std::string("/"));
}

}  // namespace

ListingImport read_open_referral(std::string_view text, const std::string& name,
                                 const std::string& list) {
  const auto too_deep = [](int depth, json::parse_event_t, json&) { return depth <= kMaxDepth; };
  const json root = json::parse(text, too_deep, false);
  ListingImport import;
  const auto services = root.is_discarded() ? std::nullopt : services_in(root);
  if (!services) {
    import.findings.push_back(
        {name,
         root.is_discarded() ? "The file is no JSON." : "The file holds no service of HSDS-UK.",
         "Write a service, a list of services, or a page with \"contents\".", true});
    return import;
  }
  std::vector<std::string> places;
  for (std::size_t i = 0; i < services->first.size(); ++i) {
    const bool is_single = services->second.empty();
    const std::string place =
        name + '#' + services->second + (is_single ? std::string() : std::to_string(i));
    ListingChecks checks(place, import.findings);
    if (!services->first[i]->is_object()) {
      checks.refuse("This is no service.", "Write an object.");
      continue;
    }
    Listing listing = ServiceReader(*services->first[i], checks).read(list);
    if (checks.is_refused()) continue;
    import.listings.push_back(std::move(listing));
    places.push_back(place);
  }
  drop_doubles(import.listings, places, import.findings);
  return import;
}

}  // namespace waymark
