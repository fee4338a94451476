#pragma once
// The stem of a word ("argued", "arguing" → "argu"), by Snowball's stemmer for the language
// (libstemmer, snowballstem.org). For the content compiler; one thread each.

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace waymark {

class Stemmer {
 public:
  // For the language of a locale ("en-GB"). A language that Snowball does not know stems nothing.
  explicit Stemmer(std::string_view locale);

  [[nodiscard]] std::string stem(std::string_view word) const;

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace waymark
