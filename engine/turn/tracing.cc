#include "engine/turn/tracing.h"

#include <algorithm>
#include <string>
#include <utility>

namespace waymark {
namespace {

ByteSpan bytes_of(const Utterance& utterance, TokenSpan span) {
  return {utterance.tokens[span.first].source.begin, utterance.tokens[span.last - 1].source.end};
}

MatchTrace match_trace(const Bundle& bundle, const LocaleContent& content,
                       const Utterance& utterance, const IntentMatch& match) {
  const PatternOrigin& origin = content.matcher.origin(match.pattern);
  return {bundle.intents[match.intent].id.value,
          origin.written,
          origin.place,
          bytes_of(utterance, match.span),
          match.span.first,
          match.span.last - match.span.first,
          match.score,
          {}};
}

MatchTrace risk_trace(const LocaleContent& content, const Utterance& utterance,
                      const RiskHit& hit) {
  const RiskPattern& origin = content.risk.origins[hit.pattern];
  MatchTrace trace{content.risk.rules[hit.rule].id,
                   origin.written,
                   origin.place,
                   bytes_of(utterance, hit.span),
                   hit.span.first,
                   hit.span.last - hit.span.first,
                   static_cast<std::int32_t>(hit.tier),
                   {}};
  if (hit.cancelled_by) {
    trace.cancelled_by = "unless " + content.risk.origins[*hit.cancelled_by].written;
  } else if (hit.scope.kind != ScopeKind::Own) {
    trace.cancelled_by = "scope: " + std::string(name_of(hit.scope.kind));
  }
  return trace;
}

void add_reading(const Understanding& understanding, Trace& trace) {
  trace.shortened = understanding.utterance.shortened;
  trace.slow_path = understanding.slow_path;
  for (const Token& token : understanding.utterance.tokens) {
    trace.tokens.push_back({token.text, token.source, token.corrected_from});
  }
  for (const Entity& entity : understanding.entities) {
    trace.entities.push_back({std::string(name_of(entity.type)), entity.value, entity.span});
  }
}

void add_matches(const Bundle& bundle, const LocaleContent& content,
                 const Understanding& understanding, Trace& trace) {
  const Utterance& utterance = understanding.utterance;
  for (const RiskHit& hit : understanding.risk.hits) {
    trace.risks.push_back(risk_trace(content, utterance, hit));
  }
  for (const IntentMatch& match : understanding.match.matches) {
    trace.matches.push_back(match_trace(bundle, content, utterance, match));
  }
  for (const CancelledMatch& cancelled : understanding.match.cancelled) {
    MatchTrace lost = match_trace(bundle, content, utterance, cancelled.match);
    lost.cancelled_by = "unless " + content.matcher.origin(cancelled.by).written;
    trace.matches.push_back(std::move(lost));
  }
  for (const Suggestion& suggestion : understanding.suggestions) {
    const Intent& intent = bundle.intents[suggestion.intent];
    if (intent.starts || intent.command) trace.suggestions.push_back(intent.id);
  }
}

constexpr std::size_t kReadingsShown = 4;

// What the cues made of the message, where the pack has some.
void add_cues(const Bundle& bundle, const LocaleContent& content, const Understanding& seen,
              Trace& trace) {
  for (const Reading& reading : seen.readings) {
    if (trace.readings.size() == kReadingsShown) break;
    trace.readings.push_back(
        {reading.intent ? bundle.intents[*reading.intent].id.value : "none", reading.total});
  }
  if (!seen.readings.empty()) {
    trace.cues = cue_traces(
        seen, content.ranker.reasons(seen.intent_cues, seen.readings.front(), kCuesShown));
  }
  if (seen.risk.lean) {
    trace.risk_lean = seen.risk.lean->lean;
    trace.risk_reading = name_of(seen.risk.lean->category);
    trace.risk_cues = cue_traces(
        seen, risk_reasons(content.risk, seen.risk.cues, seen.risk.lean->category, kCuesShown));
  }
}

std::string target_of(const Bundle& bundle, const Decision& decision) {
  if (decision.kind == DecisionKind::Crisis) {
    return std::string(name_of(decision.risk->category));
  }
  if (decision.choice) return bundle.graph.path(decision.choice->node);
  if (decision.to) return bundle.graph.path(*decision.to);
  if (decision.intent) return bundle.intents[*decision.intent].id.value;
  return {};
}

std::string choice_id(const Bundle& bundle, ChoicePlace place) {
  return std::get<AskNode>(bundle.graph.node(place.node).body).choices[place.option].id.value;
}

}  // namespace

std::vector<CueTrace> cue_traces(const Understanding& seen, const std::vector<CueShare>& shares) {
  std::vector<CueTrace> traces;
  for (const CueShare& share : shares) {
    const bool is_placed = share.span.first < share.span.last;
    traces.push_back({std::string(share.written), share.place,
                      is_placed ? bytes_of(seen.utterance, share.span) : ByteSpan{}, share.share});
  }
  return traces;
}

Trace trace_of(const Bundle& bundle, const LocaleContent& content,
               const Understanding& understanding, const Decision& decision) {
  Trace trace;
  add_reading(understanding, trace);
  add_matches(bundle, content, understanding, trace);
  if (decision.risk) {
    trace.safety = name_of(decision.risk->category);
    trace.safety_tier = name_of(decision.risk->tier);
    trace.risk_with_before = understanding.risk.with_before;
  }
  const std::optional<Meaning>& meaning = understanding.meaning;
  trace.intent = meaning ? bundle.intents[meaning->intent].id.value : "none";
  add_cues(bundle, content, understanding, trace);
  for (const IntentIndex offer : decision.offers) {
    const IntentId& id = bundle.intents[offer].id;
    if (std::ranges::find(trace.suggestions, id) == trace.suggestions.end()) {
      trace.suggestions.push_back(id);
    }
  }
  trace.decision = {decision.kind, target_of(bundle, decision), decision.reason, {}};
  if (decision.choice) trace.decision.choice = choice_id(bundle, *decision.choice);
  return trace;
}

}  // namespace waymark
