#include "engine/api/diagnostic.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("diagnostic: one line with code, place, sentence and remedy") {
  struct Row {
    Diagnostic diagnostic;
    std::string line;
  };
  const Row rows[] = {
      {{"WM201", Severity::Error, {"a/flow.json", 3, 17}, "There is no prompt.", "Add it."},
       "WM201 a/flow.json:3:17 There is no prompt. Add it."},
      {{"WM405", Severity::Warning, {"b.json", 1, 1}, "Few examples.", "Add some."},
       "WM405 warning b.json:1:1 Few examples. Add some."},
      {{"WM103", Severity::Error, {"b.json", 1, 1}, "Too large.", ""},
       "WM103 b.json:1:1 Too large."},
  };
  for (const Row& row : rows) CHECK(format_diagnostic(row.diagnostic) == row.line);
}

TEST_CASE("diagnostic: warnings alone are no errors") {
  const Diagnostic warning{"WM405", Severity::Warning, {}, "", ""};
  const Diagnostic error{"WM101", Severity::Error, {}, "", ""};
  CHECK_FALSE(has_errors({}));
  CHECK_FALSE(has_errors({warning, warning}));
  CHECK(has_errors({error}));
  CHECK(has_errors({warning, error}));
}

}  // namespace waymark
