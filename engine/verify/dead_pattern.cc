#include "engine/verify/dead_pattern.h"

#include <algorithm>
#include <array>
#include <memory>

#include "engine/api/limits.h"
#include "engine/text/sentence_search.h"
#include "engine/verify/sentence_text.h"

namespace waymark {
namespace {

using Kind = TokenExpression::Kind;

// The least and the most that the words of a match weigh together.
struct Strength {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

// A rounded score is at most this far from the exact one; two of them, and their difference is.
constexpr double kRounding = 4;

double size_share(double strength) { return kSizeShare * strength / (strength + kHalfStrength); }

class DeadFinder {
 public:
  DeadFinder(const PatternOutlines& outlines, std::size_t most_states)
      : outlines_(outlines),
        matcher_(outlines.matcher()),
        patterns_(outlines.patterns()),
        most_states_(most_states),
        search_(patterns_.table().classes()),
        strengths_(patterns_.size()) {}

  DeadSearch run() {
    for (const PatternIndex pattern : outlines_.rules()) look_at(pattern);
    return std::move(out_);
  }

 private:
  void look_at(PatternIndex pattern) {
    const TokenGraph graph(patterns_.table(), patterns_.root(pattern), Gaps::Open, Around::Nothing);
    const std::array<const TokenGraph*, 1> all = {&graph};
    SentenceFound shortest = search_.find(all, {}, most_states_);
    if (shortest.is_cut) out_.undecided.push_back(pattern);
    if (!shortest.sentence) return;
    DeadPattern dead{pattern, *std::move(shortest.sentence), {}, {}};
    if (!lose(dead)) return;
    const std::vector<TokenGraph> others = that_go_before(pattern);
    std::vector<const TokenGraph*> none;
    for (const TokenGraph& other : others) none.push_back(&other);
    const SentenceFound alive = search_.find(all, none, most_states_);
    if (alive.is_cut) out_.undecided.push_back(pattern);
    if (!alive.is_cut && !alive.sentence) out_.dead.push_back(std::move(dead));
  }

  // Whether the shortest sentence is cancelled or outranked, and by what.
  bool lose(DeadPattern& dead) {
    const IntentIndex owner = matcher_.origin(dead.pattern).owner;
    const SentenceTokens message = sentence_tokens(dead.sentence);
    const TokenSpan whole{0, static_cast<std::uint32_t>(message.tokens.size())};
    for (const PatternHit& hit : patterns_.match(message.tokens, message.entities)) {
      const PatternOrigin& by = matcher_.origin(hit.pattern);
      if (by.is_unless && by.owner == owner && hit.span == whole) dead.cancelled = hit.pattern;
      if (!dead.outranked && outranks(hit.pattern, dead.pattern)) dead.outranked = hit.pattern;
    }
    return dead.cancelled || dead.outranked;
  }

  // The patterns of which one matching is enough to keep this one from routing.
  std::vector<TokenGraph> that_go_before(PatternIndex pattern) {
    std::vector<TokenGraph> out;
    const auto add = [&](PatternIndex other, Around around) {
      out.emplace_back(patterns_.table(), patterns_.root(other), Gaps::Open, around);
    };
    for (const PatternIndex unless : outlines_.unless_of(matcher_.origin(pattern).owner)) {
      if (outlines_.has_words_for(pattern, unless)) add(unless, Around::Edges);
    }
    for (const PatternIndex other : outlines_.rules()) {
      if (!outlines_.has_words_for(pattern, other) || may_be_cancelled(other, pattern)) continue;
      if (is_stronger(other, pattern)) {
        add(other, Around::Anything);
      } else if (names_more(other, pattern)) {
        add(other, Around::Edges);
      }
    }
    return out;
  }

  // Whether words of the pattern could cancel the other.
  [[nodiscard]] bool may_be_cancelled(PatternIndex other, PatternIndex pattern) const {
    return std::ranges::any_of(
        outlines_.unless_of(matcher_.origin(other).owner),
        [&](PatternIndex unless) { return outlines_.has_words_for(pattern, unless); });
  }

