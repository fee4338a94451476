#pragma once
// One problem in content: what, where, and what to do about it. Values; any thread.
// Example: `std::cerr << format_diagnostic(diagnostic) << '\n';`

#include <cstdint>
#include <string>
#include <vector>

namespace waymark {

enum class Severity : std::uint8_t { Error, Warning };

// A place in a source file. Lines and columns count from 1; columns count bytes.
struct SourcePlace {
  std::string file;
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  bool operator==(const SourcePlace&) const = default;
};

struct Diagnostic {
  std::string code;  // stable, such as "WM201"; explained in dialogs/DIAGNOSTICS.md
  Severity severity = Severity::Error;
  SourcePlace place;
  std::string message;  // a sentence that names the thing
  std::string remedy;   // a sentence that says what to do

  bool operator==(const Diagnostic&) const = default;
};

// `code file:line:column message remedy`, one line.
[[nodiscard]] std::string format_diagnostic(const Diagnostic& diagnostic);

[[nodiscard]] bool has_errors(const std::vector<Diagnostic>& diagnostics);

}  // namespace waymark
