#pragma once
// The fields of an entry, read and judged alike for every format: each is taken, or told why not.
// One thread.
//
//   ListingChecks checks("list.csv:12", findings);
//   listing.phone = checks.phone("0113 496 0000");
//   if (checks.is_refused()) drop(listing);

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/directory/listing.h"

namespace waymark {

// Text between blanks.
[[nodiscard]] std::string_view without_blanks(std::string_view text);

// "grief; birth" as ids: parted at semicolons, lower case, blanks to underscores.
[[nodiscard]] std::vector<std::string> ids_in(std::string_view text);

// "BACP; UKCP" as it stands, parted at semicolons.
[[nodiscard]] std::vector<std::string> texts_in(std::string_view text);

// The outward part of a postcode, whole or not, in capitals; empty for anything else.
[[nodiscard]] std::string outward_part(std::string_view postcode);

class ListingChecks {
 public:
  // `place` is what findings name.
  ListingChecks(std::string place, std::vector<ImportFinding>& findings)
      : place_(std::move(place)), findings_(findings) {}

  // Each gives what it takes, or an empty value with a finding; empty stays empty.
  [[nodiscard]] std::string text(std::string_view field, std::string_view value, std::size_t most);
  [[nodiscard]] std::string phone(std::string_view value);  // of the United Kingdom
  [[nodiscard]] std::string url(std::string_view value);    // https
  [[nodiscard]] std::string email(std::string_view value);
  [[nodiscard]] std::string date(std::string_view value);  // "2026-11-22"
  [[nodiscard]] bool yes_no(std::string_view field, std::string_view value);
  [[nodiscard]] std::optional<std::int32_t> pence(std::string_view field, std::string_view pounds);
  [[nodiscard]] std::optional<MapPoint> point(std::string_view latitude,
                                              std::string_view longitude);

  // What an entry must have to be of use; call it at the end.
  void whole(const Listing& listing);

  void refuse(std::string reason, std::string remedy);
  void note(std::string reason, std::string remedy);
  [[nodiscard]] bool is_refused() const { return is_refused_; }

 private:
  std::string place_;
  std::vector<ImportFinding>& findings_;
  bool is_refused_ = false;
};

// Of entries with one id in one list, or with one name and one way to reach them, the first stays;
// `places` are those of `listings`, for the findings.
void drop_doubles(std::vector<Listing>& listings, const std::vector<std::string>& places,
                  std::vector<ImportFinding>& findings);

}  // namespace waymark
