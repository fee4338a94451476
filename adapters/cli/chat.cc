#include "adapters/cli/chat.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <variant>

#include "adapters/cli/pack_choice.h"
#include "adapters/cli/program.h"
#include "adapters/cli/reply_printer.h"
#include "adapters/directory/sqlite_directory.h"
#include "adapters/host/conversation_service.h"
#include "adapters/host/system_clock.h"
#include "adapters/protocol/frame_writer.h"

namespace waymark {

namespace {

constexpr std::string_view kPrompt = "> ";

std::string text_of(const ServerFrame& frame, ChatStyle style) {
  if (style == ChatStyle::Frames) return write_server_frame(frame) + '\n';
  const auto layout = style == ChatStyle::Terminal ? TextLayout::Wrapped : TextLayout::PlainLines;
  const auto* reply = std::get_if<ReplyFrame>(&frame);
  const std::string text = reply != nullptr ? reply_text(reply->reply, layout)
                                            : std::get<ErrorFrame>(frame).message + '\n';
  return text + '\n';
}

// One conversation over two streams.
class Talk {
 public:
  Talk(const ConversationService& service, ChatStyle style, std::istream& in, std::ostream& out)
      : service_(service), style_(style), in_(in), out_(out) {}

  void hold() {
    if (style_ == ChatStyle::Terminal) {
      out_ << "Write in your own words, or the number of a choice. Ctrl-D ends the talk.\n\n";
      show(service_.answer(conversation_, StartFrame{}));
    }
    std::string line;
    for (int number = 1; read(line); ++number) {
      show(service_.answer(conversation_,
                           SayFrame{std::to_string(number), TypedText(line), std::string()}));
    }
    if (style_ == ChatStyle::Terminal) out_ << '\n';
  }

 private:
  bool read(std::string& line) {
    if (style_ == ChatStyle::Terminal) out_ << kPrompt << std::flush;
    return static_cast<bool>(std::getline(in_, line));
  }
  void show(const Answer& answer) {
    if (style_ == ChatStyle::Terminal) out_ << '\n';
    out_ << text_of(answer.frame, style_) << std::flush;
  }

  const ConversationService& service_;
  ChatStyle style_;
  std::istream& in_;
  std::ostream& out_;
  Conversation conversation_;
};

}  // namespace

int run_chat(const std::string& pack, ChatStyle style, std::istream& in, std::ostream& out,
             std::ostream& err, const std::string& directory) {
  auto loaded = load_for_command(pack, err);
  if (!loaded) return loaded.error();
  if (!directory.empty()) {
    auto opened = SqliteDirectory::open(directory);
    if (!opened) {
      err << opened.error() << '\n';
      return kExitUsage;
    }
    loaded = with_directory(*loaded, *std::move(opened));
  }
  const SystemClock clock;
  Log log(clock, [&err](std::string_view line) { err << line; });
  const BundleHolder packs(*std::move(loaded));
  const SessionSeal seal(KeyRing::generate(), SealPolicy{});
  const ConversationService service(packs, seal, clock, log);
  Talk(service, style, in, out).hold();
  return kExitFine;
}

void add_chat(CLI::App& program, int& exit_code) {
  struct Options {
    std::string pack;
    std::string directory;
    bool is_json = false;
  };
  CLI::App* command = program.add_subcommand("chat", "Talk with the bot in this terminal");
  command->footer(
      "When something is piped in, each line is a message:\n"
      "  printf 'what is IPT?\\nhow much does it cost?\\n' | waymark chat");
  const auto options = std::make_shared<Options>();
  add_pack_option(*command, options->pack);
  command
      ->add_option("--directory", options->directory,
                   "Therapists and services, made by `waymark import directory`")
      ->type_name("FILE");
  command->add_flag("--json", options->is_json, "Write the server's frames, one a line");
  command->callback([options, &exit_code] {
    ChatStyle style = ::isatty(STDIN_FILENO) != 0 ? ChatStyle::Terminal : ChatStyle::PlainLines;
    if (options->is_json) style = ChatStyle::Frames;
    exit_code = run_chat(options->pack, style, std::cin, std::cout, std::cerr, options->directory);
  });
}

}  // namespace waymark
