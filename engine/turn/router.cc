#include "engine/turn/router.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/turn/answer_reader.h"
#include "engine/turn/risk_question.h"

namespace waymark {
namespace {

// Two questions nearer than this (thousandths) cannot be told apart: the visitor is asked.
constexpr std::int32_t kMargin = 8;

// Questions of one message that are answered at once.
constexpr std::size_t kMostAnswers = 3;

class Router {
 public:
  Router(const Bundle& bundle, const Session& session, const Understanding& understanding)
      : bundle_(bundle), session_(session), understanding_(understanding) {}

  [[nodiscard]] Decision choose(const ChoiceId& choice) const {
    if (choice.value == kNoneChoice) return {.reason = "none of the offered meanings"};
    if (const auto answer = risk_answer(choice); answer && bundle_.crisis.question()) {
      return answered(*answer);
    }
    if (choice.value.starts_with(kGoOnChoicePrefix)) {
      const ChoiceId past{choice.value.substr(kGoOnChoicePrefix.size())};
      if (const auto place = bundle_.graph.find_choice(past)) return go_on(*place);
    }
    if (choice.value.starts_with(kIntentChoicePrefix)) {
      const std::string_view id = std::string_view(choice.value).substr(kIntentChoicePrefix.size());
      if (const auto intent = bundle_.find_intent(stable_id(id))) {
        return begin(*intent, "the offered meaning was chosen");
      }
    }
    if (const auto place = bundle_.graph.find_choice(choice)) {
      return chosen(*place, "the choice was pressed");
    }
    return {.reason = "there is no such choice in this version"};
  }

  [[nodiscard]] Decision say() const {
    if (understanding_.risk.is_at_risk()) {
      return {.kind = DecisionKind::Crisis,
              .risk = RiskSignal{understanding_.risk.category, understanding_.risk.tier},
              .reason = "a risk rule matched; crisis help is first"};
    }
    if (const auto answer = read_risk_answer(bundle_, session_, understanding_)) {
      return answered(*answer);
    }
    if (auto decision = risky_answer()) return *decision;
    if (auto decision = change()) return *decision;
    const std::optional<Meaning>& best = understanding_.meaning;
    if (best && bundle_.intents[best->intent].command) {
      return {.kind = DecisionKind::Command,
              .intent = best->intent,
              .reason = "a command comes before an open question"};
    }
    if (auto decision = offered()) return *decision;
    if (auto decision = answer()) return *decision;
    const bool starts = best && bundle_.intents[best->intent].starts;
    if (auto decision = starts ? std::nullopt : anything()) return *decision;
    if (!best) return not_understood();
    if (!starts) return {.reason = "an answer, but no question is open"};
    if (!may_interrupt(best->intent)) {
      return {.reason = "the open question lets nothing of this kind interrupt it"};
    }
    if (auto decision = ambiguous()) return *decision;
    Decision decision =
        begin(best->intent, understanding_.readings.empty() ? "the best match"
                                                            : "the likeliest meaning, all told");
    decision.acknowledge = acknowledgement(*best);
    answer_others(decision);
    if (decision.before.empty() && !decision.acknowledge) decision.offers = other_meanings();
    return decision;
  }

 private:
  // An answer to our question about risk; what is worrying counts as said outright.
  [[nodiscard]] Decision answered(RiskAnswer answer) const {
    if (answer == RiskAnswer::No) {
      return {.kind = DecisionKind::Answer,
              .hears_no = true,
              .reason = "our question about risk is answered with no"};
    }
    const auto category = category_with(session_.risk.category);
    return {.kind = DecisionKind::Crisis,
            .risk = RiskSignal{category.value_or(RiskCategory::Suicide), RiskTier::Explicit},
            .reason = "the answer to our question says that there is risk; crisis help is first"};
  }

  // A choice is an answer, or a sign of risk that goes before everything.
  [[nodiscard]] Decision chosen(ChoicePlace place, std::string reason) const {
    const AskNode& ask = std::get<AskNode>(bundle_.graph.node(place.node).body);
    const auto& risk = ask.choices[place.option].risk;
    if (!risk) {
      return {.kind = DecisionKind::Answer, .choice = place, .reason = std::move(reason)};
    }
    return {.kind = DecisionKind::Crisis,
            .choice = place,
            .risk = RiskSignal{static_cast<RiskCategory>(risk->category),
                               static_cast<RiskTier>(risk->tier)},
            .reason = "the answer says that there is risk; crisis help is first"};
  }

