#pragma once
// What `waymark diff` says, for people and for programs. Any thread.

#include <string>
#include <vector>

#include "engine/api/difference.h"

namespace waymark {

struct Differences {
  std::vector<Change> changes;
  std::vector<ChangedAnswer> answers;
};

// Grouped sentences with the old and the new words below them; "No differences." for none.
[[nodiscard]] std::string differences_text(const Differences& differences);

// {"changes":[{"area","about","sentence","before"?,"after"?}],
//  "answers":[{"file","line","visitor","gone":[...],"added":[...]}]}
[[nodiscard]] std::string differences_json(const Differences& differences);

}  // namespace waymark
