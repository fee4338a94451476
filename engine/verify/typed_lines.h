#pragma once
// Lines that a visitor may type, one for each thing that can be meant and for each kind of risk,
// taken from the pack and tried: each is understood as it says. Stateless; any thread.

#include <string>
#include <vector>

#include "engine/turn/bundle.h"

namespace waymark {

struct TypedLine {
  enum class About : std::uint8_t {
    Intent,   // starts a flow, or is an answer
    Command,  // steers the talk
    Risk,
    Nothing  // is not understood
  };
  About about = About::Intent;
  std::string text;
};

// For the first language of the pack. An intent for which no line is found is left out.
[[nodiscard]] std::vector<TypedLine> typed_lines(const Bundle& bundle, const PackSource& source);

}  // namespace waymark
