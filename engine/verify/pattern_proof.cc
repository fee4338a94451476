// prove_patterns: overlaps and dead patterns as findings.
//
// An overlap is an error where nothing decides it, so that the order of files would. One that
// classes or cues decide is no fault, and neither is a toss-up: the next fit of the cues moves it.
// The report lists them all with the reason. "overlaps" of an intent says that one is meant.

#include "engine/api/pattern_proof.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/turn/understanding.h"
#include "engine/verify/dead_pattern.h"
#include "engine/verify/overlap_verdict.h"
#include "engine/verify/sentence_text.h"

namespace waymark {
namespace {

using IntentPair = std::pair<IntentIndex, IntentIndex>;  // the lesser first

std::string place_text(const SourcePlace& place) {
  return place.file + ':' + std::to_string(place.line);
}

class PatternProof {
 public:
  PatternProof(const Bundle& bundle, const LocaleContent& content, PatternReport& report)
      : bundle_(bundle),
        content_(content),
        outlines_(content.matcher, bundle.intents.size()),
        report_(report) {
    for (IntentIndex i = 0; i < bundle.intents.size(); ++i) {
      for (const DeclaredOverlap& declared : bundle.intents[i].overlaps) {
        declared_.insert(std::minmax(i, declared.other));
      }
    }
  }

  // Adds the pairs of intents that overlap in this locale to `met`.
  void check_overlaps(std::set<IntentPair>& met) {
    OverlapSearch search = find_overlaps(outlines_);
    report_.patterns += content_.matcher.patterns().size();
    report_.compared += search.compared;
    for (const PatternOverlap& overlap : search.overlaps) {
      auto verdict = judge_overlap(bundle_, content_, overlap);
      if (!verdict) continue;
      const IntentPair pair = std::minmax(verdict->first, verdict->second);
      met.insert(pair);
      report_.overlaps.push_back(trace_of(overlap, *verdict));
      if (verdict->ruling != OverlapRuling::Nothing || declared_.contains(pair)) continue;
      if (reported_.insert(pair).second) report(report_.overlaps.back());
    }
    for (const PatternOverlap& pair : search.undecided) report_cut(pair.one);
  }

  void check_dead_patterns() {
    const DeadSearch search = find_dead_patterns(outlines_);
    std::map<IntentIndex, std::size_t> dead;
    for (const DeadPattern& each : search.dead) {
      if (is_taken_all_the_same(each)) continue;
      ++dead[origin(each.pattern).owner];
      report(each);
    }
    for (const auto& [intent, count] : dead) {
      const auto all = static_cast<std::size_t>(std::ranges::count(
          outlines_.rules(), intent, [&](PatternIndex rule) { return origin(rule).owner; }));
      if (count == all) report_unreachable(intent);
    }
    for (const PatternIndex pattern : search.undecided) report_cut(pattern);
  }

 private:
  [[nodiscard]] const PatternOrigin& origin(PatternIndex pattern) const {
    return content_.matcher.origin(pattern);
  }
  [[nodiscard]] const std::string& id(IntentIndex intent) const {
    return bundle_.intents[intent].id.value;
  }

  void add(const char* code, Severity severity, SourcePlace place, std::string message,
           std::string remedy) {
    report_.findings.push_back(
        {code, severity, std::move(place), std::move(message), std::move(remedy)});
  }

  OverlapTrace trace_of(const PatternOverlap& overlap, const OverlapVerdict& verdict) {
    const bool is_in_order = origin(overlap.one).owner == verdict.first;
    const PatternOrigin& first = origin(is_in_order ? overlap.one : overlap.other);
    const PatternOrigin& second = origin(is_in_order ? overlap.other : overlap.one);
    return {verdict.text,
            id(first.owner),
            first.written,
            first.place,
            id(second.owner),
            second.written,
            second.place,
            verdict.taken ? id(*verdict.taken) : "none",
            verdict.ruling,
            verdict.reason,
            declared_.contains(std::minmax(first.owner, second.owner))};
  }

