#pragma once
// A store in this process's memory: bounded, and gone when the program ends. For one node and for
// tests. Any thread.

#include <cstddef>
#include <list>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "adapters/host/session_store.h"

namespace waymark {

class MemorySessionStore : public SessionStore {
 public:
  // When it is full, the one that was saved longest ago makes place.
  static constexpr std::size_t kMost = 20'000;
  explicit MemorySessionStore(std::size_t most = kMost) : most_(most) {}

  [[nodiscard]] std::optional<std::string> load(const StoreKey& key, UtcSeconds now) override;
  void save(const StoreKey& key, StoredSession session, UtcSeconds now) override;
  void erase(const StoreKey& key) override;

  [[nodiscard]] std::size_t size() const;

 private:
  using Entry = std::pair<StoreKey, StoredSession>;
  void drop(const StoreKey& key);

  const std::size_t most_;
  mutable std::mutex mutex_;
  std::list<Entry> entries_;  // the one saved longest ago first
  std::unordered_map<StoreKey, std::list<Entry>::iterator> places_;
};

}  // namespace waymark
