#include "adapters/host/english_words.h"

// The assembler takes the file in as it is: a megabyte of text as C++ source would take the
// compiler seconds.
asm(".section .rodata\n"
    ".global waymark_english_words\n"
    ".global waymark_english_words_end\n"
    "waymark_english_words:\n"
    ".incbin \"" WAYMARK_WORD_LIST
    "\"\n"
    "waymark_english_words_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const char waymark_english_words[];      // NOLINT(readability-identifier-naming)
extern const char waymark_english_words_end[];  // NOLINT(readability-identifier-naming)
}

namespace waymark {

std::string_view english_words() {
  return {static_cast<const char*>(waymark_english_words),
          static_cast<const char*>(waymark_english_words_end)};
}

}  // namespace waymark
