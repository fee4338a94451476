#pragma once
// Which pages may talk to this server. A browser names the page's origin and cannot be made to lie
// about it; a client that names none is no browser, and there is nothing it could ride on, as no
// cookie is ever set. Any thread.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

// Whether a request with this Origin may be answered: it has none, it is of the host that was
// asked, or it is on the list, letter by letter. "null" never is.
[[nodiscard]] bool is_allowed_origin(std::optional<std::string_view> origin, std::string_view host,
                                     const std::vector<std::string>& listed);

// Whether it is there and on the list, so that the answer must name it for the browser (CORS).
[[nodiscard]] bool is_listed_origin(std::optional<std::string_view> origin,
                                    const std::vector<std::string>& listed);

}  // namespace waymark
