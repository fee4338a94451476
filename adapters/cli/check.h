#pragma once
// `waymark check`: compiles a pack, proves what must hold in every talk with it and of its
// patterns, and lists every problem; held against another version, also which known messages it
// takes for something else.

#include <chrono>
#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace waymark {

enum class ReportFormat { Text, Json, Sarif };
enum class WarningsAre { Fine, Findings };
enum class OverlapsAre { Counted, Listed };

struct CheckOptions {
  std::string pack;  // the shipped one where it is empty
  ReportFormat format = ReportFormat::Text;
  WarningsAre warnings = WarningsAre::Fine;
  OverlapsAre overlaps = OverlapsAre::Counted;
  std::string against;  // the folder of another version, or empty
};

// Writes the report to `out` and gives the exit code: findings for an error (and, if so wanted, for
// a warning), usage for files that cannot be read. A message that goes another way is no finding.
int run_check(const CheckOptions& options, std::chrono::year_month_day today, std::ostream& out,
              std::ostream& err);

void add_check(CLI::App& program, int& exit_code);

}  // namespace waymark
