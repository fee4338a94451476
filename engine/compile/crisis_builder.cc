#include <algorithm>
#include <utility>

#include "engine/compile/builders.h"

namespace waymark {
namespace {

void build_audience(const PartDeclaration& declared, PlanPart& part, Resolver& resolver) {
  if (declared.nation.empty()) return;
  if (declared.nation.text == "unknown") {
    part.audience = PlanPart::For::NationUnknown;
    return;
  }
  part.audience = PlanPart::For::OneNation;
  part.nation = stable_id(declared.nation.text);
  const auto slot = resolver.slot_names.lookup("nation");
  const bool known =
      slot && std::ranges::find(resolver.slots[*slot].values, declared.nation.text) !=
                  resolver.slots[*slot].values.end();
  if (!known) {
    resolver.findings.add("WM209", declared.nation.place,
                          "The slot \"nation\" has no value \"" + declared.nation.text + "\".",
                          "Use a value that pack.json declares, or \"unknown\".");
  }
}

// Whether a service serves those to whom a part is shown; with `nation` empty that is everybody.
bool serves(const ServiceDeclaration& service, const std::string& nation,
            const std::vector<std::string>& nations) {
  const auto is_named = [&](const std::string& name) {
    return std::ranges::any_of(service.nations, [&](const PlacedText& served) {
      return served.text == name || served.text == "all";
    });
  };
  if (!nation.empty()) return nation == "unknown" || is_named(nation);
  return std::ranges::all_of(nations, is_named);
}

// A line that does not answer where somebody lives is no help there.
void check_nation(const PartDeclaration& part, const Declarations& declared, Resolver& resolver) {
  const auto service =
      std::ranges::find(declared.services, part.contact.text,
                        [](const ServiceDeclaration& candidate) { return candidate.id.text; });
  const auto slot = resolver.slot_names.lookup("nation");
  if (service == declared.services.end() || !slot) return;
  if (serves(*service, part.nation.text, resolver.slots[*slot].values)) return;
  resolver.findings.add("WM610", part.contact.place,
                        "\"" + part.contact.text + "\" is shown to people whom it does not serve.",
                        "Give the part a \"nation\" that the service names.");
}

// Whether somebody answers the service's phone at any hour.
bool answers_always(const Declarations& declared, const PartDeclaration& part) {
  return std::ranges::any_of(declared.services, [&part](const ServiceDeclaration& service) {
    return service.id.text == part.contact.text && service.always_open && !service.phone.empty();
  });
}

// Whoever reads the plan, at any hour and wherever they live, can call somebody.
void check_always_answered(const Declarations& declared, const PlanDeclaration& plan,
                           Findings& findings) {
  const bool is_answered = std::ranges::any_of(plan.parts, [&](const PartDeclaration& part) {
    return part.nation.empty() && answers_always(declared, part);
  });
  if (is_answered) return;
  findings.add("WM219", plan.place,
               "This plan of \"" + plan.category.text +
                   "\" shows not everybody a phone number that is always answered.",
               "Add such a contact without \"nation\", as emergency.999 is.");
}

CrisisPlan build_plan(const PlanDeclaration& declared, Resolver& resolver) {
  CrisisPlan plan;
  plan.place = declared.place;
  plan.asks = declared.asks;
  if (const auto category = risk_category(declared.category.text)) {
    plan.category = *category;
  } else {
    resolver.findings.add("WM113", declared.category.place,
                          "There is no category \"" + declared.category.text + "\".",
                          "Use a safety.* id of the intent catalogue.");
  }
  if (!declared.tier.empty()) {
    plan.tier = risk_tier(declared.tier.text);
    if (!plan.tier) {
      resolver.findings.add("WM113", declared.tier.place,
                            "There is no tier \"" + declared.tier.text + "\".",
                            "Use emergency, explicit, indirect or context.");
    }
  }
  for (const PartDeclaration& part : declared.parts) {
    const auto built = build_part(part, resolver);
    if (!built) continue;
    PlanPart planned{*built};
    build_audience(part, planned, resolver);
    plan.parts.push_back(std::move(planned));
  }
  for (const PlacedText& choice : declared.choices) {
    if (const auto intent = resolver.intents.find(choice, resolver.findings)) {
      plan.choices.push_back(*intent);
    }
  }
  return plan;
}

std::optional<PlanQuestion> build_question(const Declarations& declared, Resolver& resolver) {
  if (!declared.plan_question) {
    for (const PlanDeclaration& plan : declared.plans) {
      if (!plan.asks) continue;
      resolver.findings.add("WM215", plan.place, "This plan asks, and there is no question.",
                            "Add \"question\" to the crisis plan.");
    }
    return std::nullopt;
  }
  const PlanQuestionDeclaration& asked = *declared.plan_question;
  const auto prompt = [&](const PlacedText& id) {
    const auto found = resolver.prompts.find(id, resolver.findings);
    return static_cast<PromptIndex>(found.value_or(0));
  };
  return PlanQuestion{prompt(asked.text), prompt(asked.yes), prompt(asked.not_sure),
                      prompt(asked.no), prompt(asked.heard)};
}

}  // namespace

CrisisPlans build_crisis(const Declarations& declared, Resolver& resolver) {
  std::vector<CrisisPlan> plans;
  for (const PlanDeclaration& plan : declared.plans) {
    plans.push_back(build_plan(plan, resolver));
    for (const PartDeclaration& part : plan.parts) check_nation(part, declared, resolver);
  }
  for (const PartDeclaration& part : declared.last_resort) check_nation(part, declared, resolver);
  const SourcePlace place =
      declared.plans.empty() ? SourcePlace{"crisis_plan.json"} : declared.plans.front().place;
  for (std::size_t i = 0; i < kRiskCategories; ++i) {
    const auto category = static_cast<RiskCategory>(i);
    const bool has_plan = std::ranges::any_of(plans, [&](const CrisisPlan& plan) {
      return plan.category == category && !plan.tier &&
             std::ranges::any_of(plan.parts, [](const PlanPart& part) {
               return part.audience == PlanPart::For::Everyone;
             });
    });
    if (has_plan) continue;
    resolver.findings.add(
        "WM215", place,
        "There is no plan for every tier of \"" + std::string(name_of(category)) + "\".",
        "Add one without \"tier\", with parts that are always shown.");
  }
  if (declared.last_resort.empty()) {
    resolver.findings.add("WM215", place, "There are no words of last resort.",
                          "Add \"last_resort\".");
  }
  // A service or part that is wrong was told already.
  const bool is_sound = !resolver.findings.has_errors();
  for (const PlanDeclaration& plan : declared.plans) {
    if (is_sound) check_always_answered(declared, plan, resolver.findings);
  }
  return {std::move(plans), build_parts(declared.last_resort, resolver),
          build_question(declared, resolver)};
}

}  // namespace waymark
