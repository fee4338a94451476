#include "adapters/cli/difference_report.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

Differences some() {
  const ChangedAnswer cost{{"a.chat", 2, 1}, "user: cost", {"says: A lot."}, {"says: Little."}};
  ChangedAnswer again = cost;
  again.place.line = 9;
  return {{{ChangeArea::Facts, "samaritans", "The phone number of Samaritans has changed.",
            "116 123", "116 124"},
           {ChangeArea::Wordings, "a.b", "The wording \"a.b\" (en-GB) is new.", "", "Hello."}},
          {cost, {{"a.chat", 5, 1}, "choose: x", {}, {"offers: A | B"}}, again}};
}

}  // namespace

TEST_CASE("difference report: grouped sentences, the old and the new words below them") {
  CHECK(differences_text(some()) ==
        "Facts about services\n"
        "  The phone number of Samaritans has changed.\n"
        "    It was: 116 123\n"
        "    It is now: 116 124\n"
        "\n"
        "Wordings\n"
        "  The wording \"a.b\" (en-GB) is new.\n"
        "    It is now: Hello.\n"
        "\n"
        "Stored conversations that are answered differently\n"
        "  The guide\n"
        "    no longer says: A lot.\n"
        "    now says: Little.\n"
        "  after \"user: cost\" at a.chat:2\n"
        "  after \"user: cost\" at a.chat:9\n"
        "  The guide\n"
        "    now offers: A | B\n"
        "  after \"choose: x\" at a.chat:5\n"
        "\n"
        "2 changes; 3 stored conversations are answered differently\n");
}

TEST_CASE("difference report: no difference says so") {
  CHECK(differences_text({}) == "No differences.\n");
  CHECK(differences_json({}) == "{\"changes\":[],\"answers\":[]}\n");
}

TEST_CASE("difference report: the same for programs") {
  const std::string json = differences_json(some());
  CHECK(json.find("{\"area\":\"facts\",\"about\":\"samaritans\",\"sentence\":\"The phone number of "
                  "Samaritans has changed.\",\"before\":\"116 123\",\"after\":\"116 124\"}") !=
        std::string::npos);
  CHECK(
      json.find("{\"file\":\"a.chat\",\"line\":5,\"visitor\":\"choose: x\",\"gone\":[],\"added\":["
                "\"offers: A | B\"]}") != std::string::npos);
}

}  // namespace waymark
