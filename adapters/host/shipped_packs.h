#pragma once
// Where the packs are that come with the program. Any thread.

#include <filesystem>

namespace waymark {

// The folder that holds safety-uk, the schemas and the others: in the source tree that the program
// was built from, else below the prefix that it was installed to. Empty when it is in neither
// place.
[[nodiscard]] std::filesystem::path shipped_packs();

}  // namespace waymark
