#pragma once
// Whether a service is open at the time of a turn, when it opens next, and what to show first.
// Hours count in Europe/London. Bank holidays are not known: the usual hours stand beside every
// answer. Where clocks show an hour twice, a service counts as closed for as long as it may be
// closed. Stateless; any thread.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/api/clock.h"
#include "engine/api/part_spec.h"
#include "engine/render/service_table.h"
#include "engine/text/london_time.h"

namespace waymark {

// `Unknown` where nobody knows the hours.
enum class OpenState : std::uint8_t { Open, Unknown, Closed };

struct Opening {
  OpenState state = OpenState::Unknown;
  std::optional<LondonTime> opens;  // of Closed: what clocks show when it opens next
};

[[nodiscard]] Opening opening_of(const Service& service, UtcSeconds now);

// The parts of a plan with what is open now first: within each run of contacts the closed ones go
// last, and a run that is closed as a whole, with the text that leads to it, goes behind the last
// run that is not. Texts and contacts keep their order otherwise; the first text stays first.
[[nodiscard]] std::vector<PartSpec> open_first(const std::vector<PartSpec>& parts,
                                               const ServiceTable& services, UtcSeconds now);

}  // namespace waymark
