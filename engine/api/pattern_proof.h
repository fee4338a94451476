#pragma once
// What holds of the rules of a pack that route a message: no two intents claim the same words
// without a reason that decides between them, and each pattern can route something. `waymark check`
// runs it after compiling. Stateless; any thread.
//
//   const PatternReport report = prove_patterns(*bundle);
//   for (const Diagnostic& finding : report.findings) ...

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/api/content.h"
#include "engine/api/diagnostic.h"

namespace waymark {

// How it comes that one of two intents goes before the other.
enum class OverlapRuling : std::uint8_t {
  Decided,  // by the classes of the intents, or by cues
  TossUp,   // by cues, but the other is nearly as likely: the next fit may turn it round
  Nothing   // equal in everything: the one that stands first in the files is taken
};

// Two rules of different intents that claim the same words.
struct OverlapTrace {
  std::string text;         // the shortest message that both match
  std::string first;        // the intent that goes before the other
  std::string first_rule;   // its pattern, as written
  SourcePlace first_place;  // and where it is written
  std::string second;
  std::string second_rule;
  SourcePlace second_place;
  std::string taken;  // what the message is taken for: `first`, another intent, or "none"
  OverlapRuling ruling = OverlapRuling::Decided;
  std::string reason;        // why, as a sentence
  bool is_declared = false;  // by "overlaps" of one of the two
};

struct PatternReport {
  std::size_t patterns = 0;            // that were looked at, of all locales
  std::size_t compared = 0;            // pairs of them that had to be decided on their automata
  std::vector<OverlapTrace> overlaps;  // in the order of the patterns
  std::vector<Diagnostic> findings;    // WM82x
};

[[nodiscard]] PatternReport prove_patterns(const Bundle& bundle);

}  // namespace waymark
