#include "tests/fakes/small_pack.h"

#include <stdexcept>
#include <utility>

namespace waymark::fakes {
namespace {

constexpr std::string_view kFolder = "small/";

std::size_t offset_of(const std::string& text, std::string_view words) {
  const std::size_t offset = text.find(words);
  if (offset == std::string::npos) {
    throw std::logic_error("the small pack does not say: " + std::string(words));
  }
  return offset;
}

[[noreturn]] void throw_missing(std::string_view path) {
  throw std::logic_error("the small pack has no file " + std::string(path));
}

}  // namespace

SmallPack::SmallPack() : files_(small_pack_files()) {}

SmallPack& SmallPack::put(std::string_view path, std::string text) {
  files_.insert_or_assign(std::string(path), std::move(text));
  return *this;
}

SmallPack& SmallPack::remove(std::string_view path) {
  const auto found = files_.find(path);
  if (found == files_.end()) throw_missing(path);
  files_.erase(found);
  return *this;
}

SmallPack& SmallPack::replace(std::string_view path, std::string_view from, std::string_view to) {
  std::string changed = text(path);
  changed.replace(offset_of(changed, from), from.size(), to);
  return put(path, std::move(changed));
}

const std::string& SmallPack::text(std::string_view path) const {
  const auto found = files_.find(path);
  if (found == files_.end()) throw_missing(path);
  return found->second;
}

SourcePlace SmallPack::place_of(std::string_view path, std::string_view words) const {
  const std::string& all = text(path);
  SourcePlace place{std::string(kFolder) + std::string(path), 1, 1};
  for (const char c : std::string_view(all).substr(0, offset_of(all, words))) {
    ++place.column;
    if (c != '\n') continue;
    ++place.line;
    place.column = 1;
  }
  return place;
}

PackSource SmallPack::source() const {
  PackSource source;
  auto& files = source.packs.emplace_back();
  for (const auto& [path, text] : files_) {
    files.push_back({std::string(kFolder) + path, path, text});
  }
  return source;
}

CompileResult SmallPack::compile(std::chrono::year_month_day today) const {
  return compile_pack(source(), today);
}

BundlePtr small_bundle() {
  CompileResult result = SmallPack().compile();
  for (const Diagnostic& diagnostic : result.diagnostics) {
    throw std::logic_error(format_diagnostic(diagnostic));
  }
  return std::move(result.bundle);
}

}  // namespace waymark::fakes
