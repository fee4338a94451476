#pragma once
// Where the places are that visitors name: towns, postcode areas ("LS") and, where exact data was
// imported, outward codes ("LS6"), each with a rounded point and the nations that it lies in. What
// is in two nations tells neither. Built once, then const; any thread.
//
//   const Place* place = places.find(*outward_code_number("LS6"));   // of LS6, or else of LS

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/directory.h"
#include "engine/api/session.h"

namespace waymark {

struct Place {
  std::string name;  // "england.leeds", "LS", "LS6"
  MapPoint at;
  std::vector<std::string> nations;  // as the pack calls them
  bool is_wide = false;              // a county or a region: no distance is told from it
};

// "ls6" or "LS6" as a number, which a session can hold; nothing for what is no outward code.
[[nodiscard]] std::optional<std::int32_t> outward_code_number(std::string_view code);

// The outward code of a number, in capitals; empty for a number that is none.
[[nodiscard]] std::string outward_code_text(std::int32_t number);

// The letters that an outward code begins with: its postcode area.
[[nodiscard]] std::string_view postcode_area(std::string_view outward);

class PlaceTable {
 public:
  // False when there is a place of that name already.
  bool add(Place place);

  [[nodiscard]] const Place* find(std::string_view name) const;
  // What a slot holds: the stable id of a town, or an outward code, for which its area will do.
  [[nodiscard]] const Place* find(const SlotValue& value) const;

  [[nodiscard]] const std::map<std::string, Place, std::less<>>& all() const { return places_; }

 private:
  std::map<std::string, Place, std::less<>> places_;
  std::map<StableId, std::string> towns_;
};

}  // namespace waymark
