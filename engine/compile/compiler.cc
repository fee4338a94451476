// compile_pack: JSON → Bundle, every problem reported at once.

#include "engine/api/content.h"
#include "engine/api/ids.h"
#include "engine/compile/builders.h"
#include "engine/compile/bundle_builder.h"
#include "engine/compile/declaration_reader.h"

namespace waymark {
namespace {

// Stands for the content as a whole: paths and texts of all files, in order.
std::uint32_t fingerprint_of(const PackSource& source) {
  std::uint32_t fingerprint = 2166136261U;
  for (const auto& files : source.packs) {
    for (const SourceFile& file : files) {
      fingerprint = (fingerprint * 31) ^ stable_id(file.kind_path) ^ (stable_id(file.text) * 7);
    }
  }
  return fingerprint;
}

}  // namespace

CompileResult compile_pack(const PackSource& source, std::chrono::year_month_day today,
                           Examples examples) {
  Findings findings;
  const Declarations declared = read_declarations(source, findings);
  check_hazards(declared, findings);
  CompileResult result;
  if (!declared.packs.empty() && !declared.packs.back().locales.empty()) {
    result.bundle = build_bundle(declared, fingerprint_of(source), today, findings);
    if (!findings.has_errors()) check_graph(*result.bundle, findings);
    if (examples == Examples::Check && !findings.has_errors())
      check_examples(declared, *result.bundle, findings);
  }
  if (!result.bundle && !findings.has_errors()) {
    findings.add("WM105", {"pack.json", 1, 1}, "There is no pack with a language here.",
                 "Give it a pack.json that lists at least one of \"locales\".");
  }
  result.diagnostics = findings.take_sorted();
  if (has_errors(result.diagnostics)) result.bundle.reset();
  return result;
}

}  // namespace waymark
