#pragma once
// The pack that answers now. A turn takes hold of it once and keeps it to its end; a reload swaps
// in another for the turns that follow. Any thread.

#include <atomic>
#include <memory>
#include <string>

#include "engine/api/content.h"
#include "engine/api/directory.h"

namespace waymark {

// A compiled pack with what a host needs of it when everything else fails.
struct LoadedPack {
  BundlePtr bundle;
  BundleSummary summary;
  std::string last_resort;                            // crisis contacts as one plain text
  std::shared_ptr<const ServiceDirectory> directory;  // null where the operator has none
};

using LoadedPackPtr = std::shared_ptr<const LoadedPack>;

// Works out the summary and the words of last resort.
[[nodiscard]] LoadedPackPtr to_loaded_pack(BundlePtr bundle);

// The same pack with what it looks things up in.
[[nodiscard]] LoadedPackPtr with_directory(const LoadedPackPtr& pack,
                                           std::shared_ptr<const ServiceDirectory> directory);

class BundleHolder {
 public:
  explicit BundleHolder(LoadedPackPtr pack) : pack_(std::move(pack)) {}

  // Never null.
  [[nodiscard]] LoadedPackPtr current() const { return pack_.load(); }
  void swap(LoadedPackPtr pack) { pack_.store(std::move(pack)); }

 private:
  std::atomic<LoadedPackPtr> pack_;
};

}  // namespace waymark
