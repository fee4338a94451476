#pragma once
// A directory in memory: entries by list, each with the values that it is for.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/api/directory.h"

namespace waymark::fakes {

class ListedDirectory : public ServiceDirectory {
 public:
  struct Row {
    std::string list;
    std::vector<DirectoryCriterion> is_for;
    DirectoryEntry entry;
  };

  explicit ListedDirectory(std::vector<Row> rows) : rows_(std::move(rows)) {}

  [[nodiscard]] std::vector<DirectoryEntry> find(const DirectoryQuery& query) const override {
    std::vector<DirectoryEntry> found;
    for (const Row& row : rows_) {
      const bool fits = std::ranges::all_of(query.where, [&row](const DirectoryCriterion& wanted) {
        return std::ranges::find(row.is_for, wanted) != row.is_for.end();
      });
      if (row.list == query.list && fits && found.size() < query.most) found.push_back(row.entry);
    }
    return found;
  }

 private:
  std::vector<Row> rows_;
};

}  // namespace waymark::fakes
