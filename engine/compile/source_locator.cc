#include "engine/compile/source_locator.h"

#include <algorithm>
#include <utility>

namespace waymark {

SourceLocator::SourceLocator(std::string file, std::string_view text)
    : file_(std::move(file)), line_starts_{0} {
  for (std::size_t end = text.find('\n'); end != std::string_view::npos;
       end = text.find('\n', end + 1)) {
    line_starts_.push_back(end + 1);
  }
}

SourcePlace SourceLocator::place(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(line_starts_, offset);
  const auto line = static_cast<std::size_t>(after - line_starts_.begin());
  return {file_, static_cast<std::uint32_t>(line),
          static_cast<std::uint32_t>(offset - line_starts_[line - 1] + 1)};
}

}  // namespace waymark
