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

const BranchNode& branch_of(const Bundle& bundle, std::string_view flow, std::string_view node) {
  const auto index = bundle.graph.find({stable_id(flow), stable_id(node)});
  REQUIRE(index.has_value());
  return std::get<BranchNode>(bundle.graph.node(*index).body);
}

}  // namespace

TEST_CASE("slot builder: slots of every type") {
  const BundlePtr bundle = fakes::small_bundle();
  REQUIRE(bundle->slots.size() == 3);
  CHECK(bundle->slots[0].type == SlotType::Choice);
  CHECK(bundle->slots[0].values ==
        std::vector<std::string>{"england", "scotland", "wales", "northern_ireland"});
  CHECK(bundle->slots[1].type == SlotType::Number);
  CHECK(bundle->slots[1].min == 0);
  CHECK(bundle->slots[1].max == 50);
  CHECK(bundle->slots[2].type == SlotType::YesNo);
}

TEST_CASE("slot builder: slots that cannot be") {
  const std::string number = "{\"type\": \"number\", \"min\": 0, \"max\": 50}";
  // Those who use them find no value to compare with, too.
  struct Row {
    std::string what;
    std::string from;
    std::string to;
    std::string at;
  };
  const Row rows[] = {
      {"free text", "{\"type\": \"yes_no\"}", "{\"type\": \"text\"}", "text\""},
      {"a choice of one", "[\"england\", \"scotland\", \"wales\", \"northern_ireland\"]",
       "[\"england\"]", "\"nation\""},
      {"a number without a span", number, "{\"type\": \"number\", \"min\": 5, \"max\": 5}",
       "\"sessions\""},
      {"a number without bounds", number, "{\"type\": \"number\"}", "\"sessions\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    fakes::SmallPack pack;
    const CompileResult result = pack.replace("pack.json", row.from, row.to).compile();
    bool found = false;
    for (const Diagnostic& diagnostic : result.diagnostics) {
      found = found || (diagnostic.code == "WM113" &&
                        diagnostic.place == pack.place_of("pack.json", row.at));
    }
    CHECK(found);
    CHECK(result.bundle == nullptr);
  }
}

TEST_CASE("slot builder: values that a slot cannot have") {
  const std::string path = "flows/help.cost.json";
  fakes::check_faults({
      {"a choice that was not declared", path, "\"is\": \"scotland\"", "\"is\": \"france\"",
       "WM209", "\"france\""},
      {"a number for a choice", path, "\"is\": \"scotland\"", "\"is\": 3", "WM209", "3}"},
      {"a text for a number", path, "{\"sessions\": 16}", "{\"sessions\": \"16\"}", "WM209",
       "\"16\""},
      {"a number over the limit", path, "{\"sessions\": 16}", "{\"sessions\": 51}", "WM209", "51"},
      {"a number under the limit", path, "{\"sessions\": 16}", "{\"sessions\": -1}", "WM209", "-1"},
      {"half a session", path, "{\"sessions\": 16}", "{\"sessions\": 1.5}", "WM209", "1.5"},
      {"a huge number", path, "{\"sessions\": 16}", "{\"sessions\": 1e300}", "WM209", "1e300"},
      {"a text for yes or no", path, "\"wants_online\": true", "\"wants_online\": \"yes\"", "WM209",
       "\"yes\"}"},
      {"a comparison with too much", path, "\"at_least\": 12", "\"at_least\": 120", "WM209", "120"},
  });
}

TEST_CASE("slot builder: conditions as they were written") {
  const BundlePtr bundle = fakes::small_bundle();
  const BranchNode& nation = branch_of(*bundle, "help.cost", "by_nation");
  const StableId slot = stable_id("nation");
  const std::vector<SlotEntry> scotland = {{slot, stable_id("scotland")}};
  const std::vector<SlotEntry> england = {{slot, stable_id("england")}};
  const std::vector<SlotEntry> england_16 = {{slot, stable_id("england")},
                                             {stable_id("sessions"), std::int32_t{16}}};
  CHECK(holds(nation.cases[0].when, scotland));
  CHECK_FALSE(holds(nation.cases[0].when, england));
  CHECK_FALSE(holds(nation.cases[0].when, {}));
  CHECK(holds(nation.cases[1].when, england));
  CHECK_FALSE(holds(nation.cases[1].when, england_16));
  const BranchNode& length = branch_of(*bundle, "help.cost", "length");
  CHECK(holds(length.cases[0].when, england_16));
  CHECK_FALSE(holds(length.cases[0].when, england));
  CHECK(holds(length.cases[0].when, {{stable_id("wants_online"), false}}));
}

TEST_CASE("slot builder: not known, and at most") {
  fakes::SmallPack pack;
  pack.replace("flows/help.nation.json", "\"known\": true", "\"known\": false");
  pack.replace("flows/help.cost.json", "\"at_least\": 12", "\"at_most\": 12");
  const BundlePtr bundle = pack.compile().bundle;
  REQUIRE(bundle != nullptr);
  const Condition& unknown = branch_of(*bundle, "help.nation", "known").cases[0].when;
  CHECK(holds(unknown, {}));
  CHECK_FALSE(holds(unknown, {{stable_id("nation"), stable_id("wales")}}));
  const Condition& few = branch_of(*bundle, "help.cost", "length").cases[0].when;
  CHECK(holds(few, {{stable_id("sessions"), std::int32_t{12}}}));
  CHECK_FALSE(holds(few, {{stable_id("sessions"), std::int32_t{13}}}));
}

TEST_CASE("slot builder: a pack may say again what the pack below it says") {
  const std::string below = R"({"pack": "net", "version": "1", "title": "Net", "locales": ["en-GB"],
    "slots": {"wants_online": {"type": "yes_no"}}})";
  struct Row {
    std::string slot;
    bool is_same;
  };
  const Row rows[] = {{R"({"type": "yes_no"})", true},
                      {R"({"type": "number", "min": 0, "max": 3})", false}};
  for (const Row& row : rows) {
    CAPTURE(row.slot);
    fakes::SmallPack pack;
    pack.replace("pack.json", R"({"type": "yes_no"})", row.slot);
    PackSource source = pack.source();
    source.packs.insert(source.packs.begin(), {{"net/pack.json", "pack.json", below}});
    const CompileResult result = compile_pack(source, fakes::kToday);
    CHECK((result.bundle != nullptr) == row.is_same);
    if (row.is_same) continue;
    REQUIRE_FALSE(result.diagnostics.empty());
    bool found = false;
    for (const Diagnostic& diagnostic : result.diagnostics) {
      found = found || (diagnostic.code == "WM207" &&
                        diagnostic.place == pack.place_of("pack.json", "\"wants_online\""));
    }
    CHECK(found);
  }
}

