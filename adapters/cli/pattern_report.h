#pragma once
// The parts of a check's report that are about patterns: where rules overlap and which goes first,
// and which known messages another version of the pack takes for something else. Any thread.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/api/pattern_proof.h"
#include "engine/api/reroute.h"

namespace waymark {

// The known lines of a pack, held against another version of it.
struct RerouteResult {
  std::string against;  // its folder
  std::size_t lines = 0;
  std::vector<Reroute> changed;
};

// A line each, with the reason and both places.
[[nodiscard]] std::string overlaps_text(const PatternReport& patterns);

// A line each, then one that sums up.
[[nodiscard]] std::string reroutes_text(const RerouteResult& reroutes);

// "10833 pairs of patterns compared, 595 overlap, 13 of them a toss-up".
[[nodiscard]] std::string patterns_text(const PatternReport& patterns);

// {"patterns","compared","overlaps","toss_ups"}, a list of overlaps, {"pack","lines","changed":[]}.
void append_patterns(std::string& out, const PatternReport& patterns);
void append_overlaps(std::string& out, const PatternReport& patterns);
void append_reroutes(std::string& out, const RerouteResult& reroutes);

}  // namespace waymark
