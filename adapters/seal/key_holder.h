#pragma once
// The key ring that is used now. Whatever seals or opens takes hold of it once for each token; a
// reload swaps in another. Any thread.
//
//   auto keys = std::make_shared<KeyHolder>(KeyRing::generate());
//   const auto ring = keys->current();

#include <atomic>
#include <memory>
#include <utility>

#include "adapters/seal/key_ring.h"

namespace waymark {

using KeyRingPtr = std::shared_ptr<const KeyRing>;

class KeyHolder {
 public:
  explicit KeyHolder(KeyRing ring) : ring_(std::make_shared<const KeyRing>(std::move(ring))) {}

  // Never null.
  [[nodiscard]] KeyRingPtr current() const { return ring_.load(); }
  void swap(KeyRing ring) { ring_.store(std::make_shared<const KeyRing>(std::move(ring))); }

 private:
  std::atomic<KeyRingPtr> ring_;
};

using KeyHolderPtr = std::shared_ptr<const KeyHolder>;

}  // namespace waymark
