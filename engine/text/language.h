#pragma once
// All that reading text of one locale needs: the pack's vocabulary, rewrites, spelling and the list
// of words that are real. Built by the content compiler, const afterwards; then any thread.

#include <map>
#include <string>
#include <vector>

#include "engine/text/rewrite_table.h"
#include "engine/text/spelling.h"
#include "engine/text/vocabulary.h"
#include "engine/text/word_groups.h"
#include "engine/text/word_list.h"

namespace waymark {

struct Language {
  std::string locale;
  Vocabulary vocabulary;
  RewriteTable rewrites;      // "dont" → do not
  RewriteTable misspellings;  // "definately" → definitely
  WordList known_words;
  Spelling spelling;
  std::map<std::string, std::vector<std::string>, std::less<>> classes;  // "{money}" ... of a stem
  WordGroups groups;                                                     // that cues name
};

}  // namespace waymark
