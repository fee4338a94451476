#pragma once
// A typed thing that was found in a message. Values; any thread.

#include <string>
#include <vector>

#include "engine/text/pattern_set.h"
#include "engine/text/utterance.h"

namespace waymark {

struct Entity {
  EntityType type = EntityType::Number;
  std::string value;  // normalised: "scotland", "16", "LS6"; empty for phone and e-mail
  TokenSpan tokens;
  ByteSpan span;
};

}  // namespace waymark
