#pragma once
// Offsets in a file to lines and columns. Built once a file; used by the content compiler only.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/diagnostic.h"

namespace waymark {

class SourceLocator {
 public:
  SourceLocator(std::string file, std::string_view text);

  // The line and column (from 1, columns in bytes) of a byte of the file.
  [[nodiscard]] SourcePlace place(std::size_t offset) const;

 private:
  std::string file_;
  std::vector<std::size_t> line_starts_;
};

}  // namespace waymark
