#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "engine/turn/bundle.h"
#include "tests/engine/turn/conversation.h"
#include "tests/fakes/form_pack.h"

namespace waymark {
namespace {

TEST_CASE("form: is read as the nodes that it stands for") {
  const BundlePtr bundle = fakes::compiled(fakes::form_pack());
  const DialogGraph& graph = bundle->graph;
  const auto node = [&](std::string_view id) -> const Node& {
    const auto index = graph.find({stable_id("check"), stable_id(id)});
    REQUIRE_MESSAGE(index.has_value(), id);
    return graph.node(*index);
  };
  const FormNode& form = std::get<FormNode>(node("form").body);
  REQUIRE(form.questions.size() == 3);
  CHECK(graph.path(form.questions[1].ask) == "check/form.food");
  const AskNode& hope = std::get<AskNode>(node("form.hope").body);
  REQUIRE(hope.choices.size() == 3);
  REQUIRE(hope.choices[1].risk.has_value());
  CHECK(static_cast<RiskTier>(hope.choices[1].risk->tier) == RiskTier::Explicit);
  CHECK(hope.when_left == AskNode::WhenLeft::Resume);
  CHECK(hope.bridge.has_value());
  const FormStepNode& step = std::get<FormStepNode>(node("form.sleep.then").body);
  CHECK(step.from == 1);
  CHECK(graph.followers(node("form.sleep.then")).size() == 4);
  CHECK(std::get<FormStepNode>(node("form.which.then").body).from == 0);
  CHECK(std::get<EventNode>(node("told").body).name == "check.done");
  CHECK(std::get<AskNode>(node("form.which").body).choices.size() == 4);
}

struct Fault {
  std::string_view from;
  std::string_view to;
  std::string_view code;
};

TEST_CASE("form: what is wrong in it is told") {
  const Fault faults[] = {
      {"\"id\": \"food\"", "\"id\": \"sleep\"", "WM207"},
      {"\"id\": \"food\"", "\"id\": \"review\"", "WM207"},
      {"\"slot\": \"food\"", "\"slot\": \"foot\"", "WM206"},
      {"\"value\": 2}", "\"value\": 3}", "WM209"},
      {"\"value\": 2}", "\"value\": \"three\"}", "WM209"},
      {"\"safety.suicide\"", "\"safety.sadness\"", "WM113"},
      {"\"tier\": \"explicit\"", "\"tier\": \"context\"", "WM113"},
      {"\"summary\": ", "\"summery\": ", "WM110"},
      {"\"which\": \"check.which\"", "\"which\": \"check.witch\"", "WM201"},
      {"\"next\": \"result\"", "\"next\": \"results\"", "WM203"},
      {"[\"question\", \"disclosure\"]", "[\"command\"]", "WM113"},
      {"\"in_band\": \"low\"", "\"in_band\": \"lower\"", "WM209"},
  };
  for (const Fault& fault : faults) {
    CAPTURE(fault.from);
    CAPTURE(fault.to);
    fakes::SmallPack pack = fakes::form_pack();
    pack.replace("flows/check.json", fault.from, fault.to);
    const CompileResult result = pack.compile();
    CHECK(result.bundle == nullptr);
    bool is_found = false;
    for (const Diagnostic& diagnostic : result.diagnostics) {
      is_found = is_found || diagnostic.code == fault.code;
    }
    CHECK(is_found);
  }
}

}  // namespace
}  // namespace waymark
