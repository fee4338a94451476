#include "adapters/cli/check.h"

#include <doctest/doctest.h>

#include <sstream>

#include "tests/fakes/pack_folder.h"

namespace waymark {

namespace {

struct Checked {
  int exit_code = 0;
  std::string out;
};

Checked check(const CheckOptions& options, std::chrono::year_month_day day = fakes::kTeaPackDay) {
  std::ostringstream out;
  std::ostringstream err;
  const int exit_code = run_check(options, day, out, err);
  return {exit_code, out.str()};
}

Checked check(const std::string& pack, WarningsAre warnings = WarningsAre::Fine,
              std::chrono::year_month_day day = fakes::kTeaPackDay) {
  return check({.pack = pack, .warnings = warnings}, day);
}

}  // namespace

TEST_CASE("check: a good pack is fine and summed up") {
  const fakes::PackFolder folder;
  const Checked checked = check(folder.pack());
  CHECK(checked.exit_code == 0);
  CHECK_MESSAGE(checked.out.find("tea 1.2.3: 2 intents") != std::string::npos, checked.out);
}

TEST_CASE("check: a broken pack is a finding, with every problem") {
  const fakes::PackFolder folder;
  folder.write("tea/flows/fallback.json", "{\n  \"flow\": \n}");
  folder.write("tea/flows/tea.price.json", R"({
    "flow": "tea.price", "start": "say",
    "nodes": {"say": {"kind": "say", "parts": [{"text": "no.such.prompt"}], "next": "nowhere"}}})");
  const Checked checked = check(folder.pack());
  CHECK(checked.exit_code == 1);
  CHECK(checked.out.find("fallback.json:") != std::string::npos);
}

TEST_CASE("check: a fault in a phrase is shown with a caret under it") {
  const fakes::PackFolder folder;
  folder.write("tea/risk/more.json", R"({"locale": "en-GB", "rules": [{"id": "suicide.more",
    "category": "safety.suicide", "tier": "explicit", "patterns": ["end <it>"],
    "fires": ["end it"]}]})");
  const std::string out = check(folder.pack()).out;
  const std::size_t line = out.find("\n    \"category\": \"safety.suicide\"");
  REQUIRE_MESSAGE(line != std::string::npos, out);
  const std::size_t below = out.find('\n', line + 1);
  CHECK(out.find('^', below) - below == out.find("it>", line) - line);
}

TEST_CASE("check: a good pack is proved, and one whose examples fail as well") {
  const fakes::PackFolder folder;
  CHECK(check(folder.pack()).out.find("of a talk proved in") != std::string::npos);
  folder.write("tea/flows/welcome.json", R"({
    "flow": "welcome", "start": "hello",
    "nodes": {"hello": {"kind": "ask", "parts": [{"text": "welcome.hello"}], "when_left": "forget",
                        "choices": [{"id": "again", "label": "tea.what_is.title",
                                     "next": "hello"}]}}})");
  folder.write("tea/risk/more.json", R"({"locale": "en-GB", "rules": [{"id": "suicide.more",
    "category": "safety.suicide", "tier": "explicit", "patterns": ["end it"],
    "fires": ["goodbye"]}]})");
  const Checked checked = check(folder.pack());
  CHECK(checked.exit_code == 1);
  CHECK(checked.out.find("WM403 ") != std::string::npos);
  CHECK(checked.out.find("WM805 ") != std::string::npos);
}

TEST_CASE("check: a file that cannot be read is wrong input") {
  const fakes::PackFolder folder;
  std::filesystem::create_symlink("pack.json", folder.path() / "tea" / "link.json");
  CHECK(check(folder.pack()).exit_code == 2);
  CHECK(check("/no/such/pack").exit_code == 2);
}

TEST_CASE("check: overlaps are counted, and listed with who goes first when asked for") {
  const fakes::PackFolder folder;
  CHECK(check(folder.pack()).out.find(", 0 overlap, ") != std::string::npos);
  const std::string both = R"({"locale": "en-GB", "intents": [
    {"id": "tea.love", "class": "disclosure", "title": "tea.price.title", "starts": "tea.price",
     "patterns": ["cost of [my] tea"], "examples": ["cost of my tea", "the cost of my tea",
     "oh the cost of my tea"]}]})";
  folder.write("tea/intents/love.json", both);
  const Checked listed = check({.pack = folder.pack(), .overlaps = OverlapsAre::Listed});
  CHECK(listed.exit_code == 0);
  CHECK_MESSAGE(listed.out.find("\"cost of tea\": tea.price (") != std::string::npos, listed.out);
  CHECK(listed.out.find(") goes before tea.love (") != std::string::npos);
  CHECK(listed.out.find("It is a question, the other a disclosure: it scores ") !=
        std::string::npos);
  CHECK(check(folder.pack()).out.find("goes before") == std::string::npos);
}

TEST_CASE("check: against another version, the lines that go another way") {
  const fakes::PackFolder before;
  const fakes::PackFolder folder;
  const Checked same = check({.pack = folder.pack(), .against = before.pack()});
  CHECK(same.exit_code == 0);
  CHECK_MESSAGE(same.out.find("None of ") != std::string::npos, same.out);
  folder.write("tea/intents/more.json", R"({"locale": "en-GB", "intents": [
    {"id": "tea.more", "class": "question", "title": "tea.price.title", "starts": "tea.price",
     "patterns": ["so what is [the] tea"], "examples": ["so what is the tea", "so what is the tea?",
     "oh so what is the tea"]}]})");
  folder.write("tea/tests/talk.chat", "user: so what is tea\n");
  const std::string out = check({.pack = folder.pack(), .against = before.pack()}).out;
  CHECK_MESSAGE(
      out.find("\"so what is tea\" goes to tea.more, no more to tea.what_is.") != std::string::npos,
      out);
  CHECK(out.find("talk.chat:1 \"so what is tea\" goes to tea.more") != std::string::npos);
  CHECK(check({.pack = folder.pack(), .against = "/no/such/pack"}).exit_code == 2);
}

}  // namespace waymark
