#pragma once
// What of a pack conversation tests can visit, and what they did. A rehearsal marks it
// (rehearsal.h); here are the names and places. Stateless; any thread.
//
//   const std::vector<CoverageItem> items = coverage_items(*bundle, source);
//   if (!report.covered[3]) show(items[3].place, items[3].name);

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/content.h"
#include "engine/api/diagnostic.h"

namespace waymark {

enum class CoverageKind : std::uint8_t {
  Node,
  Edge,    // a way from a node to another, or a choice
  Intent,  // a typed message was taken for it
  Prompt,  // was said, or shown as a label; without those of opening hours, which need a time
  Locale
};
inline constexpr std::size_t kCoverageKinds = 5;

[[nodiscard]] std::string_view name_of(CoverageKind kind);

struct CoverageItem {
  CoverageKind kind = CoverageKind::Node;
  std::string name;
  SourcePlace place;  // where it is written
};

// All of them in a fixed order, by kind. `source` is what the bundle was compiled from: it has the
// places.
[[nodiscard]] std::vector<CoverageItem> coverage_items(const Bundle& bundle,
                                                       const PackSource& source);

}  // namespace waymark
