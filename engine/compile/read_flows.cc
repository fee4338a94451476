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

std::vector<AssignmentDeclaration> read_assignments(ObjectReader& reader, bool required) {
  std::vector<AssignmentDeclaration> out;
  const SourceValue* object = reader.object("set", required);
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
  static constexpr std::array<std::pair<std::string_view, Kind>, 3> kComparisons = {
      {{"is", Kind::Is}, {"at_least", Kind::AtLeast}, {"at_most", Kind::AtMost}}};
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
                          "Give it \"is\", \"at_least\", \"at_most\" or \"known\".");
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

ChoiceDeclaration read_choice(ObjectReader& reader) {
  ChoiceDeclaration choice;
  choice.id = reader.required_text("id");
  choice.label = reader.required_text("label");
  choice.next = reader.required_text("next");
  choice.set = read_assignments(reader, false);
  choice.intents = reader.texts("intents");
  return choice;
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

NodeDeclaration read_node(PlacedText id, ObjectReader& reader) {
  NodeDeclaration node;
  node.id = std::move(id);
  node.kind = reader.required_text("kind");
  const std::string& kind = node.kind.text;
  if (kind == "say") {
    node.parts = read_parts(reader, "parts", PartsOf::Flow);
    node.next = reader.required_text("next");
  } else if (kind == "ask") {
    node.parts = read_parts(reader, "parts", PartsOf::Flow);
    for_each_object(reader, "choices", true,
                    [&](ObjectReader& choice) { node.choices.push_back(read_choice(choice)); });
    node.when_left = reader.required_text("when_left");
    node.reask = reader.text("reask");
  } else if (kind == "branch") {
    read_cases(reader, node);
  } else if (kind == "set") {
    node.set = read_assignments(reader, true);
    node.next = reader.required_text("next");
  } else if (kind == "call") {
    node.flow = reader.required_text("flow");
    node.next = reader.required_text("next");
  } else if (kind != "end" && !kind.empty()) {
    reader.findings().add("WM113", node.kind.place, "There is no kind of node \"" + kind + "\".",
                          "Use say, ask, branch, set, call or end.");
  }
  return node;
}

}  // namespace

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
    flow.nodes.push_back(read_node({member.key, file.locator().place(member.key_offset)}, reader));
    reader.finish();
  }
  out.flows.push_back(std::move(flow));
}

}  // namespace waymark
