#pragma once
// Cues with weights: what the things that a message holds say together about what it means. Every
// cue speaks for or against some outcomes; the weights of those that a message holds add up. Built
// once by the content compiler, then const; any thread. Sums are of whole numbers, so they are the
// same on every machine.
//
//   total(outcome) = bias(outcome) + sum of weights / sqrt(kDamping + number of cues)
//
// in hundredths of a natural-log unit: 100 more for one outcome than for another makes it e times
// as likely. The damping keeps long messages, which hold many cues, from being over-sure.

#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/diagnostic.h"
#include "engine/text/cue.h"
#include "engine/text/cue_index.h"
#include "engine/text/pattern_set.h"

namespace waymark {

using OutcomeIndex = std::uint16_t;

struct CueWeight {
  OutcomeIndex outcome = 0;
  std::int16_t weight = 0;
};

// A cue of the table that a message holds: its row, and where in the message it stands first.
struct SeenCue {
  std::uint32_t row = 0;
  std::uint32_t order = 0;  // of the look-ups
  TokenSpan span;
};

// All of a message, each once, by row.
using SeenCues = std::vector<SeenCue>;

// A cue that a message holds, and what it adds to one outcome (hundredths).
struct CueShare {
  std::string_view written;  // in the table
  SourcePlace place;
  TokenSpan span;
  std::int32_t share = 0;
};

// The cue that a text stands for. Words are added to `vocabulary`, groups to `groups`; `mark` gives
// the number of a mark by its name. Fails with a sentence without full stop.
[[nodiscard]] std::expected<Cue, std::string> parse_cue(
    std::string_view written, Vocabulary& vocabulary, WordGroups& groups,
    const std::function<std::optional<std::uint32_t>(std::string_view)>& mark);

class CueTable {
 public:
  static constexpr std::size_t kDamping = 10;

  CueTable() = default;
  explicit CueTable(std::size_t outcomes) : bias_(outcomes, 0) {}

  void set_bias(OutcomeIndex outcome, std::int32_t bias) { bias_[outcome] = bias; }

  // Makes room for so many cues, texts and weights more, where they are known beforehand.
  struct Room {
    std::size_t cues = 0;
    std::size_t text_bytes = 0;
    std::size_t weights = 0;
  };
  void reserve(const Room& room);

  // False when the cue is there already.
  bool add(const Cue& cue, std::string_view written, const SourcePlace& place,
           std::span<const CueWeight> weights);

  // Adds to `counts`, by WordId, in how many cues each word stands.
  void count_words(std::vector<std::uint32_t>& counts) const;

  [[nodiscard]] bool is_empty() const { return rows_.empty(); }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::size_t outcomes() const { return bias_.size(); }

  // The cues of the table among the atoms of a message and the marks that were found in it.
  [[nodiscard]] SeenCues seen_in(const std::vector<CueAtom>& atoms,
                                 const std::vector<std::uint32_t>& marks) const;

  // The total of each outcome, for the cues that were seen.
  [[nodiscard]] std::vector<std::int32_t> totals(const SeenCues& seen) const;

  // Those that say most about `outcome`, strongest first, at most `most`.
  [[nodiscard]] std::vector<CueShare> shares(const SeenCues& seen, OutcomeIndex outcome,
                                             std::size_t most) const;

 private:
  // What a cue has of the lists below begins here and ends where that of the next row begins.
  struct Row {
    std::uint32_t text = 0;
    std::uint32_t weight = 0;
    std::uint32_t file = 0;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
  };

  [[nodiscard]] std::span<const CueWeight> weights_of(std::uint32_t row) const;
  [[nodiscard]] std::string_view written(std::uint32_t row) const;
  [[nodiscard]] SourcePlace place_of(std::uint32_t row) const;

  std::vector<std::int32_t> bias_;
  std::vector<Row> rows_;
  CueIndex index_;
  std::string texts_;
  std::vector<CueWeight> weights_;
  std::vector<std::string> files_;
};

}  // namespace waymark
