// The files of dialog graphs.

#include <array>
#include <string>
#include <utility>

#include "engine/compile/declaration_reader.h"

namespace waymark {
namespace {

AssignmentDeclaration read_assignment(PlacedText slot, const SourceValue& value,
                                      ObjectReader& reader) {
  AssignmentDeclaration out{std::move(slot), {}, reader.place_of(value)};
  switch (value.kind) {
    case SourceValue::Kind::String: out.value = placed_text(value, reader.locator()); break;
    case SourceValue::Kind::Number: out.value = value.number; break;
    case SourceValue::Kind::Boolean: out.value = value.boolean; break;
    case SourceValue::Kind::Null:
    case SourceValue::Kind::Array:
    case SourceValue::Kind::Object:
      reader.report_kind(value, out.slot.text, "a slot's value");
      break;
  }
  return out;
}

std::vector<AssignmentDeclaration> read_assignments(ObjectReader& reader, std::string_view key,
                                                    bool required) {
  std::vector<AssignmentDeclaration> out;
  const SourceValue* object = reader.object(key, required);
  if (object == nullptr) return out;
  for (const SourceMember& member : object->members) {
    out.push_back(read_assignment({member.key, reader.locator().place(member.key_offset)},
                                  member.value, reader));
  }
  return out;
}

ConditionDeclaration read_condition(const SourceValue& value, ObjectReader& outer);

std::vector<ConditionDeclaration> read_conditions(ObjectReader& reader, std::string_view key) {
  std::vector<ConditionDeclaration> out;
  const SourceValue* list = reader.array(key);
  if (list == nullptr) return out;
  for (const SourceValue& item : list->items) out.push_back(read_condition(item, reader));
  return out;
}

// {"slot": ..., "is" | "at_least" | "at_most" | "known": ...}
ConditionDeclaration read_comparison(ObjectReader& reader) {
  using Kind = ConditionDeclaration::Kind;
  static constexpr std::array<std::pair<std::string_view, Kind>, 4> kComparisons = {
      {{"is", Kind::Is},
       {"at_least", Kind::AtLeast},
       {"at_most", Kind::AtMost},
       {"in_band", Kind::InBand}}};
  ConditionDeclaration out;
  out.operand.slot = reader.required_text("slot");
  out.operand.place = reader.place();
  for (const auto& [key, kind] : kComparisons) {
    const SourceValue* value = reader.any(key);
    if (value == nullptr) continue;
    out.kind = kind;
    out.operand = read_assignment(out.operand.slot, *value, reader);
    return out;
  }
  if (!reader.has("known")) {
    reader.findings().add("WM110", reader.place(), "The condition compares nothing.",
                          "Give it \"is\", \"at_least\", \"at_most\", \"in_band\" or \"known\".");
  }
  out.known = reader.flag("known");
  return out;
}

ConditionDeclaration read_condition(const SourceValue& value, ObjectReader& outer) {
  using Kind = ConditionDeclaration::Kind;
  ConditionDeclaration out;
  if (value.kind != SourceValue::Kind::Object) {
    outer.report_kind(value, "when", "a condition");
    return out;
  }
  ObjectReader reader(value, outer.locator(), outer.findings());
  if (reader.has("all")) {
    out.kind = Kind::All;
    out.children = read_conditions(reader, "all");
  } else if (reader.has("any")) {
    out.kind = Kind::Any;
    out.children = read_conditions(reader, "any");
  } else if (const SourceValue* inner = reader.object("not")) {
    out.kind = Kind::Not;
    out.children.push_back(read_condition(*inner, reader));
  } else {
    out = read_comparison(reader);
  }
  reader.finish();
  return out;
}

void read_cases(ObjectReader& reader, NodeDeclaration& node) {
  for_each_object(reader, "cases", true, [&](ObjectReader& option) {
    const SourceValue* when = option.any("when", true);
    ConditionDeclaration condition;
    if (when != nullptr) condition = read_condition(*when, option);
    node.cases.emplace_back(std::move(condition), option.required_text("next"));
  });
  node.otherwise = reader.required_text("else");
}

void read_say(ObjectReader& reader, NodeDeclaration& node) {
  node.parts = read_parts(reader, "parts", PartsOf::Flow);
  node.next = reader.required_text("next");
}

void read_ask(ObjectReader& reader, NodeDeclaration& node) {
  node.parts = read_parts(reader, "parts", PartsOf::Flow);
  for_each_object(reader, "choices", true,
                  [&](ObjectReader& choice) { node.choices.push_back(read_choice(choice)); });
  node.slot = reader.text("slot");
  if (!node.slot.empty()) {
    node.reads = reader.required_text("reads");
    node.next = reader.required_text("next");
  }
  node.anything = reader.text("anything");
  read_question(reader, node);
}

void read_set(ObjectReader& reader, NodeDeclaration& node) {
  node.set = read_assignments(reader, "set", true);
  node.next = reader.required_text("next");
}

void read_call(ObjectReader& reader, NodeDeclaration& node) {
  node.flow = reader.required_text("flow");
  node.set = read_assignments(reader, "with", false);
  node.next = reader.required_text("next");
}

void read_look_up(ObjectReader& reader, NodeDeclaration& node) {
  node.name = reader.required_text("directory");
  node.by = reader.texts("by");
  node.most = reader.number("most");
  node.within = reader.number("within");
  if (reader.has("shows")) node.shows = reader.flag("shows");
  if (reader.has("parts")) node.parts = read_parts(reader, "parts", PartsOf::Flow);
  node.found = reader.required_text("found");
  node.none = reader.required_text("none");
}

void read_handoff(ObjectReader& reader, NodeDeclaration& node) {
  node.name = reader.required_text("to");
  read_say(reader, node);
}

void read_event(ObjectReader& reader, NodeDeclaration& node) {
  node.name = reader.required_text("name");
  node.next = reader.required_text("next");
}

void read_end(ObjectReader& /*reader*/, NodeDeclaration& /*node*/) {}

using ReadNode = void (*)(ObjectReader&, NodeDeclaration&);

NodeDeclaration read_node(PlacedText id, PlacedText kind, ObjectReader& reader) {
  static constexpr std::array<std::pair<std::string_view, ReadNode>, 9> kKinds = {
      {{"say", read_say},
       {"ask", read_ask},
       {"branch", read_cases},
       {"set", read_set},
       {"call", read_call},
       {"look_up", read_look_up},
       {"handoff", read_handoff},
       {"event", read_event},
       {"end", read_end}}};
  NodeDeclaration node;
  node.id = std::move(id);
  node.kind = std::move(kind);
  for (const auto& [name, read] : kKinds) {
    if (name != node.kind.text) continue;
    read(reader, node);
    return node;
  }
  if (!node.kind.empty()) {
    reader.findings().add("WM113", node.kind.place,
                          "There is no kind of node \"" + node.kind.text + "\".",
                          "Use say, ask, branch, set, call, look_up, form, handoff, event or end.");
  }
  return node;
}

}  // namespace

ChoiceDeclaration read_choice(ObjectReader& reader) {
  ChoiceDeclaration choice;
  choice.id = reader.required_text("id");
  choice.label = reader.required_text("label");
  choice.next = reader.required_text("next");
  choice.set = read_assignments(reader, "set", false);
  choice.intents = reader.texts("intents");
  read_risk_of(reader, choice);
  return choice;
}

void read_risk_of(ObjectReader& reader, ChoiceDeclaration& choice) {
  const SourceValue* risk = reader.object("risk");
  if (risk == nullptr) return;
  ObjectReader inner(*risk, reader.locator(), reader.findings());
  choice.risk_category = inner.required_text("category");
  choice.risk_tier = inner.required_text("tier");
  inner.finish();
}

void read_question(ObjectReader& reader, NodeDeclaration& node) {
  node.when_left = reader.required_text("when_left");
  const SourceValue* reask = reader.any("reask");
  if (reask != nullptr && reask->kind == SourceValue::Kind::String) {
    node.reasks.push_back(placed_text(*reask, reader.locator()));
  } else if (reask != nullptr) {
    node.reasks = reader.texts("reask");
  }
  node.bridge = reader.text("bridge");
  node.limits_interrupts = reader.has("may_interrupt");
  node.may_interrupt = reader.texts("may_interrupt");
  if (const SourceValue* still = reader.any("still_if")) {
    node.still_if = read_condition(*still, reader);
  }
}

void read_flow(ObjectReader& file, Declarations& out) {
  FlowDeclaration flow;
  flow.id = file.required_text("flow");
  flow.start = file.required_text("start");
  const SourceValue* nodes = file.object("nodes", true);
  if (nodes == nullptr) return;
  for (const SourceMember& member : nodes->members) {
    if (member.value.kind != SourceValue::Kind::Object) {
      file.report_kind(member.value, member.key, "an object");
      continue;
    }
    ObjectReader reader(member.value, file.locator(), file.findings());
    PlacedText id{member.key, file.locator().place(member.key_offset)};
    PlacedText kind = reader.required_text("kind");
    if (kind.text == "form") {
      for (NodeDeclaration& node : read_form(std::move(id), reader)) {
        flow.nodes.push_back(std::move(node));
      }
    } else {
      flow.nodes.push_back(read_node(std::move(id), std::move(kind), reader));
    }
    reader.finish();
  }
  out.flows.push_back(std::move(flow));
}

}  // namespace waymark
