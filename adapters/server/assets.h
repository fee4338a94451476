#pragma once
// The files of adapters/widget/ that are part of the program: embed_assets.cmake writes them into a
// source file when the program is built. Frozen; any thread.

#include <span>
#include <string_view>

namespace waymark {

struct Asset {
  std::string_view path;  // as asked for: "/widget.js"
  std::string_view content_type;
  std::string_view bytes;
};

[[nodiscard]] std::span<const Asset> assets();

}  // namespace waymark
