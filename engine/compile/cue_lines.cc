#include "engine/compile/cue_lines.h"

#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "engine/api/limits.h"
#include "engine/text/utf8.h"

namespace waymark {
namespace {

// Bytes of a line of a fitted file, about.
constexpr std::size_t kLikelyLine = 48;

// By byte: the characters that stand for themselves in a string and need no second byte.
constexpr std::array<bool, 256> kIsPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < 0x80; ++byte) plain[byte] = byte != '"' && byte != '\\';
  return plain;
}();

// Reads a file from its beginning. Once something is not as it should be, `is_sound` is false.
class CueLineReader {
 public:
  explicit CueLineReader(std::string_view file) : file_(file) {}

  std::optional<CueLines> read() {
    CueLines lines;
    skip_blanks();
    lines.header.kind = SourceValue::Kind::Object;
    lines.header.offset = at_;
    take('{');
    do {
      read_member(lines);
    } while (is_sound_ && take_if(','));
    take('}');
    skip_blanks();
    if (!is_sound_ || at_ != file_.size()) return std::nullopt;
    return lines;
  }

 private:
  void read_member(CueLines& lines) {
    const CueText key = take_text();
    take(':');
    if (!is_sound_ || lines.header.find(text(key)) != nullptr) return fail();
    SourceMember member{std::string(text(key)), key.first - 1, {}};
    skip_blanks();
    if (member.key == "cues") {
      member.value.kind = SourceValue::Kind::Object;
      member.value.offset = at_;
      read_cues(lines.cues);
    } else {
      const CueText value = take_text();
      member.value.kind = SourceValue::Kind::String;
      member.value.offset = value.first - 1;
      if (is_sound_) member.value.text = text(value);
    }
    lines.header.members.push_back(std::move(member));
  }

  void read_cues(std::vector<CueEntry>& cues) {
    take('{');
    if (!is_sound_ || take_if('}')) return;
    cues.reserve((file_.size() - at_) / kLikelyLine);
    std::string_view before;
    do {
      CueEntry entry;
      entry.cue = take_text();
      take(':');
      entry.weights = take_text();
      if (!is_sound_) return;
      if (!cues.empty() && text(entry.cue) <= before) return fail();
      before = text(entry.cue);
      cues.push_back(entry);
    } while (take_if(','));
    take('}');
  }

  // A string, without its quotes.
  CueText take_text() {
    take('"');
    if (!is_sound_) return {};
    const std::size_t first = at_;
    skip_characters();
    CueText text{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(at_), line_,
                 static_cast<std::uint32_t>(first - line_start_ + 1)};
    if (at_ < file_.size() && file_[at_] == '"') {
      ++at_;
    } else {
      fail();
    }
    return text;
  }

  // To the closing quote, or to what makes a string unsound or has to be decoded.
  void skip_characters() {
    for (std::size_t at = at_;;) {
      while (at < file_.size() && kIsPlain[static_cast<unsigned char>(file_[at])]) ++at;
      at_ = at;
      if (at == file_.size() || static_cast<unsigned char>(file_[at]) < 0x80) return;
      const DecodedCodePoint decoded = decode_utf8(file_, at);
      if (decoded.code == kReplacementCharacter) return;
      at += decoded.length;
    }
  }

  void skip_blanks() {
    for (; at_ < file_.size(); ++at_) {
      const char c = file_[at_];
      if (c == '\n') {
        ++line_;
        line_start_ = at_ + 1;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        return;
      }
    }
  }

  bool take_if(char wanted) {
    skip_blanks();
    if (at_ == file_.size() || file_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  void take(char wanted) {
    if (!take_if(wanted)) fail();
  }

  void fail() { is_sound_ = false; }

  [[nodiscard]] std::string_view text(const CueText& text) const {
    return file_.substr(text.first, text.last - text.first);
  }

  std::string_view file_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::size_t line_start_ = 0;
  bool is_sound_ = true;
};

}  // namespace

std::optional<CueLines> cue_lines(std::string_view file) {
  if (file.size() > kMaxSourceFileBytes) return std::nullopt;
  return CueLineReader(file).read();
}

}  // namespace waymark
