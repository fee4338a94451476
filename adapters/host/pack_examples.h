#pragma once
// The examples that stand in a pack's own files, as labelled lines: those of intents, and the lines
// on which risk rules must fire or be silent. For `waymark fit`, which learns from them too. Any
// thread.

#include <string_view>
#include <vector>

#include "adapters/host/labelled_text.h"
#include "engine/api/content.h"
#include "engine/api/cues.h"

namespace waymark {

// For the scale of risk all of them: an intent's example is free of risk. For that of intents those
// of intents alone: a line that is free of risk can mean anything.
// Files that cannot be read give none: the compiler says what is wrong with them. Risk rules of the
// tier "context" give none either: what they are shown is neither risk nor free of it.
// `locale` is that of the files that are read.
[[nodiscard]] std::vector<LabelledText> examples_of(const PackSource& source, CueScale scale,
                                                    std::string_view locale);

}  // namespace waymark
