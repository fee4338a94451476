#include "adapters/directory/place_import.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "adapters/directory/listing_fields.h"
#include "adapters/directory/national_grid.h"
#include "adapters/protocol/json_text.h"

namespace waymark {

namespace {

// Codes of the Office for National Statistics. The Channel Islands and the Isle of Man are no part
// of the United Kingdom's services.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kNations = {
    {{"E92000001", "england"},
     {"S92000003", "scotland"},
     {"W92000004", "wales"},
     {"N92000002", "northern_ireland"}}};

// Code-Point Open: postcode, quality, easting, northing, country and five more.
constexpr std::size_t kCodePointFields = 10;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

std::optional<double> number_in(std::string_view text) {
  text = without_blanks(text);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string_view nation_of(std::string_view code) {
  const auto found = std::ranges::find(kNations, code, &decltype(kNations)::value_type::first);
  return found == kNations.end() ? std::string_view() : found->second;
}

double rounded(double degrees) { return std::round(degrees * 100) / 100; }

bool is_on_map(MapPoint at) {
  return at.latitude > 49 && at.latitude < 61.5 && at.longitude > -9 && at.longitude < 2.5;
}

}  // namespace

void PlaceImport::note(const std::string& place, std::string reason, std::string remedy) {
  if (!noted_.insert(reason).second) return;
  findings_.push_back({place, std::move(reason), std::move(remedy), true});
}

// The columns of the ONS changed their names over the years: "pcds", "pcd7"; "ctry", "ctry25cd".
bool PlaceImport::find_layout(const CsvRow& row, const std::string& name, Layout& layout) {
  layout.width = row.fields.size();
  const bool is_header = row.fields.size() > 4 && !number_in(row.fields[2]);
  if (!is_header && row.fields.size() == kCodePointFields && number_in(row.fields[2])) {
    layout = {.is_grid = true,
              .postcode = 0,
              .country = 4,
              .north = 3,
              .east = 2,
              .ended = 0,
              .width = kCodePointFields};
    return true;
  }
  std::array<std::size_t, 5> found{};  // numbers from 1: postcode, country, lat, long, doterm
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    const std::string column = lower(without_blanks(row.fields[i]));
    if (column.starts_with("pcd") && (found[0] == 0 || column == "pcds")) found[0] = i + 1;
    if (column.starts_with("ctry") && !column.ends_with("nm")) found[1] = i + 1;
    if (column == "lat") found[2] = i + 1;
    if (column == "long") found[3] = i + 1;
    if (column == "doterm") found[4] = i + 1;
  }
  if (std::any_of(found.begin(), found.begin() + 4, [](std::size_t at) { return at == 0; })) {
    note(name + ":1",
         "The layout is neither that of the ONS Postcode Directory nor of Code-Point "
         "Open.",
         "The first has a header with pcds, ctry, lat and long; the second has ten columns and no "
         "header.");
    return false;
  }
  layout = {.is_grid = false,
            .postcode = found[0] - 1,
            .country = found[1] - 1,
            .north = found[2] - 1,
            .east = found[3] - 1,
            .ended = found[4],
            .width = row.fields.size()};
  return true;
}

void PlaceImport::add(const CsvRow& row, const Layout& layout, const std::string& name) {
  const std::string place = name + ':' + std::to_string(row.line);
  if (row.fields.size() != layout.width) {
    note(place, "A row has another number of fields than the first.", "Take the file anew.");
    return;
  }
  if (layout.ended > 0 && !without_blanks(row.fields[layout.ended - 1]).empty()) return;
  const std::string_view nation = nation_of(without_blanks(row.fields[layout.country]));
  if (nation.empty()) return;
  const std::string outward = outward_part(row.fields[layout.postcode]);
  const auto north = number_in(row.fields[layout.north]);
  const auto east = number_in(row.fields[layout.east]);
  if (outward.empty() || !north || !east) {
    note(place, "A row has no postcode or no coordinates that can be read.",
         "Take the file anew; such rows are left out.");
    return;
  }
  // What has no coordinates is 0, 0 on the grid and 99.999999 in degrees.
  if (layout.is_grid && *north == 0 && *east == 0) return;
  const MapPoint at = layout.is_grid ? from_national_grid(*east, *north) : MapPoint{*north, *east};
  if (!is_on_map(at)) return;
  Middle& middle = codes_[outward];
  middle.latitude += at.latitude;
  middle.longitude += at.longitude;
  middle.nations.emplace(nation);
  ++middle.postcodes;
  ++postcodes_;
}

void PlaceImport::read(std::istream& in, const std::string& name) {
  noted_.clear();
  CsvReader reader(in);
  CsvRow row;
  Layout layout;
  if (!reader.next(row)) {
    note(name, "The file is empty.", "Name another.");
  } else if (find_layout(row, name, layout)) {
    if (layout.is_grid) add(row, layout, name);
    while (reader.next(row)) add(row, layout, name);
  }
  if (reader.problem()) note(name, *reader.problem(), "Take the file anew.");
}

std::string PlaceImport::json() const {
  std::string out =
      "{\"$schema\": \"../../schema/places.json\",\n \"source\": \"Contains OS data, Royal Mail "
      "data "
      "and National Statistics data, Crown copyright and database right; Open Government "
      "Licence.\",\n \"places\": {";
  bool is_first = true;
  for (const auto& [code, middle] : codes_) {
    const auto count = static_cast<double>(middle.postcodes);
    out += is_first ? "\n  " : ",\n  ";
    is_first = false;
    append_json_string(out, code);
    out += ": {\"at\": [";
    append_json_number(out, rounded(middle.latitude / count));
    out += ", ";
    append_json_number(out, rounded(middle.longitude / count));
    out += "], \"nations\": ";
    append_json_list(out, middle.nations,
                     [&out](const std::string& nation) { append_json_string(out, nation); });
    out += '}';
  }
  return out + "\n }}\n";
}

}  // namespace waymark
