// What holds for every message, whatever it is made of.

#include "engine/api/engine.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/limits.h"
#include "tests/engine/turn/conversation.h"
#include "tests/fakes/random_text.h"
#include "tests/fakes/small_language.h"

namespace waymark {
namespace {

constexpr std::string_view kApostrophes[] = {"\u2018", "\u2019", "\u201B", "\u02BC",
                                             "\u2032", "\uFF07", "\u00B4", "`"};
constexpr std::string_view kInvisible[] = {"\u200B", "\u200C", "\u200D",
                                           "\u2060", "\u00AD", "\uFEFF"};

// Messages for every intent and kind of risk, with apostrophes and faults of spelling.
const std::vector<std::string>& messages() {
  static const std::vector<std::string> all = {
      "what is ipt?",
      "explain this theropy to me. how much is it?",
      "how much does therapy cost",
      "i'm so sad, what's the price of ipt",
      "i don't know, i can't talk",
      "yes please",
      "thanks! go back",
      "restart",
      "i want to die",
      "i don't want to die",
      "i used to want to kill myself",
      "my brother wants to die",
      "he said i want to die",
      "he hits me",
      "i have taken an overdose",
      "i wnat to kill myslef",
      "k m s",
      "we're in wales, it's the second time",
  };
  return all;
}

Turn turn_of(const BundlePtr& bundle, const std::string& text) {
  return take_turn(*bundle, start_session(*bundle, "en-GB"), SayMessage{TypedText(text)},
                   UtcSeconds{});
}

// All of a trace but bytes of the message, in words.
std::string gist(const Turn& turn) {
  const Trace& trace = turn.trace;
  std::string text = trace.intent + '/' + trace.safety + '/' + trace.safety_tier + '/' +
                     trace.decision.target + '/' + fakes::said_in(turn.reply);
  for (const TokenTrace& token : trace.tokens) text += ' ' + token.text;
  for (const auto* list : {&trace.risks, &trace.matches}) {
    for (const MatchTrace& match : *list) {
      text += "\n" + match.owner + ' ' + match.pattern + ' ' + std::to_string(match.first_token) +
              ' ' + std::to_string(match.token_count) + ' ' + std::to_string(match.score) + ' ' +
              match.cancelled_by;
    }
  }
  for (const ReadingTrace& reading : trace.readings) {
    text += '\n' + reading.intent + ' ' + std::to_string(reading.total);
  }
  return text + '\n' + trace.risk_reading + std::to_string(trace.risk_lean);
}

// `text` with every letter in the other case with a chance of one in `odds`.
std::string recased(const std::string& text, std::size_t odds, fakes::RandomText& random) {
  std::string out = text;
  for (char& c : out) {
    if (c >= 'a' && c <= 'z' && random.below(odds) == 0) c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

std::string with_apostrophes(const std::string& text, std::string_view style) {
  std::string out;
  for (const char c : text) out += c == '\'' ? std::string(style) : std::string(1, c);
  return out;
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// Something invisible between some letters of a word.
std::string with_invisible(const std::string& text, fakes::RandomText& random) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && is_letter(text[i - 1]) && is_letter(text[i]) && random.below(3) == 0) {
      out += kInvisible[random.below(std::size(kInvisible))];
    }
    out += text[i];
  }
  return out;
}

enum class Form { Composed, Decomposed };

// An acute accent on every vowel, as one code point (NFC) or two (NFD).
std::string accented(const std::string& text, Form form) {
  static constexpr std::string_view kVowels = "aeiou";
  static constexpr std::string_view kComposed[] = {"\u00E1", "\u00E9", "\u00ED", "\u00F3",
                                                   "\u00FA"};
  std::string out;
  for (const char c : text) {
    const std::size_t vowel = kVowels.find(c);
    if (vowel == std::string_view::npos) {
      out += c;
    } else if (form == Form::Composed) {
      out += kComposed[vowel];
    } else {
      out += std::string(1, c) + "\u0301";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("turn: meaning and safety do not depend on case, apostrophes or what cannot be seen") {
  fakes::RandomText random(3);
  for (const BundlePtr& bundle : {fakes::shared_small_bundle(), fakes::shared_cue_bundle()}) {
    for (const std::string& message : messages()) {
      CAPTURE(message);
      const std::string expected = gist(turn_of(bundle, message));
      CHECK(gist(turn_of(bundle, recased(message, 1, random))) == expected);
      CHECK(gist(turn_of(bundle, accented(message, Form::Composed))) == expected);
      CHECK(gist(turn_of(bundle, accented(message, Form::Decomposed))) == expected);
      for (const std::string_view style : kApostrophes) {
        CHECK(gist(turn_of(bundle, with_apostrophes(message, style))) == expected);
      }
      for (int i = 0; i < 20; ++i) {
        const std::string other = with_invisible(
            recased(with_apostrophes(message, kApostrophes[random.below(8)]), 3, random), random);
        CAPTURE(other);
        CHECK(gist(turn_of(bundle, other)) == expected);
      }
    }
  }
}

TEST_CASE("turn: every token points at exactly the bytes of its word") {
  static constexpr std::string_view kWords[] = {"what", "therapy", "sad", "brother", "zygote"};
  static constexpr std::string_view kBetween[] = {" ", "  ", ", ", " - ", "\t", "\u3000", " \xFF "};
  fakes::RandomText random(4);
  for (int round = 0; round < 2'000; ++round) {
    std::string message;
    std::vector<ByteSpan> spans;
    for (std::size_t i = 1 + random.below(6); i > 0; --i) {
      message += kBetween[random.below(std::size(kBetween))];
      const std::string word(kWords[random.below(std::size(kWords))]);
      const Form form = random.below(2) == 0 ? Form::Composed : Form::Decomposed;
      const std::string plain = with_invisible(recased(word, 4, random), random);
      const auto begin = static_cast<std::uint32_t>(message.size());
      message += random.below(3) == 0 ? accented(plain, form) : plain;
      spans.push_back({begin, static_cast<std::uint32_t>(message.size())});
    }
    CAPTURE(message);
    const Turn turn = turn_of(fakes::shared_small_bundle(), message);
    REQUIRE(turn.trace.tokens.size() == spans.size());
    for (std::size_t i = 0; i < spans.size(); ++i) {
      REQUIRE(turn.trace.tokens[i].source == spans[i]);
    }
  }
}

// The talk goes on for a while, so that most states of the small pack meet most kinds of text.
TEST_CASE("turn: a hundred thousand random texts get a reply each, within all limits") {
  static constexpr std::string_view kPieces[] = {
      "ipt", " how much ", "yes", "die", "i want to ", "wales", " 2 ", "not ", "back", "?"};
  const BundlePtr& bundle = fakes::shared_small_bundle();
  fakes::RandomText random(100);
  Session session = start_session(*bundle, "en-GB");
  for (int round = 0; round < 100'000; ++round) {
    if (round % 40 == 0) session = start_session(*bundle, "en-GB");
    std::string message = random.text(10);
    for (std::size_t i = random.below(3); i > 0; --i) {
      message += kPieces[random.below(std::size(kPieces))];
    }
    message += random.text(4);
    CAPTURE(message);
    const Turn turn = take_turn(*bundle, session, SayMessage{TypedText(message)}, UtcSeconds{});
    REQUIRE_FALSE(turn.reply.parts.empty());
    REQUIRE(turn.reply.parts.size() <= kMaxReplyParts);
    REQUIRE(turn.trace.tokens.size() <= kMaxTokens);
    REQUIRE(std::ranges::all_of(turn.trace.tokens, [&](const TokenTrace& token) {
      return token.source.begin <= token.source.end && token.source.end <= message.size();
    }));
    const std::string record = encode_session(turn.session);
    REQUIRE(record.size() <= kMaxSessionBytes);
    REQUIRE(decode_session(record, session));
    REQUIRE(session == turn.session);
  }
}

}  // namespace waymark
