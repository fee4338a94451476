#include "engine/compile/bundle_builder.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "engine/compile/builders.h"
#include "engine/text/analyser.h"

namespace waymark {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

Reply render_last_resort(const Bundle& bundle, const PromptTable& prompts) {
  Renderer renderer(prompts, bundle.services, bundle.prompts.hours, {}, {}, {});
  for (const PartSpec& part : bundle.crisis.last_resort()) renderer.add(part);
  Reply reply = renderer.take_reply();
  reply.safety = true;
  return reply;
}

class BundleBuilder {
 public:
  BundleBuilder(const Declarations& declared, Findings& findings)
      : declared_(declared), resolver_(findings) {}

  std::shared_ptr<const Bundle> build(std::uint32_t fingerprint,
                                      std::chrono::year_month_day today) {
    auto bundle = std::make_shared<Bundle>();
    const PackDeclaration& pack = declared_.packs.back();
    declare_names(declared_, resolver_);
    build_places(declared_, resolver_);
    build_slots(declared_, resolver_);
    bundle->slots = resolver_.slots;
    bundle->places = resolver_.places;
    bundle->services = build_services(declared_, resolver_, today);
    bundle->intents = build_intents(declared_, resolver_);
    bundle->graph = build_graph(declared_, resolver_);
    bundle->crisis = build_crisis(declared_, resolver_);
    bundle->prompts = build_engine_prompts(pack.id, resolver_);
    build_entrances(pack, *bundle);
    report_locales(pack);
    for (const PlacedText& locale : pack.locales) {
      bundle->locales.push_back(build_locale(locale.text, *bundle));
    }
    report_arguments(*bundle);
    summarise_into(pack, fingerprint, *bundle);
    return bundle;
  }

 private:
  // Words in a language that the pack does not have would never be said or understood.
  void report_locales(const PackDeclaration& pack) {
    const auto report = [&](const auto& declarations, const auto& name) {
      for (const auto& declaration : declarations) {
        const bool known = std::ranges::any_of(pack.locales, [&](const PlacedText& locale) {
          return locale.text == declaration.locale;
        });
        if (known) continue;
        resolver_.findings.add("WM216", name(declaration).place,
                               "The pack has no language \"" + declaration.locale + "\".",
                               "Add it to \"locales\" in pack.json, or correct \"locale\" here.");
      }
    };
    report(declared_.intents, [](const IntentDeclaration& d) { return d.id; });
    report(declared_.risks, [](const RiskDeclaration& d) { return d.id; });
    report(declared_.sets, [](const SetDeclaration& d) { return d.name; });
    report(declared_.rewrites, [](const RewriteDeclaration& d) { return d.word; });
    report(declared_.entities, [](const EntityDeclaration& d) { return d.value; });
    report(declared_.classes, [](const ClassDeclaration& d) { return d.name; });
    report(first_cues(), [](const FirstCue& d) { return d.cue; });
    report(declared_.prompts, [](const PromptDeclaration& d) { return d.id; });
  }

  struct FirstCue {
    std::string locale;
    PlacedText cue;
  };

  // The first cue of each file: it has thousands, all of one language.
  [[nodiscard]] std::vector<FirstCue> first_cues() const {
    std::vector<FirstCue> first;
    for (const CueFileDeclaration& file : declared_.cue_files) {
      if (file.cues.empty()) continue;
      const CueText& cue = file.cues.front().cue;
      first.push_back({file.locale, {std::string(file.text(cue)), file.place(cue)}});
    }
    return first;
  }

  void build_entrances(const PackDeclaration& pack, Bundle& bundle) {
    for (const auto& [name, flow, key] :
         {std::tuple(&pack.start, &bundle.start, "start"),
          std::tuple(&pack.fallback, &bundle.fallback, "fallback")}) {
      if (name->empty()) {
        resolver_.findings.add("WM110", pack.place,
                               "The key \"" + std::string(key) + "\" is missing.",
                               "Name the flow; a pack that is only extended needs none, but "
                               "cannot be run by itself.");
      } else if (const auto index = resolver_.flow(*name)) {
        *flow = *index;
      }
    }
    for (const auto& [name, intent] : pack.doors) build_door(name, intent, bundle);
    for (const PlacedText& intent : pack.menu) {
      if (const auto index = resolver_.intents.find(intent, resolver_.findings)) {
        bundle.menu.push_back(*index);
      }
    }
  }

