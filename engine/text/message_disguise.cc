#include "engine/text/message_disguise.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/text/disguise.h"
#include "engine/text/normaliser.h"

namespace waymark {
namespace {

constexpr std::string_view kDigits = "0123456789";

bool is_known(const Language& language, const std::string& word) {
  return language.vocabulary.find(word) != kUnknownWord ||
         language.rewrites.find(word) != nullptr || language.misspellings.find(word) != nullptr ||
         language.known_words.contains(without_apostrophes(word));
}

// Words all in letters of another script that look like those of a word that is known.
std::vector<RawWord> with_look_alikes_read(const Language& language, std::vector<RawWord> raw) {
  for (RawWord& word : raw) {
    const bool is_ascii =
        std::ranges::all_of(word.text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (word.kind != TokenKind::Word || is_ascii) continue;
    if (std::string latin = latin_form(word.text); is_known(language, latin)) {
      word.text = std::move(latin);
    }
  }
  return raw;
}

// Emoji in place of blanks ("want 😢 to 😢 die"): one between each two words of three or more.
std::vector<RawWord> without_chain_emoji(std::vector<RawWord> raw) {
  const auto joins = [&raw](std::size_t i) {
    return i > 0 && i + 1 < raw.size() && raw[i].kind == TokenKind::Emoji &&
           raw[i - 1].kind == TokenKind::Word && raw[i + 1].kind == TokenKind::Word &&
           !(is_single_letter(raw[i - 1]) && is_single_letter(raw[i + 1]));
  };
  std::vector<RawWord> out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const bool in_chain = joins(i) && ((i >= 2 && joins(i - 2)) || joins(i + 2));
    if (!in_chain) out.push_back(raw[i]);
  }
  return out;
}

// In a message whose words have digits for letters, numbers are words as well ("1 w4n7 70 d13").
std::vector<RawWord> with_digits_read(const Language& language, std::vector<RawWord> raw) {
  std::size_t disguised = 0;
  std::size_t plain = 0;
  for (const RawWord& word : raw) {
    if (word.kind != TokenKind::Word || word.text.size() < 3) continue;
    const bool is_disguised =
        word.text.find_first_of(kDigits) != std::string::npos && undisguise(language, word.text);
    if (is_disguised) {
      ++disguised;
    } else if (word.text.find_first_of("aeio") != std::string::npos) {
      ++plain;
    }
  }
  if (disguised < 2 || disguised < 2 * plain) return raw;
  for (RawWord& word : raw) {
    if (word.text.size() > 3 || word.text.find_first_of(kDigits) == std::string::npos) continue;
    if (auto meant = undisguise_short(language, word.text)) {
      word.text = *std::move(meant);
      word.kind = TokenKind::Word;
    }
  }
  return raw;
}

// Whether letters [begin, end) of a run lie apart in two ways: within words and between them.
struct Gaps {
  bool has_tight = false;  // without a blank: "d.i.e", "d😢i😢e"
  bool has_blank = false;
  bool has_wide = false;  // of several blanks
};

bool is_border(std::string_view gap, const Gaps& gaps) {
  const auto blanks = std::ranges::count(gap, ' ');
  return gaps.has_tight ? blanks > 0 : blanks > 1;
}

std::string_view gap_after(const std::vector<RawWord>& raw, std::size_t letter, std::size_t next,
                           std::string_view bytes) {
  const std::size_t begin = raw[letter].source.end;
  return bytes.substr(begin, raw[next].source.begin - begin);
}

Gaps gaps_between(const std::vector<RawWord>& raw, const std::vector<std::size_t>& letters,
                  std::string_view bytes) {
  Gaps gaps;
  for (std::size_t i = 1; i < letters.size(); ++i) {
    const auto blanks = std::ranges::count(gap_after(raw, letters[i - 1], letters[i], bytes), ' ');
    gaps.has_tight = gaps.has_tight || blanks == 0;
    gaps.has_blank = gaps.has_blank || blanks == 1;
    gaps.has_wide = gaps.has_wide || blanks > 1;
  }
  return gaps;
}

// Words that were spelt out and still show where they end ("t o  d i e", "t.o d.i.e") are put
// together; letters that lie apart in one way only are left for a guess.
std::vector<RawWord> with_letters_joined(std::vector<RawWord> raw, std::string_view bytes) {
  std::vector<RawWord> out;
  for (std::size_t at = 0; at < raw.size();) {
    std::vector<std::size_t> letters;
    for (std::size_t i = at; i < raw.size(); ++i) {
      if (is_spelt(raw[i])) {
        letters.push_back(i);
      } else if (raw[i].kind != TokenKind::Emoji || letters.empty()) {
        break;
      }
    }
    const Gaps gaps = gaps_between(raw, letters, bytes);
    const bool shows_words = gaps.has_tight || (gaps.has_blank && gaps.has_wide);
    if (letters.size() < 3 || !shows_words) {
      const std::size_t end = letters.empty() ? at + 1 : letters.back() + 1;
      for (; at < end; ++at) out.push_back(std::move(raw[at]));
      continue;
    }
    for (std::size_t i = 0; i < letters.size(); ++i) {
      RawWord& letter = raw[letters[i]];
      if (i > 0 && !is_border(gap_after(raw, letters[i - 1], letters[i], bytes), gaps)) {
        out.back().text += letter.text;
        out.back().source.end = letter.source.end;
      } else {
        out.push_back(letter);
      }
    }
    at = letters.back() + 1;
  }
  return out;
}

}  // namespace

bool is_single_letter(const RawWord& word) {
  return word.kind == TokenKind::Word && word.text.size() == 1 && word.text[0] >= 'a' &&
         word.text[0] <= 'z';
}

bool is_spelt(const RawWord& word) {
  if (is_single_letter(word)) return true;
  return word.kind == TokenKind::Word && word.text.size() >= 3 && word.text.size() <= 4 &&
         word.text[1] == '\'';
}

std::size_t shortest_run(std::string_view word) {
  std::size_t shortest = 0;
  for (std::size_t i = 0; i < word.size();) {
    std::size_t end = i;
    while (end < word.size() && word[end] == word[i]) ++end;
    if (end - i >= 3 && (shortest == 0 || end - i < shortest)) shortest = end - i;
    i = end;
  }
  return shortest;
}

std::size_t drawn_out_all_over(const std::vector<RawWord>& raw) {
  std::size_t words = 0;
  std::size_t drawn_out = 0;
  std::size_t shortest = 0;
  for (const RawWord& word : raw) {
    if (word.kind != TokenKind::Word) continue;
    ++words;
    const std::size_t run = shortest_run(word.text);
    if (run == 0) continue;
    ++drawn_out;
    if (shortest == 0 || run < shortest) shortest = run;
  }
  return drawn_out >= 2 && drawn_out * 2 > words ? shortest : 0;
}

std::vector<RawWord> undisguised(const Language& language, std::vector<RawWord> raw,
                                 std::string_view bytes) {
  raw = with_look_alikes_read(language, std::move(raw));
  raw = without_chain_emoji(with_letters_joined(std::move(raw), bytes));
  return with_digits_read(language, std::move(raw));
}

}  // namespace waymark
