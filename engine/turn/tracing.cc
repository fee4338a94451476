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
    trace.suggestions.push_back(bundle.intents[suggestion.intent].id);
  }
}

std::string target_of(const Bundle& bundle, const Understanding& understanding,
                      const Decision& decision) {
  if (decision.kind == DecisionKind::Crisis) {
    return std::string(name_of(understanding.risk.category));
  }
  if (decision.choice) return bundle.graph.path(decision.choice->node);
  if (decision.intent) return bundle.intents[*decision.intent].id.value;
  return {};
}

}  // namespace

Trace trace_of(const Bundle& bundle, const LocaleContent& content,
               const Understanding& understanding, const Decision& decision) {
  Trace trace;
  add_reading(understanding, trace);
  add_matches(bundle, content, understanding, trace);
  if (understanding.risk.is_at_risk()) {
    trace.safety = name_of(understanding.risk.category);
    trace.safety_tier = name_of(understanding.risk.tier);
  }
  const IntentMatch* best = understanding.best();
  trace.intent = best == nullptr ? "none" : bundle.intents[best->intent].id.value;
  for (const IntentIndex offer : decision.offers) {
    const IntentId& id = bundle.intents[offer].id;
    if (std::ranges::find(trace.suggestions, id) == trace.suggestions.end()) {
      trace.suggestions.push_back(id);
    }
  }
  trace.decision = {decision.kind, target_of(bundle, understanding, decision), decision.reason};
  return trace;
}

}  // namespace waymark
