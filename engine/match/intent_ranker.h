#pragma once
// What a message most likely means, all told: the matches of patterns and every other cue that it
// holds, added up for each intent and for "none of them". Built once for a locale, then const; any
// thread.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/match/matcher.h"
#include "engine/text/cue_table.h"

namespace waymark {

// An intent, or nothing for "none of them", with its total in hundredths of a natural-log unit.
struct Reading {
  std::optional<IntentIndex> intent;
  std::int32_t total = 0;
};

// The marks that matches of patterns leave for the cues, by number: four for each intent (it
// matched; it is the best match; the best, with a score over 450; over 700), then one for no match.
[[nodiscard]] std::vector<std::uint32_t> intent_marks(const MatchResult& match,
                                                      std::size_t intents);

// Their names: "help.cost", "help.cost:best", "help.cost:450", "help.cost:700" ... and "none".
[[nodiscard]] std::vector<std::string> intent_mark_names(const std::vector<std::string>& intents);

class IntentRanker {
 public:
  IntentRanker() = default;
  // Outcomes of the table are the intents in their order and, last, none of them.
  explicit IntentRanker(CueTable cues) : cues_(std::move(cues)) {}

  // Without cues nothing is ranked: then the best match decides.
  [[nodiscard]] bool is_empty() const { return cues_.is_empty(); }

  [[nodiscard]] const CueTable& cues() const { return cues_; }

  // The cues of a message, its matches among them.
  [[nodiscard]] SeenCues seen_in(const std::vector<CueAtom>& atoms, const MatchResult& match) const;

  // All intents and "none of them", likeliest first.
  [[nodiscard]] std::vector<Reading> rank(const SeenCues& seen) const;

  // The cues that speak for a reading, and against it.
  [[nodiscard]] std::vector<CueShare> reasons(const SeenCues& seen, const Reading& reading,
                                              std::size_t most) const;

 private:
  [[nodiscard]] std::size_t intents() const { return cues_.outcomes() - 1; }

  CueTable cues_;
};

}  // namespace waymark
