#include "adapters/cli/pattern_report.h"

#include <algorithm>

#include "adapters/protocol/json_text.h"

namespace waymark {

namespace {

std::string place_text(const SourcePlace& place) {
  return place.file + ':' + std::to_string(place.line);
}

std::size_t toss_ups(const PatternReport& patterns) {
  return static_cast<std::size_t>(
      std::ranges::count(patterns.overlaps, OverlapRuling::TossUp, &OverlapTrace::ruling));
}

const char* name_of(OverlapRuling ruling) {
  switch (ruling) {
    case OverlapRuling::Decided: return "decided";
    case OverlapRuling::TossUp: return "toss-up";
    case OverlapRuling::Nothing: return "nothing";
  }
  return "";
}

// "is taken for b", where that is neither of the two, and whether the overlap is meant.
std::string remarks(const OverlapTrace& overlap) {
  std::string text;
  if (overlap.taken != overlap.first) text += " It is taken for " + overlap.taken + '.';
  if (overlap.ruling == OverlapRuling::TossUp) text += " A toss-up.";
  if (overlap.is_declared) text += " Meant so.";
  return text;
}

void append_rule(std::string& out, const std::string& intent, const std::string& pattern,
                 const SourcePlace& place) {
  JsonObject rule(out);
  rule.member("intent", intent);
  rule.member("pattern", pattern);
  rule.member("file", place.file);
  rule.member("line", place.line);
  rule.close();
}

}  // namespace

std::string overlaps_text(const PatternReport& patterns) {
  std::string out;
  for (const OverlapTrace& overlap : patterns.overlaps) {
    out += '"' + overlap.text + "\": " + overlap.first + " (" + place_text(overlap.first_place) +
           ") goes before " + overlap.second + " (" + place_text(overlap.second_place) + "). " +
           overlap.reason + remarks(overlap) + '\n';
  }
  return out;
}

std::string reroutes_text(const RerouteResult& reroutes) {
  std::string out;
  for (const Reroute& changed : reroutes.changed) {
    out += place_text(changed.line.place) + " \"" + changed.line.text + "\" goes to " +
           changed.after + ", no more to " + changed.before + ".\n";
  }
  const std::size_t changed = reroutes.changed.size();
  return out + (changed == 0 ? "None" : std::to_string(changed)) + " of " +
         std::to_string(reroutes.lines) + " examples and test lines " +
         (changed > 1 ? "go" : "goes") + " another way than with " + reroutes.against + ".\n";
}

std::string patterns_text(const PatternReport& patterns) {
  return std::to_string(patterns.compared) + " pairs of patterns compared, " +
         std::to_string(patterns.overlaps.size()) + " overlap, " +
         std::to_string(toss_ups(patterns)) + " of them a toss-up";
}

void append_patterns(std::string& out, const PatternReport& patterns) {
  JsonObject object(out);
  object.member("patterns", patterns.patterns);
  object.member("compared", patterns.compared);
  object.member("overlaps", patterns.overlaps.size());
  object.member("toss_ups", toss_ups(patterns));
  object.close();
}

void append_overlaps(std::string& out, const PatternReport& patterns) {
  append_json_list(out, patterns.overlaps, [&out](const OverlapTrace& overlap) {
    JsonObject item(out);
    item.member("text", overlap.text);
    append_rule(item.begin("first"), overlap.first, overlap.first_rule, overlap.first_place);
    append_rule(item.begin("second"), overlap.second, overlap.second_rule, overlap.second_place);
    item.member("taken", overlap.taken);
    item.member("ruling", name_of(overlap.ruling));
    item.member("reason", overlap.reason);
    item.member("declared", overlap.is_declared);
    item.close();
  });
}

void append_reroutes(std::string& out, const RerouteResult& reroutes) {
  JsonObject object(out);
  object.member("pack", reroutes.against);
  object.member("lines", reroutes.lines);
  append_json_list(object.begin("changed"), reroutes.changed, [&out](const Reroute& changed) {
    JsonObject item(out);
    item.member("file", changed.line.place.file);
    item.member("line", changed.line.place.line);
    item.member("text", changed.line.text);
    item.member("before", changed.before);
    item.member("after", changed.after);
    item.close();
  });
  object.close();
}

}  // namespace waymark
