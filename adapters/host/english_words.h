#pragma once
// The words of English, one a line: Debian's list (package wbritish), put into the program when it
// is built. Spelling correction leaves them alone. Any thread.

#include <string_view>

namespace waymark {

[[nodiscard]] std::string_view english_words();

}  // namespace waymark
