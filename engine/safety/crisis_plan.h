#pragma once
// What is said and offered when there is risk: fixed, reviewed parts by category, tier and nation.
// Built once, then const; any thread.

#include <optional>
#include <utility>
#include <vector>

#include "engine/api/diagnostic.h"
#include "engine/api/ids.h"
#include "engine/api/part_spec.h"
#include "engine/safety/risk_rules.h"

namespace waymark {

// A part of a plan and whom it is for.
struct PlanPart {
  enum class For : std::uint8_t { Everyone, OneNation, NationUnknown };
  PartSpec part;
  For audience = For::Everyone;
  StableId nation = 0;  // of OneNation: the value of the slot "nation"
};

// What is asked plainly where a message may mean risk and does not say so, and what "no" is
// answered with.
struct PlanQuestion {
  PromptIndex text{};
  PromptIndex yes{};
  PromptIndex not_sure{};
  PromptIndex no{};
  PromptIndex heard{};
};

struct CrisisPlan {
  RiskCategory category = RiskCategory::Suicide;
  std::optional<RiskTier> tier;  // nothing: any tier
  std::vector<PlanPart> parts;
  std::vector<std::uint32_t> choices;  // intents offered to go on with
  bool asks = false;                   // ends with the question
  SourcePlace place = {};
};

class CrisisPlans {
 public:
  CrisisPlans() = default;
  CrisisPlans(std::vector<CrisisPlan> plans, std::vector<PartSpec> last_resort,
              std::optional<PlanQuestion> question)
      : plans_(std::move(plans)), last_resort_(std::move(last_resort)), question_(question) {}

  // The first plan that fits; the compiler made sure that every category has one.
  [[nodiscard]] const CrisisPlan& plan_for(RiskCategory category, RiskTier tier) const;

  // The parts of a plan for a visitor whose nation is `nation` (0 when it is not known).
  [[nodiscard]] static std::vector<PartSpec> parts_for(const CrisisPlan& plan, StableId nation);

  [[nodiscard]] const std::vector<PartSpec>& last_resort() const { return last_resort_; }
  [[nodiscard]] const std::vector<CrisisPlan>& plans() const { return plans_; }

  // There is one where a plan asks.
  [[nodiscard]] const std::optional<PlanQuestion>& question() const { return question_; }

 private:
  std::vector<CrisisPlan> plans_;
  std::vector<PartSpec> last_resort_;
  std::optional<PlanQuestion> question_;
};

}  // namespace waymark
