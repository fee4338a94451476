#include "adapters/host/config.h"

#include <doctest/doctest.h>

#include "tests/fakes/temporary_folder.h"

namespace waymark {

namespace {

// The problems of a configuration file with this text, joined.
std::string problems_of(const std::string& text) {
  const fakes::TemporaryFolder folder;
  const auto config =
      load_config({.file = folder.write("c.json", text), .environment = {}, .flags = {}});
  if (config) return {};
  std::string joined;
  for (const std::string& problem : config.error()) joined += problem + '\n';
  return joined;
}

}  // namespace

TEST_CASE("config: without sources the defaults hold") {
  const auto config = load_config({});
  REQUIRE(config.has_value());
  CHECK(config->port == 8080);
  CHECK(config->address == "localhost");
}

TEST_CASE("config: a flag goes over the environment, that over the file") {
  const fakes::TemporaryFolder folder;
  const auto file = folder.write(
      "c.json", R"({"port": 1, "threads": 2, "site": "file", "origins": ["https://a.example"]})");
  const auto environment = [](const char* name) -> const char* {
    if (std::string_view(name) == "WAYMARK_PORT") return "3";
    if (std::string_view(name) == "WAYMARK_SITE") return "environment";
    if (std::string_view(name) == "WAYMARK_TRUSTED_PROXIES") return "10.0.0.1,::1";
    return nullptr;
  };
  const auto config =
      load_config({.file = file, .environment = environment, .flags = {{"port", "4"}}});
  REQUIRE(config.has_value());
  CHECK(config->port == 4);
  CHECK(config->threads == 2);
  CHECK(config->site == "environment");
  CHECK(config->origins == std::vector<std::string>{"https://a.example"});
  CHECK(config->trusted_proxies == std::vector<std::string>{"10.0.0.1", "::1"});
}

TEST_CASE("config: what is wrong is said with the key and the remedy, all of it") {
  struct Row {
    const char* text;
    const char* problem;
  };
  for (const Row& row : {
           Row{"{\"prot\": 1}", "no key \"prot\""},
           Row{"{\"prot\": 1}", "port"},
           Row{"{\"port\": 65536}", "port must be a whole number from 0 to 65535"},
           Row{"{\"port\": \"80\"}", "port must be a whole number"},
           Row{"{\"port\": 80.5}", "port must be a whole number"},
           Row{"{\"site\": 3}", "site must be a text"},
           Row{"{\"origins\": \"https://a\"}", "origins must be a list of texts"},
           Row{"{\"origins\": [\"a.example\"]}", "a.example is no origin"},
           Row{"{\"origins\": [\"https://a.example/\"]}", "https://a.example/ is no origin"},
           Row{"{\"metrics\": \"some\"}", "metrics must be"},
           Row{"{\"channels\": [\"fax\"]}", "channels: there is no"},
           Row{"[]", "is not a JSON object"},
           Row{"{", "is not a JSON object"},
       }) {
    CHECK_MESSAGE(problems_of(row.text).find(row.problem) != std::string::npos,
                  problems_of(row.text));
  }
  CHECK(problems_of(R"({"port": -1, "threads": 0})").find("threads") != std::string::npos);
  CHECK(problems_of(R"({"$schema": "x", "port": 80})").empty());
}

TEST_CASE("config: a flag or variable that is no number, a file that is not there") {
  const auto flag = load_config({.file = {}, .environment = {}, .flags = {{"port", "80a"}}});
  REQUIRE_FALSE(flag.has_value());
  CHECK(flag.error().front() == "--port must be a whole number from 0 to 65535.");
  const auto file = load_config({.file = "/no/such/file", .environment = {}, .flags = {}});
  REQUIRE_FALSE(file.has_value());
  CHECK(file.error().front().find("/no/such/file is not there") != std::string::npos);
}

TEST_CASE("config: names in the environment") {
  CHECK(environment_name("messages_per_minute") == "WAYMARK_MESSAGES_PER_MINUTE");
}

}  // namespace waymark
