#pragma once
// The small pack as a folder, for commands that read one.

#include "tests/fakes/small_pack.h"
#include "tests/fakes/temporary_folder.h"

namespace waymark::fakes {

struct PackFolder : TemporaryFolder {
  PackFolder() { write_all(small_pack_files()); }
  [[nodiscard]] std::string pack() const { return (path() / "small").string(); }
};

}  // namespace waymark::fakes
