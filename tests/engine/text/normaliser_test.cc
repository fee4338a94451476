#include "engine/text/normaliser.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "engine/text/utf8.h"
#include "tests/fakes/random_text.h"

namespace waymark {

TEST_CASE("normaliser: ways of writing the same are written alike") {
  struct Row {
    std::string what;
    std::string typed;
    std::string normal;
  };
  const Row rows[] = {
      {"case", "I Feel LOW", "i feel low"},
      {"case beyond ASCII", "ÉCOLE ΣΟΦΟΣ", "ecole σοφοσ"},
      {"sharp s", "Straße STRASSE", "strasse strasse"},
      {"typographic apostrophe", "don’t", "don't"},
      {"opening quote as apostrophe", "don‘t", "don't"},
      {"modifier letter apostrophe", "donʼt", "don't"},
      {"acute accent as apostrophe", "don´t", "don't"},
      {"grave accent as apostrophe", "don`t", "don't"},
      {"prime as apostrophe", "don′t", "don't"},
      {"full width apostrophe", "don＇t", "don't"},
      {"quotation marks", "“low” «low» „low‟", "\"low\" \"low\" \"low\""},
      {"dashes", "a‐b‑c–d—e−f", "a-b-c-d-e-f"},
      {"an ellipsis", "well…", "well."},
      {"full width letters", "ＩＰＴ　１２", "ipt 12"},
      {"ligatures", "ﬁnd oﬀ", "find off"},
      {"letters in circles", "Ⓘⓟⓣ", "ipt"},
      {"mathematical letters", "𝓱𝓮𝓵𝓹 𝗺𝗲", "help me"},
      {"zero width space", "ki\u200Bll", "kill"},
      {"zero width joiners", "k\u200Ci\u200Dll", "kill"},
      {"soft hyphen", "ki\u00ADll", "kill"},
      {"byte order mark", "\uFEFFhelp", "help"},
      {"bidi controls", "\u202Ehelp\u202C \u2066me\u2069", "help me"},
      {"no-break space", "help\u00A0me", "help me"},
      {"accents", "café naïve Siôn", "cafe naive sion"},
      {"combining accents", "cafe\u0301", "cafe"},
      {"piled up marks", "h\u0335\u0321e\u0301\u0302l\u0327p\u0336", "help"},
      {"emoji without their selector", "❤\uFE0F", "❤"},
      {"other scripts stay", "помощь 助けて", "помощь 助けて"},
      {"a mark that belongs to its letter", "й", "и\u0306"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(normalise_text(row.typed) == row.normal);
  }
}

TEST_CASE("normaliser: what is canonically the same is the same") {
  const std::pair<std::string, std::string> rows[] = {
      {"\u00E9", "e\u0301"},      {"\u212B", "\u00C5"},       {"q\u0307\u0323", "q\u0323\u0307"},
      {"\uAC00", "\u1100\u1161"}, {"\u0439", "\u0438\u0306"}, {"\u03AE", "\u03B7\u0301"},
  };
  for (const auto& [one, other] : rows) {
    CAPTURE(one);
    CHECK(normalise_text(one) == normalise_text(other));
  }
}

TEST_CASE("normaliser: look-alikes of other scripts become Latin inside a Latin word") {
  struct Row {
    std::string what;
    std::string typed;
    std::string normal;
  };
  const Row rows[] = {
      {"a Cyrillic letter", "pаnic", "panic"},
      {"several", "dеprеssеd suісіdе", "depressed suicide"},
      {"capitals", "НELP", "help"},
      {"a Greek letter", "hοpe", "hope"},
      {"a dotless i", "ıpt", "ipt"},
      {"with an accent on it", "hе\u0301lp", "help"},
      {"as one letter with its accent", "hёlp", "help"},
      {"a Cyrillic word stays", "ком", "ком"},
      {"words side by side are judged apart", "сор cop", "сор cop"},
      {"a letter that looks like nothing stays", "жabc", "жabc"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(normalise_text(row.typed) == row.normal);
  }
}

TEST_CASE("normaliser: a word keeps its bytes however it was written") {
  const std::string message = "ab\u200B Ca\u0301 ﬁ";
  const std::vector<Glyph> glyphs = normalise(admit(message).glyphs);
  std::string text;
  std::vector<ByteSpan> spans;
  for (const Glyph& glyph : glyphs) {
    append_utf8(text, glyph.code);
    spans.push_back(glyph.source);
  }
  CHECK(text == "ab ca fi");
  const std::vector<ByteSpan> expected = {{0, 1},  {1, 5},   {5, 6},   {6, 7},
                                          {7, 10}, {10, 11}, {11, 14}, {11, 14}};
  CHECK(spans == expected);
}

// Code points that normalisation has most to do with, in random order.
TEST_CASE("normaliser: a second time changes nothing") {
  static constexpr char32_t kPool[] = {
      'a',    'Z',    '\'',   ' ',    '.',    'i',    0xDF,    0xE9,    0x130,   0x131,  0x149,
      0x1C4,  0x2B9,  0x300,  0x301,  0x308,  0x323,  0x345,   0x370,   0x3A3,   0x3C2,  0x3AC,
      0x430,  0x435,  0x451,  0x456,  0x458,  0x4CF,  0x5D0,   0x627,   0xAD,    0x1E9E, 0x1F80,
      0x2019, 0x2026, 0x2033, 0x2057, 0x2126, 0x212A, 0x2160,  0x24D0,  0x3000,  0x3131, 0xAC00,
      0xFB01, 0xFF07, 0xFF21, 0xFFFD, 0xA8,   0xB4,   0x1D4D7, 0x1F600, 0x2F868, 0xE0001};
  std::mt19937 random(20);
  std::uniform_int_distribution<std::size_t> pick(0, std::size(kPool) - 1);
  std::uniform_int_distribution<int> length(1, 8);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int i = length(random); i > 0; --i) append_utf8(text, kPool[pick(random)]);
    const std::string once = normalise_text(text);
    CAPTURE(text);
    REQUIRE(normalise_text(once) == once);
  }
}

TEST_CASE("normaliser: a second time changes nothing in any text") {
  fakes::RandomText random(21);
  for (int round = 0; round < 50'000; ++round) {
    const std::string text = random.text(8);
    const std::string once = normalise_text(text);
    CAPTURE(text);
    REQUIRE(normalise_text(once) == once);
  }
}

TEST_CASE("normaliser: what a word looks like in Latin letters") {
  CHECK(latin_form("ѕаре") == "sape");
  CHECK(latin_form("ж") == "ж");
  CHECK(latin_form("low") == "low");
}

}  // namespace waymark
