#pragma once
// Writes JSON by appending to a string, without a tree in between: several times quicker than one,
// which counts because every reply passes here. Used for frames, log lines and reports. Any thread.
//
//   std::string line;
//   JsonObject object(line);
//   object.member("code", "bad_json");
//   object.member("turn", 3);
//   object.close();                      // {"code":"bad_json","turn":3}

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace waymark {

// Appends `text` in quotes. Quotes, backslashes, every control character and every character that
// changes the direction of text or breaks a line (U+2028, U+202E and the like) are escaped, so that
// the result is one line wherever it is shown. Bytes that are not UTF-8 become U+FFFD.
void append_json_string(std::string& out, std::string_view text);

void append_json_number(std::string& out, std::int64_t number);

// With up to four decimals, the last zeros left out.
void append_json_number(std::string& out, double number);

// An object that is being written at the end of `out`; the commas are its own.
class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }

  // Begins a member whose value the caller appends to the returned string.
  std::string& begin(std::string_view key);

  void member(std::string_view key, std::string_view value) {
    append_json_string(begin(key), value);
  }
  void member(std::string_view key, const char* value) { member(key, std::string_view(value)); }
  void member(std::string_view key, bool value) { begin(key) += value ? "true" : "false"; }
  void member(std::string_view key, double value) { append_json_number(begin(key), value); }
  void member(std::string_view key, std::integral auto value) {
    append_json_number(begin(key), static_cast<std::int64_t>(value));
  }
  // Writes nothing for an empty value.
  void member_if_any(std::string_view key, std::string_view value) {
    if (!value.empty()) member(key, value);
  }
  void close() { out_ += '}'; }

 private:
  std::string& out_;
  bool is_empty_ = true;
};

// Appends a list: `append_item` is called for each item and appends it to `out`.
template <typename Range, typename AppendItem>
void append_json_list(std::string& out, const Range& items, AppendItem append_item) {
  out += '[';
  bool is_first = true;
  for (const auto& item : items) {
    if (!is_first) out += ',';
    is_first = false;
    append_item(item);
  }
  out += ']';
}

}  // namespace waymark
