#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/turn/bundle.h"
#include "tests/fakes/form_pack.h"
#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

const Node& node_of(const Bundle& bundle, std::string_view flow, std::string_view node) {
  const auto index = bundle.graph.find({stable_id(flow), stable_id(node)});
  REQUIRE(index.has_value());
  return bundle.graph.node(*index);
}

template <typename Body>
const Body& body_of(const Bundle& bundle, std::string_view flow, std::string_view node) {
  return std::get<Body>(node_of(bundle, flow, node).body);
}

}  // namespace

TEST_CASE("graph builder: targets lead to their nodes") {
  const BundlePtr bundle = fakes::small_bundle();
  const DialogGraph& graph = bundle->graph;
  CHECK(graph.path(body_of<SayNode>(*bundle, "welcome", "hello").next) == "welcome/menu");
  const AskNode& menu = body_of<AskNode>(*bundle, "welcome", "menu");
  CHECK(graph.path(menu.choices[0].next) == "ipt.what_is/short");
  CHECK(graph.path(menu.choices[1].next) == "help.cost/place");
  const CallNode& place = body_of<CallNode>(*bundle, "help.cost", "place");
  CHECK(graph.flow(place.flow).id == "help.nation");
  CHECK(graph.path(place.next) == "help.cost/by_nation");
  const BranchNode& branch = body_of<BranchNode>(*bundle, "help.cost", "by_nation");
  CHECK(graph.path(branch.cases[0].next) == "help.cost/scottish");
  CHECK(graph.path(branch.otherwise) == "help.cost/elsewhere");
  CHECK(std::holds_alternative<EndNode>(node_of(*bundle, "help.cost", "done").body));
  CHECK(graph.path(graph.flow(bundle->start).start) == "welcome/hello");
}

TEST_CASE("graph builder: questions and their choices") {
  const BundlePtr bundle = fakes::small_bundle();
  const AskNode& more = body_of<AskNode>(*bundle, "ipt.what_is", "more");
  CHECK(more.when_left == AskNode::WhenLeft::Resume);
  REQUIRE(more.reasks.size() == 1);
  REQUIRE(more.choices.size() == 2);
  CHECK(more.choices[0].id.value == "ipt.what_is/more/yes");
  REQUIRE(more.choices[0].intents.size() == 1);
  CHECK(bundle->intents[more.choices[0].intents[0]].id.value == "chat.yes");
  CHECK(bundle->graph.find_choice(ChoiceId{"ipt.what_is/more/no"}).has_value());
  const AskNode& online = body_of<AskNode>(*bundle, "help.cost", "online");
  CHECK(online.when_left == AskNode::WhenLeft::Forget);
  CHECK(online.reasks.empty());
  REQUIRE(online.choices[0].set.size() == 1);
  CHECK(online.choices[0].set[0] == SlotEntry{stable_id("wants_online"), true});
}

TEST_CASE("graph builder: a node knows where it stands") {
  fakes::SmallPack pack;
  const BundlePtr bundle = pack.compile().bundle;
  REQUIRE(bundle != nullptr);
  const Node& node = node_of(*bundle, "help.cost", "plan");
  CHECK(node.id == "plan");
  CHECK(bundle->graph.flow(node.flow).id == "help.cost");
  CHECK(node.place == pack.place_of("flows/help.cost.json", "\"plan\": {"));
  CHECK(body_of<SetNode>(*bundle, "help.cost", "plan").set[0] ==
        SlotEntry{stable_id("sessions"), std::int32_t{16}});
}

TEST_CASE("graph builder: targets that are not there") {
  const std::string cost = "flows/help.cost.json";
  const std::string welcome = "flows/welcome.json";
  fakes::check_faults({
      {"of a flow's start", cost, "\"start\": \"place\"", "\"start\": \"palce\"", "WM203", "palce"},
      {"of say", welcome, "\"next\": \"menu\"", "\"next\": \"manu\"", "WM203", "manu"},
      {"of a choice", welcome, "\"next\": \"flow:help.cost\"", "\"next\": \"flow:help.cots\"",
       "WM202", "flow:help.cots"},
      {"of a choice, in the flow", welcome, "\"next\": \"flow:help.cost\"", "\"next\": \"cost\"",
       "WM203", "cost\"}]"},
      {"of a case", cost, "\"next\": \"scottish\"", "\"next\": \"scotish\"", "WM203", "scotish"},
      {"of else", cost, "\"else\": \"elsewhere\"", "\"else\": \"nowhere\"", "WM203", "nowhere"},
      {"of set", cost, "\"next\": \"length\"", "\"next\": \"lenght\"", "WM203", "lenght"},
      {"of call", cost, "\"flow\": \"help.nation\"", "\"flow\": \"help.nations\"", "WM202",
       "help.nations"},
      {"a flow where a node is wanted", welcome, "\"next\": \"menu\"", "\"next\": \"fallback\"",
       "WM203", "fallback"},
      {"nothing behind flow:", welcome, "\"next\": \"menu\"", "\"next\": \"flow:\"", "WM202",
       "flow:\""},
  });
}

