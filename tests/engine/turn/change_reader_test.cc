#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "engine/turn/answer_reader.h"
#include "tests/engine/turn/conversation.h"
#include "tests/fakes/form_pack.h"

namespace waymark {
namespace {

struct Row {
  std::string_view text;
  std::string_view change;  // "food often", "food", or empty
};

TEST_CASE("change reader: which answer, and to what") {
  const Row rows[] = {
      {"change my answer to question 1 to nearly every day", "form.sleep often"},
      {"change question 1 to 2", "form.sleep some"},
      {"question 1: not at all please", "form.sleep never"},
      {"sleep several days", "form.sleep some"},
      {"change my sleep answer", "form.sleep"},
      {"the first question should be several days", "form.sleep some"},
      {"change my answer", ""},        // to which question?
      {"question 9: not at all", ""},  // there is none
      {"question 3: not at all", ""},  // that comes yet
      {"i sleep badly on several days", ""},
      {"not at all", ""},
      {"2", ""},
      {"the second one", ""},
      {"", ""},
  };
  const BundlePtr bundle = fakes::compiled(fakes::form_pack());
  fakes::Conversation talk(bundle);
  talk.say("check my mood").say("not at all");
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Understanding seen = understand(*bundle->locales.front(), row.text, {});
    const auto change = read_change(*bundle, talk.session(), seen);
    std::string shown;
    if (change) {
      const Node& node = bundle->graph.node(change->ask);
      shown = node.id;
      const AskNode& ask = std::get<AskNode>(node.body);
      if (change->option) {
        const std::string& id = ask.choices[*change->option].id.value;
        shown += ' ' + id.substr(id.rfind('/') + 1);
      }
    }
    CHECK(shown == row.change);
  }
}

TEST_CASE("change reader: without an open form there is nothing to change") {
  const BundlePtr bundle = fakes::compiled(fakes::form_pack());
  const Understanding seen =
      understand(*bundle->locales.front(), "change question 1 to not at all", {});
  CHECK_FALSE(read_change(*bundle, start_session(*bundle, "en-GB"), seen).has_value());
}

}  // namespace
}  // namespace waymark
