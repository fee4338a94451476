#include "engine/verify/example_test.h"

#include <algorithm>
#include <optional>

#include "engine/compile/declaration_reader.h"

namespace waymark {
namespace {

std::optional<std::size_t> locale_named(const Bundle& bundle, const std::string& name) {
  for (std::size_t i = 0; i < bundle.locales.size(); ++i) {
    if (bundle.locales[i]->locale == name) return i;
  }
  return std::nullopt;
}

}  // namespace

std::vector<ExampleTest> example_tests(const Bundle& bundle, const PackSource& source) {
  using Wants = ExampleTest::Wants;
  Findings ignored;
  const Declarations declared = read_declarations(source, ignored);
  std::vector<ExampleTest> tests;
  const auto add = [&tests](Wants wants, std::size_t locale, std::uint32_t owner,
                            const std::vector<PlacedText>& lines) {
    for (const PlacedText& line : lines) {
      tests.push_back({wants, locale, owner, line.text, line.place});
    }
  };
  for (const IntentDeclaration& intent : declared.intents) {
    const auto locale = locale_named(bundle, intent.locale);
    const auto owner = bundle.find_intent(stable_id(intent.id.text));
    if (locale && owner) add(Wants::Intent, *locale, *owner, intent.examples);
  }
  for (const RiskDeclaration& rule : declared.risks) {
    const auto locale = locale_named(bundle, rule.locale);
    if (!locale) continue;
    const std::vector<RiskRule>& rules = bundle.locales[*locale]->risk.rules;
    const auto found = std::ranges::find(rules, rule.id.text, &RiskRule::id);
    if (found == rules.end()) continue;
    const auto owner = static_cast<std::uint32_t>(found - rules.begin());
    add(found->tier == RiskTier::Context ? Wants::Rule : Wants::Risk, *locale, owner, rule.fires);
    add(Wants::Silence, *locale, owner, rule.silent);
  }
  return tests;
}

bool passes(const Bundle& bundle, const ExampleTest& test, const LeftOut& left_out) {
  const Understanding seen = understand(*bundle.locales[test.locale], test.text, {}, left_out);
  switch (test.wants) {
    case ExampleTest::Wants::Intent:
      return !seen.risk.is_at_risk() && seen.meaning && seen.meaning->intent == test.owner;
    case ExampleTest::Wants::Risk: return seen.risk.is_at_risk();
    case ExampleTest::Wants::Rule:
      return std::ranges::any_of(seen.risk.hits, [&](const RiskHit& hit) {
        return hit.rule == test.owner && !hit.cancelled_by;
      });
    case ExampleTest::Wants::Silence: return !seen.risk.is_at_risk();
  }
  return false;
}

}  // namespace waymark