  void build_door(const PlacedText& name, const PlacedText& intent, Bundle& bundle) {
    const auto index = resolver_.intents.find(intent, resolver_.findings);
    if (!index) return;
    bundle.doors.push_back({name.text, *index});
    const Intent& leads = bundle.intents[*index];
    if (leads.starts || leads.command) return;
    resolver_.findings.add("WM110", intent.place,
                           "The intent \"" + intent.text + "\" leads nowhere.",
                           "Name one with \"starts\" or \"command\".");
  }

  std::unique_ptr<const LocaleContent> build_locale(const std::string& locale,
                                                    const Bundle& bundle) {
    auto content = std::make_unique<LocaleContent>();
    content->locale = locale;
    content->prompts = build_prompts(declared_, locale, resolver_);
    build_understanding(locale, bundle, *content);
    if (!resolver_.findings.has_errors()) {
      label_choices(bundle, *content);
      content->last_resort = render_last_resort(bundle, content->prompts);
    }
    return content;
  }

  void build_understanding(const std::string& locale, const Bundle& bundle,
                           LocaleContent& content) {
    Language& language = content.language;
    language.locale = locale;
    build_tables(declared_, locale, language, resolver_.findings);
    Lexicon lexicon(language);
    declare_sets(declared_, locale, lexicon, resolver_.findings);
    MatcherDraft intents = draft_matcher(declared_, locale, language, lexicon, resolver_);
    content.risk = draft_risk(declared_, locale, language, lexicon, resolver_.findings);
    report_sets(lexicon, resolver_.findings);
    EntityDraft entities = draft_entities(declared_, locale, language, lexicon, resolver_.findings);
    build_classes(declared_, locale, language);
    build_cues(declared_, locale, bundle, content, resolver_.findings);
    if (!resolver_.findings.has_errors()) add_label_words(bundle, content);
    std::vector<std::uint32_t> in_cues(language.vocabulary.size() + 1);
    content.ranker.cues().count_words(in_cues);
    content.risk.cues.count_words(in_cues);
    finish_language(declared_, locale, std::move(entities.own_words), in_cues, language);
    group_words(language);

    const WordCounts counts = count_words(declared_, locale, language, resolver_.intents);
    intents.patterns.finish(counts.examples);
    content.risk.patterns.finish(counts.examples);
    for (const WordId word : content.risk.patterns.named_words()) {
      content.risk.tail.add(word, language.vocabulary.word(word));
    }
    entities.names.finish(counts.examples);
    content.entities.set_names(std::move(entities.names), std::move(entities.values));
    entities.number_phrases.finish(counts.examples);
    content.entities.set_number_phrases(std::move(entities.number_phrases),
                                        std::move(entities.number_values));
    std::vector<IntentClass> classes;
    for (const Intent& intent : bundle.intents) classes.push_back(intent.kind);
    content.matcher = Matcher(std::move(intents.patterns), std::move(intents.origins),
                              std::move(classes), word_weights(counts, bundle.intents.size()));
    // Where there are cues, they suggest what else may be meant.
    if (content.ranker.is_empty()) add_examples(locale, content);
  }

  void add_examples(const std::string& locale, LocaleContent& content) {
    for (const IntentDeclaration& intent : declared_.intents) {
      const auto index = resolver_.intents.lookup(intent.id.text);
      if (intent.locale != locale || !index) continue;
      for (const PlacedText& example : intent.examples) {
        content.suggester.add_example(*index, analyse(content.language, example.text));
      }
    }
    content.suggester.finish();
  }

  // The labels of buttons: of choices, of offered meanings and of "none of these".
  template <typename Use>
  static void for_each_label(const Bundle& bundle, const Use& use) {
    for (const Node& node : bundle.graph.nodes()) {
      const auto* ask = std::get_if<AskNode>(&node.body);
      if (ask == nullptr) continue;
      for (const ChoiceOption& option : ask->choices) use(option.label);
    }
    for (const Node& node : bundle.graph.nodes()) {
      const auto* form = std::get_if<FormNode>(&node.body);
      if (form == nullptr) continue;
      for (const FormNode::Question& question : form->questions) use(question.name);
    }
    for (const Intent& intent : bundle.intents) use(intent.title);
    use(bundle.prompts.clarify_none);
    use(bundle.prompts.go_on);
    if (const auto& question = bundle.crisis.question()) {
      for (const PromptIndex label : {question->yes, question->not_sure, question->no}) use(label);
    }
  }

