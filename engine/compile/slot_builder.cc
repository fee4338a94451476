#include <cmath>
#include <utility>

#include "engine/compile/builders.h"

namespace waymark {
namespace {

std::optional<SlotType> slot_type(const std::string& name) {
  if (name == "choice") return SlotType::Choice;
  if (name == "number") return SlotType::Number;
  if (name == "yes_no") return SlotType::YesNo;
  return std::nullopt;
}

SlotDefinition build_slot(const SlotDeclaration& declared, Findings& findings) {
  SlotDefinition slot;
  slot.id = declared.id.text;
  const auto type = slot_type(declared.type.text);
  if (!type) {
    findings.add("WM113", declared.type.place,
                 "There is no type of slot \"" + declared.type.text + "\".",
                 "Use choice, number or yes_no; a slot never holds free text.");
    return slot;
  }
  slot.type = *type;
  for (const PlacedText& value : declared.values) slot.values.push_back(value.text);
  if (slot.type == SlotType::Choice && slot.values.size() < 2) {
    findings.add("WM113", declared.id.place, "A choice needs at least two values.",
                 "List them under \"values\".");
  }
  slot.min = static_cast<std::int32_t>(declared.min.value_or(0));
  slot.max = static_cast<std::int32_t>(declared.max.value_or(0));
  if (slot.type == SlotType::Number && slot.min >= slot.max) {
    findings.add("WM113", declared.id.place, "A number needs \"min\" and a larger \"max\".",
                 "Give both.");
  }
  return slot;
}

std::optional<SlotValue> convert(const AssignmentDeclaration& assignment, SlotType type) {
  if (const auto* text = std::get_if<PlacedText>(&assignment.value)) {
    if (type == SlotType::Choice) return SlotValue(stable_id(text->text));
  } else if (const auto* number = std::get_if<double>(&assignment.value)) {
    const double whole = std::floor(*number);
    if (type == SlotType::Number && whole == *number && std::abs(whole) < 1e9) {
      return SlotValue(static_cast<std::int32_t>(whole));
    }
  } else if (const auto* flag = std::get_if<bool>(&assignment.value)) {
    if (type == SlotType::YesNo) return SlotValue(*flag);
  }
  return std::nullopt;
}

}  // namespace

void build_slots(const Declarations& declared, Resolver& resolver) {
  for (const SlotDeclaration& slot : declared.slots) {
    const auto known = resolver.slot_names.lookup(slot.id.text);
    if (known) {
      // A pack may repeat a slot of the pack that it extends, in the same words.
      const SlotDefinition again = build_slot(slot, resolver.findings);
      const SlotDefinition& first = resolver.slots[*known];
      if (again.type == first.type && again.values == first.values && again.min == first.min &&
          again.max == first.max) {
        continue;
      }
    }
    if (resolver.slot_names.declare(slot.id, resolver.findings)) {
      resolver.slots.push_back(build_slot(slot, resolver.findings));
    }
  }
}

std::optional<SlotEntry> build_assignment(const AssignmentDeclaration& assignment,
                                          Resolver& resolver) {
  const auto index = resolver.slot_names.find(assignment.slot, resolver.findings);
  if (!index) return std::nullopt;
  const SlotDefinition& slot = resolver.slots[*index];
  const auto value = convert(assignment, slot.type);
  if (!value || !allows(slot, *value)) {
    resolver.findings.add("WM209", assignment.place,
                          "This is no value that the slot \"" + slot.id + "\" can have.",
                          "Use one that its declaration in pack.json allows.");
    return std::nullopt;
  }
  return SlotEntry{stable_id(slot.id), *value};
}

std::optional<Condition> build_condition(const ConditionDeclaration& declared, Resolver& resolver) {
  using Kind = ConditionDeclaration::Kind;
  Condition out;
  out.kind = static_cast<Condition::Kind>(declared.kind);
  if (declared.kind == Kind::All || declared.kind == Kind::Any || declared.kind == Kind::Not) {
    for (const ConditionDeclaration& child : declared.children) {
      auto built = build_condition(child, resolver);
      if (!built) return std::nullopt;
      out.children.push_back(*std::move(built));
    }
    return out;
  }
  if (declared.kind == Kind::Known) {
    const auto index = resolver.slot_names.find(declared.operand.slot, resolver.findings);
    if (!index) return std::nullopt;
    out.slot = stable_id(resolver.slots[*index].id);
    if (declared.known) return out;
    Condition negated;
    negated.kind = Condition::Kind::Not;
    negated.children.push_back(std::move(out));
    return negated;
  }
  const auto entry = build_assignment(declared.operand, resolver);
  if (!entry) return std::nullopt;
  out.slot = entry->slot;
  out.value = entry->value;
  return out;
}

}  // namespace waymark
