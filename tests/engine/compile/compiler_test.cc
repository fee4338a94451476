#include <doctest/doctest.h>

#include <algorithm>

#include "engine/api/content.h"
#include "engine/api/engine.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

using fakes::SmallPack;

std::string all_of(const CompileResult& result) {
  std::string out;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    out += format_diagnostic(diagnostic) + '\n';
  }
  return out;
}

// A pack that has nothing but its pack.json.
std::vector<SourceFile> bare_pack(const std::string& more = "") {
  return {{"net/pack.json", "pack.json",
           R"({"pack": "net", "version": "1", "title": "Net", "locales": ["en-GB"])" + more + "}"}};
}

}  // namespace

TEST_CASE("compile_pack: a whole pack compiles without a finding") {
  const CompileResult result = SmallPack().compile();
  CHECK(all_of(result) == "");
  CHECK(result.bundle != nullptr);
}

TEST_CASE("compile_pack: the same files give the same diagnostics and fingerprint") {
  const CompileResult one = SmallPack().compile();
  const CompileResult other = SmallPack().compile();
  CHECK(summarise(*one.bundle).fingerprint == summarise(*other.bundle).fingerprint);
  SmallPack changed;
  changed.replace("prompts/en-GB/topics.json", "Hello.", "Hello!");
  CHECK(summarise(*changed.compile().bundle).fingerprint != summarise(*one.bundle).fingerprint);
}

TEST_CASE("compile_pack: a pack takes over all files of the one that it extends") {
  SmallPack pack;
  PackSource source = pack.source();
  const auto is_below = [](const SourceFile& file) {
    return file.kind_path.starts_with("risk/") || file.kind_path == "crisis_plan.json" ||
           file.kind_path == "services.json";
  };
  std::vector<SourceFile> below = bare_pack();
  std::ranges::copy_if(source.packs[0], std::back_inserter(below), is_below);
  std::erase_if(source.packs[0], is_below);
  source.packs.insert(source.packs.begin(), below);
  const CompileResult result = compile_pack(source, fakes::kToday);
  CHECK(all_of(result) == "");
  REQUIRE(result.bundle != nullptr);
  CHECK(summarise(*result.bundle).pack == "small");
  CHECK(summarise(*result.bundle).risk_rules == 5);
}

TEST_CASE("compile_pack: ids of two packs must not clash") {
  SmallPack pack;
  PackSource source = pack.source();
  std::vector<SourceFile> below = bare_pack();
  below.push_back(
      {"net/flows/fallback.json", "flows/fallback.json", pack.text("flows/fallback.json")});
  source.packs.insert(source.packs.begin(), below);
  const CompileResult result = compile_pack(source, fakes::kToday);
  CHECK(result.bundle == nullptr);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "WM207");
  CHECK(result.diagnostics[0].place.file == "small/flows/fallback.json");
}

TEST_CASE("compile_pack: problems of all kinds at once, in the order of their places") {
  SmallPack pack;
  pack.replace("flows/fallback.json", "\"next\": \"done\"", "\"next\": \"dona\"");
  pack.replace("intents/topics.json", "{feel} [", "{feel} (");
  pack.replace("services.json", "116 123", "call us");
  pack.replace("services.json", "https://clinic", "http://clinic");
  const CompileResult result = pack.compile();
  CHECK(result.bundle == nullptr);
  std::string codes;
  for (const Diagnostic& diagnostic : result.diagnostics) codes += diagnostic.code + ' ';
  CHECK(codes == "WM203 WM303 WM604 WM603 ");
  CHECK(std::ranges::is_sorted(result.diagnostics, {}, [](const Diagnostic& diagnostic) {
    return std::pair(diagnostic.place.file, diagnostic.place.line);
  }));
}

// A null bundle without a reason would be a pack that nobody can mend.
TEST_CASE("compile_pack: where there is no bundle there is an error that says why") {
  struct Row {
    std::string what;
    PackSource source;
  };
  const Row rows[] = {
      {"nothing at all", {}},
      {"a pack without files", {{{}}}},
      {"a pack.json alone", {{bare_pack()}}},
      {"no locales", SmallPack().replace("pack.json", "[\"en-GB\"]", "[]").source()},
      {"a broken pack.json", SmallPack().put("pack.json", "{").source()},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const CompileResult result = compile_pack(row.source, fakes::kToday);
    CHECK(result.bundle == nullptr);
    CHECK(has_errors(result.diagnostics));
  }
}

