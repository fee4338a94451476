#pragma once
// Entries of a directory from Open Referral UK (HSDS-UK 3): services with their organisation,
// locations, phones, languages and prices. One thread.

#include <string>
#include <string_view>

#include "adapters/directory/listing.h"

namespace waymark {

// `json` is one service, a list of them, or a page of the API ("contents"; "content" before 3.0).
// `name` is what findings call the file, `list` the list that the entries go to. A service that is
// not right is left out with a finding at its JSON pointer.
[[nodiscard]] ListingImport read_open_referral(std::string_view json, const std::string& name,
                                               const std::string& list);

}  // namespace waymark
