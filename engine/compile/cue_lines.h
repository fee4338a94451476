#pragma once
// The fast way to read a file of cues: they are fitted by a program and have tens of thousands of
// lines. It takes what such a file looks like and leaves everything else, sound or not, to
// source_reader.h; what both read, they read alike. Stateless; used by the content compiler only.
//
//   {"locale": "en-GB", "about": "risk",
//    "cues": {
//     "a cue": "none 12",
//     "the next": "none -3"
//    }}

#include <optional>
#include <string_view>
#include <vector>

#include "engine/compile/declarations.h"
#include "engine/compile/source_model.h"

namespace waymark {

struct CueLines {
  SourceValue header;          // the whole object, but with "cues" empty
  std::vector<CueEntry> cues;  // their texts are bytes of the file itself
};

// Nothing, unless the file is one object of texts and the object "cues", whose keys come in the
// order of their bytes (so that none stands twice), and no text has an escape or a broken
// character in it.
[[nodiscard]] std::optional<CueLines> cue_lines(std::string_view file);

}  // namespace waymark
