#include "adapters/cli/diagnostic_report.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "adapters/cli/source_excerpt.h"
#include "adapters/protocol/json_text.h"

namespace waymark {

namespace {

constexpr std::string_view kUnreadableCode = "unreadable";
constexpr std::string_view kSarifSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// "1 error", "2 errors".
std::string counted(std::size_t count, std::string_view thing) {
  return std::to_string(count) + ' ' + std::string(thing) + (count == 1 ? "" : "s");
}

std::size_t count_of(const std::vector<Diagnostic>& diagnostics, Severity severity) {
  return static_cast<std::size_t>(std::ranges::count(diagnostics, severity, &Diagnostic::severity));
}

const char* name_of(Severity severity) { return severity == Severity::Error ? "error" : "warning"; }

std::string summary_text(const BundleSummary& summary) {
  return summary.pack + ' ' + summary.version + ": " + counted(summary.intents, "intent") + ", " +
         counted(summary.patterns, "pattern") + ", " + counted(summary.risk_rules, "risk rule") +
         ", " + counted(summary.flows, "flow") + " of " + counted(summary.nodes, "node") + ", " +
         counted(summary.prompts, "prompt") + ", " + counted(summary.services, "service");
}

std::string proof_text(const ProofReport& proof) {
  return counted(proof.states, "state") + " of a talk proved in " + counted(proof.turns, "turn") +
         ", " + std::to_string(proof.crises) + " of them at risk";
}

void append_proof(std::string& out, const ProofReport& proof) {
  JsonObject object(out);
  object.member("states", proof.states);
  object.member("turns", proof.turns);
  object.member("crises", proof.crises);
  object.close();
}

void append_summary(std::string& out, const BundleSummary& summary) {
  JsonObject object(out);
  object.member("pack", summary.pack);
  object.member("version", summary.version);
  object.member("title", summary.title);
  object.member("fingerprint", summary.fingerprint);
  append_json_list(object.begin("locales"), summary.locales,
                   [&out](const std::string& locale) { append_json_string(out, locale); });
  object.member("intents", summary.intents);
  object.member("patterns", summary.patterns);
  object.member("risk_rules", summary.risk_rules);
  object.member("flows", summary.flows);
  object.member("nodes", summary.nodes);
  object.member("prompts", summary.prompts);
  object.member("services", summary.services);
  append_json_list(object.begin("intent_ids"), summary.intent_ids,
                   [&out](const IntentId& id) { append_json_string(out, id.value); });
  object.close();
}

// Every problem as a diagnostic, those about files among them.
std::vector<Diagnostic> all_problems(const CheckResult& result) {
  std::vector<Diagnostic> problems;
  for (const std::string& sentence : result.unreadable) {
    problems.push_back({std::string(kUnreadableCode), Severity::Error, {}, sentence, {}});
  }
  problems.insert(problems.end(), result.diagnostics.begin(), result.diagnostics.end());
  return problems;
}

void append_sarif_result(std::string& out, const Diagnostic& problem) {
  JsonObject object(out);
  object.member("ruleId", problem.code);
  object.member("level", name_of(problem.severity));
  JsonObject message(object.begin("message"));
  message.member("text",
                 problem.remedy.empty() ? problem.message : problem.message + ' ' + problem.remedy);
  message.close();
  if (!problem.place.file.empty()) {
    object.begin("locations") += '[';
    JsonObject location(out);
    JsonObject physical(location.begin("physicalLocation"));
    JsonObject artifact(physical.begin("artifactLocation"));
    artifact.member("uri", problem.place.file);
    artifact.close();
    JsonObject region(physical.begin("region"));
    region.member("startLine", problem.place.line);
    region.member("startColumn", problem.place.column);
    region.close();
    physical.close();
    location.close();
    out += ']';
  }
  object.close();
}

void append_sarif_driver(std::string& out, const std::vector<Diagnostic>& problems) {
  std::set<std::string> codes;
  for (const Diagnostic& problem : problems) codes.insert(problem.code);
  JsonObject driver(out);
  driver.member("name", "waymark check");
  driver.member("version", WAYMARK_VERSION);
  append_json_list(driver.begin("rules"), codes, [&out](const std::string& code) {
    JsonObject rule(out);
    rule.member("id", code);
    rule.close();
  });
  driver.close();
}

// The line that a finding is about, or nothing.
std::string excerpt_of(const PackSource& source, const SourcePlace& place) {
  for (const std::vector<SourceFile>& pack : source.packs) {
    const auto file = std::ranges::find(pack, place.file, &SourceFile::path);
    if (file != pack.end()) return source_excerpt(file->text, place);
  }
  return {};
}

}  // namespace

bool is_about_phrase(const Diagnostic& diagnostic) { return diagnostic.code.starts_with("WM3"); }

std::string text_report(const CheckResult& result) {
  std::string out;
  for (const std::string& sentence : result.unreadable) out += sentence + '\n';
  for (const Diagnostic& problem : result.diagnostics) {
    out += format_diagnostic(problem) + '\n';
    if (is_about_phrase(problem)) out += excerpt_of(result.source, problem.place);
  }
  if (result.patterns && result.lists_overlaps) out += overlaps_text(*result.patterns);
  if (result.reroutes) out += reroutes_text(*result.reroutes);
  const std::size_t errors =
      count_of(result.diagnostics, Severity::Error) + result.unreadable.size();
  const std::size_t warnings = count_of(result.diagnostics, Severity::Warning);
  if (result.summary != nullptr) out += summary_text(*result.summary) + ". ";
  if (result.proof && result.proof->findings.empty()) out += proof_text(*result.proof) + ". ";
  if (result.patterns) out += patterns_text(*result.patterns) + ". ";
  if (errors + warnings == 0) return out + "No problems.\n";
  return out + counted(errors, "error") + ", " + counted(warnings, "warning") + ".\n";
}

std::string json_report(const CheckResult& result) {
  std::string out;
  JsonObject object(out);
  object.member("ok", result.summary != nullptr && !has_errors(result.diagnostics));
  append_json_list(object.begin("problems"), all_problems(result),
                   [&out](const Diagnostic& problem) {
                     JsonObject item(out);
                     item.member("code", problem.code);
                     item.member("severity", name_of(problem.severity));
                     item.member_if_any("file", problem.place.file);
                     item.member("line", problem.place.line);
                     item.member("column", problem.place.column);
                     item.member("message", problem.message);
                     item.member_if_any("remedy", problem.remedy);
                     item.close();
                   });
  if (result.summary != nullptr) append_summary(object.begin("summary"), *result.summary);
  if (result.proof) append_proof(object.begin("proof"), *result.proof);
  if (result.patterns) append_patterns(object.begin("patterns"), *result.patterns);
  if (result.patterns && result.lists_overlaps) {
    append_overlaps(object.begin("overlaps"), *result.patterns);
  }
  if (result.reroutes) append_reroutes(object.begin("against"), *result.reroutes);
  object.close();
  return out + '\n';
}

std::string sarif_report(const CheckResult& result) {
  const std::vector<Diagnostic> problems = all_problems(result);
  std::string out;
  JsonObject log(out);
  log.member("$schema", kSarifSchema);
  log.member("version", "2.1.0");
  log.begin("runs") += '[';
  JsonObject run(out);
  JsonObject tool(run.begin("tool"));
  append_sarif_driver(tool.begin("driver"), problems);
  tool.close();
  append_json_list(run.begin("results"), problems,
                   [&out](const Diagnostic& problem) { append_sarif_result(out, problem); });
  run.close();
  out += ']';
  log.close();
  return out + '\n';
}

}  // namespace waymark
