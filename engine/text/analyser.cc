#include "engine/text/analyser.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/api/limits.h"
#include "engine/text/admission.h"
#include "engine/text/disguise.h"
#include "engine/text/normaliser.h"
#include "engine/text/tokeniser.h"
#include "engine/text/word_splitter.h"

namespace waymark {
namespace {

using Words = RewriteTable::Words;

// Letters of a word that is spelt out, at most: longer runs are no word, and cost.
constexpr std::size_t kLongestSpeltOut = 24;

bool is_single_letter(const RawWord& word) {
  return word.kind == TokenKind::Word && word.text.size() == 1 && word.text[0] >= 'a' &&
         word.text[0] <= 'z';
}

// What the tables make of a word as written, or nothing.
std::optional<Words> from_tables(const Language& language, std::string_view word) {
  if (const Words* words = language.rewrites.find(word)) return *words;
  const std::string bare = without_apostrophes(word);
  if (bare != word) {
    if (const Words* words = language.rewrites.find(bare)) return *words;
  }
  if (const Words* words = language.misspellings.find(bare)) return *words;
  return std::nullopt;
}

bool is_real(const Language& language, std::string_view word) {
  return language.vocabulary.find(word) != kUnknownWord || language.known_words.contains(word);
}

// `word` with every run of three or more letters cut to `keep`.
std::string squeezed(std::string_view word, std::size_t keep) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    std::size_t end = i;
    while (end < word.size() && word[end] == word[i]) ++end;
    const std::size_t run = end - i;
    out.append(run >= 3 ? keep : run, word[i]);
    i = end;
  }
  return out;
}

// The reading of one raw word: the words it stands for, and whether that is a correction.
struct Reading {
  Words words;
  bool corrected = false;
};

std::optional<Reading> read_elongated(const Language& language, const std::string& word) {
  for (const std::size_t keep : {std::size_t{2}, std::size_t{1}}) {
    const std::string shorter = squeezed(word, keep);
    if (shorter == word) return std::nullopt;
    if (auto words = from_tables(language, shorter)) return Reading{*std::move(words), true};
    if (is_real(language, shorter)) return Reading{{shorter}, true};
  }
  return std::nullopt;
}

bool has_sign(std::string_view word) {
  return std::ranges::any_of(word,
                             [](char c) { return is_letter_sign(static_cast<unsigned char>(c)); });
}

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

// What a word with signs or digits among its letters disguises.
std::optional<Reading> read_disguised(const Language& language, const std::string& written) {
  if (!has_sign(written) && !has_digit(written)) return std::nullopt;
  auto word = undisguise(language, written);
  if (!word) return std::nullopt;
  if (auto words = from_tables(language, *word)) return Reading{*std::move(words), true};
  return Reading{{*std::move(word)}, true};
}

Reading read_word(const Language& language, const std::string& written) {
  if (auto words = from_tables(language, written)) return {*std::move(words), false};
  if (language.vocabulary.find(written) == kUnknownWord) {
    if (auto reading = read_disguised(language, written)) return *std::move(reading);
  }
  std::string word = without_apostrophes(written);
  if (is_real(language, word)) return {{std::move(word)}, false};
  if (auto reading = read_elongated(language, word)) return *std::move(reading);
  if (auto words = split_run_together(language, word)) return {*std::move(words), true};
  const std::string plain = squeezed(word, 1);
  if (const WordId meant = language.spelling.correct(language.vocabulary, plain);
      meant != kUnknownWord) {
    return {{language.vocabulary.word(meant)}, true};
  }
  return {{std::move(word)}, false};
}

class Analysis {
 public:
  Analysis(const Language& language, std::vector<RawWord> raw)
      : language_(language), raw_(std::move(raw)) {}

  std::vector<Token> run() {
    for (std::size_t at = 0; at < raw_.size() && tokens_.size() < kMaxTokens;) {
      const std::size_t joined = take_spelt_out(at);
      at += joined;
      if (joined == 0) take(raw_[at++]);
    }
    while (!tokens_.empty() && tokens_.back().kind == TokenKind::Boundary &&
           tokens_.back().text != "?") {
      tokens_.pop_back();
    }
    return std::move(tokens_);
  }