  [[nodiscard]] static Decision go_on(ChoicePlace place) {
    return {.kind = DecisionKind::Answer,
            .choice = place,
            .goes_on = true,
            .reason = "on with what was left for crisis help"};
  }

  // A typed answer, or a changed one, that says that there is risk.
  [[nodiscard]] std::optional<Decision> risky_answer() const {
    const auto changed = read_change(bundle_, session_, understanding_);
    auto place = read_answer(bundle_, session_, understanding_);
    if (changed && changed->option) place = ChoicePlace{changed->ask, *changed->option};
    if (!place) return std::nullopt;
    Decision decision = chosen(*place, {});
    if (decision.kind != DecisionKind::Crisis) return std::nullopt;
    return decision;
  }

  // "Change question 3 to ...": to another value, or to be asked again.
  [[nodiscard]] std::optional<Decision> change() const {
    const auto changed = read_change(bundle_, session_, understanding_);
    if (!changed) return std::nullopt;
    if (changed->option) {
      return chosen({changed->ask, *changed->option}, "it changes an earlier answer");
    }
    return Decision{.kind = DecisionKind::Answer,
                    .to = changed->ask,
                    .reason = "an earlier answer is to be changed"};
  }

  // A typed answer to the open question.
  [[nodiscard]] std::optional<Decision> answer() const {
    if (const auto place = read_go_on(bundle_, session_, understanding_)) return go_on(*place);
    if (const auto place = read_answer(bundle_, session_, understanding_)) {
      return chosen(*place, "it answers the open question");
    }
    const AskNode* ask = open_question();
    const auto value = read_value(bundle_, session_, understanding_);
    if (ask == nullptr || !value) return std::nullopt;
    return Decision{.kind = DecisionKind::Answer,
                    .value = value,
                    .to = ask->typed->next,
                    .reason = "it holds what the open question asks for"};
  }

  // Words that mean nothing else, where the open question takes any.
  [[nodiscard]] std::optional<Decision> anything() const {
    const AskNode* ask = open_question();
    if (ask == nullptr || !ask->anything) return std::nullopt;
    return Decision{.kind = DecisionKind::Answer,
                    .to = ask->anything,
                    .reason = "the open question takes any words"};
  }

  [[nodiscard]] const AskNode* open_question() const {
    const auto waiting = bundle_.graph.find(session_.waiting);
    return waiting ? std::get_if<AskNode>(&bundle_.graph.node(*waiting).body) : nullptr;
  }

  // What the open question lets in; ways out always are.
  [[nodiscard]] bool may_interrupt(IntentIndex intent) const {
    const AskNode* ask = open_question();
    const auto kind = static_cast<unsigned>(bundle_.intents[intent].kind);
    return ask == nullptr || (ask->lets_in >> kind & 1U) != 0 || bundle_.is_door(intent);
  }

  // A typed pick among what the last reply offered: its number, its label, or yes to a single one.
  [[nodiscard]] std::optional<Decision> offered() const {
    if (session_.offered.empty()) return std::nullopt;
    if (picks_none(bundle_, session_, understanding_)) {
      return Decision{.reason = "none of the offered meanings"};
    }
    const auto pick = read_offer(bundle_, session_, understanding_);
    if (!pick) return std::nullopt;
    return begin(*pick, "it picks an offered meaning");
  }

  // What else the message may mean, where that leads somewhere.
  [[nodiscard]] std::vector<IntentIndex> other_meanings() const {
    std::vector<IntentIndex> meanings;
    for (const Suggestion& suggestion : understanding_.suggestions) {
      const Intent& intent = bundle_.intents[suggestion.intent];
      if (intent.starts || intent.command) meanings.push_back(suggestion.intent);
    }
    return meanings;
  }

