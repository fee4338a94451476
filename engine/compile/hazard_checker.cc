#include <algorithm>

#include "engine/compile/builders.h"
#include "engine/compile/diagnostic_codes.h"

namespace waymark {
namespace {

void check_control(const ControlDeclaration& control, const Declarations& declared,
                   Findings& findings) {
  const bool has_rule = std::ranges::any_of(declared.risks, [&](const RiskDeclaration& risk) {
    return risk.id.text == control.rule.text;
  });
  if (!control.rule.empty() && !has_rule) {
    findings.add("WM217", control.rule.place,
                 "There is no risk rule \"" + control.rule.text + "\".",
                 "Name one of risk/, or another proof that the control works.");
  }
  if (!control.code.empty() && !is_diagnostic_code(control.code.text)) {
    findings.add("WM218", control.code.place,
                 "There is no diagnostic \"" + control.code.text + "\".",
                 "Name one of dialogs/DIAGNOSTICS.md.");
  }
}

}  // namespace

void check_hazards(const Declarations& declared, Findings& findings) {
  NameTable names("hazard", "WM207");
  for (const HazardDeclaration& hazard : declared.hazards) {
    names.declare(hazard.id, findings);
    if (hazard.controls.empty()) {
      findings.add("WM110", hazard.id.place,
                   "Nothing is done about the hazard \"" + hazard.id.text + "\".",
                   "Give it at least one control.");
    }
    for (const ControlDeclaration& control : hazard.controls) {
      check_control(control, declared, findings);
    }
  }
}

}  // namespace waymark
