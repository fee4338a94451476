#pragma once
// Reads what a browser sends of a form: application/x-www-form-urlencoded (WHATWG URL Standard,
// section 5.1). Any thread.
//
//   form_field("text=what+is+IPT%3F&token=abc", "text")      // "what is IPT?"

#include <optional>
#include <string>
#include <string_view>

namespace waymark {

// The value of the first field of that name. A broken escape stays as it stands; the bytes may be
// anything, UTF-8 or not. One pass over the body.
[[nodiscard]] std::optional<std::string> form_field(std::string_view body, std::string_view name);

// The text as one piece of an address: every byte but letters, digits and -._~ is escaped.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace waymark
