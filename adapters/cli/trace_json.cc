#include "adapters/cli/trace_json.h"

#include <variant>

#include "adapters/cli/first_turn.h"
#include "adapters/protocol/json_text.h"

namespace waymark {

namespace {

void member_or_null(JsonObject& object, std::string_view key, std::string_view value) {
  if (value.empty()) {
    object.begin(key) += "null";
  } else {
    object.member(key, value);
  }
}

void span_member(JsonObject& object, const ByteSpan& span) {
  object.begin("span") += '[' + std::to_string(span.begin) + ',' + std::to_string(span.end) + ']';
}

// What both forms begin with.
void verdict(JsonObject& object, std::string& out, std::string_view message, const Trace& trace) {
  object.member("text", message);
  object.member("intent", trace.intent);
  member_or_null(object, "safety", trace.safety);
  append_json_list(object.begin("suggestions"), trace.suggestions,
                   [&out](const IntentId& id) { append_json_string(out, id.value); });
  member_or_null(object, "tier", trace.safety_tier);
}

void append_tokens(std::string& out, const std::vector<TokenTrace>& tokens) {
  append_json_list(out, tokens, [&out](const TokenTrace& token) {
    JsonObject object(out);
    object.member("text", token.text);
    span_member(object, token.source);
    object.member_if_any("corrected_from", token.corrected_from);
    object.close();
  });
}

void append_readings(std::string& out, const std::vector<ReadingTrace>& readings) {
  append_json_list(out, readings, [&out](const ReadingTrace& reading) {
    JsonObject object(out);
    object.member("intent", reading.intent);
    object.member("total", reading.total / 100.0);
    object.close();
  });
}

void append_entities(std::string& out, const std::vector<EntityTrace>& entities) {
  append_json_list(out, entities, [&out](const EntityTrace& entity) {
    JsonObject object(out);
    object.member("type", entity.type);
    object.member("value", entity.value);
    span_member(object, entity.span);
    object.close();
  });
}

void append_decision(std::string& out, const DecisionTrace& decision) {
  JsonObject object(out);
  object.member("kind", name_of(decision.kind));
  object.member("target", decision.target);
  object.member("reason", decision.reason);
  object.close();
}

// The prompts that the reply's words come from.
void append_prompts(std::string& out, const Reply& reply) {
  std::vector<std::string_view> prompts;
  for (const Part& part : reply.parts) {
    if (const auto* text = std::get_if<TextPart>(&part)) prompts.push_back(text->prompt.value);
  }
  append_json_list(out, prompts, [&out](std::string_view id) { append_json_string(out, id); });
}

}  // namespace

void append_matches(std::string& out, const std::vector<MatchTrace>& matches) {
  append_json_list(out, matches, [&out](const MatchTrace& match) {
    JsonObject object(out);
    object.member("rule", match.owner);
    object.member("pattern", match.pattern);
    object.member("file", match.place.file);
    object.member("line", match.place.line);
    object.member("column", match.place.column);
    span_member(object, match.span);
    object.member("first_token", match.first_token);
    object.member("token_count", match.token_count);
    object.member("score", match.score / 1000.0);
    object.member_if_any("cancelled_by", match.cancelled_by);
    object.close();
  });
}

void append_cues(std::string& out, const std::vector<CueTrace>& cues) {
  append_json_list(out, cues, [&out](const CueTrace& cue) {
    JsonObject object(out);
    object.member("cue", cue.cue);
    object.member("file", cue.place.file);
    object.member("line", cue.place.line);
    span_member(object, cue.span);
    object.member("share", cue.share / 100.0);
    object.close();
  });
}

std::string verdict_json(std::string_view message, const Turn& turn) {
  std::string out;
  JsonObject object(out);
  verdict(object, out, message, turn.trace);
  object.member("decision", name_of(turn.trace.decision.kind));
  object.member("score", best_score(turn.trace));
  object.close();
  return out;
}

std::string trace_json(std::string_view message, const Turn& turn) {
  const Trace& trace = turn.trace;
  std::string out;
  JsonObject object(out);
  verdict(object, out, message, trace);
  append_decision(object.begin("decision"), trace.decision);
  append_tokens(object.begin("tokens"), trace.tokens);
  append_matches(object.begin("risks"), trace.risks);
  if (trace.risk_with_before) object.member("risk_with_before", true);
  append_matches(object.begin("matches"), trace.matches);
  append_readings(object.begin("readings"), trace.readings);
  append_cues(object.begin("cues"), trace.cues);
  if (!trace.risk_reading.empty()) {
    object.member("risk_reading", trace.risk_reading);
    object.member("risk_lean", trace.risk_lean / 100.0);
    append_cues(object.begin("risk_cues"), trace.risk_cues);
  }
  append_entities(object.begin("entities"), trace.entities);
  append_json_list(object.begin("path"), trace.path,
                   [&out](const std::string& node) { append_json_string(out, node); });
  append_prompts(object.begin("says"), turn.reply);
  object.member("shortened", trace.shortened);
  object.member("slow_path", trace.slow_path);
  object.close();
  return out;
}

}  // namespace waymark
