#pragma once
// The synonym sets of a locale, resolved on first use whatever the order in which they are written.
// Used by the content compiler only; one thread.

#include <expected>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/diagnostic.h"
#include "engine/match/pattern.h"

namespace waymark {

class Lexicon {
 public:
  explicit Lexicon(Language& language) : language_(language) {}

  struct Entry {
    std::string phrase;
    SourcePlace place;
  };

  // Declares a set. Returns false when there is one of that name already.
  bool declare(std::string name, std::vector<Entry> entries);

  // The set as an expression. Problems inside its entries are kept in problems(); the set then
  // stands for the entries that are right.
  std::expected<std::shared_ptr<const TokenExpression>, PatternError> find(std::string_view name);

  // Resolves every set, so that all problems are found.
  void resolve_all();

  struct Problem {
    SourcePlace place;
    PatternError error;
  };
  [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }

  // Names of sets that nothing has asked for.
  [[nodiscard]] std::vector<std::string> unused() const;

  [[nodiscard]] SetLookup lookup() {
    return [this](std::string_view name) { return find(name); };
  }

 private:
  enum class State : std::uint8_t { Declared, Resolving, Done };
  struct Set {
    std::vector<Entry> entries;
    State state = State::Declared;
    bool used = false;
    std::shared_ptr<const TokenExpression> expression;
  };

  void resolve(Set& set);

  Language& language_;
  std::map<std::string, Set, std::less<>> sets_;
  std::vector<Problem> problems_;
};

}  // namespace waymark
