#include "adapters/server/origin.h"

#include <algorithm>
#include <array>

namespace waymark {

namespace {

// Of the same host whatever the scheme: in front of us a proxy may speak TLS.
bool is_same_host(std::string_view origin, std::string_view host) {
  constexpr std::array<std::string_view, 2> kSchemes = {"https://", "http://"};
  const auto is_scheme = [origin](std::string_view scheme) { return origin.starts_with(scheme); };
  const auto* scheme = std::ranges::find_if(kSchemes, is_scheme);
  return scheme != kSchemes.end() && !host.empty() && origin.substr(scheme->size()) == host;
}

}  // namespace

bool is_listed_origin(std::optional<std::string_view> origin,
                      const std::vector<std::string>& listed) {
  return origin && std::ranges::count(listed, *origin) > 0;
}

bool is_allowed_origin(std::optional<std::string_view> origin, std::string_view host,
                       const std::vector<std::string>& listed) {
  return !origin || is_same_host(*origin, host) || is_listed_origin(origin, listed);
}

}  // namespace waymark
