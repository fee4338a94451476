#include "engine/verify/overlap_verdict.h"

#include <algorithm>
#include <utility>

#include "engine/turn/understanding.h"
#include "engine/verify/sentence_text.h"

namespace waymark {
namespace {

const char* name_of(IntentClass kind) {
  switch (kind) {
    case IntentClass::Question: return "a question";
    case IntentClass::Disclosure: return "a disclosure";
    case IntentClass::Answer: return "an answer";
    case IntentClass::Command: return "a command";
    case IntentClass::Smalltalk: return "small talk";
  }
  return "";
}

void judge_by_match(const Bundle& bundle, const IntentMatch& one, const IntentMatch& other,
                    OverlapVerdict& out) {
  const std::string scores = std::to_string(one.score) + " to " + std::to_string(other.score);
  if (one.score == other.score) {
    out.ruling = OverlapRuling::Nothing;
    out.reason = "Both score " + std::to_string(one.score) + ".";
    return;
  }
  const IntentClass kind = bundle.intents[one.intent].kind;
  const IntentClass other_kind = bundle.intents[other.intent].kind;
  out.reason = kind == other_kind ? "It scores " + scores + "."
                                  : std::string("It is ") + name_of(kind) + ", the other " +
                                        name_of(other_kind) + ": it scores " + scores + ".";
}

std::string quoted_cue(const std::vector<CueShare>& shares) {
  if (shares.empty()) return ".";
  return ", most of all by \"" + std::string(shares.front().written) + "\".";
}

// The two stand in the order of their readings.
void judge_by_cues(const LocaleContent& content, const Understanding& seen, const Reading& one,
                   const Reading& other, OverlapVerdict& out) {
  const std::int32_t lead = one.total - other.total;
  const bool is_near_best = seen.readings.front().total - one.total < kTossUp;
  if (lead < kTossUp && is_near_best) out.ruling = OverlapRuling::TossUp;
  out.reason = "The cues give it " + std::to_string(one.total) + " to " +
               std::to_string(other.total) +
               quoted_cue(content.ranker.reasons(seen.intent_cues, one, 1));
}

}  // namespace

std::optional<OverlapVerdict> judge_overlap(const Bundle& bundle, const LocaleContent& content,
                                            const PatternOverlap& overlap) {
  OverlapVerdict out;
  out.text = sentence_text(content.language, overlap.witness);
  const Understanding seen = understand(content, out.text, {});
  const auto match_of = [&](PatternIndex pattern) {
    return std::ranges::find(seen.match.matches, content.matcher.origin(pattern).owner,
                             &IntentMatch::intent);
  };
  auto one = match_of(overlap.one);
  auto other = match_of(overlap.other);
  if (one == seen.match.matches.end() || other == seen.match.matches.end()) return std::nullopt;
  if (seen.meaning) out.taken = seen.meaning->intent;
  if (content.ranker.is_empty()) {
    if (other < one) std::swap(one, other);
    judge_by_match(bundle, *one, *other, out);
    out.first = one->intent;
    out.second = other->intent;
    return out;
  }
  auto reading = std::ranges::find(seen.readings, std::optional(one->intent), &Reading::intent);
  auto next = std::ranges::find(seen.readings, std::optional(other->intent), &Reading::intent);
  if (next < reading) std::swap(reading, next);
  judge_by_cues(content, seen, *reading, *next, out);
  out.first = *reading->intent;
  out.second = *next->intent;
  return out;
}

}  // namespace waymark
