#pragma once
// The regular endings of an English word: what `word+` stands for in a pattern. Stateless; any
// thread.

#include <string>
#include <string_view>
#include <vector>

namespace waymark {

// `base` and its forms in -s, -ed, -ing and -er, by the regular spelling rules (final e, y, and
// doubled consonants, with and without doubling where both occur): "argue" gives argue, argues,
// argued, arguing, arguer. Some of them may be no words; nobody types those.
[[nodiscard]] std::vector<std::string> inflections(std::string_view base);

}  // namespace waymark
