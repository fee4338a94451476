#pragma once
// WAYMARK_CHECK(condition): for what only a bug can break, never for input. A broken check throws
// BrokenCheck, which one place catches (host/conversation_service) and answers with the words of
// last resort. On in every build.

#include <stdexcept>
#include <string>

namespace waymark {

class BrokenCheck : public std::logic_error {
 public:
  BrokenCheck(const char* condition, const char* file, int line)
      : std::logic_error(std::string(file) + ':' + std::to_string(line) +
                         ": broken: " + condition) {}
};

}  // namespace waymark

#define WAYMARK_CHECK(condition)                                                    \
  do {                                                                              \
    if (!(condition)) throw ::waymark::BrokenCheck(#condition, __FILE__, __LINE__); \
  } while (false)
