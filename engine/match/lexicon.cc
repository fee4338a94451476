#include "engine/match/lexicon.h"

#include <utility>

namespace waymark {

bool Lexicon::declare(std::string name, std::vector<Entry> entries) {
  return sets_.try_emplace(std::move(name), Set{std::move(entries), State::Declared, false, {}})
      .second;
}

std::expected<std::shared_ptr<const TokenExpression>, PatternError> Lexicon::find(
    std::string_view name) {
  const auto found = sets_.find(name);
  if (found == sets_.end()) {
    return std::unexpected(
        PatternError{"WM308", "there is no synonym set {" + std::string(name) + "}", 0});
  }
  Set& set = found->second;
  set.used = true;
  if (set.state == State::Resolving) {
    return std::unexpected(
        PatternError{"WM309", "the set {" + std::string(name) + "} contains itself", 0});
  }
  if (set.state == State::Declared) resolve(set);
  return set.expression;
}

void Lexicon::resolve(Set& set) {
  set.state = State::Resolving;
  std::vector<TokenExpression> options;
  for (const Entry& entry : set.entries) {
    auto parsed = parse_pattern(entry.phrase, PhraseKind::SetEntry, language_, lookup());
    if (parsed) {
      options.push_back(*std::move(parsed));
    } else {
      problems_.push_back({entry.place, std::move(parsed.error())});
    }
  }
  set.expression = std::make_shared<const TokenExpression>(either_of(std::move(options)));
  set.state = State::Done;
}

void Lexicon::resolve_all() {
  for (auto& [name, set] : sets_) {
    if (set.state == State::Declared) resolve(set);
  }
}

std::vector<std::string> Lexicon::unused() const {
  std::vector<std::string> names;
  for (const auto& [name, set] : sets_) {
    if (!set.used) names.push_back(name);
  }
  return names;
}

}  // namespace waymark
