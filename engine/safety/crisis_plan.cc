#include "engine/safety/crisis_plan.h"

#include <algorithm>

#include "engine/api/check.h"

namespace waymark {

const CrisisPlan& CrisisPlans::plan_for(RiskCategory category, RiskTier tier) const {
  const auto found = std::ranges::find_if(plans_, [&](const CrisisPlan& plan) {
    return plan.category == category && (!plan.tier || *plan.tier == tier);
  });
  WAYMARK_CHECK(found != plans_.end());
  return *found;
}

std::vector<PartSpec> CrisisPlans::parts_for(const CrisisPlan& plan, StableId nation) {
  std::vector<PartSpec> parts;
  for (const PlanPart& part : plan.parts) {
    switch (part.audience) {
      case PlanPart::For::Everyone: parts.push_back(part.part); break;
      case PlanPart::For::OneNation:
        if (part.nation == nation) parts.push_back(part.part);
        break;
      case PlanPart::For::NationUnknown:
        if (nation == 0) parts.push_back(part.part);
        break;
    }
  }
  return parts;
}

}  // namespace waymark
