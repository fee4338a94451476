#pragma once
// The lists that a pack brings itself, in its folder directory/: made-up ones to try it with. What
// its conversation tests look things up in. One thread.

#include <expected>
#include <filesystem>
#include <memory>
#include <string>

#include "engine/api/directory.h"

namespace waymark {

// In memory, from all CSV files there in the order of their names; null where there is none. Fails
// with a sentence for the first thing in them that is refused: a pack's own lists are right.
[[nodiscard]] std::expected<std::shared_ptr<const ServiceDirectory>, std::string> hold_pack_lists(
    const std::filesystem::path& pack);

}  // namespace waymark
