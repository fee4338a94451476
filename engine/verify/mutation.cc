#include "engine/api/mutation.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>

#include "engine/api/check.h"
#include "engine/text/analyser.h"
#include "engine/verify/example_test.h"
#include "engine/verify/mutant_list.h"
#include "engine/verify/rehearsal_player.h"

namespace waymark {
namespace {

// Tests by what they come by: a mutant concerns those alone.
using TestList = std::vector<std::size_t>;

void add_once(TestList& list, std::size_t test) {
  if (list.empty() || list.back() != test) list.push_back(test);
}

// Of one locale: the tests in whose messages a pattern matches, by pattern.
struct PatternTouches {
  std::vector<TestList> intents;
  std::vector<TestList> risk;

  explicit PatternTouches(const LocaleContent& content)
      : intents(content.matcher.patterns().size()), risk(content.risk.origins.size()) {}

  void add(const LocaleContent& content, std::string_view text, std::size_t test) {
    const Utterance utterance = analyse(content.language, text);
    const auto entities = entity_spans(content.entities.extract(utterance, text).list);
    for (const PatternHit& hit : content.matcher.patterns().match(utterance.tokens, entities)) {
      add_once(intents[hit.pattern], test);
    }
    for (const PatternHit& hit : content.risk.patterns.match(utterance.tokens, {})) {
      add_once(risk[hit.pattern], test);
    }
  }

  [[nodiscard]] TestList touching(const LeftOut& left_out) const {
    TestList tests;
    for (const PatternIndex pattern : left_out.of_intents) join(tests, intents[pattern]);
    for (const PatternIndex pattern : left_out.of_risk) join(tests, risk[pattern]);
    std::ranges::sort(tests);
    tests.erase(std::ranges::unique(tests).begin(), tests.end());
    return tests;
  }

 private:
  static void join(TestList& to, const TestList& from) {
    to.insert(to.end(), from.begin(), from.end());
  }
};

struct Talk {
  std::string_view path;
  ChatConversation lines;
};

}  // namespace

class MutationTrial::Judge {
 public:
  Judge(BundlePtr bundle, const PackSource& source, std::vector<SourceFile> chats, UtcSeconds now,
        const ServiceDirectory* directory)
      : bundle_(std::move(bundle)),
        chats_(std::move(chats)),
        setting_{now, {}, directory},
        changes_(list_mutants(*bundle_)),
        by_node_(bundle_->graph.nodes().size()) {
    for (const MutantChange& change : changes_) mutants_.push_back(change.mutant);
    for (const auto& content : bundle_->locales) {
      talks_by_pattern_.emplace_back(*content);
      examples_by_pattern_.emplace_back(*content);
    }
    const CoverageMap map(*bundle_);
    for (const SourceFile& chat : chats_) {
      for (ChatConversation& talk : read_chat(chat.text))
        add_talk(map, {chat.path, std::move(talk)});
    }
    for (ExampleTest& test : example_tests(*bundle_, source)) {
      if (!passes(*bundle_, test, {})) continue;
      examples_by_pattern_[test.locale].add(*bundle_->locales[test.locale], test.text,
                                            examples_.size());
      examples_.push_back(std::move(test));
    }
  }

  [[nodiscard]] const std::vector<Mutant>& mutants() const { return mutants_; }

  [[nodiscard]] MutantVerdict judge(std::size_t mutant) const {
    const MutantChange& change = changes_[mutant];
    if (change.is_of_graph()) {
      const TestList& talks = by_node_[static_cast<std::size_t>(change.node)];
      if (talks.empty()) return {};
      return judge_talks(mutated(*bundle_, change), {}, talks);
    }
    const TestList examples = examples_by_pattern_[change.locale].touching(change.left_out);
    const TestList talks = talks_by_pattern_[change.locale].touching(change.left_out);
    if (examples.empty() && talks.empty()) return {};
    for (const std::size_t at : examples) {
      if (!passes(*bundle_, examples_[at], change.left_out)) {
        return {MutantVerdict::Kind::Example, examples_[at].place};
      }
    }
    return judge_talks(*bundle_, change.left_out, talks);
  }