  void report(const OverlapTrace& trace) {
    add("WM821", Severity::Error, trace.second_place,
        '"' + trace.text + "\" is claimed by \"" + trace.second + "\" here and by \"" +
            trace.first + "\" (" + place_text(trace.first_place) +
            "), and nothing decides but the order of the files. " + trace.reason,
        "Make one of them more specific, give it an unless, or say in \"overlaps\" why it is "
        "meant.");
  }

  // Cues may route the sentence of a pattern that never has the best score.
  [[nodiscard]] bool is_taken_all_the_same(const DeadPattern& dead) const {
    if (content_.ranker.is_empty() || dead.cancelled) return false;
    const Understanding seen =
        understand(content_, sentence_text(content_.language, dead.sentence), {});
    return seen.meaning && seen.meaning->intent == origin(dead.pattern).owner;
  }

  void report(const DeadPattern& dead) {
    const PatternOrigin& own = origin(dead.pattern);
    const std::string text = sentence_text(content_.language, dead.sentence);
    const PatternOrigin& by = origin(dead.cancelled ? *dead.cancelled : *dead.outranked);
    if (dead.cancelled) {
      add("WM822", Severity::Warning, own.place,
          "Whatever this pattern of \"" + id(own.owner) + "\" matches is cancelled: \"" + text +
              "\" by the unless \"" + by.written + "\" (" + place_text(by.place) + ").",
          "Drop the pattern, or narrow the unless.");
    } else {
      add("WM823", Severity::Warning, own.place,
          "Whatever this pattern of \"" + id(own.owner) + "\" matches scores more elsewhere: \"" +
              text + "\" for \"" + id(by.owner) + "\" by \"" + by.written + "\" (" +
              place_text(by.place) + ").",
          "Drop the pattern, make it more specific, or give the other an unless.");
    }
  }

  void report_unreachable(IntentIndex intent) {
    const auto rule = std::ranges::find(outlines_.rules(), intent,
                                        [&](PatternIndex each) { return origin(each).owner; });
    add("WM824", Severity::Error, origin(*rule).place,
        "Nothing that is typed can be taken for \"" + id(intent) +
            "\": none of its patterns can route.",
        "Write patterns that say what no other intent claims.");
  }

  void report_cut(PatternIndex pattern) {
    add("WM826", Severity::Warning, origin(pattern).place,
        "This pattern of \"" + id(origin(pattern).owner) +
            "\" is too large to be held against the others.",
        "Split it: fewer options side by side, and shorter gaps.");
  }

  const Bundle& bundle_;
  const LocaleContent& content_;
  PatternOutlines outlines_;
  PatternReport& report_;
  std::set<IntentPair> declared_;
  std::set<IntentPair> reported_;
};

// A declaration that no locale bears out would hide an overlap that comes later.
void check_declarations(const Bundle& bundle, const std::set<IntentPair>& met,
                        PatternReport& report) {
  for (IntentIndex i = 0; i < bundle.intents.size(); ++i) {
    for (const DeclaredOverlap& declared : bundle.intents[i].overlaps) {
      if (met.contains(std::minmax(i, declared.other))) continue;
      report.findings.push_back({"WM825", Severity::Warning, declared.place,
                                 "\"" + bundle.intents[i].id.value + "\" and \"" +
                                     bundle.intents[declared.other].id.value +
                                     "\" do not claim the same words.",
                                 "Take the entry out of \"overlaps\"."});
    }
  }
}

}  // namespace

PatternReport prove_patterns(const Bundle& bundle) {
  PatternReport report;
  std::set<IntentPair> met;
  for (const auto& content : bundle.locales) {
    PatternProof proof(bundle, *content, report);
    proof.check_overlaps(met);
    proof.check_dead_patterns();
  }
  check_declarations(bundle, met, report);
  return report;
}

}  // namespace waymark
