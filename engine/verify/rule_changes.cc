// How messages are understood: risk rules, the crisis plan, patterns, words and cues.

#include "engine/verify/change_list.h"
#include "engine/verify/dialog_words.h"

namespace waymark {
namespace {

std::string scope_of(const RiskDeclaration& rule) {
  return rule.scope.empty() ? "by the words around it" : "never lowered by the words around it";
}

void compare_rule(const RiskDeclaration& was, const RiskDeclaration& is, ChangeList& out) {
  const std::string rule = "The risk rule " + in_quotes(is.id.text);
  out.compare("The kind of risk of the rule " + in_quotes(is.id.text), was.category.text,
              is.category.text);
  out.compare("The tier of the rule " + in_quotes(is.id.text), was.tier.text, is.tier.text);
  out.compare("How the rule " + in_quotes(is.id.text) + " may be lowered", scope_of(was),
              scope_of(is));
  out.compare_members(texts_of(was.patterns), texts_of(is.patterns), rule + " no longer finds",
                      rule + " now also finds");
  out.compare_members(texts_of(was.unless), texts_of(is.unless), rule + " no longer passes over",
                      rule + " now passes over");
  out.compare_members(texts_of(was.fires), texts_of(is.fires),
                      rule + " is no longer tested to find", rule + " is now also tested to find");
  out.compare_members(texts_of(was.silent), texts_of(is.silent),
                      rule + " is no longer tested to be silent on",
                      rule + " is now also tested to be silent on");
}

std::string audience_of(const Bundle& bundle, const PlanPart& part) {
  switch (part.audience) {
    case PlanPart::For::Everyone: return "";
    case PlanPart::For::NationUnknown: return " to people whose nation is not known";
    case PlanPart::For::OneNation: break;
  }
  for (const SlotDefinition& slot : bundle.slots) {
    for (const std::string& value : slot.values) {
      if (slot.id == "nation" && stable_id(value) == part.nation) return " to people in " + value;
    }
  }
  return "";
}

// What a plan does, a sentence's end each: shows ..., offers ...
struct PlanSteps {
  std::vector<std::string> shows;
  std::vector<std::string> offers;
};

PlanSteps steps_of(const Bundle& bundle, const CrisisPlan& plan) {
  PlanSteps steps;
  for (const PlanPart& part : plan.parts) {
    steps.shows.push_back(part_words(bundle, part.part) + audience_of(bundle, part));
  }
  for (const std::uint32_t choice : plan.choices) {
    steps.offers.push_back(in_quotes(bundle.intents[choice].id.value));
  }
  return steps;
}

void compare_plans(const std::string& name, const PlanSteps& was, const PlanSteps& is,
                   ChangeList& out) {
  const auto tell = [&](const std::vector<std::string>& mine,
                        const std::vector<std::string>& others, const std::string& verb) {
    for (const std::string& step : mine) {
      if (std::ranges::find(others, step) == others.end()) {
        out.add("The plan for " + name + ' ' + verb + ' ' + step + '.');
      }
    }
  };
  tell(was.shows, is.shows, "no longer shows");
  tell(is.shows, was.shows, "now shows");
  tell(was.offers, is.offers, "no longer offers");
  tell(is.offers, was.offers, "now offers");
  const bool is_reordered =
      was.shows != is.shows && std::ranges::is_permutation(was.shows, is.shows);
  if (is_reordered) {
    out.add("The plan for " + name + " shows the same in another order.", listed(was.shows),
            listed(is.shows));
  }
}

std::map<std::string, const CrisisPlan*> plans_of(const Bundle& bundle) {
  return by_name(bundle.crisis.plans(), [](const CrisisPlan& plan) {
    std::string name(name_of(plan.category));
    return plan.tier ? name + ", tier " + std::string(name_of(*plan.tier)) : name;
  });
}

std::vector<std::string> last_resort_of(const Bundle& bundle) {
  std::vector<std::string> shows;
  for (const PartSpec& part : bundle.crisis.last_resort()) {
    shows.push_back(part_words(bundle, part));
  }
  return shows;
}

// Words that stand for each other, by what they are called.
void tell_words(const Declarations& before, const Declarations& after, ChangeList& out) {
  using Named = std::map<std::string, std::vector<std::string>>;
  const auto named = [](const Declarations& declared) {
    Named words;
    for (const SetDeclaration& set : declared.sets) {
      words["The word set " + in_quotes(set.name.text)] = texts_of(set.entries);
    }
    for (const ClassDeclaration& each : declared.classes) {
      words["The class of words " + in_quotes(each.name.text)] = texts_of(each.words);
    }
    for (const EntityDeclaration& each : declared.entities) {
      words["The value " + in_quotes(each.value.text) + " of <" + each.type.text + '>'] =
          texts_of(each.entries);
    }
    for (const RewriteDeclaration& each : declared.rewrites) {
      words["The word " + in_quotes(each.word.text)] = {each.replacement.text};
    }
    return words;
  };
  Named old_words = named(before);
  const Named new_words = named(after);
  for (const auto& [name, entries] : new_words) old_words.try_emplace(name);
  for (const auto& [name, entries] : old_words) {
    const auto found = new_words.find(name);
    out.turn_to(ChangeArea::Patterns, name);
    out.compare_members(entries,
                        found == new_words.end() ? std::vector<std::string>() : found->second,
                        name + " no longer stands for", name + " now stands for");
  }
}

// Thousands of weights are fitted at once: told by number.
void tell_cues(const Declarations& before, const Declarations& after, const std::string& about,
               ChangeList& out) {
  const auto weights = [&about](const Declarations& declared) {
    std::map<std::string, std::string> by_cue;
    for (const CueFileDeclaration& file : declared.cue_files) {
      if (file.about != about) continue;
      by_cue[file.locale + ' ' + file.path] = file.bias.text;
      for (const CueEntry& entry : file.cues) {
        by_cue[file.locale + ' ' + std::string(file.text(entry.cue))] = file.text(entry.weights);
      }
    }
    return by_cue;
  };
  const auto was = weights(before);
  const auto is = weights(after);
  const auto lacking = [](const auto& from, const auto& in) {
    return std::ranges::count_if(from, [&](const auto& cue) { return !in.contains(cue.first); });
  };
  const auto reweighed = std::ranges::count_if(is, [&](const auto& cue) {
    const auto found = was.find(cue.first);
    return found != was.end() && found->second != cue.second;
  });
  const auto gone = lacking(was, is);
  const auto added = lacking(is, was);
  if (gone + added + reweighed == 0) return;
  out.turn_to(about == "risk" ? ChangeArea::Risk : ChangeArea::Patterns, "cues");
  out.add("Of what single words say about " + about + ", " + std::to_string(added) + " are new, " +
          std::to_string(gone) + " are gone and " + std::to_string(reweighed) +
          " weigh otherwise.");
}

}  // namespace

void tell_risk_rules(const Declarations& before, const Declarations& after, ChangeList& out) {
  const auto name_of = [](const RiskDeclaration& rule) { return rule.id.text; };
  for_each_pair(by_name(before.risks, name_of), by_name(after.risks, name_of),
                [&](const std::string& id, const RiskDeclaration* was, const RiskDeclaration* is) {
                  out.turn_to(ChangeArea::Risk, id);
                  if (was != nullptr && is != nullptr) return compare_rule(*was, *is, out);
                  const RiskDeclaration& rule = is == nullptr ? *was : *is;
                  const std::string patterns = rule.category.text + ", " + rule.tier.text +
                                               "; finds: " + listed(texts_of(rule.patterns));
                  out.compare("The risk rule " + in_quotes(id), was == nullptr ? "" : patterns,
                              is == nullptr ? "" : patterns);
                });
  tell_cues(before, after, "risk", out);
}

void tell_crisis_plan(const Bundle& before, const Bundle& after, ChangeList& out) {
  for_each_pair(plans_of(before), plans_of(after),
                [&](const std::string& name, const CrisisPlan* was, const CrisisPlan* is) {
                  out.turn_to(ChangeArea::Crisis, name);
                  if (was == nullptr) {
                    return out.add("There is a plan of its own for " + name + " now.", {},
                                   listed(steps_of(after, *is).shows));
                  }
                  if (is == nullptr) {
                    return out.add("There is no plan of its own for " + name + " any more.",
                                   listed(steps_of(before, *was).shows), {});
                  }
                  compare_plans(name, steps_of(before, *was), steps_of(after, *is), out);
                });
  out.turn_to(ChangeArea::Crisis, "last resort");
  compare_plans("the last resort", {last_resort_of(before), {}}, {last_resort_of(after), {}}, out);
}

void tell_patterns(const Declarations& before, const Declarations& after, ChangeList& out) {
  const auto name_of = [](const IntentDeclaration& intent) {
    return intent.id.text + ' ' + intent.locale;
  };
  for_each_pair(by_name(before.intents, name_of), by_name(after.intents, name_of),
                [&](const std::string&, const IntentDeclaration* was, const IntentDeclaration* is) {
                  if (was == nullptr || is == nullptr) return;
                  const std::string intent = in_quotes(is->id.text);
                  out.turn_to(ChangeArea::Patterns, is->id.text);
                  out.compare_members(texts_of(was->patterns), texts_of(is->patterns),
                                      intent + " is no longer understood from",
                                      intent + " is now understood from");
                  out.compare_members(texts_of(was->unless), texts_of(is->unless),
                                      intent + " no longer passes over",
                                      intent + " now passes over");
                  out.compare_members(texts_of(was->examples), texts_of(is->examples),
                                      intent + " is no longer tested with",
                                      intent + " is now also tested with");
                });
  tell_words(before, after, out);
  tell_cues(before, after, "intents", out);
}

}  // namespace waymark
