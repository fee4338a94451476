#pragma once
// Would the tests of a pack notice a mistake in it? A mutant is the pack with one rule or edge
// changed, in memory; the conversation tests, the examples of its intents and the lines of its risk
// rules are tried on it. One that they let pass shows what no test looks at. Deterministic; judging
// may go on in any number of threads at once.
//
//   const MutationTrial trial(bundle, source, chats, now);
//   for (const std::size_t at : sample_of(trial.mutants().size(), 200, 1)) trial.judge(at);

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/clock.h"
#include "engine/api/content.h"
#include "engine/api/diagnostic.h"
#include "engine/api/directory.h"

namespace waymark {

enum class MutantKind : std::uint8_t {
  DropPattern,    // of an intent
  DropUnless,     // of an intent or a risk rule
  DropRiskRule,   // with all its patterns
  SwapTarget,     // a node or choice leads elsewhere
  DropChoice,     // a button is gone
  SwapPrompt,     // a node or button says something else
  FlipCondition,  // a case of a branch holds where it did not
};
inline constexpr std::size_t kMutantKinds = 7;

// "patterns dropped" and so on.
[[nodiscard]] std::string_view name_of(MutantKind kind);

// Whether it changes a flow, rather than a rule of understanding.
[[nodiscard]] bool is_of_flow(MutantKind kind);

struct Mutant {
  MutantKind kind = MutantKind::DropPattern;
  std::string what;   // what was changed, as a phrase
  SourcePlace place;  // where that is written
};

struct MutantVerdict {
  enum class Kind : std::uint8_t {
    Talk,       // a conversation test fails
    Example,    // an example or a line of a risk rule does
    Unnoticed,  // tests come by it, and all of them pass
    Untouched   // no test comes by it
  };
  Kind kind = Kind::Untouched;
  SourcePlace by;  // the line that noticed it

  [[nodiscard]] bool is_noticed() const { return kind == Kind::Talk || kind == Kind::Example; }
};

class MutationTrial {
 public:
  // `chats` are the files of conversation tests; one that fails on the pack as it is judges
  // nothing. `source` is what the bundle was compiled from.
  MutationTrial(BundlePtr bundle, const PackSource& source, std::vector<SourceFile> chats,
                UtcSeconds now, const ServiceDirectory* directory = nullptr);
  ~MutationTrial();
  MutationTrial(const MutationTrial&) = delete;
  MutationTrial& operator=(const MutationTrial&) = delete;

  // All mutants of the pack, by kind and place.
  [[nodiscard]] const std::vector<Mutant>& mutants() const;

  [[nodiscard]] MutantVerdict judge(std::size_t mutant) const;

 private:
  class Judge;
  std::unique_ptr<const Judge> judge_;
};

// `count` of the numbers under `all`, in their order: the same for the same seed on every machine.
// All of them when there are no more.
[[nodiscard]] std::vector<std::size_t> sample_of(std::size_t all, std::size_t count,
                                                 std::uint64_t seed);

}  // namespace waymark
