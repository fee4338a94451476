#include "engine/text/stemmer.h"

#include <libstemmer.h>

#include <vector>

namespace waymark {

Stemmer::Stemmer(std::string_view locale)
    : stemmer_(sb_stemmer_new(std::string(locale.substr(0, 2)).c_str(), "UTF_8")) {}

void Stemmer::Delete::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

std::string Stemmer::stem(std::string_view word) const {
  if (!stemmer_) return std::string(word);
  const std::vector<sb_symbol> letters(word.begin(), word.end());
  const sb_symbol* stem =
      sb_stemmer_stem(stemmer_.get(), letters.data(), static_cast<int>(letters.size()));
  if (stem == nullptr) return std::string(word);  // it ran out of memory
  return {stem, stem + sb_stemmer_length(stemmer_.get())};
}

}  // namespace waymark
