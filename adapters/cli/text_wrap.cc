#include "adapters/cli/text_wrap.h"

#include <algorithm>

#include "adapters/protocol/utf8_text.h"

namespace waymark {

namespace {

// Takes text up to `mark` off the front, and the mark with it.
std::string_view take_until(std::string_view& text, char mark) {
  const std::size_t end = std::min(text.find(mark), text.size());
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

void wrap_line(std::string& out, std::string_view line, std::size_t width, std::size_t indent) {
  std::size_t used = indent;
  out.append(line.empty() ? 0 : indent, ' ');
  bool is_first = true;
  while (!line.empty()) {
    const std::string_view word = take_until(line, ' ');
    const std::size_t length = count_characters(word);
    if (!is_first && used + 1 + length > width) {
      out += '\n' + std::string(indent, ' ');
      used = indent;
    } else if (!is_first) {
      out += ' ';
      ++used;
    }
    out += word;
    used += length;
    is_first = false;
  }
  out += '\n';
}

}  // namespace

std::string wrap_text(std::string_view text, std::size_t width, std::size_t indent) {
  std::string out;
  do {
    wrap_line(out, take_until(text, '\n'), width, indent);
  } while (!text.empty());
  return out;
}

std::string padded_to(std::string_view text, std::size_t width) {
  const std::size_t length = count_characters(text);
  return std::string(text) + std::string(width - std::min(width, length), ' ');
}

}  // namespace waymark
