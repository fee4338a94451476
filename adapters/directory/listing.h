#pragma once
// An entry of a directory as it is imported and kept: what a therapist or a service says of itself.
// Values; any thread.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/directory.h"

namespace waymark {

struct Listing {
  std::string list = "therapists";
  std::string id;
  std::string name;
  std::string kind;   // "Counsellor", or whose service it is
  std::string phone;  // of the United Kingdom
  std::string email;
  std::string url;  // https
  bool in_person = false;
  bool online = false;
  std::vector<std::string> needs;       // "grief"; none: for any
  std::vector<std::string> languages;   // "welsh"; none: English alone
  std::optional<std::int32_t> fee_low;  // of a session, in pence
  std::optional<std::int32_t> fee_high;
  bool low_cost = false;
  std::vector<std::string> registers;  // "BACP"
  std::vector<std::string> nations;    // "wales"; none: the whole United Kingdom
  std::string place;                   // "Cardiff"
  std::string outward;                 // "CF10", never a whole postcode
  std::optional<MapPoint> at;          // rounded to two decimals, about a kilometre
  std::string note;
  std::string last_verified;  // "2026-11-22"
  std::string source;

  bool operator==(const Listing&) const = default;
};

// Something about a file that is imported: an entry that was refused, or only a remark.
struct ImportFinding {
  std::string place;   // "list.csv:12", "services.json#/contents/3"
  std::string reason;  // a sentence
  std::string remedy;  // a sentence
  bool is_refusal = true;
};

struct ListingImport {
  std::vector<Listing> listings;
  std::vector<ImportFinding> findings;
};

}  // namespace waymark
