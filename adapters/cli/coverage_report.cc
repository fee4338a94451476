#include "adapters/cli/coverage_report.h"

#include <cmath>

#include "adapters/cli/text_wrap.h"
#include "adapters/protocol/json_text.h"

namespace waymark {
namespace {

constexpr std::size_t kNameWidth = 12;
constexpr std::size_t kFigureWidth = 9;

std::string place_text(const SourcePlace& place) {
  return place.file + ':' + std::to_string(place.line);
}

CoverageKind kind_at(std::size_t i) { return static_cast<CoverageKind>(i); }

}  // namespace

double CoverageCount::share() const {
  return all == 0 ? 1.0 : static_cast<double>(covered) / static_cast<double>(all);
}

CoverageCounts count_covered(const std::vector<CoverageItem>& items,
                             const std::vector<bool>& covered) {
  CoverageCounts counts;
  for (std::size_t i = 0; i < items.size(); ++i) {
    CoverageCount& count = counts[static_cast<std::size_t>(items[i].kind)];
    ++count.all;
    if (i < covered.size() && covered[i]) ++count.covered;
  }
  return counts;
}

std::string share_text(double share) {
  const long thousandths = std::lround(std::floor(share * 1000 + 1e-9));
  return std::to_string(thousandths / 1000) + '.' +
         std::to_string(1000 + thousandths % 1000).substr(1);
}

std::string coverage_table(const CoverageCounts& counts) {
  std::string table = padded_to("Coverage", kNameWidth) + padded_to("covered", kFigureWidth) +
                      padded_to("all", kFigureWidth) + "share\n";
  for (std::size_t i = 0; i < counts.size(); ++i) {
    table += padded_to(name_of(kind_at(i)), kNameWidth) +
             padded_to(std::to_string(counts[i].covered), kFigureWidth) +
             padded_to(std::to_string(counts[i].all), kFigureWidth) +
             share_text(counts[i].share()) + '\n';
  }
  return table;
}

std::string uncovered_list(const std::vector<CoverageItem>& items,
                           const std::vector<bool>& covered) {
  std::string list;
  for (std::size_t kind = 0; kind < kCoverageKinds; ++kind) {
    bool has_title = false;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].kind != kind_at(kind) || (i < covered.size() && covered[i])) continue;
      if (!has_title) list += "\nNot covered, " + std::string(name_of(kind_at(kind))) + ":\n";
      has_title = true;
      list += place_text(items[i].place) + "  " + items[i].name + '\n';
    }
  }
  return list;
}

void append_coverage_json(std::string& out, const std::vector<CoverageItem>& items,
                          const std::vector<bool>& covered) {
  const CoverageCounts counts = count_covered(items, covered);
  JsonObject object(out);
  for (std::size_t kind = 0; kind < kCoverageKinds; ++kind) {
    JsonObject inner(object.begin(name_of(kind_at(kind))));
    inner.member("covered", counts[kind].covered);
    inner.member("all", counts[kind].all);
    inner.member("share", counts[kind].share());
    std::vector<const CoverageItem*> missing;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const bool is_covered = i < covered.size() && covered[i];
      if (items[i].kind == kind_at(kind) && !is_covered) missing.push_back(&items[i]);
    }
    append_json_list(inner.begin("missing"), missing, [&out](const CoverageItem* item) {
      JsonObject each(out);
      each.member("name", item->name);
      each.member("file", item->place.file);
      each.member("line", item->place.line);
      each.close();
    });
    inner.close();
  }
  object.close();
}

}  // namespace waymark
