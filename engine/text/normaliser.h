#pragma once
// Stage 2, first half: code points as they are compared. NFKC with full case folding, without
// default-ignorables and bidi controls; apostrophes, quotes and dashes of one kind; accents off
// Latin letters; letters of other scripts that pose as Latin ones inside a Latin word folded to
// them (UTS #39). Every glyph keeps its place in the message. Plain ASCII takes a short way.
// Stateless; any thread.

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/admission.h"

namespace waymark {

[[nodiscard]] std::vector<Glyph> normalise(const std::vector<Glyph>& glyphs);

// The same for a text whose places do not matter, such as a word of content.
[[nodiscard]] std::string normalise_text(std::string_view text);

// The word in the ASCII letters that its letters look like; letters that look like none stay. A
// word that is all in another script may be one of that script: whoever asks must know the Latin
// word.
[[nodiscard]] std::string latin_form(std::string_view word);

}  // namespace waymark
