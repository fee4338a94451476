#include "adapters/host/shipped_packs.h"

#include <system_error>

namespace waymark {

namespace fs = std::filesystem;

fs::path shipped_packs() {
  std::error_code ignored;
  fs::path in_source = fs::path(WAYMARK_SOURCE_DIR) / "dialogs";
  if (fs::is_directory(in_source, ignored)) return in_source;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  fs::path installed = program.parent_path().parent_path() / "share" / "waymark" / "dialogs";
  if (fs::is_directory(installed, ignored)) return installed;
  return {};
}

}  // namespace waymark
