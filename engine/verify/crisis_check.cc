#include "engine/verify/crisis_check.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace waymark {
namespace {

// Whether a part of the plan is for a visitor of this nation (nothing: not known).
bool is_for(const PlanPart& part, std::optional<StableId> nation) {
  switch (part.audience) {
    case PlanPart::For::Everyone: return true;
    case PlanPart::For::OneNation: return nation == part.nation;
    case PlanPart::For::NationUnknown: return !nation.has_value();
  }
  return true;
}

// Reads a reply from its begin, part by part as a plan says.
class ReplyReader {
 public:
  ReplyReader(const Bundle& bundle, const PromptTable& prompts, const Reply& reply)
      : bundle_(bundle), prompts_(prompts), reply_(reply) {}

  // Takes what the part stands for; false when something else is there. A text may be several
  // bubbles.
  bool take(const PartSpec& spec) {
    if (const auto* text = std::get_if<TextSpec>(&spec)) {
      const std::size_t begin = at_;
      while (is_text(text->prompt)) ++at_;
      return at_ > begin;
    }
    if (at_ >= reply_.parts.size() || !shows(reply_.parts[at_], spec)) return false;
    ++at_;
    return true;
  }

 private:
  [[nodiscard]] bool shows(const Part& part, const PartSpec& spec) const {
    if (const auto* contact = std::get_if<ContactSpec>(&spec)) {
      const auto* shown = std::get_if<ContactPart>(&part);
      return shown != nullptr && shown->service == bundle_.services.at(contact->service).id;
    }
    if (const auto* link = std::get_if<LinkSpec>(&spec)) {
      const auto* shown = std::get_if<LinkPart>(&part);
      return shown != nullptr && shown->service == bundle_.services.at(link->service).id;
    }
    return std::holds_alternative<CardPart>(part);
  }

  [[nodiscard]] bool is_text(PromptIndex prompt) const {
    if (at_ >= reply_.parts.size()) return false;
    const auto* text = std::get_if<TextPart>(&reply_.parts[at_]);
    return text != nullptr && text->prompt == prompts_.at(prompt).id && !text->text.empty();
  }

  const Bundle& bundle_;
  const PromptTable& prompts_;
  const Reply& reply_;
  std::size_t at_ = 0;
};

std::string described(const Bundle& bundle, const PromptTable& prompts, const PartSpec& spec) {
  if (const auto* text = std::get_if<TextSpec>(&spec)) return prompts.at(text->prompt).id.value;
  if (const auto* contact = std::get_if<ContactSpec>(&spec)) {
    return bundle.services.at(contact->service).id.value;
  }
  if (const auto* link = std::get_if<LinkSpec>(&spec)) {
    return bundle.services.at(link->service).id.value;
  }
  return prompts.at(std::get<CardSpec>(spec).title).id.value;
}

bool reaches_a_person(const Part& part) {
  const auto* contact = std::get_if<ContactPart>(&part);
  return contact != nullptr && !(contact->phone.empty() && contact->sms.empty());
}

}  // namespace

const CrisisPlan* plan_due(const Bundle& bundle, RiskCategory category, RiskTier tier) {
  for (const CrisisPlan& plan : bundle.crisis.plans()) {
    if (plan.category == category && plan.tier.value_or(tier) == tier) return &plan;
  }
  return nullptr;
}

std::string crisis_fault(const Bundle& bundle, const CrisisPlan& plan, const Session& session,
                         const Reply& reply) {
  if (!reply.safety) return "The reply is not marked as crisis help.";
  const PromptTable& prompts = bundle.locale(session.locale).prompts;
  std::optional<StableId> nation;
  if (const auto slot = find_slot(session.slots, stable_id("nation"))) {
    if (const auto* value = std::get_if<StableId>(&*slot)) nation = *value;
  }
  std::vector<PartSpec> due;
  for (const PlanPart& part : plan.parts) {
    if (is_for(part, nation)) due.push_back(part.part);
  }
  // The first part stays first; of the others, what is open now comes before what is closed.
  ReplyReader reader(bundle, prompts, reply);
  if (!due.empty() && reader.take(due.front())) {
    due.erase(due.begin());
    while (!due.empty()) {
      const auto next =
          std::ranges::find_if(due, [&](const PartSpec& part) { return reader.take(part); });
      if (next == due.end()) break;
      due.erase(next);
    }
  }
  if (!due.empty()) {
    return "\"" + described(bundle, prompts, due.front()) +
           "\" is missing, or something stands before it.";
  }
  if (std::ranges::none_of(reply.parts, reaches_a_person)) {
    return "No contact with a phone or text number is in it.";
  }
  return {};
}

std::string carry_on_fault(const Session& before, const Session& after) {
  if (after.waiting != before.waiting) return "The open question is lost.";
  if (after.stack != before.stack) return "A question that waits is lost.";
  if (after.slots != before.slots) return "What the visitor chose is lost.";
  if (after.risk.times_shown == 0 || after.risk.turns_since != 0) {
    return "The talk does not remember that help was shown.";
  }
  return {};
}

}  // namespace waymark
