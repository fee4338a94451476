#include "adapters/cli/labelled_file.h"

#include <fstream>
#include <ostream>
#include <utility>

namespace waymark {

std::optional<std::vector<LabelledText>> read_labelled_file(const std::string& path,
                                                            std::string_view option,
                                                            std::ostream& err) {
  std::ifstream file(path);
  if (!file) {
    err << "The file " << path << " cannot be opened. Name a file of JSON lines with " << option
        << ".\n";
    return std::nullopt;
  }
  std::vector<LabelledText> lines;
  bool is_good = true;
  std::string text;
  for (std::size_t number = 1; std::getline(file, text); ++number) {
    if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto line = read_labelled_text(text);
    if (line && line->expected.empty()) {
      line = std::unexpected("A line needs the \"expected\" label.");
    }
    if (line) {
      lines.push_back(*std::move(line));
    } else {
      err << path << ':' << number << ": " << line.error() << '\n';
      is_good = false;
    }
  }
  if (!is_good) return std::nullopt;
  return lines;
}

}  // namespace waymark
