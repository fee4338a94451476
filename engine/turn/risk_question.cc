#include "engine/turn/risk_question.h"

#include <algorithm>
#include <string>

#include "engine/turn/fallback.h"

namespace waymark {
namespace {

// Words of a message that can be nothing but an answer.
constexpr std::ptrdiff_t kShortAnswer = 5;

ChoiceId choice_of(std::string_view answer) {
  return ChoiceId{std::string(kRiskChoicePrefix) + std::string(answer)};
}

// The message from its begin is an answer: "yes", "no", "not_sure" or "skip".
std::string_view answer_at_begin(const Understanding& understanding) {
  for (const Entity& entity : understanding.entities) {
    if (entity.type == EntityType::Answer && entity.tokens.first == 0) return entity.value;
  }
  return {};
}

bool asks_something(const Bundle& bundle, const Understanding& understanding) {
  return understanding.meaning &&
         bundle.intents[understanding.meaning->intent].kind == IntentClass::Question;
}

}  // namespace

std::optional<RiskAnswer> risk_answer(const ChoiceId& choice) {
  if (choice == choice_of("no")) return RiskAnswer::No;
  if (choice == choice_of("yes") || choice == choice_of("not_sure")) return RiskAnswer::Worrying;
  return std::nullopt;
}

std::optional<RiskAnswer> read_risk_answer(const Bundle& bundle, const Session& session,
                                           const Understanding& understanding) {
  if (session.risk.question != RiskQuestion::Open) return std::nullopt;
  const std::string_view answer = answer_at_begin(understanding);
  if (answer.empty()) return std::nullopt;
  if (answer == "yes") return RiskAnswer::Worrying;
  const bool is_short =
      std::ranges::count_if(understanding.utterance.tokens, [](const Token& token) {
        return token.kind != TokenKind::Boundary;
      }) <= kShortAnswer;
  if (!is_short && asks_something(bundle, understanding)) return std::nullopt;
  return answer == "no" ? RiskAnswer::No : RiskAnswer::Worrying;
}

void ask_about_risk(const Bundle& bundle, DialogRunner& runner) {
  const PlanQuestion& question = *bundle.crisis.question();
  runner.say(question.text);
  runner.offer({{{choice_of("yes"), question.yes},
                 {choice_of("not_sure"), question.not_sure},
                 {choice_of("no"), question.no}}});
  runner.add(RiskAsked{});
}

void hear_no(const Bundle& bundle, DialogRunner& runner) {
  runner.say(bundle.crisis.question()->heard);
  const auto open = bundle.graph.find(runner.session().waiting);
  if (open) {
    runner.run_aside(*open);
  } else {
    offer_menu(bundle, runner);
  }
}

}  // namespace waymark
