#pragma once
// A tiny pack in memory, complete and without a finding, whose files a test can replace or break.
// Every kind of file, node, intent, slot and part is in it once. One thread.
//
//   SmallPack pack;
//   pack.replace("flows/welcome.json", "\"next\": \"menu\"", "\"next\": \"menuu\"");
//   CompileResult result = pack.compile();
//   CHECK(result.diagnostics[0].place == pack.place_of("flows/welcome.json", "menuu"));

#include <chrono>
#include <map>
#include <string>
#include <string_view>

#include "engine/api/content.h"

namespace waymark::fakes {

// The day on which dates are judged: the facts of the small pack were checked on it.
inline constexpr std::chrono::year_month_day kToday{std::chrono::year(2026), std::chrono::month(11),
                                                    std::chrono::day(22)};

class SmallPack {
 public:
  // The whole pack; its files are in small_pack_files.cc.
  SmallPack();

  // Adds a file or replaces it whole. Paths are those inside the pack, as in "flows/welcome.json".
  SmallPack& put(std::string_view path, std::string text);

  SmallPack& remove(std::string_view path);

  // Changes the first `from` of a file to `to`. Throws when there is none, so that a test does not
  // pass because its fault was never made.
  SmallPack& replace(std::string_view path, std::string_view from, std::string_view to);

  [[nodiscard]] const std::string& text(std::string_view path) const;

  // Where the first `words` stand in a file, as diagnostics show it: "small/flows/welcome.json".
  [[nodiscard]] SourcePlace place_of(std::string_view path, std::string_view words) const;

  [[nodiscard]] PackSource source() const;
  [[nodiscard]] CompileResult compile(std::chrono::year_month_day today = kToday) const;

 private:
  std::map<std::string, std::string, std::less<>> files_;
};

// The small pack as it stands, compiled.
[[nodiscard]] BundlePtr small_bundle();

// The files of the small pack by path.
[[nodiscard]] std::map<std::string, std::string, std::less<>> small_pack_files();

}  // namespace waymark::fakes
