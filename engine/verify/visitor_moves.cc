#include "engine/verify/visitor_moves.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "engine/turn/risk_question.h"
#include "engine/turn/router.h"
#include "engine/verify/score_variants.h"

namespace waymark {
namespace {

// The words of such a message do not matter: what they mean is given.
VisitorMove typed_move(std::string line, Understanding understanding) {
  return {SayMessage{}, std::move(understanding), "user: " + std::move(line), false};
}

VisitorMove button(const std::string& id) {
  return {ChooseMessage{ChoiceId{id}}, {}, "choose: " + id, true};
}

Understanding meaning(IntentIndex intent) {
  Understanding understanding;
  understanding.meaning = Meaning{intent, {}};
  return understanding;
}

Entity number_one() { return {EntityType::Number, "1", {}, {}}; }

constexpr std::array<RiskTier, 3> kTiersAtRisk = {RiskTier::Indirect, RiskTier::Explicit,
                                                  RiskTier::Emergency};

}  // namespace

VisitorMoves::VisitorMoves(const Bundle& bundle) : bundle_(bundle) {
  typed_.push_back({StartMessage{}, {}, "# the chat is opened", true});
  VisitorMove lost = typed_move("(something that is not understood)", {});
  lost.is_shown = true;
  typed_.push_back(std::move(lost));
  Understanding number;
  number.entities.push_back(number_one());
  typed_.push_back(typed_move("1", std::move(number)));
  Understanding hint;
  hint.risk.tier = RiskTier::Context;
  typed_.push_back(typed_move("(a hint at risk)", std::move(hint)));
  add_meanings();
  add_unclear();
  add_crises();
  add_old_buttons();
}

// Intents that start one flow lead to the same: one of them stands for all.
void VisitorMoves::add_meanings() {
  std::set<FlowIndex> started;
  for (IntentIndex i = 0; i < bundle_.intents.size(); ++i) {
    const Intent& intent = bundle_.intents[i];
    if (intent.starts && !started.insert(*intent.starts).second) continue;
    typed_.push_back(typed_move("(what means " + intent.id.value + ")", meaning(i)));
  }
}

// One of two meanings, with and without a likelier one.
void VisitorMoves::add_unclear() {
  Understanding unclear;
  for (IntentIndex i = 0; i < bundle_.intents.size() && unclear.suggestions.size() < 2; ++i) {
    if (bundle_.intents[i].starts) unclear.suggestions.push_back({i, 0});
  }
  if (unclear.suggestions.empty()) return;
  typed_.push_back(typed_move("(what may mean several things)", unclear));
  unclear.meaning = Meaning{unclear.suggestions.front().intent, {}};
  unclear.suggestions.erase(unclear.suggestions.begin());
  if (unclear.suggestions.empty()) return;
  typed_.push_back(typed_move("(what means one thing and may mean another)", std::move(unclear)));
}

void VisitorMoves::add_crises() {
  Understanding rivals;
  rivals.entities.push_back(number_one());
  for (IntentIndex i = 0; i < bundle_.intents.size(); ++i) {
    if (bundle_.intents[i].command) rivals.meaning = Meaning{i, {}};
  }
  for (std::size_t i = 0; i < kRiskCategories; ++i) {
    for (const RiskTier tier : kTiersAtRisk) {
      const auto category = static_cast<RiskCategory>(i);
      Understanding seen = rivals;
      seen.risk.category = category;
      seen.risk.tier = tier;
      const std::string words =
          "(" + std::string(name_of(category)) + ", " + std::string(name_of(tier)) + ")";
      crises_.push_back({category, tier, typed_move(words, std::move(seen))});
    }
  }
}

void VisitorMoves::add_old_buttons() {
  for (const Node& node : bundle_.graph.nodes()) {
    const auto* ask = std::get_if<AskNode>(&node.body);
    if (ask == nullptr) continue;
    for (const ChoiceOption& option : ask->choices) {
      old_buttons_.push_back(button(option.id.value));
      old_buttons_.back().is_shown = false;
    }
  }
}

const AskNode* VisitorMoves::open_question(const Session& session) const {
  const auto waiting = bundle_.graph.find(session.waiting);
  return waiting ? std::get_if<AskNode>(&bundle_.graph.node(*waiting).body) : nullptr;
}

// A place for each nation, and one for each border, stands for all there.
std::vector<std::string> VisitorMoves::places_by_nation() const {
  std::set<std::vector<std::string>> seen;
  std::vector<std::string> names;
  for (const auto& [name, place] : bundle_.places.all()) {
    const bool is_area = postcode_area(name) == name;
    if (seen.insert(place.nations).second) names.push_back(is_area ? name + '1' : name);
  }
  return names;
}

std::vector<std::string> VisitorMoves::values_of(const TypedAnswer& typed) const {
  const SlotDefinition& slot = bundle_.slots[typed.slot];
  if (slot.type == SlotType::Choice) return slot.values;
  if (slot.type == SlotType::Place) return places_by_nation();
  std::set<std::int32_t> numbers = {slot.min, slot.max};
  for (const std::int32_t threshold : thresholds_of(bundle_, stable_id(slot.id))) {
    if (threshold > slot.min && threshold <= slot.max) numbers.insert({threshold - 1, threshold});
  }
  std::vector<std::string> values;
  for (const std::int32_t number : numbers) values.push_back(std::to_string(number));
  return values;
}

std::vector<VisitorMove> VisitorMoves::answers(const Session& session) const {
  std::vector<VisitorMove> moves;
  const AskNode* ask = open_question(session);
  if (ask == nullptr) return moves;
  if (ask->typed) {
    for (std::string& value : values_of(*ask->typed)) {
      Understanding understanding;
      std::string line = value;
      understanding.entities.push_back({ask->typed->reads, std::move(value), {}, {}});
      moves.push_back(typed_move(std::move(line), std::move(understanding)));
    }
  }
  if (!ask->form) return moves;
  const FormNode& form = std::get<FormNode>(bundle_.graph.node(ask->form->form).body);
  for (const FormNode::Question& question : form.questions) {
    const Node& node = bundle_.graph.node(question.ask);
    if (node.ref == session.waiting || !find_slot(session.slots, question.slot)) continue;
    for (const ChoiceOption& option : std::get<AskNode>(node.body).choices) {
      moves.push_back(button(option.id.value));
      moves.back().is_shown = false;
    }
  }
  return moves;
}

std::vector<VisitorMove> VisitorMoves::buttons(const Session& session) const {
  std::vector<VisitorMove> moves;
  if (const AskNode* ask = open_question(session)) {
    for (const ChoiceOption& option : ask->choices) {
      moves.push_back(button(option.id.value));
      const bool is_held = std::ranges::all_of(option.set, [&](const SlotEntry& entry) {
        return find_slot(session.slots, entry.slot) == entry.value;
      });
      if (!option.risk || !is_held) continue;
      moves.push_back(button(std::string(kGoOnChoicePrefix) + option.id.value));
    }
  }
  for (const StableId offered : session.offered) {
    const auto intent = bundle_.find_intent(offered);
    if (!intent) continue;
    moves.push_back(button(std::string(kIntentChoicePrefix) + bundle_.intents[*intent].id.value));
  }
  if (!session.offered.empty()) moves.push_back(button(std::string(kNoneChoice)));
  if (session.risk.question == RiskQuestion::Open) {
    for (const char* answer : {"yes", "not_sure", "no"}) {
      moves.push_back(button(std::string(kRiskChoicePrefix) + answer));
    }
  }
  return moves;
}

}  // namespace waymark
