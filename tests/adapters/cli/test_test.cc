#include "adapters/cli/test.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "adapters/host/system_clock.h"
#include "tests/fakes/pack_folder.h"

namespace waymark {

namespace {

struct Played {
  int exit_code = 0;
  std::string out;
  std::string err;
};

// `typed` is what a person at the terminal answers; nothing: nobody is there.
Played play(const fakes::PackFolder& folder, TestCommand command = {},
            std::optional<std::string> typed = std::nullopt) {
  command.pack = folder.pack();
  std::istringstream in(typed.value_or(""));
  std::ostringstream out;
  std::ostringstream err;
  const int exit_code = run_test(command, SystemClock(), {in, out, err, typed.has_value()});
  return {exit_code, out.str(), err.str()};
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

constexpr const char* kBroken = "user: what is tea\nbot: tea.what_is.anser\nbot~ leaves\n";

}  // namespace

TEST_CASE("test: conversations that hold are fine and summed up, with the coverage") {
  const fakes::PackFolder folder;
  folder.write("tea/tests/talk.chat", "# says something\nuser: zzz\nintent: none\nsafety: none\n");
  const Played played = play(folder);
  CHECK(played.exit_code == 0);
  CHECK_MESSAGE(has(played.out, "1 conversations, 1 turns: 2 passed, 0 failed"), played.out);
  CHECK(has(played.out, "\nnodes "));
  CHECK_FALSE(has(played.out, "Not covered"));
}

TEST_CASE("test: one that does not hold is a finding with its line, and what is nearest") {
  const fakes::PackFolder folder;
  folder.write("tea/tests/deep/talk.chat", kBroken);
  const Played played = play(folder);
  CHECK(played.exit_code == 1);
  CHECK(has(played.out, "talk.chat:2:1 WM704"));
  CHECK(has(played.out, "nearest   tea.what_is.answer"));
}

TEST_CASE("test: a pack without conversations is a finding") {
  const fakes::PackFolder folder;
  const Played played = play(folder);
  CHECK(played.exit_code == 1);
  CHECK(has(played.err, "There is no conversation test"));
}

TEST_CASE("test: too little coverage is a finding, by the flag or by pack.json") {
  const fakes::PackFolder folder;
  folder.write("tea/tests/talk.chat", "user: zzz\n");
  TestCommand command;
  command.min_coverage = 0.9;
  const Played played = play(folder, command);
  CHECK(played.exit_code == 1);
  CHECK(has(played.err, "of the nodes; 0.900 is the least"));
  std::string pack = text_of(folder.path() / "tea/pack.json");
  pack.insert(pack.find("\"version\""), "\"min_coverage\": 0.95, ");
  folder.write("tea/pack.json", pack);
  CHECK(play(folder).exit_code == 1);
  command.min_coverage = 0.1;
  CHECK_MESSAGE(play(folder, command).exit_code == 0, "the flag counts before the pack");
}

TEST_CASE("test: what is not covered is listed, and talks are suggested that would") {
  const fakes::PackFolder folder;
  folder.write("tea/tests/talk.chat", "user: what is tea\n");
  TestCommand command;
  command.shows_coverage = true;
  command.suggests = true;
  const Played played = play(folder, command);
  CHECK(has(played.out, "Not covered, nodes:"));
  CHECK(has(played.out, "tea.price/say"));
  CHECK(has(played.out, "user: the price of tea\nintent: tea.price\nbot: tea.price.answer\n"));
}

TEST_CASE("test: an update shows what it would write, and asks") {
  const fakes::PackFolder folder;
  folder.write("tea/tests/talk.chat", kBroken);
  const std::filesystem::path file = folder.path() / "tea/tests/talk.chat";
  TestCommand command;
  command.updates = true;
  const Played alone = play(folder, command);
  CHECK(alone.exit_code == 1);
  CHECK(has(alone.out, "-    2  bot: tea.what_is.anser\n+    2  bot: tea.what_is.answer\n"));
  CHECK(has(alone.out, "Nothing was written. Say --yes"));
  CHECK(text_of(file) == kBroken);
  CHECK(play(folder, command, "n\n").exit_code == 1);
  CHECK(text_of(file) == kBroken);
  CHECK(play(folder, command, "y\n").exit_code == 1);
  CHECK(has(text_of(file), "bot: tea.what_is.answer\n"));
  CHECK(play(folder).exit_code == 0);
  CHECK(has(play(folder, command).out, "There is no line to update."));
}

TEST_CASE("test: an update never decides on safety") {
  const fakes::PackFolder folder;
  const std::string text = "user: what is tea\nsafety: safety.suicide\n";
  folder.write("tea/tests/talk.chat", text);
  TestCommand command;
  command.updates = true;
  command.is_sure = true;
  CHECK(play(folder, command).exit_code == 1);
  CHECK(text_of(folder.path() / "tea/tests/talk.chat") == text);
}

TEST_CASE("test: JUnit and JSON") {
  const fakes::PackFolder folder;
  folder.write("tea/tests/talk.chat", "# Tea\nuser: what is tea\nbot: tea.what_is.answer\n");
  TestCommand command;
  command.junit = (folder.path() / "junit.xml").string();
  command.is_json = true;
  command.mutates = true;
  command.suggests = true;
  const Played played = play(folder, command);
  CHECK(played.exit_code == 0);
  CHECK(
      played.out.starts_with(R"({"pack":"tea","turns":1,"checks":1,"failed":0,"conversations":)"));
  for (const char* key : {"\"coverage\":", "\"mutation\":", "\"suggestions\":"}) {
    CHECK(has(played.out, key));
  }
  CHECK(has(text_of(command.junit), "<testcase classname="));
  command.junit = (folder.path() / "no" / "junit.xml").string();
  CHECK(play(folder, command).exit_code == 2);
}

TEST_CASE("test: mutants are tried and told, a sample as well") {
  const fakes::PackFolder folder;
  folder.write("tea/tests/talk.chat", "user: what is tea\nbot: tea.what_is.answer\n");
  TestCommand command;
  command.mutates = true;
  CHECK(has(play(folder, command).out, "Mutation score: flows "));
  command.mutants = 3;
  command.seed = 5;
  CHECK(has(play(folder, command).out, "mutants were tried, drawn with seed 5."));
}

}  // namespace waymark
