#pragma once
// `waymark explain`: why a text routes where it does.

#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace waymark {

enum class ExplainStyle { Text, Json };

// Explains one text as the first message of a conversation. Gives the exit code.
int run_explain(const std::string& pack, const std::string& text, ExplainStyle style,
                std::ostream& out, std::ostream& err);

// Says why a text is not taken for `id`, an intent or a kind of risk. Gives the exit code: findings
// where it is not, wrong usage where the pack has no such id.
int run_expect(const std::string& pack, const std::string& text, const std::string& id,
               ExplainStyle style, std::ostream& out, std::ostream& err);

// Reads {"text": ...} lines and writes a line for each, in order; a line that cannot be read gets
// {"error": ...}, and the exit code then says so at the end.
int run_explain_lines(const std::string& pack, std::istream& in, std::ostream& out,
                      std::ostream& err);

void add_explain(CLI::App& program, int& exit_code);

}  // namespace waymark
