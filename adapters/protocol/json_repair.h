#pragma once
// Mends what people's text does to JSON, so that a visitor gets a reply and not an error: bytes
// that are not UTF-8, and halves of emoji (JSON.stringify writes a lone surrogate as "\ud83d" when
// a text was cut in the middle of one). Everything else stays as it is, right or wrong. Any thread.

#include <string>
#include <string_view>

namespace waymark {

// `json` itself when there is nothing to mend, else a view of `storage`, which then holds the
// mended text: U+FFFD stands for what could not be read.
[[nodiscard]] std::string_view repaired_json(std::string_view json, std::string& storage);

}  // namespace waymark
