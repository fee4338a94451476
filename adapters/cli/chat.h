#pragma once
// `waymark chat`: a conversation in a terminal, or over a pipe.

#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace waymark {

enum class ChatStyle { Terminal, PlainLines, Frames };

// Holds one conversation: a line of `in` is a message, its reply goes to `out`. In a terminal it
// begins with the welcome and asks for each line; otherwise nothing but replies is written, a blank
// line after each, or a server frame a line. Gives the exit code.
// `directory` is a file that was imported, or empty.
int run_chat(const std::string& pack, ChatStyle style, std::istream& in, std::ostream& out,
             std::ostream& err, const std::string& directory = {});

void add_chat(CLI::App& program, int& exit_code);

}  // namespace waymark