  [[nodiscard]] Decision not_understood() const {
    if (understanding_.suggestions.empty()) return {.reason = "no pattern and no near example"};
    Decision decision{.kind = DecisionKind::Clarify,
                      .offers = other_meanings(),
                      .reason = understanding_.readings.empty()
                                    ? "no pattern matched; these examples are near"
                                    : "no meaning is likely; these are the nearest"};
    if (decision.offers.empty()) decision.kind = DecisionKind::Fallback;
    return decision;
  }

  [[nodiscard]] std::optional<Decision> ambiguous() const {
    const auto& matches = understanding_.match.matches;
    if (!understanding_.readings.empty() || matches.size() < 2 ||
        matches[0].score - matches[1].score >= kMargin)
      return std::nullopt;
    if (matches[0].span != matches[1].span) return std::nullopt;
    if (!bundle_.intents[matches[1].intent].starts) return std::nullopt;
    return Decision{.kind = DecisionKind::Clarify,
                    .offers = {matches[0].intent, matches[1].intent},
                    .reason = "two meanings fit equally well"};
  }

  [[nodiscard]] Decision begin(IntentIndex intent, std::string reason) const {
    const Intent& meant = bundle_.intents[intent];
    if (meant.command) {
      return {.kind = DecisionKind::Command, .intent = intent, .reason = std::move(reason)};
    }
    if (!meant.starts) return {.reason = std::move(reason)};
    const AskNode* ask = open_question();
    const bool comes_back = ask != nullptr && ask->when_left == AskNode::WhenLeft::Resume;
    return {.kind = comes_back ? DecisionKind::Digress : DecisionKind::Start,
            .intent = intent,
            .reason = std::move(reason)};
  }

  // Several questions in one message are answered in their order: the last one in full.
  void answer_others(Decision& decision) const {
    const bool is_answer =
        decision.kind == DecisionKind::Start || decision.kind == DecisionKind::Digress;
    if (!is_answer || bundle_.intents[*decision.intent].kind != IntentClass::Question) return;
    std::vector<Meaning> asked;
    for (const Meaning& other : understanding_.others) {
      const Intent& intent = bundle_.intents[other.intent];
      if (intent.kind == IntentClass::Question && intent.starts) asked.push_back(other);
    }
    if (asked.empty()) return;
    asked.push_back(*understanding_.meaning);
    std::ranges::stable_sort(asked, {}, [](const Meaning& meaning) { return meaning.span.first; });
    if (asked.size() > kMostAnswers) asked.resize(kMostAnswers);
    decision.intent = asked.back().intent;
    for (std::size_t i = 0; i + 1 < asked.size(); ++i) decision.before.push_back(asked[i].intent);
    decision.reason = "several questions, answered in their order";
  }

  // The kind word for what the visitor told beside their question.
  [[nodiscard]] std::optional<PromptIndex> acknowledgement(const Meaning& answered) const {
    if (bundle_.intents[answered.intent].kind != IntentClass::Question) return std::nullopt;
    for (const IntentMatch& match : understanding_.match.matches) {
      const Intent& intent = bundle_.intents[match.intent];
      if (match.intent != answered.intent && intent.acknowledge &&
          intent.kind == IntentClass::Disclosure && !answered.span.covers(match.span)) {
        return intent.acknowledge;
      }
    }
    for (const Meaning& other : understanding_.others) {
      const Intent& intent = bundle_.intents[other.intent];
      if (intent.acknowledge && intent.kind == IntentClass::Disclosure) return intent.acknowledge;
    }
    return std::nullopt;
  }

  const Bundle& bundle_;
  const Session& session_;
  const Understanding& understanding_;
};

}  // namespace

Decision route(const Bundle& bundle, const Session& session, const Message& message,
               const Understanding& understanding) {
  if (std::holds_alternative<StartMessage>(message)) {
    if (session.turn > 0) {
      return {.kind = DecisionKind::Resume, .reason = "the chat was opened again"};
    }
    return {.kind = DecisionKind::Welcome, .reason = "the chat was opened"};
  }
  const Router router(bundle, session, understanding);
  if (const auto* choose = std::get_if<ChooseMessage>(&message)) {
    return router.choose(choose->choice);
  }
  return router.say();
}

}  // namespace waymark
