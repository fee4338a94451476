#pragma once
// A file of labelled messages (host/labelled_text.h), one JSON object a line, as `eval` and `fit`
// take it. Any thread.

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/host/labelled_text.h"

namespace waymark {

// The lines of the file, blank ones left out. Each needs its label: every line that is wrong is
// listed on `err` with its number, and then nothing is given. `option` is what named the file, for
// the message when it cannot be opened.
[[nodiscard]] std::optional<std::vector<LabelledText>> read_labelled_file(const std::string& path,
                                                                          std::string_view option,
                                                                          std::ostream& err);

}  // namespace waymark
