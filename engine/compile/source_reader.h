#pragma once
// JSON text to a SourceValue, with the place of every value, bounded in depth while it is parsed.
// Used by the content compiler only.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compile/source_model.h"

namespace waymark {

struct SourceProblem {
  std::string code;
  std::size_t offset = 0;
  std::string message;
};

struct SourceResult {
  std::optional<SourceValue> value;     // nothing when the text is no JSON
  std::vector<SourceProblem> problems;  // syntax, depth, keys that stand twice
};

[[nodiscard]] SourceResult read_source(std::string_view text);

}  // namespace waymark
