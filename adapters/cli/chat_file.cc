#include "adapters/cli/chat_file.h"

#include <algorithm>
#include <fstream>
#include <ostream>
#include <system_error>
#include <utility>

namespace waymark {
namespace {

namespace fs = std::filesystem;

// With their ends, so that nothing else of a file changes.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::string_view without_end(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_of_visitor(std::string_view line) {
  return line.starts_with("user:") || line.starts_with("choose:");
}

const MendedLine* mended_at(const std::vector<MendedLine>& mended, const std::string& path,
                            std::size_t line) {
  const auto found = std::ranges::find_if(
      mended, [&](const MendedLine& each) { return each.path == path && each.line == line; });
  return found == mended.end() ? nullptr : &*found;
}

bool has_any(const std::vector<MendedLine>& mended, const std::string& path) {
  return std::ranges::find(mended, path, &MendedLine::path) != mended.end();
}

std::string numbered(char sign, std::size_t line, std::string_view text) {
  const std::string number = std::to_string(line);
  return std::string(1, sign) + std::string(5 - std::min<std::size_t>(5, number.size()), ' ') +
         number + "  " + std::string(text) + '\n';
}

// Beside the file first, so that a full disk leaves the old one whole.
bool write_file(const std::string& path, const std::string& text) {
  const std::string beside = path + ".new";
  {
    std::ofstream file(beside, std::ios::binary);
    if (!(file << text << std::flush)) return false;
  }
  std::error_code failed;
  fs::rename(beside, path, failed);
  return !failed;
}

}  // namespace

std::vector<MendedLine> mended_lines(const RehearsalReport& report,
                                     const std::vector<SourceFile>& files) {
  std::vector<MendedLine> mended;
  for (const RehearsedTalk& talk : report.talks) {
    const auto file = std::ranges::find(files, talk.place.file, &SourceFile::path);
    if (file == files.end()) continue;
    const std::vector<std::string_view> lines = lines_of(file->text);
    for (const RehearsalFailure& failure : talk.failures) {
      const std::uint32_t line = failure.diagnostic.place.line;
      if (!failure.mended || line == 0 || line > lines.size()) continue;
      mended.push_back(
          {file->path, line, std::string(without_end(lines[line - 1])), *failure.mended});
    }
  }
  return mended;
}

std::string mended_diff(const std::vector<SourceFile>& files,
                        const std::vector<MendedLine>& mended) {
  std::string diff;
  for (const SourceFile& file : files) {
    if (!has_any(mended, file.path)) continue;
    diff += file.path + '\n';
    const std::vector<std::string_view> lines = lines_of(file.text);
    std::size_t move = 0;  // the visitor's last line, and whether it is shown
    bool is_shown = true;
    for (std::size_t at = 0; at < lines.size(); ++at) {
      if (is_of_visitor(lines[at])) {
        move = at;
        is_shown = false;
      }
      const MendedLine* change = mended_at(mended, file.path, at + 1);
      if (change == nullptr) continue;
      if (!is_shown) diff += numbered(' ', move + 1, without_end(lines[move]));
      is_shown = true;
      diff += numbered('-', at + 1, change->before);
      if (!change->after.empty()) diff += numbered('+', at + 1, change->after);
    }
  }
  return diff;
}

std::string mended_text(const SourceFile& file, const std::vector<MendedLine>& mended) {
  std::string text;
  const std::vector<std::string_view> lines = lines_of(file.text);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const MendedLine* change = mended_at(mended, file.path, at + 1);
    if (change == nullptr) {
      text += lines[at];
    } else if (!change->after.empty()) {
      text += change->after;
      text += lines[at].substr(without_end(lines[at]).size());
    }
  }
  return text;
}

bool write_mended(const std::vector<SourceFile>& files, const std::vector<MendedLine>& mended,
                  std::ostream& err) {
  for (const SourceFile& file : files) {
    if (!has_any(mended, file.path)) continue;
    if (write_file(file.path, mended_text(file, mended))) continue;
    err << file.path << " cannot be written. Nothing of it was changed.\n";
    return false;
  }
  return true;
}

}  // namespace waymark
