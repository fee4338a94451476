#pragma once
// Entries of a directory from comma-separated values. The first row names the columns, in any
// order; README.md lists them. One thread.

#include <istream>
#include <string>
#include <vector>

#include "adapters/directory/listing.h"

namespace waymark {

// The columns that are read, as `waymark import directory --help` lists them.
[[nodiscard]] const std::vector<std::string>& listing_columns();

// `name` is what findings call the file. A row that is not right is left out with a finding; a file
// without a header that can be used gives no entry.
[[nodiscard]] ListingImport read_listing_csv(std::istream& in, const std::string& name);

}  // namespace waymark
