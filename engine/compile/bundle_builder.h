#pragma once
// Declarations to a bundle: the compiler's steps in their order. Used by the content compiler only.

#include <chrono>
#include <memory>

#include "engine/compile/declarations.h"
#include "engine/turn/bundle.h"

namespace waymark {

// Always gives a bundle; it is fit for use only when `findings` got no error.
[[nodiscard]] std::shared_ptr<const Bundle> build_bundle(const Declarations& declared,
                                                         std::uint32_t fingerprint,
                                                         std::chrono::year_month_day today,
                                                         Findings& findings);

}  // namespace waymark