TEST_CASE("graph builder: questions that cannot be") {
  const std::string path = "flows/ipt.what_is.json";
  fakes::check_faults({
      {"what is done when it is left", path, "\"when_left\": \"resume\"", "\"when_left\": \"wait\"",
       "WM113", "wait\""},
      {"two choices of one id", path, "{\"id\": \"no\"", "{\"id\": \"yes\"", "WM207",
       "yes\", \"label\": \"chat.no.title\""},
      {"a label that is not there", path, "\"chat.no.title\"", "\"chat.nope.title\"", "WM201",
       "chat.nope.title"},
      {"an intent that is not there", path, "[\"chat.no\"]", "[\"chat.nope\"]", "WM205",
       "chat.nope"},
      {"a reask that is not there", path, "\"ipt.what_is.reask\"", "\"ipt.what_is.ask_again\"",
       "WM201", "ipt.what_is.ask_again"},
      {"no choices", "flows/stuck.json", "",
       R"({"flow": "stuck", "start": "a", "nodes": {"a": {"kind": "ask",)"
       R"( "parts": [{"text": "welcome.ask"}], "choices": [], "when_left": "forget"}}})",
       "WM502", "\"a\": {"},
  });
}

TEST_CASE("graph builder: of two flows with one id the first counts") {
  fakes::SmallPack pack;
  pack.put("flows/z.json", R"({"flow": "welcome", "start": "a", "nodes": {"a": {"kind": "say",
    "parts": [{"text": "welcome.hello"}], "next": "nowhere"}}})");
  const CompileResult result = pack.compile();
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "WM207");
}

TEST_CASE("graph builder: nodes that ask a directory, tell the host, or read what is typed") {
  const BundlePtr bundle = fakes::find_pack().compile().bundle;
  REQUIRE(bundle != nullptr);
  const LookUpNode& look = body_of<LookUpNode>(*bundle, "find.list", "look");
  CHECK(look.list == "clinics");
  CHECK(look.by == std::vector<std::size_t>{0});
  CHECK(look.most == 2);
  CHECK(body_of<HandoffNode>(*bundle, "find", "over").to == "desk");
  CHECK(body_of<CallNode>(*bundle, "find", "place").with ==
        std::vector<SlotEntry>{{stable_id("nation"), stable_id("scotland")}});
  const AskNode& weeks = body_of<AskNode>(*bundle, "find", "weeks");
  REQUIRE(weeks.typed.has_value());
  CHECK(bundle->slots[weeks.typed->slot].id == "weeks");
  CHECK(weeks.reasks.size() == 3);
  CHECK(body_of<AskNode>(*bundle, "find", "words").anything.has_value());
}

TEST_CASE("graph builder: what these nodes cannot be") {
  struct Row {
    std::string path;
    std::string from;
    std::string to;
    std::string code;
  };
  const Row rows[] = {
      {"flows/find.json", "\"reads\": \"number\"", "\"reads\": \"phone\"", "WM113"},
      {"flows/find.json", "\"reads\": \"number\"", "\"reads\": \"nation\"", "WM209"},
      {"flows/find.json", "\"slot\": \"weeks\"", "\"slot\": \"months\"", "WM206"},
      {"flows/find.json", "\"find.weeks.leave\"]", "\"find.weeks.leave\", \"find.weeks\"]",
       "WM113"},
      {"flows/find.json", "\"anything\": \"over\"", "\"anything\": \"under\"", "WM203"},
      {"flows/find.json", "{\"nation\": \"scotland\"}", "{\"sessions\": 99}", "WM209"},
      {"flows/find.list.json", "\"most\": 2", "\"most\": 9", "WM113"},
      {"flows/find.list.json", "\"by\": [\"nation\"]", "\"by\": [\"town\"]", "WM206"},
      {"flows/find.list.json", "\"none\": \"nothing\"", "\"none\": \"nowhere\"", "WM203"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.to);
    const CompileResult result = fakes::find_pack().replace(row.path, row.from, row.to).compile();
    CHECK(result.bundle == nullptr);
    CHECK(std::ranges::find(result.diagnostics, row.code, &Diagnostic::code) !=
          result.diagnostics.end());
  }
}

}  // namespace waymark
