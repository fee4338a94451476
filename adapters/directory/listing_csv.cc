#include "adapters/directory/listing_csv.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "adapters/directory/csv_reader.h"
#include "adapters/directory/listing_fields.h"

namespace waymark {

namespace {

constexpr std::size_t kMaxName = 120;
constexpr std::size_t kMaxNote = 400;

// One row by the names of its columns.
class Fields {
 public:
  Fields(const std::map<std::string, std::size_t>& columns, const CsvRow& row)
      : columns_(columns), row_(row) {}

  [[nodiscard]] std::string_view at(const std::string& column) const {
    const auto found = columns_.find(column);
    if (found == columns_.end() || found->second >= row_.fields.size()) return {};
    return without_blanks(row_.fields[found->second]);
  }

 private:
  const std::map<std::string, std::size_t>& columns_;
  const CsvRow& row_;
};

void read_facts(const Fields& fields, ListingChecks& checks, Listing& listing) {
  listing.needs = ids_in(fields.at("needs"));
  listing.languages = ids_in(fields.at("languages"));
  listing.registers = texts_in(checks.text("registers", fields.at("registers"), kMaxName));
  listing.nations = ids_in(fields.at("nations"));
  listing.fee_low = checks.pence("fee_low", fields.at("fee_low"));
  listing.fee_high = checks.pence("fee_high", fields.at("fee_high"));
  if (!listing.fee_low) listing.fee_low = listing.fee_high;
  listing.low_cost = checks.yes_no("low_cost", fields.at("low_cost"));
  listing.note = checks.text("note", fields.at("note"), kMaxNote);
  listing.last_verified = checks.date(fields.at("last_verified"));
  listing.source = checks.text("source", fields.at("source"), kMaxNote);
}

Listing read_row(const Fields& fields, ListingChecks& checks) {
  Listing listing;
  const std::vector<std::string> list = ids_in(fields.at("list"));
  if (!list.empty()) listing.list = list.front();
  listing.id = checks.text("id", fields.at("id"), kMaxName);
  listing.name = checks.text("name", fields.at("name"), kMaxName);
  listing.kind = checks.text("kind", fields.at("kind"), kMaxName);
  listing.phone = checks.phone(fields.at("phone"));
  listing.email = checks.email(fields.at("email"));
  listing.url = checks.url(fields.at("url"));
  listing.in_person = checks.yes_no("in_person", fields.at("in_person"));
  listing.online = checks.yes_no("online", fields.at("online"));
  listing.place = checks.text("place", fields.at("place"), kMaxName);
  listing.outward = outward_part(fields.at("postcode"));
  if (listing.outward.empty() && !fields.at("postcode").empty()) {
    checks.refuse("The postcode cannot be read.", "Write it as LS6, or leave it out.");
  }
  listing.at = checks.point(fields.at("latitude"), fields.at("longitude"));
  read_facts(fields, checks, listing);
  if (!checks.is_refused()) checks.whole(listing);
  return listing;
}

class CsvImport {
 public:
  CsvImport(std::istream& in, const std::string& name) : reader_(in), name_(name) {}

  ListingImport run() {
    CsvRow row;
    if (!reader_.next(row)) {
      note(1, "There is no row that names the columns.", "Begin with one: id,name,phone,...", true);
    } else if (read_header(row)) {
      while (reader_.next(row)) read(row);
      drop_doubles(import_.listings, places_, import_.findings);
    }
    if (reader_.problem()) {
      import_.findings.push_back(
          {name_, *reader_.problem(), "Correct it; the rest is not read.", true});
    }
    return std::move(import_);
  }

 private:
  bool read_header(const CsvRow& row) {
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      const std::vector<std::string> ids = ids_in(row.fields[i]);
      const std::string column = ids.empty() ? std::string() : ids.front();
      const auto& known = listing_columns();
      if (std::ranges::find(known, column) == known.end()) {
        note(row.line, "The column \"" + column + "\" is not known and is passed over.",
             "Correct its name if it should count.", false);
      } else if (!columns_.emplace(column, i).second) {
        note(row.line, "The column \"" + column + "\" is there twice.", "Take one out.", true);
        return false;
      }
    }
    for (const char* needed : {"id", "name"}) {
      if (columns_.contains(needed)) continue;
      note(row.line, std::string("There is no column \"") + needed + "\".",
           "The first row names the columns.", true);
      return false;
    }
    width_ = row.fields.size();
    return true;
  }

  void read(const CsvRow& row) {
    ListingChecks checks(place(row.line), import_.findings);
    if (row.fields.size() != width_) {
      checks.refuse("It has " + std::to_string(row.fields.size()) +
                        " fields where the header has " + std::to_string(width_) + ".",
                    "Put fields that hold commas into quotes.");
      return;
    }
    Listing listing = read_row({columns_, row}, checks);
    if (checks.is_refused()) return;
    import_.listings.push_back(std::move(listing));
    places_.push_back(place(row.line));
  }

  [[nodiscard]] std::string place(std::size_t line) const {
    return name_ + ':' + std::to_string(line);
  }

  void note(std::size_t line, std::string reason, std::string remedy, bool is_refusal) {
    import_.findings.push_back({place(line), std::move(reason), std::move(remedy), is_refusal});
  }

  CsvReader reader_;
  std::string name_;
  std::map<std::string, std::size_t> columns_;
  std::size_t width_ = 0;
  ListingImport import_;
  std::vector<std::string> places_;  // of the listings
};

}  // namespace

const std::vector<std::string>& listing_columns() {
  static const std::vector<std::string> columns = {
      "list",     "id",        "name",      "kind",          "phone",     "email",
      "url",      "in_person", "online",    "needs",         "languages", "fee_low",
      "fee_high", "low_cost",  "registers", "nations",       "place",     "postcode",
      "latitude", "longitude", "note",      "last_verified", "source"};
  return columns;
}

ListingImport read_listing_csv(std::istream& in, const std::string& name) {
  return CsvImport(in, name).run();
}

}  // namespace waymark
