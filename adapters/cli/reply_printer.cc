#include "adapters/cli/reply_printer.h"

#include <limits>
#include <string_view>
#include <variant>

#include "adapters/cli/text_wrap.h"

namespace waymark {

namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kLabelWidth = 7;

class ReplyPrinter {
 public:
  explicit ReplyPrinter(TextLayout layout)
      : is_plain_(layout == TextLayout::PlainLines),
        width_(is_plain_ ? std::numeric_limits<std::size_t>::max() : kTerminalWidth) {}

  void operator()(const TextPart& part) { add(part.text); }

  void operator()(const ChoicesPart& part) {
    std::size_t number = 0;
    for (const Choice& choice : part.choices) {
      add(std::to_string(++number) + ". " + choice.label, kIndent);
    }
  }

  void operator()(const ContactPart& part) {
    add(part.name);
    add_field("Phone", part.phone);
    add_field("Text", part.sms_text.empty() ? part.sms : part.sms_text + " to " + part.sms);
    add_field("Hours", part.hours);
    add_field("Web", part.url);
    add_field("Note", part.note);
  }

  void operator()(const LinkPart& part) { add(part.label + ": " + part.url); }

  void operator()(const CardPart& part) {
    add(part.title);
    add(part.text, kIndent);
    if (!part.url.empty()) add((part.label.empty() ? "" : part.label + ": ") + part.url, kIndent);
  }

  void print(const Part& part) {
    if (!out_.empty() && !is_plain_) out_ += '\n';
    std::visit(*this, part);
  }

  std::string take() { return std::move(out_); }

 private:
  void add(std::string_view text, std::size_t indent = 0) {
    const std::size_t begin = out_.size();
    out_ += wrap_text(text, width_, indent);
    if (is_plain_) drop_blank_lines(begin);
  }
  // Between plain lines a blank one means the end of the reply.
  void drop_blank_lines(std::size_t begin) {
    std::size_t at = begin;
    while ((at = out_.find("\n\n", at)) != std::string::npos) out_.erase(at, 1);
  }
  void add_field(std::string_view label, std::string_view value) {
    if (!value.empty()) add(padded_to(label, kLabelWidth) + std::string(value), kIndent);
  }

  bool is_plain_;
  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string reply_text(const Reply& reply, TextLayout layout) {
  ReplyPrinter printer(layout);
  for (const Part& part : reply.parts) printer.print(part);
  return printer.take();
}

}  // namespace waymark