  // A word of a label is a word that visitors type: spelling leaves it alone.
  static void add_label_words(const Bundle& bundle, LocaleContent& content) {
    for_each_label(bundle, [&content](PromptIndex label) {
      const std::string text = content.prompts.label(label);
      for (const std::string& word : content_words(content.language, text)) {
        content.language.vocabulary.add(word);
      }
    });
  }

  // Labels as typed words, so that a label can be typed.
  static void label_choices(const Bundle& bundle, LocaleContent& content) {
    for_each_label(bundle, [&content](PromptIndex label) {
      content.label_words[static_cast<std::uint32_t>(label)] =
          joined(content_words(content.language, content.prompts.label(label)));
    });
  }

  // A prompt that shows a slot in one language and not in another has lost something.
  void report_arguments(const Bundle& bundle) {
    const PromptTable& first = bundle.locales.front()->prompts;
    for (const PromptDeclaration& declared : declared_.prompts) {
      const auto index = resolver_.prompts.lookup(declared.id.text);
      for (const auto& content : bundle.locales) {
        if (!index || content->locale != declared.locale) continue;
        const auto prompt = static_cast<PromptIndex>(*index);
        if (content->prompts.arguments(prompt) == first.arguments(prompt)) continue;
        resolver_.findings.add("WM211", declared.id.place,
                               "\"" + declared.id.text + "\" shows other slots in " +
                                   declared.locale + " than in " + bundle.locales.front()->locale +
                                   ".",
                               "Show the same slots in every language.");
      }
    }
  }

  static void summarise_into(const PackDeclaration& pack, std::uint32_t fingerprint,
                             Bundle& bundle) {
    BundleSummary& summary = bundle.summary;
    summary.pack = pack.id.text;
    summary.version = pack.version.text;
    summary.title = pack.title.text;
    summary.fingerprint = fingerprint;
    summary.min_coverage = pack.min_coverage;
    for (const PlacedText& locale : pack.locales) summary.locales.push_back(locale.text);
    summary.intents = bundle.intents.size();
    for (const auto& content : bundle.locales) {
      summary.patterns += content->matcher.patterns().size();
      summary.risk_rules += content->risk.rules.size();
    }
    summary.flows = bundle.graph.flows().size();
    summary.nodes = bundle.graph.nodes().size();
    summary.prompts = bundle.locales.empty() ? 0 : bundle.locales.front()->prompts.size();
    summary.services = bundle.services.all().size();
    for (const Intent& intent : bundle.intents) summary.intent_ids.push_back(intent.id);
  }

  const Declarations& declared_;
  Resolver resolver_;
};

}  // namespace

void declare_names(const Declarations& declared, Resolver& resolver) {
  Findings& findings = resolver.findings;
  for (const PromptDeclaration& prompt : declared.prompts) {
    if (!resolver.prompts.lookup(prompt.id.text)) resolver.prompts.declare(prompt.id, findings);
  }
  for (const ServiceDeclaration& service : declared.services) {
    if (resolver.services.declare(service.id, findings)) {
      resolver.confirmed.push_back(!service.last_verified.empty());
    }
  }
  for (const FlowDeclaration& flow : declared.flows) resolver.flows.declare(flow.id, findings);
  std::vector<std::pair<std::string, std::string>> seen;
  for (const IntentDeclaration& intent : declared.intents) {
    const std::pair key{intent.locale, intent.id.text};
    const bool again = std::ranges::find(seen, key) != seen.end();
    seen.push_back(key);
    if (again || !resolver.intents.lookup(intent.id.text)) {
      resolver.intents.declare(intent.id, findings);
    }
  }
}

std::shared_ptr<const Bundle> build_bundle(const Declarations& declared, std::uint32_t fingerprint,
                                           std::chrono::year_month_day today, Findings& findings) {
  return BundleBuilder(declared, findings).build(fingerprint, today);
}

}  // namespace waymark
