#include "engine/text/tokeniser.h"

#include <unicode/uchar.h>

#include <utility>

#include "engine/text/disguise.h"
#include "engine/text/utf8.h"

namespace waymark {
namespace {

bool is_ascii_letter(char32_t code) { return code >= 'a' && code <= 'z'; }
bool is_ascii_digit(char32_t code) { return code >= '0' && code <= '9'; }

bool is_word_glyph(char32_t code) {
  if (code < 0x80) return is_ascii_letter(code) || is_ascii_digit(code);
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(code));
  return (mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) != 0;
}

bool is_emoji(char32_t code) {
  return code > 0xFF &&
         u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
}

// Signs running that may stand for letters.
constexpr std::size_t kMostSigns = 3;

bool is_sentence_end(char32_t code) {
  return code == '.' || code == '!' || code == '?' || code == ';' || code == '\n' || code == '\r' ||
         code == 0x3002 || code == 0x061F;
}

class Splitter {
 public:
  explicit Splitter(const std::vector<Glyph>& glyphs) : glyphs_(glyphs) {}

  std::vector<RawWord> run() {
    while (at_ < glyphs_.size()) step();
    return std::move(words_);
  }

 private:
  [[nodiscard]] char32_t code(std::size_t index) const {
    return index < glyphs_.size() ? glyphs_[index].code : 0;
  }

  void step() {
    const char32_t here = code(at_);
    if (is_word_glyph(here)) {
      take_word();
    } else if (is_emoji(here)) {
      emit(TokenKind::Emoji, at_, at_ + 1);
      ++at_;
    } else if (here == 0xA3) {  // pound sign
      words_.push_back({"£", TokenKind::Word, glyphs_[at_].source});
      ++at_;
    } else if (here == '&') {
      words_.push_back({"and", TokenKind::Word, glyphs_[at_].source});
      ++at_;
    } else {
      if (is_sentence_end(here) && !is_dotted_letter() && !is_in_chain()) take_boundary(here);
      ++at_;
    }
  }

  // A dot of "i.want.to.die" or "i...want...to": three words or more with dots and no blanks
  // between them.
  [[nodiscard]] bool is_in_chain() {
    if (code(at_) != '.') return false;
    if (at_ < chain_end_) return true;
    std::size_t joints = 0;
    std::size_t end = at_;
    while (code(end) == '.') {
      std::size_t word = end;
      while (code(word) == '.') ++word;
      if (!is_word_glyph(code(word))) break;
      ++joints;
      end = word;
      while (is_word_glyph(code(end)) || code(end) == '\'') ++end;
    }
    const bool follows_word = at_ > 0 && is_word_glyph(code(at_ - 1));
    if (!follows_word || joints < 2) return false;
    chain_end_ = end;
    return true;
  }

  // The dot of "k.m.s": between two words of one letter each, without blanks.
  [[nodiscard]] bool is_dotted_letter() const {
    if (code(at_) != '.' || at_ == 0) return false;
    return is_ascii_letter(code(at_ - 1)) && (at_ < 2 || !is_word_glyph(code(at_ - 2))) &&
           is_ascii_letter(code(at_ + 1)) && !is_word_glyph(code(at_ + 2));
  }

  void take_boundary(char32_t mark) {
    if (!words_.empty() && words_.back().kind == TokenKind::Boundary) {
      if (mark == '?') words_.back().text = "?";
      return;
    }
    words_.push_back({mark == '?' ? "?" : ".", TokenKind::Boundary, glyphs_[at_].source});
  }

  void take_word() {
    const std::size_t begin = at_;
    bool digits_only = true;
    while (at_ < glyphs_.size()) {
      const char32_t here = code(at_);
      if (is_word_glyph(here)) {
        digits_only = digits_only && is_ascii_digit(here);
      } else if (!joins(here, digits_only)) {
        break;
      }
      ++at_;
    }
    emit(digits_only ? TokenKind::Number : TokenKind::Word, begin, at_);
  }

  // Whether a mark inside a word stays in it: an apostrophe, the point of a number, or a sign
  // between letters that may stand for a letter.
  [[nodiscard]] bool joins(char32_t mark, bool digits_only) const {
    const bool word_after = is_word_glyph(code(at_ + 1));
    if (mark == '\'') return word_after;
    if (is_letter_sign(mark)) {
      if (digits_only) return false;
      std::size_t after = at_ + 1;
      while (after < at_ + kMostSigns && is_letter_sign(code(after))) ++after;
      return is_ascii_letter(code(after)) || (is_ascii_digit(code(after)) && is_in_word(after));
    }
    if (mark == '.' || mark == ',') return digits_only && is_ascii_digit(code(at_ + 1));
    return false;
  }

  // Whether letters come after the digits at `place`.
  [[nodiscard]] bool is_in_word(std::size_t place) const {
    while (is_ascii_digit(code(place)) || is_letter_sign(code(place))) ++place;
    return is_ascii_letter(code(place));
  }

  void emit(TokenKind kind, std::size_t begin, std::size_t end) {
    RawWord word{{}, kind, {glyphs_[begin].source.begin, glyphs_[end - 1].source.end}};
    for (std::size_t i = begin; i < end; ++i) {
      if (kind == TokenKind::Number && code(i) == ',') continue;
      append_utf8(word.text, code(i));
    }
    words_.push_back(std::move(word));
  }

  const std::vector<Glyph>& glyphs_;
  std::size_t at_ = 0;
  std::size_t chain_end_ = 0;
  std::vector<RawWord> words_;
};

}  // namespace

std::vector<RawWord> split_words(const std::vector<Glyph>& glyphs) {
  return Splitter(glyphs).run();
}

}  // namespace waymark
