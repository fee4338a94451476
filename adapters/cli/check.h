#pragma once
// `waymark check`: compiles a pack, proves what must hold in every talk with it, and lists every
// problem.

#include <chrono>
#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace waymark {

enum class ReportFormat { Text, Json, Sarif };
enum class WarningsAre { Fine, Findings };

// Writes the report to `out` and gives the exit code: findings for an error (and, if so wanted, for
// a warning), usage for files that cannot be read.
int run_check(const std::string& pack, ReportFormat format, WarningsAre warnings,
              std::chrono::year_month_day today, std::ostream& out, std::ostream& err);

void add_check(CLI::App& program, int& exit_code);

}  // namespace waymark