// A slip in "locale" would silence every rule of the file.
TEST_CASE("compile_pack: a file of a locale that the pack does not have is reported") {
  for (const std::string path : {"risk/rules.json", "intents/talk.json", "lexicon/words.json",
                                 "prompts/en-GB/engine.json"}) {
    CAPTURE(path);
    const CompileResult result = SmallPack().replace(path, "\"en-GB\"", "\"en_GB\"").compile();
    CAPTURE(all_of(result));
    bool names_file = false;
    for (const Diagnostic& diagnostic : result.diagnostics) {
      names_file =
          names_file || (diagnostic.code == "WM216" && diagnostic.place.file == "small/" + path);
    }
    CHECK(names_file);
  }
}

TEST_CASE("compile_pack: so is one of cues, once for all of them") {
  SmallPack pack;
  for (const std::string path : {"cues/a.json", "cues/b.json"}) {
    pack.put(path, R"({"locale": "en_GB", "about": "risk",
      "cues": {"some": "none 1", "more": "none 2"}})");
  }
  const CompileResult result = pack.compile();
  CHECK(result.bundle == nullptr);
  REQUIRE(result.diagnostics.size() == 2);
  CHECK(result.diagnostics[0].code == "WM216");
  CHECK(result.diagnostics[0].place == pack.place_of("cues/a.json", "some"));
  CHECK(result.diagnostics[1].place == pack.place_of("cues/b.json", "some"));
}

TEST_CASE("compile_pack: so is one that only rewrites words, names values or sorts them") {
  for (const std::string more :
       {R"("rewrites": {"ta": "thanks"})", R"("misspellings": {"tow": "two"})",
        R"("entities": {"nation": {"wales": ["cymru"]}})", R"("classes": {"row": ["argue"]})"}) {
    CAPTURE(more);
    const CompileResult result =
        SmallPack().put("lexicon/more.json", "{\"locale\": \"en_GB\", " + more + "}").compile();
    CHECK(result.bundle == nullptr);
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].code == "WM216");
    CHECK(result.diagnostics[0].place.file == "small/lexicon/more.json");
  }
}

TEST_CASE("compile_pack: dates are judged on the day that is given") {
  using std::chrono::years;
  CHECK(SmallPack().compile(fakes::kToday).bundle != nullptr);
  const CompileResult later = SmallPack().compile(fakes::kToday + years(2));
  CHECK(later.bundle == nullptr);
  CHECK(later.diagnostics.size() == 5);
  for (const Diagnostic& diagnostic : later.diagnostics) CHECK(diagnostic.code == "WM601");
}

TEST_CASE("compile_pack: a pack can be tried out before its examples hold") {
  SmallPack pack;
  pack.replace("intents/talk.json", "\"cheers\", \"thanks\"]", "\"cheers\", \"ta very much\"]");
  CHECK(pack.compile().bundle == nullptr);
  CHECK(compile_pack(pack.source(), fakes::kToday, Examples::Skip).bundle != nullptr);
  pack.replace("services.json", "116 123", "call us");
  CHECK(compile_pack(pack.source(), fakes::kToday, Examples::Skip).bundle == nullptr);
}

TEST_CASE("compile_pack: what is compiled answers") {
  const BundlePtr bundle = fakes::small_bundle();
  const UtcSeconds now = std::chrono::sys_days(fakes::kToday);
  const Session session = start_session(*bundle, "en-GB");
  const std::pair<std::string, std::string> rows[] = {
      {"what is ipt", "IPT is a talking therapy."},
      {"i want to die", "You are not alone with this."},
      {"xyzzy", "Sorry, I did not get that."},
  };
  for (const auto& [message, words] : rows) {
    CAPTURE(message);
    const Turn turn = take_turn(*bundle, session, SayMessage{TypedText(message)}, now);
    REQUIRE_FALSE(turn.reply.parts.empty());
    CHECK(std::get<TextPart>(turn.reply.parts[0]).text == words);
  }
}

}  // namespace waymark
