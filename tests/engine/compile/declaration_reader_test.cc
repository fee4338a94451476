#include "engine/compile/declaration_reader.h"

#include <doctest/doctest.h>

#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

using fakes::SmallPack;

// What is found in a pack of a pack.json and one more file, apart from what pack.json lacks.
std::vector<Diagnostic> found_in(const std::string& path, const std::string& text) {
  Findings findings;
  const PackSource source{
      {{{"p/pack.json", "pack.json",
         R"({"pack": "p", "version": "1", "title": "P", "locales": ["en-GB"]})"},
        {"p/" + path, path, text}}}};
  static_cast<void>(read_declarations(source, findings));
  return findings.take_sorted();
}

}  // namespace

TEST_CASE("declaration reader: the folder says what kind a file is") {
  const Declarations declared = [] {
    Findings findings;
    const Declarations all = read_declarations(SmallPack().source(), findings);
    CHECK(findings.take_sorted().empty());
    return all;
  }();
  CHECK(declared.packs.size() == 1);
  CHECK(declared.slots.size() == 3);
  CHECK(declared.sets.size() == 9);
  CHECK(declared.rewrites.size() == 7);
  CHECK(declared.entities.size() == 7);
  CHECK(declared.intents.size() == 10);
  CHECK(declared.risks.size() == 5);
  CHECK(declared.plans.size() == 9);
  CHECK(declared.last_resort.size() == 3);
  CHECK(declared.services.size() == 5);
  CHECK(declared.flows.size() == 7);
  CHECK(declared.prompts.size() == 59);
  CHECK(declared.hazards.size() == 2);
  CHECK(declared.known_words.find("plant\n") != std::string::npos);
}

TEST_CASE("declaration reader: a file in no known folder") {
  for (const char* path : {"notes.json", "flow/a.json", "tests/a.json", "Flows/a.json"}) {
    CAPTURE(std::string(path));
    const std::vector<Diagnostic> found = found_in(path, "{");
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "WM104");
    CHECK(found[0].place == SourcePlace{"p/" + std::string(path), 1, 1});
  }
}

TEST_CASE("declaration reader: folders below the known ones are read too") {
  CHECK(found_in("flows/help/deep/a.json",
                 R"({"flow": "a", "start": "b", "nodes": {"b": {"kind": "end"}}})")
            .empty());
  CHECK(found_in("services/uk.json", R"({"services": []})").empty());
}

TEST_CASE("declaration reader: JSON that is broken, with line and column") {
  struct Row {
    std::string what;
    std::string text;
    std::string code;
    std::uint32_t line;
    std::uint32_t column;
  };
  const Row rows[] = {
      {"no JSON", "{\n \"flow\": }", "WM101", 2, 10},
      {"an empty file", "", "WM101", 1, 1},
      {"no object", "[]", "WM111", 1, 1},
      {"a text", "\"flow\"", "WM111", 1, 1},
      {"too deep", "\n" + std::string(40, '['), "WM103", 2, 33},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::vector<Diagnostic> found = found_in("flows/a.json", row.text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == row.code);
    CHECK(found[0].place == SourcePlace{"p/flows/a.json", row.line, row.column});
  }
}

TEST_CASE("declaration reader: keys twice or unknown") {
  fakes::check_faults({
      {"twice", "pack.json", "\"title\": \"A small pack\",",
       "\"title\": \"A small pack\", \"title\": \"B\",", "WM102", "\"title\": \"B\""},
      {"unknown", "pack.json", "\"start\": \"welcome\",",
       "\"start\": \"welcome\", \"begin\": \"welcome\",", "WM112", "\"begin\""},
  });
}

TEST_CASE("declaration reader: a pack needs its pack.json") {
  Findings findings;
  const PackSource source{
      {{{"p/flows/a.json", "flows/a.json", R"({"flow": "a", "start": "b", "nodes": {}})"}}, {}}};
  CHECK(read_declarations(source, findings).packs.empty());
  const std::vector<Diagnostic> found = findings.take_sorted();
  REQUIRE(found.size() == 2);
  for (const Diagnostic& diagnostic : found) CHECK(diagnostic.code == "WM105");
  CHECK(found[0].place == SourcePlace{"p/flows/a.json", 1, 1});
  CHECK(found[1].place == SourcePlace{"pack.json", 1, 1});
}

TEST_CASE("declaration reader: problems of all files are found in one go") {
  const CompileResult result = SmallPack()
                                   .put("flows/a.json", "{")
                                   .put("flows/b.json", "[]")
                                   .replace("services.json", "116 123", "call us")
                                   .compile();
  std::string codes;
  for (const Diagnostic& diagnostic : result.diagnostics) codes += diagnostic.code + ' ';
  CHECK(codes == "WM101 WM111 WM604 ");
}

}  // namespace waymark
