#include "adapters/page/html_writer.h"

#include "adapters/protocol/utf8_text.h"

namespace waymark {

namespace {

bool is_control(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return (byte < 0x20 && letter != '\n' && letter != '\t') || byte == 0x7F;
}

}  // namespace

void append_html_text(std::string& out, std::string_view text) {
  for (const char letter : repaired_utf8(text)) {
    switch (letter) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:
        if (is_control(letter)) {
          out += "\xEF\xBF\xBD";
        } else {
          out += letter;
        }
    }
  }
}

}  // namespace waymark
