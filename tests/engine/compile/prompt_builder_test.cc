#include <doctest/doctest.h>

#include "engine/turn/bundle.h"
#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

const std::string kPath = "prompts/en-GB/topics.json";

// The small pack with a second locale, whose prompts are those of the first.
fakes::SmallPack two_locales() {
  fakes::SmallPack pack;
  pack.replace("pack.json", "[\"en-GB\"]", "[\"en-GB\", \"cy-GB\"]");
  for (const char* file : {"topics.json", "engine.json"}) {
    pack.put("prompts/cy-GB/" + std::string(file), pack.text("prompts/en-GB/" + std::string(file)));
    pack.replace("prompts/cy-GB/" + std::string(file), "\"en-GB\"", "\"cy-GB\"");
  }
  return pack;
}

std::string label(const LocaleContent& content, std::string_view id) {
  for (std::uint32_t i = 0; i < content.prompts.size(); ++i) {
    const auto index = static_cast<PromptIndex>(i);
    if (content.prompts.at(index).id.value == id) return content.prompts.label(index);
  }
  return "";
}

}  // namespace

TEST_CASE("prompt builder: words, with all their variants") {
  const BundlePtr bundle = fakes::small_bundle();
  const PromptTable& prompts = bundle->locales.front()->prompts;
  CHECK(prompts.size() == bundle->summary.prompts);
  CHECK(label(*bundle->locales.front(), "welcome.hello") == "Hello.");
  for (std::uint32_t i = 0; i < prompts.size(); ++i) {
    const Prompt& prompt = prompts.at(static_cast<PromptIndex>(i));
    CHECK(prompt.variants.size() == (prompt.id.value == "chat.thanks.reply" ? 2 : 1));
  }
}

TEST_CASE("prompt builder: the engine's own prompts") {
  const BundlePtr bundle = fakes::small_bundle();
  const PromptTable& prompts = bundle->locales.front()->prompts;
  CHECK(prompts.at(bundle->prompts.resume).id.value == "engine.resume");
  CHECK(prompts.at(bundle->prompts.clarify_none).id.value == "engine.clarify.none");
  CHECK(prompts.at(bundle->prompts.back_nothing).id.value == "engine.back.nothing");
  CHECK(prompts.at(bundle->prompts.hours.always).id.value == "engine.hours.always");
}

TEST_CASE("prompt builder: each prompt that the engine says must be there") {
  const std::vector<std::string> needed = {"engine.resume",
                                           "engine.clarify",
                                           "engine.clarify.none",
                                           "engine.or_else",
                                           "engine.fallback.again",
                                           "engine.help_stays",
                                           "engine.forgotten",
                                           "engine.nothing_to_repeat",
                                           "engine.stopped",
                                           "engine.back.nothing",
                                           "engine.undone",
                                           "engine.go_on",
                                           "engine.form.changed",
                                           "engine.form.unanswered",
                                           "engine.hours.always",
                                           "engine.hours.list",
                                           "engine.hours.open",
                                           "engine.hours.closed.today",
                                           "engine.hours.closed.tomorrow",
                                           "engine.hours.closed.later"};
  for (const std::string& id : needed) {
    CAPTURE(id);
    fakes::SmallPack pack;
    pack.replace("prompts/en-GB/engine.json", '"' + id + '"', "\"engine.hours.extra\"");
    const CompileResult result = pack.compile();
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].code == "WM201");
    CHECK(result.diagnostics[0].message.find(id) != std::string::npos);
    CHECK(result.diagnostics[0].place == [&pack] {
      SourcePlace place = pack.place_of("pack.json", "small");
      return place;
    }());
  }
}

TEST_CASE("prompt builder: words that are wrong") {
  fakes::check_faults({
      {"a brace too few", kPath, "\"Hello.\"", "\"Hello {nation.\"", "WM212", "Hello {"},
      {"an unknown format", kPath, "\"Hello.\"", "\"{sessions, many}\"", "WM212",
       "{sessions, many}"},
      {"a plural without other", kPath, "one {# session} other {# sessions}", "one {# session}",
       "WM212", "Plan for"},
      {"an argument that is no slot", kPath, "{nation}", "{country}", "WM211", "In {country}"},
      {"opening times outside the prompts for them", kPath, "\"Hello.\"", "\"Hello at {time}.\"",
       "WM211", "Hello at {"},
      {"in one of several wordings", kPath, "\"Glad that helped.\"", "\"Glad that {helped}.\"",
       "WM211", "Glad that {"},
      {"nothing", kPath, "\"Prices differ.\"", "\"\"", "WM113", "\", \"help.cost.online\""},
      {"twice in one locale", kPath, "\"welcome.hello\"",
       "\"engine.hours.always\": \"Always.\", \"welcome.hello\"", "WM207",
       "\"engine.hours.always\""},
  });
}

TEST_CASE("prompt builder: numbers of services come from the service table alone") {
  fakes::check_faults({
      {"a number with blanks", kPath, "\"Prices differ.\"", "\"Call 0300 123 4567 now.\"", "WM213",
       "Call 0300"},
      {"a number with hyphens", kPath, "\"Prices differ.\"", "\"Or 116-123.\"", "WM213", "Or 116"},
      {"the short number of a service", kPath, "\"Prices differ.\"", "\"Text 85258.\"", "WM213",
       "Text 85258"},
  });
  fakes::SmallPack pack;
  pack.replace(kPath, "\"Prices differ.\"",
               "\"Call 999 by 22 November 2026, or pay 1,200 to 12500.\"");
  CHECK(pack.compile().diagnostics.empty());
}

TEST_CASE("prompt builder: every locale has its own words") {
  fakes::SmallPack pack = two_locales();
  pack.replace("prompts/cy-GB/topics.json", "\"Hello.\"", "\"Helo.\"");
  const BundlePtr bundle = pack.compile().bundle;
  REQUIRE(bundle != nullptr);
  REQUIRE(bundle->locales.size() == 2);
  CHECK(label(*bundle->locales[0], "welcome.hello") == "Hello.");
  CHECK(label(*bundle->locales[1], "welcome.hello") == "Helo.");
}

TEST_CASE("prompt builder: a locale that lacks words") {
  for (const bool is_first : {true, false}) {
    const std::string has = is_first ? "en-GB" : "cy-GB";
    const std::string lacks = is_first ? "cy-GB" : "en-GB";
    fakes::SmallPack pack = two_locales();
    pack.replace("prompts/" + lacks + "/topics.json", "\"welcome.hello\": \"Hello.\", ", "");
    const CompileResult result = pack.compile();
    CHECK(result.bundle == nullptr);
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].code == "WM210");
    CHECK(result.diagnostics[0].place ==
          pack.place_of("prompts/" + has + "/topics.json", "\"welcome.hello\""));
    CHECK(result.diagnostics[0].message.find(lacks) != std::string::npos);
  }
}

TEST_CASE("prompt builder: arguments are the same in every locale") {
  fakes::SmallPack pack = two_locales();
  pack.replace("prompts/cy-GB/topics.json", "In {nation} this", "In {sessions} this");
  const CompileResult result = pack.compile();
  CHECK(result.bundle == nullptr);
  CHECK_FALSE(result.diagnostics.empty());
}

}  // namespace waymark
