#pragma once
// Words that were typed without the blanks between them ("wanttodie", "needhelp"). Stateless; any
// thread.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/language.h"

namespace waymark {

// The words that `run` is made of, when the pack's vocabulary makes exactly one split into the
// fewest words certain: pieces of three letters or more, or common short words ("i", "to", "my"),
// at most five of them, from a run of 5 to 32 letters. Nothing otherwise.
[[nodiscard]] std::optional<std::vector<std::string>> split_run_together(const Language& language,
                                                                         std::string_view run);

}  // namespace waymark
