#pragma once
// Files of conversation tests (host/rehearsal_files.h), mended where a line no longer holds. Any
// thread.
//
//   const std::vector<MendedLine> mended = mended_lines(report);
//   out << mended_diff(file, mended); write_mended(file, mended);

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/content.h"
#include "engine/api/rehearsal.h"

namespace waymark {

// A line and what stands there instead; empty: nothing, the line goes.
struct MendedLine {
  std::string path;
  std::uint32_t line = 0;
  std::string before;
  std::string after;
};

// The failures of a report that can be mended by writing down what came. `files` are those that
// were played.
[[nodiscard]] std::vector<MendedLine> mended_lines(const RehearsalReport& report,
                                                   const std::vector<SourceFile>& files);

// The changes as a person reads them: the visitor's line, what goes, what comes.
[[nodiscard]] std::string mended_diff(const std::vector<SourceFile>& files,
                                      const std::vector<MendedLine>& mended);

// The text of a file with its lines mended.
[[nodiscard]] std::string mended_text(const SourceFile& file,
                                      const std::vector<MendedLine>& mended);

// Writes every file that has a mended line. False when one cannot be written, which is said on
// `err`.
bool write_mended(const std::vector<SourceFile>& files, const std::vector<MendedLine>& mended,
                  std::ostream& err);

}  // namespace waymark
