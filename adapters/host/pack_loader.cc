#include "adapters/host/pack_loader.h"

#include <string>
#include <utility>

#include "adapters/host/english_words.h"

namespace waymark {

PackReading read_pack_and_words(const std::filesystem::path& folder) {
  PackReading reading = read_pack(folder);
  if (!reading.source.packs.empty()) {
    reading.source.packs.front().push_back(
        {"words/en-GB.txt", "words/en-GB.txt", std::string(english_words())});
  }
  return reading;
}

PackLoad load_pack(const std::filesystem::path& folder, std::chrono::year_month_day today,
                   Examples examples) {
  PackReading reading = read_pack_and_words(folder);
  if (!reading.problems.empty()) return {nullptr, std::move(reading.problems), {}};
  CompileResult result = compile_pack(reading.source, today, examples);
  LoadedPackPtr pack = result.bundle ? to_loaded_pack(std::move(result.bundle)) : nullptr;
  return {std::move(pack), {}, std::move(result.diagnostics)};
}

std::chrono::year_month_day today(const Clock& clock) {
  return std::chrono::floor<std::chrono::days>(clock.now());
}

}  // namespace waymark
