#include "adapters/cli/explain.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/fakes/pack_folder.h"

namespace waymark {

TEST_CASE("explain: one text, for people and for programs") {
  const fakes::PackFolder folder;
  std::ostringstream out;
  std::ostringstream err;
  CHECK(run_explain(folder.pack(), "the price of tea", ExplainStyle::Text, out, err) == 0);
  CHECK(out.str().find("tea/intents/tea.json:") != std::string::npos);
  CHECK(out.str().find("Decision    start tea.price") != std::string::npos);
  std::ostringstream json;
  CHECK(run_explain(folder.pack(), "i want to die", ExplainStyle::Json, json, err) == 0);
  CHECK(nlohmann::json::parse(json.str())["safety"] == "safety.suicide");
}

TEST_CASE("explain: lines in, a line for each out, in order") {
  const fakes::PackFolder folder;
  std::istringstream in(
      "{\"text\":\"what is tea\"}\n\n{\"text\":\"i want to die\"}\n{\"text\":\"zzz\"}\n");
  std::ostringstream out;
  std::ostringstream err;
  CHECK(run_explain_lines(folder.pack(), in, out, err) == 0);
  std::istringstream lines(out.str());
  std::vector<nlohmann::json> verdicts;
  for (std::string line; std::getline(lines, line);)
    verdicts.push_back(nlohmann::json::parse(line));
  REQUIRE(verdicts.size() == 3);
  CHECK(verdicts[0]["intent"] == "tea.what_is");
  CHECK(verdicts[0]["safety"].is_null());
  CHECK(verdicts[1]["safety"] == "safety.suicide");
  CHECK(verdicts[1]["tier"] == "explicit");
  CHECK(verdicts[2]["intent"] == "none");
}

TEST_CASE("explain: a bad line gets an error, the others their verdicts") {
  const fakes::PackFolder folder;
  std::istringstream in("nonsense\n{\"text\":\"what is tea\"}");
  std::ostringstream out;
  std::ostringstream err;
  CHECK(run_explain_lines(folder.pack(), in, out, err) == 2);
  CHECK(out.str().starts_with("{\"error\":\""));
  CHECK(out.str().find("tea.what_is") != std::string::npos);
}

TEST_CASE("explain: what was expected is met, is not, or is unknown") {
  const fakes::PackFolder folder;
  const auto expect = [&folder](const std::string& text, const std::string& id, std::string& said) {
    std::ostringstream out;
    std::ostringstream err;
    const int exit_code = run_expect(folder.pack(), text, id, ExplainStyle::Text, out, err);
    said = out.str() + err.str();
    return exit_code;
  };
  std::string said;
  CHECK(expect("the price of tea", "tea.price", said) == 0);
  CHECK(expect("the price of coffee", "tea.price", said) == 1);
  CHECK(said.find("missing  tea") != std::string::npos);
  CHECK(said.find("tea/intents/tea.json:") != std::string::npos);
  CHECK(expect("the price of tea", "tea.prize", said) == 2);
  CHECK(said.find("Do you mean \"tea.price\"?") != std::string::npos);
  std::ostringstream json;
  std::ostringstream err;
  CHECK(run_expect(folder.pack(), "i want to die of laughter", "safety.suicide", ExplainStyle::Json,
                   json, err) == 1);
  CHECK(nlohmann::json::parse(json.str())["met"] == false);
}

}  // namespace waymark
