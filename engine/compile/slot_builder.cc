#include <cmath>
#include <string>
#include <utility>

#include "engine/api/limits.h"
#include "engine/compile/builders.h"

namespace waymark {
namespace {

std::optional<SlotType> slot_type(const std::string& name) {
  if (name == "choice") return SlotType::Choice;
  if (name == "number") return SlotType::Number;
  if (name == "yes_no") return SlotType::YesNo;
  if (name == "score") return SlotType::Number;
  if (name == "place") return SlotType::Place;
  return std::nullopt;
}

SlotDefinition build_slot(const SlotDeclaration& declared, Findings& findings) {
  SlotDefinition slot;
  slot.id = declared.id.text;
  const auto type = slot_type(declared.type.text);
  if (!type) {
    findings.add("WM113", declared.type.place,
                 "There is no type of slot \"" + declared.type.text + "\".",
                 "Use choice, number, yes_no, place or score; a slot never holds free text.");
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
  if (declared.type.text == "score") return slot;
  if (slot.type == SlotType::Number && slot.min >= slot.max) {
    findings.add("WM113", declared.id.place, "A number needs \"min\" and a larger \"max\".",
                 "Give both.");
  }
  return slot;
}

// A score is known from its parts alone: its range is the sum of theirs.
void build_score(const SlotDeclaration& declared, Resolver& resolver, SlotDefinition& slot) {
  for (const PlacedText& part : declared.sum_of) {
    const auto index = resolver.slot_names.find(part, resolver.findings);
    if (!index) continue;
    const SlotDefinition& added = resolver.slots[*index];
    if (added.type != SlotType::Number || !added.sum_of.empty()) {
      resolver.findings.add("WM209", part.place,
                            "A score cannot add up the slot \"" + added.id + "\".",
                            "Use slots of the type number.");
      continue;
    }
    slot.sum_of.push_back(stable_id(added.id));
    slot.min += added.min;
    slot.max += added.max;
  }
  for (const auto& [name, from] : declared.bands) {
    const auto begin = static_cast<std::int32_t>(from);
    const std::int32_t least = slot.bands.empty() ? slot.min : slot.bands.back().from + 1;
    const bool is_first = slot.bands.empty();
    if (begin < least || begin > slot.max || (is_first && begin != slot.min) || begin != from) {
      resolver.findings.add("WM113", name.place,
                            "The band \"" + name.text + "\" does not begin in its place.",
                            "Write the bands from low to high; the first begins at the least sum.");
      continue;
    }
    slot.bands.push_back({name.text, begin});
  }
  if (slot.sum_of.empty()) {
    resolver.findings.add("WM113", declared.id.place, "A score adds up at least one slot.",
                          "List them under \"sum_of\".");
  }
}

bool is_same(const SlotDefinition& one, const SlotDefinition& other) {
  return one.type == other.type && one.values == other.values && one.min == other.min &&
         one.max == other.max;
}

// The condition that a score is in a band.
std::optional<Condition> build_band(const ConditionDeclaration& declared, Resolver& resolver) {
  const auto index = resolver.slot_names.find(declared.operand.slot, resolver.findings);
  if (!index) return std::nullopt;
  const SlotDefinition& slot = resolver.slots[*index];
  const auto* name = std::get_if<PlacedText>(&declared.operand.value);
  for (std::size_t i = 0; name != nullptr && i < slot.bands.size(); ++i) {
    if (slot.bands[i].name != name->text) continue;
    const bool is_last = i + 1 == slot.bands.size();
    const std::int32_t last = is_last ? slot.max : slot.bands[i + 1].from - 1;
    const StableId id = stable_id(slot.id);
    return Condition{Condition::Kind::All,
                     0,
                     {},
                     {{Condition::Kind::AtLeast, id, slot.bands[i].from, {}},
                      {Condition::Kind::AtMost, id, last, {}}}};
  }
  resolver.findings.add("WM209", declared.operand.place,
                        "This is no band of the slot \"" + slot.id + "\".",
                        "Use one that its declaration in pack.json has.");
  return std::nullopt;
}

// The towns that a place can be, and the slot that takes its nation.
void build_place(const SlotDeclaration& declared, Resolver& resolver, SlotDefinition& slot) {
  for (const auto& [name, place] : resolver.places.all()) {
    if (name.find('.') != std::string::npos) slot.values.push_back(name);
  }
  if (declared.tells.empty()) return;
  const auto told = resolver.slot_names.find(declared.tells, resolver.findings);
  if (!told) return;
  const SlotDefinition& nation = resolver.slots[*told];
  slot.tells = stable_id(nation.id);
  for (const auto& [name, place] : resolver.places.all()) {
    for (const std::string& of : place.nations) {
      if (nation.type == SlotType::Choice && allows(nation, SlotValue(stable_id(of)))) continue;
      resolver.findings.add("WM209", declared.tells.place,
                            "The slot \"" + nation.id + "\" cannot hold \"" + of +
                                "\", the nation of the place \"" + name + "\".",
                            "Correct the places, or name another slot.");
      return;
    }
  }
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

void build_plain_slots(const Declarations& declared, Resolver& resolver) {
  for (const SlotDeclaration& slot : declared.slots) {
    const auto known = resolver.slot_names.lookup(slot.id.text);
    if (known) {
      // A pack may repeat a slot of the pack that it extends, in the same words.
      const SlotDefinition again = build_slot(slot, resolver.findings);
      const SlotDefinition& first = resolver.slots[*known];
      if (is_same(again, first)) continue;
    }
    if (!resolver.slot_names.declare(slot.id, resolver.findings)) continue;
    resolver.slots.push_back(build_slot(slot, resolver.findings));
    if (resolver.slots.size() != kMaxSlots + 1) continue;
    resolver.findings.add(
        "WM113", slot.id.place,
        "A conversation remembers at most " + std::to_string(kMaxSlots) + " slots.",
        "Declare fewer.");
  }
}

}  // namespace

void build_slots(const Declarations& declared, Resolver& resolver) {
  build_plain_slots(declared, resolver);
  for (const SlotDeclaration& slot : declared.slots) {
    const auto index = resolver.slot_names.lookup(slot.id.text);
    if (!index || slot.type.text != "score" || !resolver.slots[*index].sum_of.empty()) continue;
    build_score(slot, resolver, resolver.slots[*index]);
  }
  for (const SlotDeclaration& slot : declared.slots) {
    const auto index = resolver.slot_names.lookup(slot.id.text);
    if (!index || slot.type.text != "place" || !resolver.slots[*index].values.empty()) continue;
    build_place(slot, resolver, resolver.slots[*index]);
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
  if (declared.kind == Kind::InBand) return build_band(declared, resolver);
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
