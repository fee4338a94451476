#pragma once
// Stage 1 of a turn: what came in becomes a bounded list of code points, each with its place in the
// original bytes. Runs before ICU sees anything: 100,000 combining marks would stall it for
// seconds. Stateless; any thread.

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/api/trace.h"

namespace waymark {

// A code point and the bytes of the message that it stands for.
struct Glyph {
  char32_t code = 0;
  ByteSpan source;

  bool operator==(const Glyph&) const = default;
};

struct AdmittedText {
  std::vector<Glyph> glyphs;
  bool shortened = false;  // something was over the limits and left out
};

// Repairs UTF-8, drops control characters (line breaks and tabs become blanks of their kind), cuts
// at kMaxMessageCodePoints and caps runs of combining marks at kMaxCombiningRun. A longer message
// keeps its beginning and its end, so that what is said last is still read.
[[nodiscard]] AdmittedText admit(std::string_view bytes);

}  // namespace waymark
