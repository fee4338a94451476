#pragma once
// Lists of services and therapists that a flow looks things up in: local data, imported beforehand,
// never the network. A host brings one; tests/fakes has one in memory. The answer is data and the
// same for the same query, so that a turn stays a pure function. Any thread.
//
//   class Listed : public ServiceDirectory { ... };
//   take_turn(*bundle, session, message, now, &listed);

#include <cstddef>
#include <string>
#include <vector>

namespace waymark {

// What a visitor chose, by the names that the pack gives it: {"nation", "scotland"}.
struct DirectoryCriterion {
  std::string slot;
  std::string value;

  bool operator==(const DirectoryCriterion&) const = default;
};

struct DirectoryQuery {
  std::string list;                       // "therapists"
  std::vector<DirectoryCriterion> where;  // all of them must hold
  std::size_t most = 0;                   // at most kMaxFound
};

// An entry as it is shown. Empty fields are absent; UTF-8, plain text.
struct DirectoryEntry {
  std::string id;
  std::string name;
  std::string phone;
  std::string url;  // https
  std::string note;

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
