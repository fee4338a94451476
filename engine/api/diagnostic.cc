#include "engine/api/diagnostic.h"

#include <algorithm>

namespace waymark {

std::string format_diagnostic(const Diagnostic& diagnostic) {
  std::string line = diagnostic.code;
  if (diagnostic.severity == Severity::Warning) line += " warning";
  line += ' ' + diagnostic.place.file + ':' + std::to_string(diagnostic.place.line) + ':' +
          std::to_string(diagnostic.place.column) + ' ' + diagnostic.message;
  if (!diagnostic.remedy.empty()) line += ' ' + diagnostic.remedy;
  return line;
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::ranges::any_of(diagnostics,
                             [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

}  // namespace waymark
