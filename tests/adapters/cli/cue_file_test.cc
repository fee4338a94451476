#include "adapters/cli/cue_file.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace waymark {

namespace {

const CueFile kFile = {"en-GB", "intents", {"help.cost", "help.book", "none"}};

std::string weights_of(const std::vector<float>& weights) {
  const std::string text = write_cue_file(kFile, {{1, 0, 0}, {{"cue", weights}}});
  const auto json = nlohmann::json::parse(text);
  return json["cues"].contains("cue") ? json["cues"]["cue"].get<std::string>() : "left out";
}

}  // namespace

TEST_CASE("cue file: one cue a line, in their order") {
  const FittedCues cues = {
      {-0.12F, 0, 0.4F},
      {{"#2", {0, 0.22F, 0}}, {"how much", {2.12F, 0.31F, -0.3F}}, {"afford~", {1.9F, 0, 0}}}};
  CHECK(write_cue_file(kFile, cues) == R"({"$schema": "../../schema/cues.json",
 "locale": "en-GB", "about": "intents",
 "bias": "none 40 help.cost -12",
 "cues": {
  "#2": "help.book 22",
  "how much": "help.cost 212 help.book 31 none -30",
  "afford~": "help.cost 190"
 }}
)");
}

TEST_CASE("cue file: weights are whole hundredths, the strongest first") {
  CHECK(weights_of({1, 2, 3}) == "none 300 help.book 200 help.cost 100");
  CHECK(weights_of({1, -2, -3}) == "none -300 help.book -200 help.cost 100");
  CHECK(weights_of({0.5F, -0.5F, 0.5F}) == "help.cost 50 help.book -50 none 50");
  CHECK(weights_of({0.124F, -0.126F, 0.004F}) == "help.book -13 help.cost 12");
  CHECK(weights_of({0, 0.01F, 0}) == "help.book 1");
}

TEST_CASE("cue file: weights stay within what a pack may hold") {
  CHECK(weights_of({1e9F, -1e9F, 0}) == "help.cost 30000 help.book -30000");
}

TEST_CASE("cue file: a cue that says nothing in hundredths is left out") {
  CHECK(weights_of({0, 0, 0}) == "left out");
  CHECK(weights_of({0.004F, -0.004F, 0}) == "left out");
  const FittedCues cues = {{0, 0, 0}, {{"a", {0, 0, 0}}, {"b", {1, 0, 0}}, {"c", {0, 0, 0}}}};
  CHECK(nlohmann::json::parse(write_cue_file(kFile, cues))["cues"].size() == 1);
}

TEST_CASE("cue file: without cues it is a file all the same") {
  const auto json = nlohmann::json::parse(write_cue_file(kFile, {{0, 0, 0}, {}}));
  CHECK(json["cues"].empty());
  CHECK(json["bias"] == "");
}

TEST_CASE("cue file: it is good JSON whatever the cues are") {
  const FittedCues cues = {{0, 0, 0},
                           {{"a\"b", {1, 0, 0}},
                            {"a\\b", {1, 0, 0}},
                            {"caf\xC3\xA9", {1, 0, 0}},
                            {"\xF0\x9F\x98\xA2", {1, 0, 0}},
                            {"bad \xFF byte", {1, 0, 0}},
                            {"a\nb", {1, 0, 0}}}};
  const std::string text = write_cue_file({"en-GB", "risk", {"a", "b", "none"}}, cues);
  const auto json = nlohmann::json::parse(text);
  CHECK(json["about"] == "risk");
  for (const char* cue : {"a\"b", "a\\b", "caf\xC3\xA9", "\xF0\x9F\x98\xA2", "a\nb"}) {
    CAPTURE(std::string(cue));
    CHECK(json["cues"].contains(cue));
  }
  CHECK(json["cues"].size() == cues.cues.size());
}

}  // namespace waymark
