// cues_in: the cues of a message by name, also those to which the pack gives no weight; and
// cue_outcomes.

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/api/cues.h"
#include "engine/text/cue_atoms.h"
#include "engine/turn/understanding.h"

namespace waymark {
namespace {

// Numbers every word and group of one message, so that all of its cues can be told.
class Namer {
 public:
  Namer(const LocaleContent& content, CueScale scale)
      : content_(content), stemmer_(content.locale), with_pieces_(scale == CueScale::Intents) {}

  std::vector<CueAtom> atoms(const std::vector<Token>& tokens) {
    std::vector<CueAtom> atoms;
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::Boundary) {
        atoms.push_back({boundary_atom(token), {}, kUnknownWord});
        continue;
      }
      CueAtom atom{words_.add(token.text), {}, kUnknownWord};
      bool carries_meaning = true;
      for (const std::string& group : group_names(content_.language, stemmer_, token.text)) {
        atom.groups.push_back(groups_.add(group));
        carries_meaning = carries_meaning && group != kFunctionWords;
      }
      if (carries_meaning) atom.stem = atom.groups.front();
      if (with_pieces_) {
        for (const std::string& piece : piece_names(token.text)) {
          atom.groups.push_back(groups_.add(piece));
        }
      }
      atoms.push_back(std::move(atom));
    }
    return atoms;
  }

  [[nodiscard]] std::string name(const Cue& cue) const {
    switch (cue.kind) {
      case CueKind::Word: return atom(cue.a);
      case CueKind::Group: return groups_.word(cue.a);
      case CueKind::Pair: return atom(cue.a) + ' ' + atom(cue.b);
      case CueKind::Triple: return atom(cue.a) + ' ' + atom(cue.b) + ' ' + atom(cue.c);
      case CueKind::Near: return near_name(groups_.word(cue.a), groups_.word(cue.b));
      case CueKind::Length: return '#' + std::to_string(cue.a);
      case CueKind::Mark: return {};
    }
    return {};
  }

 private:
  // In the order of the alphabet, so that the same two stems always have one name.
  static std::string near_name(const std::string& a, const std::string& b) {
    return a < b ? a + " & " + b : b + " & " + a;
  }

  [[nodiscard]] std::string atom(std::uint32_t atom) const {
    switch (atom) {
      case kAtomBegin: return "^";
      case kAtomEnd: return "$";
      case kAtomStop: return ".";
      case kAtomQuestion: return "?";
      default: return words_.word(atom);
    }
  }

  const LocaleContent& content_;
  Stemmer stemmer_;
  bool with_pieces_;  // of no use to risk, as was measured: half a word is a poor witness there
  Vocabulary words_;
  Vocabulary groups_;
};

std::vector<std::string> marks_of(const Bundle& bundle, const LocaleContent& content,
                                  const Understanding& seen, CueScale scale) {
  std::vector<std::string> marks;
  if (scale == CueScale::Risk) {
    const std::vector<std::string> names = risk_mark_names(content.risk.rules);
    for (const std::uint32_t mark : risk_marks(content.risk, seen.risk.hits)) {
      marks.push_back('=' + names[mark]);
    }
    return marks;
  }
  std::vector<std::string> ids;
  for (const Intent& intent : bundle.intents) ids.push_back(intent.id.value);
  const std::vector<std::string> names = intent_mark_names(ids);
  for (const std::uint32_t mark : intent_marks(seen.match, ids.size())) {
    marks.push_back('=' + names[mark]);
  }
  return marks;
}

}  // namespace

std::vector<std::string> cue_outcomes(const Bundle& bundle, CueScale scale) {
  std::vector<std::string> outcomes;
  if (scale == CueScale::Risk) {
    for (std::size_t i = 0; i < kRiskCategories; ++i) {
      outcomes.emplace_back(name_of(static_cast<RiskCategory>(i)));
    }
  } else {
    for (const Intent& intent : bundle.intents) outcomes.push_back(intent.id.value);
  }
  outcomes.emplace_back("none");
  return outcomes;
}

CueSighting cues_in(const Bundle& bundle, CueScale scale, std::string_view text,
                    std::string_view locale) {
  const LocaleContent& content = bundle.locale(stable_id(locale));
  const Understanding seen = understand(content, text, {});
  CueSighting sighting;
  Namer namer(content, scale);
  for_each_cue(namer.atoms(seen.utterance.tokens),
               [&](const Cue& cue, TokenSpan) { sighting.cues.push_back(namer.name(cue)); });
  std::ranges::move(marks_of(bundle, content, seen, scale), std::back_inserter(sighting.cues));
  std::ranges::sort(sighting.cues);
  sighting.cues.erase(std::ranges::unique(sighting.cues).begin(), sighting.cues.end());
  for (const Token& token : seen.utterance.tokens) {
    if (token.kind == TokenKind::Word &&
        (token.word != kUnknownWord || content.language.known_words.contains(token.text))) {
      sighting.words.push_back(token.text);
    }
  }
  return sighting;
}

}  // namespace waymark
