#pragma once
// Why not: what keeps a text from being taken for something that somebody expected. For `waymark
// explain --expect`. It holds what was typed and so never leaves the process that asked. Any
// thread.
//
//   const auto why = expectation_of(*bundle, "is it dear?", "help.cost");
//   if (why && !why->is_met) show(why->reason, why->nearest);

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/content.h"
#include "engine/api/trace.h"

namespace waymark {

// The pattern that a text comes nearest to matching.
struct NearPattern {
  std::string owner;    // intent or risk rule id
  std::string pattern;  // as written
  SourcePlace place;
  std::vector<std::string> missing;     // words (some of a class), "<number>", "a sentence edge"
  std::vector<std::string> in_the_way;  // words of the text, as read
};

struct Expectation {
  std::string id;
  bool is_met = false;
  std::string taken;                   // intent or safety id that the text is taken for, or "none"
  std::string reason;                  // a sentence
  std::vector<MatchTrace> matches;     // of the id: outweighed, cancelled or held back
  std::optional<NearPattern> nearest;  // where nothing of the id matches and some word is there
  bool has_cues = false;               // whether the totals and the cues below mean anything
  std::string compared;                // with what the cues compare it: an id or "none"
  std::int32_t total = 0;              // of the id (hundredths; see text/cue_table.h)
  std::int32_t compared_total = 0;
  std::vector<CueTrace> cues;  // for and against the id, strongest first
  std::vector<CueTrace> compared_cues;
};

// `id` is an intent, a safety.* id or "none"; the text is the first of a conversation in the pack's
// first locale. Fails with a sentence, which names the nearest id, when there is no such id.
[[nodiscard]] std::expected<Expectation, std::string> expectation_of(const Bundle& bundle,
                                                                     std::string_view text,
                                                                     std::string_view id);

}  // namespace waymark