 private:
  // One that fails as it is can show nothing.
  void add_talk(const CoverageMap& map, Talk talk) {
    const RehearsalStage stage{*bundle_, setting_, &map};
    RehearsalPlayer player(stage, talk.path, talk.lines);
    if (!player.play().failures.empty()) return;
    const std::size_t number = talks_.size();
    for (std::size_t node = 0; node < by_node_.size(); ++node) {
      if (player.covered()[node]) by_node_[node].push_back(number);
    }
    const std::size_t locale = locale_of(talk.lines);
    for (const ChatLine& line : talk.lines.lines) {
      if (line.kind != ChatLineKind::User) continue;
      talks_by_pattern_[locale].add(*bundle_->locales[locale], line.text, number);
    }
    talks_.push_back(std::move(talk));
  }

  [[nodiscard]] std::size_t locale_of(const ChatConversation& talk) const {
    const auto line = std::ranges::find(talk.lines, ChatLineKind::Locale, &ChatLine::kind);
    for (std::size_t i = 0; line != talk.lines.end() && i < bundle_->locales.size(); ++i) {
      if (bundle_->locales[i]->locale == line->text) return i;
    }
    return 0;
  }

  // The shortest talks first: they cost least.
  [[nodiscard]] MutantVerdict judge_talks(const Bundle& bundle, const LeftOut& left_out,
                                          TestList talks) const {
    std::ranges::stable_sort(talks, {},
                             [this](std::size_t at) { return talks_[at].lines.lines.size(); });
    const RehearsalStage stage{bundle, setting_, nullptr, left_out, AfterFailure::Stop};
    for (const std::size_t at : talks) {
      if (const auto by = failure_of(stage, talks_[at])) {
        return {MutantVerdict::Kind::Talk, *by};
      }
    }
    return {MutantVerdict::Kind::Unnoticed, {}};
  }

  // Where the talk fails on that stage, if it does. A turn that breaks is a failure too.
  static std::optional<SourcePlace> failure_of(const RehearsalStage& stage, const Talk& talk) {
    try {
      const RehearsedTalk played = RehearsalPlayer(stage, talk.path, talk.lines).play();
      if (played.failures.empty()) return std::nullopt;
      return played.failures.front().diagnostic.place;
    } catch (const BrokenCheck&) {
      return SourcePlace{std::string(talk.path), talk.lines.line, 1};
    }
  }

  BundlePtr bundle_;
  std::vector<SourceFile> chats_;
  RehearsalSetting setting_;
  std::vector<MutantChange> changes_;
  std::vector<Mutant> mutants_;
  std::vector<Talk> talks_;
  std::vector<ExampleTest> examples_;
  std::vector<TestList> by_node_;
  std::vector<PatternTouches> talks_by_pattern_;  // by locale
  std::vector<PatternTouches> examples_by_pattern_;
};

MutationTrial::MutationTrial(BundlePtr bundle, const PackSource& source,
                             std::vector<SourceFile> chats, UtcSeconds now,
                             const ServiceDirectory* directory)
    : judge_(std::make_unique<const Judge>(std::move(bundle), source, std::move(chats), now,
                                           directory)) {}

MutationTrial::~MutationTrial() = default;

const std::vector<Mutant>& MutationTrial::mutants() const { return judge_->mutants(); }

MutantVerdict MutationTrial::judge(std::size_t mutant) const { return judge_->judge(mutant); }

std::string_view name_of(MutantKind kind) {
  static constexpr std::array<std::string_view, kMutantKinds> kNames = {
      "patterns dropped", "unless dropped",  "risk rules dropped", "targets swapped",
      "choices dropped",  "prompts swapped", "conditions flipped"};
  return kNames[static_cast<std::size_t>(kind)];
}

bool is_of_flow(MutantKind kind) { return kind >= MutantKind::SwapTarget; }

std::vector<std::size_t> sample_of(std::size_t all, std::size_t count, std::uint64_t seed) {
  std::vector<std::size_t> numbers(all);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  if (count >= all) return numbers;
  // SplitMix64: small, well mixed, the same everywhere.
  const auto next = [&seed] {
    std::uint64_t mixed = seed += 0x9E3779B97F4A7C15ULL;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
  };
  for (std::size_t i = 0; i < count; ++i) {
    std::swap(numbers[i], numbers[i + static_cast<std::size_t>(next() % (all - i))]);
  }
  numbers.resize(count);
  std::ranges::sort(numbers);
  return numbers;
}

}  // namespace waymark
