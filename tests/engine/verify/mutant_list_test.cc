#include "engine/verify/mutant_list.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/engine/turn/conversation.h"

namespace waymark {

namespace {

const MutantChange& find_change(const std::vector<MutantChange>& all, std::string_view what) {
  const auto found = std::ranges::find_if(all, [&](const MutantChange& each) {
    return each.mutant.what.find(what) != std::string::npos;
  });
  REQUIRE_MESSAGE(found != all.end(), std::string(what));
  return *found;
}

const Node& node_of(const Bundle& bundle, std::string_view flow, std::string_view node) {
  return bundle.graph.node(*bundle.graph.find({stable_id(flow), stable_id(node)}));
}

}  // namespace

TEST_CASE("mutant list: every kind is there, by kind, with places") {
  const std::vector<MutantChange> all = list_mutants(*fakes::shared_small_bundle());
  for (std::size_t kind = 0; kind < kMutantKinds; ++kind) {
    CAPTURE(kind);
    CHECK(std::ranges::any_of(all, [&](const MutantChange& each) {
      return each.mutant.kind == static_cast<MutantKind>(kind);
    }));
  }
  CHECK(std::ranges::is_sorted(all, {}, [](const MutantChange& each) { return each.mutant.kind; }));
  for (const MutantChange& each : all) {
    CHECK(each.mutant.place.file.starts_with("small/"));
    CHECK(each.is_of_graph() == is_of_flow(each.mutant.kind));
  }
}

TEST_CASE("mutant list: a mutated bundle differs where it says") {
  const BundlePtr& bundle = fakes::shared_small_bundle();
  const std::vector<MutantChange> all = list_mutants(*bundle);
  const auto menu_of = [](const Bundle& of) {
    return std::get<AskNode>(node_of(of, "welcome", "menu").body);
  };
  const Bundle dropped = mutated(*bundle, find_change(all, "without the choice welcome/menu/ipt"));
  CHECK(menu_of(dropped).choices.size() == 1);
  CHECK_MESSAGE(menu_of(*bundle).choices.size() == 2, "the original stays as it is");

  const Bundle swapped = mutated(*bundle, find_change(all, "welcome/hello leads to"));
  const auto next = std::get<SayNode>(node_of(swapped, "welcome", "hello").body).next;
  CHECK(next != std::get<SayNode>(node_of(*bundle, "welcome", "hello").body).next);

  const Bundle said = mutated(*bundle, find_change(all, "welcome/hello says"));
  const auto& parts = std::get<SayNode>(node_of(said, "welcome", "hello").body).parts;
  CHECK(said.locales.front()->prompts.at(std::get<TextSpec>(parts[0]).prompt).id.value !=
        "welcome.hello");

  const Bundle flipped = mutated(*bundle, find_change(all, "help.nation/known with case 1"));
  const auto& known = std::get<BranchNode>(node_of(flipped, "help.nation", "known").body);
  CHECK(known.cases[0].when.kind == Condition::Kind::Not);
}

TEST_CASE("mutant list: a risk rule goes with all its patterns") {
  const std::vector<MutantChange> all = list_mutants(*fakes::shared_small_bundle());
  const MutantChange& rule = find_change(all, "without the risk rule suicide.want_to_die");
  CHECK(rule.left_out.of_risk.size() == 2);
}

}  // namespace waymark
