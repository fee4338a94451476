#pragma once
// Lists of services and therapists that a flow looks things up in: local data, imported beforehand,
// never the network. A host brings one; tests/fakes has one in memory. The answer is data and the
// same for the same query, so that a turn stays a pure function. Any thread.
//
//   class Listed : public ServiceDirectory { ... };
//   take_turn(*bundle, session, message, now, &listed);

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace waymark {

// A point on the map in degrees (WGS 84), rounded: never anybody's door.
struct MapPoint {
  double latitude = 0;
  double longitude = 0;

  bool operator==(const MapPoint&) const = default;
};

// What a visitor chose, by the names that the pack gives it: {"nation", "scotland"}. A number is
// its digits.
struct DirectoryCriterion {
  std::string slot;
  std::string value;

  bool operator==(const DirectoryCriterion&) const = default;
};

struct DirectoryQuery {
  std::string list;                       // "therapists"
  std::vector<DirectoryCriterion> where;  // all of them must hold
  std::size_t most = 0;                   // at most kMaxFound
  std::optional<MapPoint> near = {};      // where the visitor is, if that is known
  std::optional<double> within = {};      // miles from there; nothing: however far
};

// An entry as it is shown. Empty fields are absent; UTF-8, plain text.
struct DirectoryEntry {
  std::string id;
  std::string name;
  std::string phone;
  std::string url;  // https
  std::string note;

  // What is known of a therapist or a service besides.
  std::string kind = {};                    // "Counsellor"
  std::string place = {};                   // "Leeds"
  std::vector<std::string> registers = {};  // "BACP"
  std::vector<std::string> languages = {};  // as the pack calls them: "welsh"
  bool in_person = false;
  bool online = false;
  bool low_cost = false;                     // has places at a lower price
  std::optional<std::int32_t> fee_low = {};  // of a session, in pence
  std::optional<std::int32_t> fee_high = {};
  std::optional<double> miles = {};  // from where the query is near, for what is met in person

  bool operator==(const DirectoryEntry&) const = default;
};

class ServiceDirectory {
 public:
  virtual ~ServiceDirectory() = default;

  // The best entries first, at most `query.most`; none for a list that it does not have. Never
  // fails.
  [[nodiscard]] virtual std::vector<DirectoryEntry> find(const DirectoryQuery& query) const = 0;
};

}  // namespace waymark
