#pragma once
// The tea pack as a folder, for commands that read one.

#include "tests/fakes/tea_pack.h"
#include "tests/fakes/temporary_folder.h"

namespace waymark::fakes {

struct PackFolder : TemporaryFolder {
  PackFolder() { write_all(tea_pack_files()); }
  [[nodiscard]] std::string pack() const { return (path() / "tea").string(); }
};

}  // namespace waymark::fakes
