#pragma once
// All that reading text of one locale needs: the pack's vocabulary, rewrites, spelling and the list
// of words that are real. Built by the content compiler, const afterwards; then any thread.

#include <string>
#include <vector>

#include "engine/text/rewrite_table.h"
#include "engine/text/spelling.h"
#include "engine/text/vocabulary.h"
#include "engine/text/word_list.h"

namespace waymark {

struct Language {
  Vocabulary vocabulary;
  RewriteTable rewrites;      // "dont" → do not
  RewriteTable misspellings;  // "definately" → definitely
  WordList known_words;
  Spelling spelling;
};

}  // namespace waymark