TEST_CASE("slot builder: a score adds up number slots, with a range and bands of its own") {
  const CompileResult result = fakes::form_pack().compile();
  REQUIRE(result.bundle != nullptr);
  const SlotDefinition& mood = result.bundle->slots.back();
  CHECK(mood.id == "mood");
  CHECK(mood.type == SlotType::Number);
  CHECK(mood.sum_of ==
        std::vector<StableId>{stable_id("sleep"), stable_id("food"), stable_id("hope")});
  CHECK(mood.max == 5);
  REQUIRE(mood.bands.size() == 2);
  CHECK(mood.bands[1].name == "high");
  CHECK(mood.bands[1].from == 3);
}

TEST_CASE("slot builder: scores that cannot be") {
  struct Row {
    std::string from;
    std::string to;
    std::string code;
  };
  const Row rows[] = {
      {"\"sum_of\": [\"sleep\"", "\"sum_of\": [\"slept\"", "WM206"},
      {"\"sum_of\": [\"sleep\"", "\"sum_of\": [\"nation\"", "WM209"},
      {"\"sum_of\": [\"sleep\", \"food\", \"hope\"]", "\"sum_of\": []", "WM113"},
      {"\"low\": 0", "\"low\": 1", "WM113"},
      {"\"high\": 3", "\"high\": 9", "WM113"},
      {"\"high\": 3", "\"high\": 0", "WM113"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.to);
    const CompileResult result =
        fakes::form_pack().replace("pack.json", row.from, row.to).compile();
    CHECK(result.bundle == nullptr);
    CHECK(std::ranges::find(result.diagnostics, row.code, &Diagnostic::code) !=
          result.diagnostics.end());
  }
}

TEST_CASE("slot builder: no more slots than a conversation remembers") {
  std::string more;
  for (int i = 0; i < 30; ++i) more += "\"more_" + std::to_string(i) + R"(": {"type": "yes_no"}, )";
  fakes::SmallPack pack;
  const CompileResult result =
      pack.replace("pack.json", "\"nation\": {", more + "\"nation\": {").compile();
  CHECK(std::ranges::find(result.diagnostics, "WM113", &Diagnostic::code) !=
        result.diagnostics.end());
}

}  // namespace waymark
