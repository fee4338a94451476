#pragma once
// Why a turn went as it did, as data: every stage leaves what it saw and chose. For `explain`,
// tests and reviewers; it holds what was typed and so never leaves the process that asked for it.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/api/diagnostic.h"
#include "engine/api/ids.h"

namespace waymark {

// Half-open range of bytes in the message as it was typed.
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const ByteSpan&) const = default;
};

struct TokenTrace {
  std::string text;  // after normalisation
  ByteSpan source;
  std::string corrected_from;  // empty when it was not corrected
};

// One pattern that matched (or was cancelled).
struct MatchTrace {
  std::string owner;    // intent or risk rule id
  std::string pattern;  // as written
  SourcePlace place;    // where it is written
  ByteSpan span;
  std::uint32_t first_token = 0;
  std::uint32_t token_count = 0;
  std::int32_t score = 0;    // thousandths; see match/matcher.h
  std::string cancelled_by;  // the `unless` that covers it, or the scope that lowered it
};

// A cue that the message holds, and what it adds to the meaning that was taken (hundredths).
struct CueTrace {
  std::string cue;    // as written
  SourcePlace place;  // where it is written
  ByteSpan span;
  std::int32_t share = 0;
};

// A meaning that was weighed, with its total (hundredths; see text/cue_table.h).
struct ReadingTrace {
  std::string intent;  // or "none"
  std::int32_t total = 0;
};

struct EntityTrace {
  std::string type;
  std::string value;
  ByteSpan span;
};

enum class DecisionKind : std::uint8_t {
  Crisis,
  Command,
  Answer,
  Resume,
  Digress,
  Start,
  Clarify,
  Fallback,
  Handoff,
  Welcome
};

[[nodiscard]] const char* name_of(DecisionKind kind);

struct DecisionTrace {
  DecisionKind kind = DecisionKind::Fallback;
  std::string target;  // flow, plan, command or choice that was taken
  std::string reason;  // a sentence
};

struct Trace {
  std::vector<TokenTrace> tokens;
  bool shortened = false;  // the message was over the limits and cut
  std::vector<MatchTrace> risks;
  std::vector<MatchTrace> matches;     // best first, then the losers
  std::vector<ReadingTrace> readings;  // likeliest first; empty in a pack without cues
  std::vector<CueTrace> cues;          // for and against the first reading, strongest first
  std::vector<CueTrace> risk_cues;     // for and against the likeliest category of risk
  std::string risk_reading;            // that category, in a pack with cues
  std::int32_t risk_lean = 0;          // towards risk over 0, towards none under it
  bool risk_with_before = false;       // it took the words before the message to see the risk
  std::vector<EntityTrace> entities;
  std::vector<IntentId> suggestions;
  std::string safety;  // category that is acted on, or empty
  std::string safety_tier;
  std::string intent;  // what the message was taken for, or "none"
  DecisionTrace decision;
  std::vector<std::string> path;  // "flow/node" in the order they ran
  bool slow_path = false;         // a matcher ran out of its budget and a slower one answered
};

}  // namespace waymark
