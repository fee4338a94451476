#pragma once
// What the prompt "engine.found.line" may show of an entry of a directory. Pure; any thread.

#include <vector>

#include "engine/api/directory.h"
#include "engine/text/message_template.h"

namespace waymark {

// `kind`, `place`, `registers` and `note` are texts ("BACP, UKCP"), `fee_low` and `fee_high` pounds
// ("45", "47.50"), `miles` a whole number. These decide what is said, as ICU's select does:
// `in_place` and `low_cost` (yes, no), `distance` (near: under a mile; far; unknown), `meeting`
// (both, online, in_person, unknown) and `fee` (range, one, free, unknown).
[[nodiscard]] std::vector<TemplateArgument> found_arguments(const DirectoryEntry& entry);

}  // namespace waymark
