#pragma once
// Content in, frozen bundle out. The host reads a pack's files from wherever they are; the engine
// compiles them without touching a disk. Compile on any one thread; a BundlePtr is shared freely.
//
//   PackSource source{files};
//   CompileResult result = compile_pack(source, today);
//   if (result.bundle) take_turn(*result.bundle, ...);

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/api/diagnostic.h"
#include "engine/api/ids.h"

namespace waymark {

// One file as it was read. `path` is what diagnostics show; `kind_path` is relative to its pack's
// folder ("intents/ipt.json") and decides what kind of file it is.
struct SourceFile {
  std::string path;
  std::string kind_path;
  std::string text;
};

// A pack and those that it extends, base first, each with its files in a fixed order.
struct PackSource {
  std::vector<std::vector<SourceFile>> packs;
};

// The compiled pack: opaque to adapters, const for ever, shared between threads.
struct Bundle;
using BundlePtr = std::shared_ptr<const Bundle>;

struct CompileResult {
  BundlePtr bundle;  // null when there are errors
  std::vector<Diagnostic> diagnostics;
};

// Whether the examples of intents and risk rules are played as the tests that they are. A pack that
// is being written is tried out (explain, eval) before all of them hold; it is not served.
enum class Examples : std::uint8_t { Check, Skip };

// Compiles and checks a pack. Reports every problem, never only the first. `today` judges expiry
// dates of facts and sources.
[[nodiscard]] CompileResult compile_pack(const PackSource& source,
                                         std::chrono::year_month_day today,
                                         Examples examples = Examples::Check);

struct BundleSummary {
  std::string pack;
  std::string version;
  std::string title;
  std::uint32_t fingerprint = 0;
  std::vector<std::string> locales;
  std::size_t intents = 0;
  std::size_t patterns = 0;
  std::size_t risk_rules = 0;
  std::size_t flows = 0;
  std::size_t nodes = 0;
  std::size_t prompts = 0;
  std::size_t services = 0;
  std::vector<IntentId> intent_ids;
  double min_coverage = 0;  // share of nodes and of edges that the pack's tests must visit
};

[[nodiscard]] BundleSummary summarise(const Bundle& bundle);

}  // namespace waymark
