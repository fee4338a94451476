#include "adapters/cli/fit.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "adapters/cli/first_turn.h"
#include "adapters/host/pack_loader.h"
#include "tests/fakes/pack_folder.h"

namespace waymark {

namespace {

// Messages in words that no pattern of the tea pack knows.
constexpr const char* kLines = R"({"text": "is it dear", "expected": "tea.price"}
{"text": "how dear would that be", "expected": "tea.price"}

{"text": "dear or cheap?", "expected": "tea.price", "also": ["tea.what_is"]}
{"text": "explain it", "expected": "tea.what_is", "kind": "short"}
{"text": "could you explain that", "expected": "tea.what_is"}
{"text": "lovely weather", "expected": null}
{"text": "such weather outside", "expected": "none"}
{"text": "my farewell to all", "expected": "safety.suicide", "tier": "explicit"}
{"text": "this is farewell", "expected": "safety.suicide"}
{"text": "writing my farewell letters", "expected": "safety.suicide"}
{"text": "now i want to die", "expected": "safety.suicide"}
{"text": "truly i want to die", "expected": "safety.suicide"}
)";

std::string read(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

// The tea pack in a folder, with lines to learn from.
struct Setting : fakes::PackFolder {
  std::ostringstream out;
  std::ostringstream err;

  // Learns from the lines; the file is a part of the pack when `name` is below "tea/cues/".
  int fit(CueScale scale, const std::string& name, const std::string& lines = kLines) {
    FitCommand command{pack(), scale, {write("lines.jsonl", lines)}, path() / name, {}};
    command.options.least_lines = 2;
    command.options.least_weight = 0.1F;
    std::filesystem::create_directories(path() / "tea/cues");
    return run_fit(command, out, err);
  }

  // The first turn of a talk with the pack as it stands in the folder.
  [[nodiscard]] Turn say(const std::string& text) const {
    const PackLoad load = load_pack(pack(), fakes::kTeaPackDay);
    for (const Diagnostic& problem : load.diagnostics) MESSAGE(format_diagnostic(problem));
    REQUIRE(load.pack != nullptr);
    CHECK(load.diagnostics.empty());
    return first_turn(*load.pack->bundle, text, UtcSeconds{});
  }
};

const std::string kIntents = "tea/cues/intents.json";
const std::string kRisk = "tea/cues/risk.json";

}  // namespace

TEST_CASE("fit: the file that it writes changes what a message is taken for") {
  Setting setting;
  CHECK(setting.say("so dear").trace.intent == "none");
  REQUIRE(setting.fit(CueScale::Intents, kIntents) == 0);
  CHECK(setting.err.str().empty());
  CHECK(setting.say("so dear").trace.intent == "tea.price");
  CHECK(setting.say("please explain").trace.intent == "tea.what_is");
  CHECK(setting.say("bad weather").trace.intent == "none");
  // What the patterns say still holds: load_pack() played the examples.
  CHECK(setting.say("what is tea").trace.intent == "tea.what_is");
}

TEST_CASE("fit: cues about risk find it in other words, and leave the rest alone") {
  Setting setting;
  CHECK(setting.say("a farewell").trace.safety.empty());
  REQUIRE(setting.fit(CueScale::Risk, kRisk) == 0);
  CHECK(setting.err.str().empty());
  CHECK(setting.say("a farewell").trace.safety == "safety.suicide");
  CHECK(setting.say("so dear").trace.safety.empty());
  CHECK(setting.say("lovely weather").trace.safety.empty());
  CHECK(setting.say("i want to die").trace.safety == "safety.suicide");
  CHECK(setting.say("i want to die of laughter").trace.safety.empty());
}

TEST_CASE("fit: what it wrote is a file of a pack, a cue a line") {
  Setting setting;
  REQUIRE(setting.fit(CueScale::Intents, "cues.json") == 0);
  const std::string text = read(setting.path() / "cues.json");
  const auto json = nlohmann::json::parse(text);
  CHECK(json["locale"] == "en-GB");
  CHECK(json["about"] == "intents");
  CHECK(json["cues"].contains("dear"));
  CHECK_FALSE(json["cues"].contains("farewell"));
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  CHECK(lines == json["cues"].size() + 5);
  CHECK(setting.out.str() == "Fitted to 12 lines; " + std::to_string(json["cues"].size()) +
                                 " cues are in " + (setting.path() / "cues.json").string() + ".\n");
}

TEST_CASE("fit: the same lines give the same file, also when it is there already") {
  Setting setting;
  REQUIRE(setting.fit(CueScale::Intents, kIntents) == 0);
  const std::string first = read(setting.path() / kIntents);
  REQUIRE(setting.fit(CueScale::Intents, kIntents) == 0);
  CHECK(read(setting.path() / kIntents) == first);
  REQUIRE(setting.fit(CueScale::Intents, "other.json") == 0);
  CHECK(read(setting.path() / "other.json") == first);
}

TEST_CASE("fit: a slip in a known word is learnt as the word") {
  Setting setting;
  REQUIRE(setting.fit(CueScale::Intents, kIntents,
                      std::string(kLines) +
                          "{\"text\": \"expalin it\", \"expected\": \"tea.what_is\"}\n") == 0);
  CHECK(read(setting.path() / kIntents).find("expalin") == std::string::npos);
  CHECK(setting.say("expalin").trace.intent == "tea.what_is");
}

TEST_CASE("fit: labels that the pack does not have are passed over") {
  Setting setting;
  REQUIRE(setting.fit(CueScale::Intents, kIntents,
                      std::string(kLines) +
                          "{\"text\": \"a biscuit\", \"expected\": \"biscuit.price\"}\n"
                          "{\"text\": \"one biscuit\", \"expected\": \"biscuit.price\"}\n") == 0);
  CHECK(read(setting.path() / kIntents).find("biscuit") == std::string::npos);
}

TEST_CASE("fit: lines that cannot be read are all listed, and nothing is written") {
  Setting setting;
  CHECK(setting.fit(CueScale::Risk, kRisk,
                    "{\"text\": \"a\", \"expected\": \"none\"}\nx\n\n{\"expected\": \"none\"}\n"
                    "{\"text\": \"a\"}\n{\"text\": \"a\", \"expected\": 3}\n") == 2);
  for (const char* place :
       {"lines.jsonl:2: ", "lines.jsonl:4: ", "lines.jsonl:5: ", "lines.jsonl:6: "}) {
    CHECK_MESSAGE(setting.err.str().find(place) != std::string::npos, place);
  }
  CHECK(setting.err.str().find("lines.jsonl:1: ") == std::string::npos);
  CHECK(setting.out.str().empty());
  CHECK_FALSE(std::filesystem::exists(setting.path() / kRisk));
}

TEST_CASE("fit: lines, a pack or a place to write that are not there") {
  const Setting setting;
  const auto lines = setting.write("lines.jsonl", kLines);
  const auto out_file = setting.path() / "out.json";
  struct Row {
    std::string what;
    FitCommand command;
    std::string named;
  };
  const Row rows[] = {
      {"lines",
       {setting.pack(), CueScale::Intents, {lines, "/no/such/lines"}, out_file, {}},
       "/no/such/lines"},
      {"pack", {"/no/such/pack", CueScale::Intents, {lines}, out_file, {}}, "/no/such/pack"},
      {"place",
       {setting.pack(), CueScale::Intents, {lines}, "/no/such/folder/a.json", {}},
       "/no/such/folder/a.json"},
      {"full disk", {setting.pack(), CueScale::Intents, {lines}, "/dev/full", {}}, "/dev/full"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    std::ostringstream out;
    std::ostringstream err;
    CHECK(run_fit(row.command, out, err) == 2);
    CHECK(err.str().find(row.named) != std::string::npos);
    CHECK(out.str().empty());
  }
  CHECK_FALSE(std::filesystem::exists(out_file));
}

TEST_CASE("fit: a language that the pack does not speak is named") {
  Setting setting;
  FitCommand command{setting.pack(),
                     CueScale::Intents,
                     {setting.write("lines.jsonl", kLines)},
                     setting.path() / kIntents,
                     {}};
  command.locale = "cy";
  CHECK(run_fit(command, setting.out, setting.err) == 1);
  CHECK(setting.err.str().find("does not speak \"cy\"") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(setting.path() / kIntents));
}

TEST_CASE("fit: a pack that cannot be compiled lists its findings") {
  Setting setting;
  setting.write("tea/flows/welcome.json", "{");
  CHECK(setting.fit(CueScale::Intents, kIntents) == 1);
  CHECK(setting.err.str().find("WM101") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(setting.path() / kIntents));
}

}  // namespace waymark
