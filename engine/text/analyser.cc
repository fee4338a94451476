#include "engine/text/analyser.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/api/limits.h"
#include "engine/text/admission.h"
#include "engine/text/disguise.h"
#include "engine/text/message_disguise.h"
#include "engine/text/normaliser.h"
#include "engine/text/tokeniser.h"
#include "engine/text/word_splitter.h"

namespace waymark {
namespace {

using Words = RewriteTable::Words;

// Letters that are read as spelt out at once: of longer runs the rest is read by itself.
constexpr std::size_t kLongestSpeltOut = 400;

constexpr std::string_view kDigits = "0123456789";

std::string without_marks(std::string text) {
  std::erase(text, '\'');
  return text;
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

// Whether a text is one word that the stages before the tables leave as it is.
bool is_plain(std::string_view text) {
  constexpr std::size_t kLongestPlain = 40;
  return !text.empty() && text.size() <= kLongestPlain &&
         std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
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

std::optional<Reading> as_written(const Language& language, const std::string& word) {
  if (auto words = from_tables(language, word)) return Reading{*std::move(words), true};
  if (is_real(language, word)) return Reading{{word}, true};
  return std::nullopt;
}

// `word` with its runs cut to one letter where they are as short as `single`, else to two.
std::string squeezed_by_run(std::string_view word, std::size_t single) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    std::size_t end = i;
    while (end < word.size() && word[end] == word[i]) ++end;
    const std::size_t run = end - i;
    const std::size_t cut = run <= single ? 1 : 2;
    out.append(run >= 3 ? cut : run, word[i]);
    i = end;
  }
  return out;
}

// `single` is what one letter was drawn out to in a message that is drawn out all over, else 0.
std::optional<Reading> read_elongated(const Language& language, const std::string& word,
                                      std::size_t single) {
  if (shortest_run(word) == 0) return std::nullopt;
  if (single > 0) {
    const std::string shorter = squeezed_by_run(word, single);
    if (auto reading = as_written(language, shorter)) return reading;
  }
  for (const std::size_t keep : {std::size_t{2}, std::size_t{1}}) {
    if (auto reading = as_written(language, squeezed(word, keep))) return reading;
  }
  return as_written(language, squeezed_by_run(word, shortest_run(word)));
}

bool has_sign(std::string_view word) {
  return std::ranges::any_of(word,
                             [](char c) { return is_letter_sign(static_cast<unsigned char>(c)); });
}

bool has_digit(std::string_view word) {
  return word.find_first_of(kDigits) != std::string_view::npos;
}

// What a word with signs or digits among its letters disguises.
std::optional<Reading> read_disguised(const Language& language, const std::string& written) {
  if (!has_sign(written) && !has_digit(written)) return std::nullopt;
  auto word = undisguise(language, written);
  if (!word) return std::nullopt;
  if (auto words = from_tables(language, *word)) return Reading{*std::move(words), true};
  return Reading{{*std::move(word)}, true};
}

std::string joined(const Words& words) {
  std::string all;
  for (const std::string& word : words) all += word;
  return all;
}

// A word that is none as it stands: several without blanks, or one with a slip in it.
Reading read_faulty(const Language& language, const std::string& word, std::size_t single) {
  const std::string plain = single > 0 ? squeezed_by_run(word, single) : squeezed(word, 1);
  auto parts = split_run_together(language, word);
  if (!parts) parts = split_run_together(language, plain);
  // Many short words are rather one with a slip ("antoher" is no "an to her").
  const bool is_few = parts && (parts->size() < 3 || parts->size() * 3 <= plain.size());
  // Nor are words that leave out or add letters ("granddughter" is no "grand daughter").
  if (is_few && (joined(*parts) == word || joined(*parts) == plain)) {
    return {*std::move(parts), true};
  }
  if (const WordId meant = language.spelling.correct(language.vocabulary, plain);
      meant != kUnknownWord) {
    return {{language.vocabulary.word(meant)}, true};
  }
  if (!parts) parts = split_real_words(language, plain);
  if (parts) return {*std::move(parts), true};
  return {{word}, false};
}

Reading read_word(const Language& language, const std::string& written, std::size_t single) {
  if (auto words = from_tables(language, written)) return {*std::move(words), false};
  if (language.vocabulary.find(written) == kUnknownWord) {
    if (auto reading = read_disguised(language, written)) return *std::move(reading);
  }
  if (single > 0 || written.find('\'') != std::string::npos) {
    if (auto reading = read_elongated(language, written, single)) return *std::move(reading);
  }
  std::string word = without_apostrophes(written);
  if (is_real(language, word)) return {{std::move(word)}, false};
  if (auto reading = read_elongated(language, word, single)) return *std::move(reading);
  return read_faulty(language, word, single);
}

class Analysis {
 public:
  Analysis(const Language& language, std::vector<RawWord> raw)
      : language_(language), raw_(std::move(raw)), single_(drawn_out_all_over(raw_)) {}

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
  // Joins "k m s" when the letters make known words: as many as possible from `at`, over emoji
  // between the letters. Returns the number of raw words used, 0 for none.
  std::size_t take_spelt_out(std::size_t at) {
    std::vector<std::size_t> places;
    std::string letters;
    for (std::size_t i = at; i < raw_.size() && letters.size() < kLongestSpeltOut; ++i) {
      if (is_spelt(raw_[i])) {
        const std::string part = without_marks(raw_[i].text);
        places.insert(places.end(), part.size(), i);
        letters += part;
      } else if (raw_[i].kind != TokenKind::Emoji || letters.empty()) {
        break;
      }
    }
    if (letters.size() < 3 || places.front() == places.back()) return 0;
    SpeltOut read = read_spelt_out(language_, letters);
    if (read.letters == 0) return 0;
    const std::size_t last = places[read.letters - 1];
    const ByteSpan span{raw_[at].source.begin, raw_[last].source.end};
    emit({std::move(read.words), true}, spelt_out(at, last + 1), span);
    return last + 1 - at;
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
    } else if (raw.kind == TokenKind::Word && is_glued_number(raw.text)) {
      take_glued(raw);
    } else if (raw.kind == TokenKind::Word) {
      emit(read_word(language_, raw.text, single_), raw.text, raw.source);
    } else {
      tokens_.push_back({raw.text, language_.vocabulary.find(raw.text), raw.kind, raw.source, {}});
    }
  }

