#include "adapters/host/memory_session_store.h"

#include <iterator>

namespace waymark {

std::optional<std::string> MemorySessionStore::load(const StoreKey& key, UtcSeconds now) {
  const std::scoped_lock lock(mutex_);
  const auto place = places_.find(key);
  if (place == places_.end()) return std::nullopt;
  const StoredSession& session = place->second->second;
  if (now < session.expires) return session.token;
  drop(key);
  return std::nullopt;
}

void MemorySessionStore::save(const StoreKey& key, StoredSession session, UtcSeconds now) {
  const std::scoped_lock lock(mutex_);
  drop(key);
  while (!entries_.empty() &&
         (entries_.size() >= most_ || entries_.front().second.expires <= now)) {
    drop(entries_.front().first);
  }
  entries_.emplace_back(key, std::move(session));
  places_[key] = std::prev(entries_.end());
}

void MemorySessionStore::erase(const StoreKey& key) {
  const std::scoped_lock lock(mutex_);
  drop(key);
}

std::size_t MemorySessionStore::size() const {
  const std::scoped_lock lock(mutex_);
  return entries_.size();
}

// The key may be the one of the entry that goes.
void MemorySessionStore::drop(const StoreKey& key) {
  const auto place = places_.find(key);
  if (place == places_.end()) return;
  const auto entry = place->second;
  places_.erase(place);
  entries_.erase(entry);
}

}  // namespace waymark
