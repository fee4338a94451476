#include <doctest/doctest.h>

#include "engine/compile/declaration_reader.h"
#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

using Kind = ConditionDeclaration::Kind;

const FlowDeclaration& flow_of(const Declarations& declared, std::string_view id) {
  for (const FlowDeclaration& flow : declared.flows) {
    if (flow.id.text == id) return flow;
  }
  FAIL("no such flow");
  return declared.flows.front();
}

const NodeDeclaration& node_of(const FlowDeclaration& flow, std::string_view id) {
  for (const NodeDeclaration& node : flow.nodes) {
    if (node.id.text == id) return node;
  }
  FAIL("no such node");
  return flow.nodes.front();
}

}  // namespace

TEST_CASE("read flows: nodes of every kind") {
  Findings findings;
  const Declarations all = read_declarations(fakes::SmallPack().source(), findings);
  const FlowDeclaration& cost = flow_of(all, "help.cost");
  CHECK(cost.start.text == "place");
  CHECK(node_of(cost, "place").flow.text == "help.nation");
  CHECK(node_of(cost, "place").next.text == "by_nation");
  CHECK(node_of(cost, "by_nation").otherwise.text == "elsewhere");
  CHECK(node_of(cost, "scottish").parts.size() == 2);
  CHECK(node_of(cost, "plan").set.size() == 1);
  CHECK(std::get<double>(node_of(cost, "plan").set[0].value) == 16);
  CHECK(node_of(cost, "done").kind.text == "end");
  const NodeDeclaration& more = node_of(flow_of(all, "ipt.what_is"), "more");
  CHECK(more.when_left.text == "resume");
  REQUIRE(more.reasks.size() == 1);
  CHECK(more.reasks[0].text == "ipt.what_is.reask");
  REQUIRE(more.choices.size() == 2);
  CHECK(more.choices[0].intents[0].text == "chat.yes");
  CHECK(node_of(flow_of(all, "ipt.what_is"), "long").parts[1].is_card);
}

TEST_CASE("read flows: conditions") {
  Findings findings;
  const Declarations all = read_declarations(fakes::SmallPack().source(), findings);
  const FlowDeclaration& cost = flow_of(all, "help.cost");
  const auto& cases = node_of(cost, "by_nation").cases;
  REQUIRE(cases.size() == 2);
  CHECK(cases[0].first.kind == Kind::Is);
  CHECK(cases[0].first.operand.slot.text == "nation");
  CHECK(std::get<PlacedText>(cases[0].first.operand.value).text == "scotland");
  CHECK(cases[1].first.kind == Kind::All);
  REQUIRE(cases[1].first.children.size() == 2);
  const ConditionDeclaration& negated = cases[1].first.children[1];
  CHECK(negated.kind == Kind::Not);
  REQUIRE(negated.children.size() == 1);
  CHECK(negated.children[0].kind == Kind::Known);
  CHECK(negated.children[0].known);
  const ConditionDeclaration& any = node_of(cost, "length").cases[0].first;
  CHECK(any.kind == Kind::Any);
  CHECK(any.children[0].kind == Kind::AtLeast);
  CHECK(std::get<bool>(any.children[1].operand.value) == false);
}

TEST_CASE("read flows: faults of shape in nodes") {
  const std::string path = "flows/help.cost.json";
  fakes::check_faults({
      {"a kind that is none", path, "\"kind\": \"end\"", "\"kind\": \"stop\"", "WM113", "stop"},
      {"no kind", path, "{\"kind\": \"end\"}", "{}", "WM110", "{}"},
      {"a node as a text", "flows/fallback.json", "\"nodes\": {", "\"nodes\": {\"a\": \"b\", ",
       "WM111", "\"b\""},
      {"say without next", "flows/chat.thanks.json", ", \"next\": \"done\"", "", "WM110",
       "{\"kind\": \"say\""},
      {"say without parts", "flows/fallback.json", "\"parts\": [{\"text\": \"fallback.sorry\"}], ",
       "", "WM110", "{\"kind\": \"say\""},
      {"ask without when_left", "flows/welcome.json", "\"when_left\": \"forget\", ", "", "WM110",
       "{\"kind\": \"ask\""},
      {"branch without else", path, "\"else\": \"done\", ", "", "WM110",
       "{\"kind\": \"branch\", \"cases\""},
      {"call without flow", path, "\"flow\": \"help.nation\", ", "", "WM110",
       "{\"kind\": \"call\""},
      {"set without set", path, "\"set\": {\"sessions\": 16}, ", "", "WM110", "{\"kind\": \"set\""},
      {"a key of another kind", path, "{\"kind\": \"end\"}",
       "{\"kind\": \"end\", \"flow\": \"help.nation\"}", "WM112", "\"flow\": \"help.nation\"}"},
      {"a choice without label", "flows/welcome.json", "\"label\": \"help.cost.title\", ", "",
       "WM110", "{\"id\": \"cost\""},
  });
  fakes::check_faults_with_others({
      {"a slot set to a list", path, "{\"sessions\": 16}", "{\"sessions\": [16]}", "WM111", "[16]"},
  });
}

TEST_CASE("read flows: faults of shape in conditions") {
  const std::string path = "flows/help.nation.json";
  const std::string when = "{\"slot\": \"nation\", \"known\": true}";
  fakes::check_faults({
      {"a condition as a text", path, when, "\"nation\"", "WM111", "\"nation\", \"next\""},
      {"no slot", path, when, "{\"known\": true}", "WM110", "{\"known\""},
      {"compares nothing", path, when, "{\"slot\": \"nation\"}", "WM110", "{\"slot\": \"nation\"}"},
      {"known as a text", path, when, "{\"slot\": \"nation\", \"known\": \"yes\"}", "WM111",
       "\"yes\""},
      {"two comparisons", path, when, "{\"slot\": \"nation\", \"is\": \"wales\", \"known\": true}",
       "WM112", "\"known\": true"},
      {"all as an object", path, when, "{\"all\": {}}", "WM111", "{}"},
      {"no condition", path, "\"when\": " + when + ", ", "", "WM110", "{\"next\": \"done\"}"},
  });
}

TEST_CASE("read flows: a condition among many keeps its own fault") {
  fakes::check_faults({
      {"deep inside", "flows/help.cost.json", "{\"slot\": \"sessions\", \"known\": true}",
       "{\"any\": [{\"not\": {\"slot\": \"sessions\"}}]}", "WM110", "{\"slot\": \"sessions\"}"},
  });
  fakes::check_faults_with_others({
      {"not a list", "flows/help.cost.json", "{\"not\": {\"slot\": \"sessions\", \"known\": true}}",
       "{\"not\": []}", "WM111", "[]}"},
  });
}

}  // namespace waymark