  // "took30": a word with a number without a blank between them.
  [[nodiscard]] bool is_glued_number(const std::string& text) const {
    const std::size_t digits = text.find_first_of(kDigits);
    if (digits == std::string::npos || language_.vocabulary.find(text) != kUnknownWord ||
        from_tables(language_, text) || undisguise(language_, text)) {
      return false;
    }
    const auto is_word = [&](const std::string& part) {
      return part.size() >= 3 && (is_real(language_, part) || split_run_together(language_, part));
    };
    const std::size_t letters = text.find_first_not_of(kDigits);
    if (digits > 0) {
      return text.find_first_not_of(kDigits, digits) == std::string::npos &&
             is_word(text.substr(0, digits));
    }
    return letters != std::string::npos && is_word(text.substr(letters));
  }

  void take_glued(const RawWord& raw) {
    const bool number_first = has_digit(raw.text.substr(0, 1));
    const std::size_t cut =
        number_first ? raw.text.find_first_not_of(kDigits) : raw.text.find_first_of(kDigits);
    for (const std::string& part : {raw.text.substr(0, cut), raw.text.substr(cut)}) {
      if (has_digit(part)) {
        tokens_.push_back(
            {part, language_.vocabulary.find(part), TokenKind::Number, raw.source, {}});
      } else {
        emit(read_word(language_, part, single_), raw.text, raw.source);
      }
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
      emit(read_word(language_, part, single_), part, raw.source);
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
  std::size_t single_;
  std::vector<Token> tokens_;
};

}  // namespace

Utterance analyse(const Language& language, std::string_view bytes) {
  const AdmittedText admitted = admit(bytes);
  Utterance utterance;
  utterance.shortened = admitted.shortened;
  utterance.tokens =
      Analysis(language, undisguised(language, split_words(normalise(admitted.glyphs)), bytes))
          .run();
  return utterance;
}

std::vector<std::string> content_words(const Language& language, std::string_view text) {
  std::vector<std::string> out;
  if (is_plain(text)) {
    if (auto words = from_tables(language, text)) return *std::move(words);
    out.emplace_back(text);
    return out;
  }
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
