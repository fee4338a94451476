#include <string>
#include <string_view>
#include <utility>

#include "engine/compile/builders.h"

namespace waymark {
namespace {

// Around the United Kingdom, its islands and the Crown dependencies.
constexpr double kSouth = 49;
constexpr double kNorth = 61;
constexpr double kWest = -9;
constexpr double kEast = 2.5;

bool is_area(std::string_view name) {
  return !name.empty() && name.size() <= 2 && postcode_area(name) == name;
}

bool is_outward(const std::string& name) {
  const auto number = outward_code_number(name);
  return number && outward_code_text(*number) == name;
}

// "england.leeds" lies in the nation that it begins with.
std::vector<std::string> nations_of(const PlaceDeclaration& declared) {
  std::vector<std::string> nations;
  for (const PlacedText& nation : declared.nations) nations.push_back(nation.text);
  const std::size_t dot = declared.name.text.find('.');
  if (dot != std::string::npos && dot > 0 && nations.empty()) {
    nations.push_back(declared.name.text.substr(0, dot));
  }
  return nations;
}

void build_place(const PlaceDeclaration& declared, Resolver& resolver) {
  const std::string& name = declared.name.text;
  const bool is_town = name.find('.') != std::string::npos;
  if (!is_town && !is_area(name) && !is_outward(name)) {
    resolver.findings.add("WM113", declared.name.place, "\"" + name + "\" is no place.",
                          "Write a town as \"england.leeds\", a postcode area as \"LS\" or an "
                          "outward code as \"LS6\".");
    return;
  }
  Place place{name, {}, nations_of(declared), declared.is_wide};
  const bool is_here = declared.at.size() == 2 && declared.at[0] >= kSouth &&
                       declared.at[0] <= kNorth && declared.at[1] >= kWest &&
                       declared.at[1] <= kEast;
  if (!is_here) {
    resolver.findings.add("WM113", declared.name.place,
                          "\"" + name + "\" is not on the map of the United Kingdom.",
                          "Write \"at\": [latitude, longitude] in degrees, as in [53.8, -1.5].");
    return;
  }
  place.at = {declared.at[0], declared.at[1]};
  if (place.nations.empty()) {
    resolver.findings.add("WM113", declared.name.place,
                          "It is not said which nation \"" + name + "\" is in.",
                          "List its \"nations\": one, or all that it lies in.");
  }
  if (resolver.places.add(std::move(place))) return;
  resolver.findings.add("WM207", declared.name.place, "There is a place \"" + name + "\" already.",
                        "Delete one of them.");
}

}  // namespace

void build_places(const Declarations& declared, Resolver& resolver) {
  for (const PlaceDeclaration& place : declared.places) build_place(place, resolver);
}

}  // namespace waymark
