#include "adapters/host/pack_reader.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>

#include "engine/api/limits.h"
#include "tests/fakes/temporary_folder.h"

namespace waymark {

namespace {

std::vector<std::string> kinds_of(const std::vector<SourceFile>& files) {
  std::vector<std::string> kinds;
  for (const SourceFile& file : files) kinds.push_back(file.kind_path);
  return kinds;
}

}  // namespace

TEST_CASE("pack reader: JSON files in order, the base first, tests and schemas left out") {
  const fakes::TemporaryFolder folder;
  folder.write_all({{"top/pack.json", R"({"extends": "base"})"},
                    {"top/intents/b.json", "{}"},
                    {"top/intents/a.json", "{}"},
                    {"top/intents/deep/er/c.json", "{}"},
                    {"top/tests/x.json", "{}"},
                    {"top/schema/x.json", "{}"},
                    {"top/README.md", "no"},
                    {"top/.hidden.json", "{}"},
                    {"top/.git/x.json", "{}"},
                    {"base/pack.json", "{}"},
                    {"base/services.json", "[1]"}});
  const PackReading reading = read_pack(folder.path() / "top");
  CHECK(reading.problems.empty());
  REQUIRE(reading.source.packs.size() == 2);
  CHECK(kinds_of(reading.source.packs[0]) ==
        std::vector<std::string>{"pack.json", "services.json"});
  CHECK(reading.source.packs[0][1].text == "[1]");
  CHECK(kinds_of(reading.source.packs[1]) ==
        std::vector<std::string>{"intents/a.json", "intents/b.json", "intents/deep/er/c.json",
                                 "pack.json"});
  CHECK(reading.source.packs[1][3].path.ends_with("top/pack.json"));
}

TEST_CASE("pack reader: a pack.json that cannot be understood extends nothing, and is passed on") {
  for (const char* text : {"{", "[]", "{\"extends\": 3}", ""}) {
    const fakes::TemporaryFolder folder;
    folder.write("top/pack.json", text);
    const PackReading reading = read_pack(folder.path() / "top");
    CHECK(reading.problems.empty());
    REQUIRE(reading.source.packs.size() == 1);
    CHECK(reading.source.packs[0][0].text == text);
  }
}

TEST_CASE("pack reader: what cannot be read is named, all of it") {
  const fakes::TemporaryFolder folder;
  folder.write_all({{"top/pack.json", "{}"},
                    {"outside.json", "{}"},
                    {"top/large.json", std::string(kMaxSourceFileBytes + 1, ' ')}});
  std::filesystem::create_symlink("../outside.json", folder.path() / "top" / "link.json");
  std::filesystem::create_directory_symlink(folder.path(), folder.path() / "top" / "way_out");
  REQUIRE(::mkfifo((folder.path() / "top" / "pipe.json").c_str(), 0600) == 0);
  const PackReading reading = read_pack(folder.path() / "top");
  CHECK(reading.problems.size() == 4);
  for (const char* name : {"large.json is too large", "link.json is a link", "way_out is a link",
                           "pipe.json is not a plain file"}) {
    const bool is_named = std::ranges::any_of(reading.problems, [name](const std::string& problem) {
      return problem.find(name) != std::string::npos;
    });
    CHECK_MESSAGE(is_named, name);
  }
}

TEST_CASE("pack reader: what `extends` may not name") {
  struct Row {
    const char* extends;
    const char* problem;
  };
  for (const Row& row : {Row{"../other", "not the name of a folder"}, Row{"", "not the name"},
                         Row{"missing", "which is not there"}, Row{"top", "in a circle"},
                         Row{"elsewhere", "which is not there"}}) {
    const fakes::TemporaryFolder folder;
    folder.write("top/pack.json", std::string(R"({"extends": ")") + row.extends + "\"}");
    std::filesystem::create_directory_symlink("/", folder.path() / "elsewhere");
    const PackReading reading = read_pack(folder.path() / "top");
    REQUIRE(reading.problems.size() == 1);
    CHECK_MESSAGE(reading.problems[0].find(row.problem) != std::string::npos, reading.problems[0]);
  }
}

TEST_CASE("pack reader: a pack that comes with the program is extended from anywhere") {
  const fakes::TemporaryFolder folder;
  folder.write("top/pack.json", R"({"extends": "safety-uk"})");
  const PackReading far = read_pack(folder.path() / "top");
  CHECK(far.problems.empty());
  REQUIRE(far.source.packs.size() == 2);
  CHECK(far.source.packs[0].size() > 10);
  folder.write("safety-uk/pack.json", "{}");
  const PackReading beside = read_pack(folder.path() / "top");
  REQUIRE(beside.source.packs.size() == 2);
  CHECK(beside.source.packs[0].size() == 1);
}

TEST_CASE("pack reader: a folder that is none or empty") {
  const fakes::TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "empty");
  CHECK(read_pack(folder.path() / "missing").problems.size() == 1);
  CHECK(read_pack(folder.path() / "empty").problems.size() == 1);
  CHECK(read_pack(folder.write("file.json", "{}")).problems.size() == 1);
}

TEST_CASE("pack reader: more files than a pack may have are one problem, not many") {
  const fakes::TemporaryFolder folder;
  for (std::size_t number = 0; number < kMaxPackFiles + 5; ++number) {
    folder.write("top/" + std::to_string(number) + ".json", "{}");
  }
  CHECK(read_pack(folder.path() / "top").problems.size() == 1);
}

}  // namespace waymark
