#include "engine/api/reroute.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/compile/declaration_reader.h"
#include "engine/turn/understanding.h"

namespace waymark {
namespace {

constexpr std::string_view kTyped = "user:";

std::string route_of(const Bundle& bundle, const std::string& text) {
  const Understanding seen = understand(*bundle.locales.front(), text, {});
  if (seen.risk.is_at_risk()) return std::string(name_of(seen.risk.category));
  return seen.meaning ? bundle.intents[seen.meaning->intent].id.value : "none";
}

std::string_view trimmed(std::string_view text) {
  const auto is_blank = [](char letter) {
    return letter == ' ' || letter == '\t' || letter == '\r';
  };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::vector<KnownLine> example_lines(const PackSource& source) {
  Findings findings;
  const Declarations declared = read_declarations(source, findings);
  std::vector<KnownLine> lines;
  const auto add = [&lines](const std::vector<PlacedText>& texts) {
    for (const PlacedText& text : texts) lines.push_back({text.text, text.place});
  };
  for (const IntentDeclaration& intent : declared.intents) add(intent.examples);
  for (const RiskDeclaration& rule : declared.risks) {
    add(rule.fires);
    add(rule.silent);
  }
  return lines;
}

std::vector<KnownLine> typed_lines(const SourceFile& chat) {
  std::vector<KnownLine> lines;
  std::string_view rest = chat.text;
  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trimmed(rest.substr(0, end));
    if (line.starts_with(kTyped)) {
      lines.push_back({std::string(trimmed(line.substr(kTyped.size()))), {chat.path, number, 1}});
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return lines;
}

std::vector<Reroute> reroutes(const Bundle& before, const Bundle& after,
                              const std::vector<KnownLine>& lines) {
  std::vector<Reroute> changed;
  for (const KnownLine& line : lines) {
    std::string was = route_of(before, line.text);
    std::string is = route_of(after, line.text);
    if (was != is) changed.push_back({line, std::move(was), std::move(is)});
  }
  return changed;
}

}  // namespace waymark
