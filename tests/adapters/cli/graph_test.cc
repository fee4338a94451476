#include "adapters/cli/graph.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "adapters/host/system_clock.h"
#include "tests/fakes/pack_folder.h"

namespace waymark {

namespace {

struct Drawn {
  int exit_code = 0;
  std::string out;
  std::string err;
};

Drawn draw(GraphOptions options) {
  std::ostringstream out;
  std::ostringstream err;
  const int exit_code = run_graph(options, SystemClock(), out, err);
  return {exit_code, out.str(), err.str()};
}

}  // namespace

TEST_CASE("graph: DOT and Mermaid of a pack, whole or a flow") {
  const fakes::PackFolder folder;
  CHECK(draw({.pack = folder.pack()}).out.starts_with("digraph dialogs {"));
  const Drawn part =
      draw({.pack = folder.pack(), .format = GraphFormat::Mermaid, .flow = "welcome"});
  CHECK(part.exit_code == 0);
  CHECK(part.out.find("n_welcome__hello[") != std::string::npos);
  CHECK(part.out.find("n_tea_price__say") == std::string::npos);
}

TEST_CASE("graph: conversation tests show where they went") {
  const fakes::PackFolder folder;
  folder.write("tea/tests/talk.chat", "user: what is tea\n");
  const std::string dot = draw({.pack = folder.pack(), .with_coverage = true}).out;
  CHECK(dot.find("tea.what_is/say\\n") != std::string::npos);
  CHECK(dot.find("visits: 1") != std::string::npos);
  CHECK(dot.find("not visited") != std::string::npos);
}

TEST_CASE("graph: it is written to a file where one is named") {
  const fakes::PackFolder folder;
  const std::filesystem::path file = folder.path() / "tea.dot";
  const Drawn drawn = draw({.pack = folder.pack(), .out_file = file.string()});
  CHECK(drawn.exit_code == 0);
  CHECK(drawn.out.empty());
  std::string first;
  std::getline(std::ifstream(file) >> std::ws, first);
  CHECK(first == "digraph dialogs {");
  CHECK(draw({.pack = folder.pack(), .out_file = "/no/such/folder/a.dot"}).exit_code == 2);
}

TEST_CASE("graph: a flow that is not there is wrong usage, and those that are get listed") {
  const fakes::PackFolder folder;
  const Drawn drawn = draw({.pack = folder.pack(), .flow = "no.such.flow"});
  CHECK(drawn.exit_code == 2);
  CHECK(drawn.err ==
        "There is no flow \"no.such.flow\". There are: fallback tea.price tea.what_is "
        "welcome\n");
}

TEST_CASE("graph: a pack with broken references has none, one with lost nodes shows them") {
  const fakes::PackFolder folder;
  CHECK(draw({.pack = "/no/such/pack"}).exit_code == 2);
  folder.write("tea/flows/tea.price.json", R"({
    "flow": "tea.price", "start": "say",
    "nodes": {"say": {"kind": "say", "parts": [{"text": "tea.price.answer"}], "next": "end"},
              "lost": {"kind": "end"}, "end": {"kind": "end"}}})");
  const Drawn faulty = draw({.pack = folder.pack()});
  CHECK(faulty.exit_code == 0);
  CHECK(faulty.out.find("<B>WM503</B>") != std::string::npos);
  folder.write("tea/flows/tea.price.json", R"({
    "flow": "tea.price", "start": "say",
    "nodes": {"say": {"kind": "say", "parts": [], "next": "nowhere"}}})");
  const Drawn broken = draw({.pack = folder.pack()});
  CHECK(broken.exit_code == 1);
  CHECK(broken.err.find("WM203") != std::string::npos);
}

}  // namespace waymark
