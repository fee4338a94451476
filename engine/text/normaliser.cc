#include "engine/text/normaliser.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include <memory>

#include "engine/text/utf8.h"

namespace waymark {
namespace {

bool is_ascii(char32_t code) { return code < 0x80; }

// Variants that people's keyboards make. Before NFKC, which takes some of them apart.
char32_t plain_punctuation(char32_t code) {
  switch (code) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x02BC:
    case 0x02B9:
    case 0x00B4:
    case 0x0060:
    case 0x2032:
    case 0xFF07:
    case 0x055A: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
    case 0x2033:
    case 0xFF02: return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D: return '-';
    case 0x2026: return '.';
    default: return code;
  }
}

// ICU's shared, immutable instances; their const methods may be called from any thread.
const icu::Normalizer2& case_folder() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFKCCasefoldInstance(status);
}

const icu::Normalizer2& decomposer() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFDInstance(status);
}

bool is_mark(UChar32 code) { return (U_GET_GC_MASK(code) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0; }

// Folds glyphs[begin, end) as one unit of normalisation and appends the result.
void fold_segment(const std::vector<Glyph>& glyphs, std::size_t begin, std::size_t end,
                  std::vector<Glyph>& out) {
  icu::UnicodeString text;
  for (std::size_t i = begin; i < end; ++i) {
    text.append(static_cast<UChar32>(plain_punctuation(glyphs[i].code)));
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString folded = case_folder().normalize(text, status);
  const icu::UnicodeString apart = decomposer().normalize(folded, status);
  const ByteSpan span{glyphs[begin].source.begin, glyphs[end - 1].source.end};
  bool after_latin = false;
  for (int32_t i = 0; i < apart.length();) {
    const UChar32 code = apart.char32At(i);
    i += U16_LENGTH(code);
    if (is_mark(code) && after_latin) continue;
    if (!is_mark(code)) {
      UErrorCode script_status = U_ZERO_ERROR;
      after_latin = uscript_getScript(code, &script_status) == USCRIPT_LATIN;
    }
    out.push_back({plain_punctuation(static_cast<char32_t>(code)), span});
  }
}

bool continues_segment(const Glyph& glyph) {
  return !is_ascii(glyph.code) &&
         !case_folder().hasBoundaryBefore(static_cast<UChar32>(plain_punctuation(glyph.code)));
}

// One per thread and process: uspoof objects are safe to read from many threads once opened.
const USpoofChecker* confusables() {
  static const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<USpoofChecker, decltype(&uspoof_close)>(uspoof_open(&status),
                                                                   &uspoof_close);
  }();
  return checker.get();
}

// The ASCII letter that `code` looks like by itself, or 0.
char32_t ascii_skeleton(UChar32 code) {
  UErrorCode status = U_ZERO_ERROR;
  std::string in;
  append_utf8(in, static_cast<char32_t>(code));
  char skeleton[16];
  const int32_t length =
      uspoof_getSkeletonUTF8(confusables(), 0, in.data(), static_cast<int32_t>(in.size()), skeleton,
                             sizeof skeleton, &status);
  if (U_FAILURE(status) != 0 || length != 1 || u_isalpha(skeleton[0]) == 0) return 0;
  return static_cast<char32_t>(u_tolower(skeleton[0]));
}

// The ASCII letter that `code` looks like, small or as a capital, or `code`.
char32_t latin_lookalike(char32_t code) {
  if (const char32_t small = ascii_skeleton(static_cast<UChar32>(code))) return small;
  if (const char32_t capital = ascii_skeleton(u_toupper(static_cast<UChar32>(code)))) {
    return capital;
  }
  return code;
}

bool is_word_part(char32_t code) {
  return u_isalpha(static_cast<UChar32>(code)) != 0 || is_mark(static_cast<UChar32>(code));
}

// In a word that holds Latin letters as well as letters beyond ASCII, folds the look-alikes and
// takes off their accents.
std::vector<Glyph> with_folded_lookalikes(const std::vector<Glyph>& glyphs) {
  std::vector<Glyph> out;
  out.reserve(glyphs.size());
  for (std::size_t begin = 0; begin < glyphs.size();) {
    std::size_t end = begin;
    bool latin = false;
    bool foreign = false;
    for (; end < glyphs.size() && is_word_part(glyphs[end].code); ++end) {
      latin = latin || is_ascii(glyphs[end].code);
      foreign = foreign || !is_ascii(glyphs[end].code);
    }
    if (end == begin) {
      out.push_back(glyphs[begin++]);
      continue;
    }
    for (; begin < end; ++begin) {
      Glyph glyph = glyphs[begin];
      if (latin && foreign && !is_ascii(glyph.code)) glyph.code = latin_lookalike(glyph.code);
      const bool is_accent =
          is_mark(static_cast<UChar32>(glyph.code)) && !out.empty() && is_ascii(out.back().code);
      if (!is_accent) out.push_back(glyph);
    }
  }
  return out;
}

}  // namespace

std::vector<Glyph> normalise(const std::vector<Glyph>& glyphs) {
  std::vector<Glyph> out;
  out.reserve(glyphs.size() + 8);
  bool beyond_ascii = false;
  for (std::size_t i = 0; i < glyphs.size();) {
    const bool alone = i + 1 == glyphs.size() || !continues_segment(glyphs[i + 1]);
    if (is_ascii(glyphs[i].code) && alone) {
      const char32_t code = plain_punctuation(glyphs[i].code);
      out.push_back({code >= 'A' && code <= 'Z' ? code + 32 : code, glyphs[i].source});
      ++i;
      continue;
    }
    beyond_ascii = true;
    std::size_t end = i + 1;
    while (end < glyphs.size() && continues_segment(glyphs[end])) ++end;
    fold_segment(glyphs, i, end, out);
    i = end;
  }
  return beyond_ascii ? with_folded_lookalikes(out) : out;
}

std::string latin_form(std::string_view word) {
  std::string out;
  for (const Glyph& glyph : admit(word).glyphs) append_utf8(out, latin_lookalike(glyph.code));
  return out;
}

std::string normalise_text(std::string_view text) {
  std::string out;
  for (const Glyph& glyph : normalise(admit(text).glyphs)) append_utf8(out, glyph.code);
  return out;
}

}  // namespace waymark
