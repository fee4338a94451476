#include <doctest/doctest.h>

#include "tests/fakes/pack_versions.h"

namespace waymark {

TEST_CASE("word changes: a wording is told with its old and its new words") {
  fakes::SmallPack after;
  after.replace("prompts/en-GB/topics.json", "\"Hello.\"", "[\"Good day.\", \"Hello there.\"]");
  CHECK(fakes::changes_to(after) ==
        std::vector<Change>{{ChangeArea::Wordings, "welcome.hello",
                             "The wording \"welcome.hello\" (en-GB) has changed.", "Hello.",
                             "(1) Good day.\n(2) Hello there."}});
}

TEST_CASE("word changes: facts are told by the name of the service") {
  fakes::SmallPack after;
  after.replace("services.json", "116 123", "116 124");
  after.replace("services.json", "\"from\": \"09:00\"", "\"from\": \"10:00\"");
  const std::vector<Change> changes = fakes::changes_to(after);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].sentence == "When Example clinic is open has changed.");
  CHECK(changes[0].before == "mon-fri from 09:00 to 17:00 and sat,sun from 22:00 to 02:00");
  CHECK(changes[1] == Change{ChangeArea::Facts, "samaritans",
                             "The phone number of Samaritans has changed.", "116 123", "116 124"});
}

TEST_CASE("word changes: a service that nobody knew yet comes with all of its facts") {
  fakes::SmallPack after;
  after.replace("services.json", "{\"id\": \"shout\"", R"({"id": "other", "name": "Other line",
    "nations": ["all"], "audience": "anyone", "phone": "0800 1111", "hours": "always",
    "cost": "free", "source": "test page", "last_verified": "2026-11-22"}, {"id": "shout")");
  const fakes::Sentences sentences = fakes::sentences_of(after);
  REQUIRE(sentences.size() > 3);
  CHECK(sentences[0] == "The service \"Other line\" is new.");
  CHECK(sentences[2] == "The phone number of Other line is new.");
}

}  // namespace waymark
