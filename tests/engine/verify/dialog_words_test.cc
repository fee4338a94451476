#include "engine/verify/dialog_words.h"

#include <doctest/doctest.h>

#include "tests/fakes/small_pack.h"

namespace waymark {

namespace {

const Node& node_at(const Bundle& bundle, const std::string& path) {
  for (std::size_t i = 0; i < bundle.graph.nodes().size(); ++i) {
    if (bundle.graph.path(static_cast<NodeIndex>(i)) == path) return bundle.graph.nodes()[i];
  }
  FAIL("no node " << path);
  return bundle.graph.nodes().front();
}

}  // namespace

TEST_CASE("dialog words: the first words are cut between words, on one line") {
  struct Row {
    const char* text;
    std::size_t most;
    const char* words;
  };
  const std::vector<Row> rows = {
      {"Hello.", 20, "Hello."},
      {"Some therapy is free.", 12, "Some therapy…"},
      {"Some therapy is free.", 14, "Some therapy…"},
      {"Supercalifragilistic", 5, "Super…"},
      {"One.\n\nTwo.", 20, "One. Two."},
      {"Ünïcödé word", 7, "Ünïcödé…"},
      {"", 5, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(first_words(row.text, row.most) == row.words);
  }
}

TEST_CASE("dialog words: a part says what it is and what is seen of it") {
  const BundlePtr bundle = fakes::small_bundle();
  const auto& parts = std::get<SayNode>(node_at(*bundle, "ipt.what_is/long").body).parts;
  CHECK(part_words(*bundle, parts[0]) == "the words \"ipt.what_is.long\"");
  CHECK(shown_words(*bundle, parts[0]) == "It looks at people and moods.\n\nIt takes some weeks.");
  CHECK(part_words(*bundle, parts[1]) ==
        "the card \"ipt.what_is.title\", \"ipt.what_is.short\", with a link to \"clinic\"");
  CHECK(shown_words(*bundle, parts[1]) == "What is IPT?");
  const auto& link = std::get<SayNode>(node_at(*bundle, "depression.feeling_low/hear").body).parts;
  CHECK(part_words(*bundle, link[1]) ==
        "the link to \"samaritans\" with the words \"samaritans.label\"");
  CHECK(shown_words(*bundle, link[1]) == "Their page");
  const auto& contact = std::get<SayNode>(node_at(*bundle, "help.cost/scottish").body).parts;
  CHECK(part_words(*bundle, contact[1]) == "the contact \"clinic\"");
  CHECK(shown_words(*bundle, contact[1]) == "Example clinic");
}

TEST_CASE("dialog words: conditions and what is set read as sentences") {
  const BundlePtr bundle = fakes::small_bundle();
  const auto& nation = std::get<BranchNode>(node_at(*bundle, "help.cost/by_nation").body);
  CHECK(condition_words(*bundle, nation.cases[0].when) == "nation is scotland");
  CHECK(condition_words(*bundle, nation.cases[1].when) ==
        "nation is england and not (sessions is known)");
  const auto& length = std::get<BranchNode>(node_at(*bundle, "help.cost/length").body);
  CHECK(condition_words(*bundle, length.cases[0].when) ==
        "sessions is at least 12 or wants_online is no");
  CHECK(set_words(*bundle, std::get<SetNode>(node_at(*bundle, "help.cost/plan").body).set) ==
        "sessions = 16");
}

}  // namespace waymark