  bool outranks(PatternIndex other, PatternIndex pattern) {
    if (matcher_.origin(other).is_unless || may_be_cancelled(other, pattern)) return false;
    return is_stronger(other, pattern) || names_more(other, pattern);
  }

  [[nodiscard]] double bonus_lead(PatternIndex other, PatternIndex pattern) const {
    return class_bonus(matcher_.class_of(matcher_.origin(other).owner)) -
           class_bonus(matcher_.class_of(matcher_.origin(pattern).owner));
  }

  // Whether `other` scores more wherever both match the same words.
  [[nodiscard]] bool names_more(PatternIndex other, PatternIndex pattern) const {
    if (matcher_.origin(other).owner == matcher_.origin(pattern).owner) return false;
    return bonus_lead(other, pattern) > 0 &&
           std::ranges::includes(patterns_.words(other), patterns_.words(pattern));
  }

  // Whether `other` scores more wherever both match.
  bool is_stronger(PatternIndex other, PatternIndex pattern) {
    if (matcher_.origin(other).owner == matcher_.origin(pattern).owner) return false;
    const auto least = static_cast<double>(strength(other).least);
    const auto most = static_cast<double>(strength(pattern).most);
    const double coverage = least < most ? kCoverageShare * (least / most - 1) : 0;
    return size_share(least) - size_share(most) + coverage + bonus_lead(other, pattern) > kRounding;
  }

  Strength strength(PatternIndex pattern) {
    std::optional<Strength>& known = strengths_[pattern];
    if (known) return *known;
    std::int64_t heaviest = 0;  // of the words that also count where a gap or an entity has them
    for (const WordId word : patterns_.words(pattern)) {
      heaviest = std::max<std::int64_t>(heaviest, matcher_.weight(word));
    }
    known = strength_of(patterns_.root(pattern), heaviest);
    return *known;
  }

  Strength strength_of(ItemId id, std::int64_t heaviest) {
    const AutomatonItem& item = patterns_.table().node(id);
    Strength out;
    const auto gap = static_cast<std::int64_t>(item.value) * heaviest;
    switch (item.kind) {
      case Kind::Words: return strength_of_class(item.value);
      case Kind::Gap: return {0, gap};
      // How many words an entity has is not known; more than a gap may hold it has not.
      case Kind::Entity: return {0, static_cast<std::int64_t>(kMaxGap) * heaviest};
      case Kind::Edge:
      case Kind::Shared: return {};
      case Kind::Sequence:
      case Kind::Unordered:
        for (const AutomatonPart& part : patterns_.table().parts(item)) {
          const Strength of = strength_of(part.id, heaviest);
          out.least += of.least;
          out.most += of.most;
        }
        if (item.kind == Kind::Unordered) out.most += gap * (item.parts - 1);
        return out;
      case Kind::Alternation:
      case Kind::Optional: break;
    }
    bool is_first = item.kind == Kind::Alternation;
    for (const AutomatonPart& part : patterns_.table().parts(item)) {
      const Strength of = strength_of(part.id, heaviest);
      out.least = is_first ? of.least : std::min(out.least, of.least);
      out.most = std::max(out.most, of.most);
      is_first = false;
    }
    return out;
  }

  [[nodiscard]] Strength strength_of_class(ClassId id) const {
    Strength out{kUnknownWeight * 100, 0};
    for (const WordId word : patterns_.table().classes().words(id)) {
      const std::int64_t weight = matcher_.weight(word);
      out = {std::min(out.least, weight), std::max(out.most, weight)};
    }
    return out;
  }

  const PatternOutlines& outlines_;
  const Matcher& matcher_;
  const PatternSet& patterns_;
  std::size_t most_states_;
  SentenceSearch search_;
  std::vector<std::optional<Strength>> strengths_;
  DeadSearch out_;
};

}  // namespace

DeadSearch find_dead_patterns(const PatternOutlines& outlines, std::size_t most_states) {
  return DeadFinder(outlines, most_states).run();
}

}  // namespace waymark
