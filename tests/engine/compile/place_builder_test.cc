#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/api/engine.h"
#include "engine/turn/bundle.h"
#include "tests/fakes/listed_directory.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

constexpr std::string_view kPlaces = R"json({
 "places": {
  "LS": {"at": [53.8, -1.5], "nations": ["england"]},
  "SY": {"at": [52.6, -3.1], "nations": ["england", "wales"]},
  "wales.cardiff": {"at": [51.5, -3.2]},
  "wales.powys": {"at": [52.3, -3.4], "wide": true}
 }
})json";

constexpr std::string_view kFlow = R"json({
 "flow": "ipt.what_is", "start": "where",
 "nodes": {
  "where": {"kind": "ask", "parts": [{"text": "ipt.what_is.short"}], "when_left": "resume",
   "slot": "place", "reads": "place", "next": "look",
   "choices": [{"id": "skip", "label": "chat.no.title", "next": "look"}]},
  "look": {"kind": "look_up", "directory": "clinics", "by": ["place", "nation"], "within": 10,
   "found": "done", "none": "done"},
  "done": {"kind": "end"}
 }
})json";

fakes::SmallPack place_pack(std::string_view places = kPlaces) {
  fakes::SmallPack pack;
  pack.replace("pack.json", "\"wants_online\": {\"type\": \"yes_no\"}",
               "\"wants_online\": {\"type\": \"yes_no\"},"
               "\"place\": {\"type\": \"place\", \"tells\": \"nation\"}");
  pack.put("places/all.json", std::string(places));
  return pack;
}

bool has(const CompileResult& result, std::string_view code, std::string_view words) {
  return std::ranges::any_of(result.diagnostics, [&](const Diagnostic& each) {
    return each.code == code && each.message.find(words) != std::string::npos;
  });
}

// Keeps what it was asked.
class AskedDirectory : public ServiceDirectory {
 public:
  [[nodiscard]] std::vector<DirectoryEntry> find(const DirectoryQuery& query) const override {
    asked = query;
    return {};
  }
  mutable DirectoryQuery asked;
};

}  // namespace

TEST_CASE("place builder: towns, areas and counties with their points and nations") {
  const CompileResult result = place_pack().compile();
  REQUIRE(result.bundle);
  const PlaceTable& places = result.bundle->places;
  REQUIRE(places.all().size() == 4);
  CHECK(places.find("wales.cardiff")->nations == std::vector<std::string>{"wales"});
  CHECK(places.find("SY")->nations.size() == 2);
  CHECK(places.find("wales.powys")->is_wide);
  const auto slot = std::ranges::find(result.bundle->slots, "place", &SlotDefinition::id);
  CHECK(slot->values == std::vector<std::string>{"wales.cardiff", "wales.powys"});
  CHECK(slot->tells == stable_id("nation"));
}

TEST_CASE("place builder: places that cannot be") {
  struct Row {
    std::string place;
    std::string code;
    std::string words;
  };
  const Row rows[] = {
      {R"("leeds": {"at": [53.8, -1.5]})", "WM113", "is no place"},
      {R"("LS6 3AB": {"at": [53.8, -1.5], "nations": ["england"]})", "WM113", "is no place"},
      {R"("LS": {"at": [40.7, -74.0], "nations": ["england"]})", "WM113", "not on the map"},
      {R"("LS": {"at": [53.8], "nations": ["england"]})", "WM113", "not on the map"},
      {R"("LS": {"at": [53.8, -1.5]})", "WM113", "which nation"},
      {R"("LS": {"at": [53.8, -1.5], "nations": ["france"]})", "WM209", "cannot hold"},
      {R"("france.paris": {"at": [53.8, -1.5]})", "WM209", "cannot hold"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.place);
    const CompileResult result = place_pack("{\"places\": {" + row.place + "}}").compile();
    CHECK(has(result, row.code, row.words));
  }
  fakes::SmallPack twice = place_pack();
  twice.put("places/more.json",
            R"({"places": {"LS": {"at": [53.8, -1.5], "nations": ["england"]}}})");
  CHECK(has(twice.compile(), "WM207", "already"));
}

TEST_CASE("place builder: a look-up is near the place, and a county is searched twice as far") {
  fakes::SmallPack pack = place_pack();
  pack.put("flows/ipt.what_is.json", std::string(kFlow));
  const CompileResult result = pack.compile();
  for (const Diagnostic& problem : result.diagnostics) MESSAGE(format_diagnostic(problem));
  REQUIRE(result.bundle);
  const Bundle& bundle = *result.bundle;
  struct Row {
    SlotValue value;
    std::optional<double> within;
  };
  const Row rows[] = {{SlotValue(*outward_code_number("LS6")), 10.0},
                      {SlotValue(stable_id("wales.cardiff")), 10.0},
                      {SlotValue(stable_id("wales.powys")), 20.0}};
  for (const Row& row : rows) {
    Session session = start_session(bundle, "en-GB");
    session.slots = {{stable_id("place"), row.value}};
    session.waiting = {stable_id("ipt.what_is"), stable_id("where")};
    const AskedDirectory directory;
    (void)take_turn(bundle, session, ChooseMessage{ChoiceId{"ipt.what_is/where/skip"}}, {},
                    &directory);
    CHECK(directory.asked.near == bundle.places.find(row.value)->at);
    CHECK(directory.asked.within == row.within);
    CHECK(directory.asked.where.empty());
  }
}

}  // namespace waymark