 private:
  // Joins "k m s" when the letters make known words; the longest run from `at`, over emoji between
  // the letters. Returns the number of raw words used, 0 for none.
  std::size_t take_spelt_out(std::size_t at) {
    std::vector<std::size_t> letters;
    for (std::size_t i = at; i < raw_.size() && letters.size() < kLongestSpeltOut; ++i) {
      if (is_single_letter(raw_[i])) {
        letters.push_back(i);
      } else if (raw_[i].kind != TokenKind::Emoji || letters.empty()) {
        break;
      }
    }
    for (; letters.size() >= 3; letters.pop_back()) {
      std::string word;
      for (const std::size_t i : letters) word += raw_[i].text;
      auto words = known_words(word);
      if (!words) continue;
      const std::size_t last = letters.back();
      const ByteSpan span{raw_[at].source.begin, raw_[last].source.end};
      emit({*std::move(words), true}, spelt_out(at, last + 1), span);
      return last + 1 - at;
    }
    return 0;
  }

  // What a run of letters stands for: a word, or several without blanks.
  [[nodiscard]] std::optional<Words> known_words(const std::string& letters) const {
    if (auto words = from_tables(language_, letters)) return words;
    if (language_.vocabulary.find(letters) != kUnknownWord) return Words{letters};
    return split_run_together(language_, letters);
  }

  [[nodiscard]] std::string spelt_out(std::size_t begin, std::size_t end) const {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text += (i == begin ? "" : " ") + raw_[i].text;
    return text;
  }

  void take(const RawWord& raw) {
    if (raw.kind == TokenKind::Boundary) {
      tokens_.push_back({raw.text, kUnknownWord, raw.kind, raw.source, {}});
    } else if (raw.kind == TokenKind::Word && has_sign(raw.text) &&
               !undisguise(language_, raw.text)) {
      take_parted(raw);
    } else if (raw.kind == TokenKind::Word) {
      emit(read_word(language_, raw.text), raw.text, raw.source);
    } else {
      tokens_.push_back({raw.text, language_.vocabulary.find(raw.text), raw.kind, raw.source, {}});
    }
  }

  // "help!please": words with a sign between them that stands for nothing but itself.
  void take_parted(const RawWord& raw) {
    const bool ends_sentence = raw.text.find('!') != std::string::npos;
    bool is_first = true;
    for (const std::string& part : parted_at_signs(raw.text)) {
      if (!is_first && ends_sentence) {
        tokens_.push_back({".", kUnknownWord, TokenKind::Boundary, raw.source, {}});
      }
      is_first = false;
      emit(read_word(language_, part), part, raw.source);
    }
  }

  void emit(const Reading& reading, const std::string& written, ByteSpan source) {
    for (const std::string& word : reading.words) {
      tokens_.push_back({word, language_.vocabulary.find(word), TokenKind::Word, source,
                         reading.corrected ? written : std::string()});
    }
  }

  const Language& language_;
  std::vector<RawWord> raw_;
  std::vector<Token> tokens_;
};

}  // namespace

Utterance analyse(const Language& language, std::string_view bytes) {
  const AdmittedText admitted = admit(bytes);
  Utterance utterance;
  utterance.shortened = admitted.shortened;
  utterance.tokens = Analysis(language, split_words(normalise(admitted.glyphs))).run();
  return utterance;
}

std::vector<std::string> content_words(const Language& language, std::string_view text) {
  std::vector<std::string> out;
  for (const RawWord& raw : split_words(normalise(admit(text).glyphs))) {
    if (raw.kind == TokenKind::Boundary) continue;
    if (auto words = from_tables(language, raw.text)) {
      out.insert(out.end(), words->begin(), words->end());
    } else {
      out.push_back(without_apostrophes(raw.text));
    }
  }
  return out;
}

}  // namespace waymark
