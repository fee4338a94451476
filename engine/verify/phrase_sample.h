#pragma once
// Words that a pattern matches, made from the pattern as it is written: the shortest that a reader
// would expect, with the first of alternatives and without what may be left out. Stateless; any
// thread.
//
//   phrase_sample("how much [will|does] (it|this) {cost}", sets) == "how much it cost"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

// The entries of synonym sets by name.
using PhraseSets = std::map<std::string, std::vector<std::string>, std::less<>>;

// Empty when nothing can be made of it: a broken phrase, an unknown set.
[[nodiscard]] std::string phrase_sample(std::string_view phrase, const PhraseSets& sets);

}  // namespace waymark
