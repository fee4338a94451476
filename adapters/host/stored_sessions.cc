#include "adapters/host/stored_sessions.h"

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace waymark {

// A name under the newest key comes first. After the ring was renewed, a conversation is found
// under an older key, and moves.
void StoredSessions::take_turn(std::string_view channel, std::string_view sender,
                               const Turn& turn) {
  const KeyRingPtr ring = seal_.keys()->current();
  std::vector<StoreKey> names;
  for (const SealKey& key : ring->all()) {
    names.push_back(store_key(key, seal_.site(), channel, sender));
  }
  const std::size_t lock = std::hash<std::string_view>{}(sender) % kLocks;
  const std::scoped_lock one_at_a_time(locks_[lock]);

  const UtcSeconds now = clock_.now();
  std::optional<std::string> kept;
  const StoreKey* found = nullptr;
  for (const StoreKey& name : names) {
    kept = store_.load(name, now);
    if (!kept) continue;
    found = &name;
    break;
  }
  std::string next = turn(kept.value_or(""));
  const bool is_over = next.empty();
  if (!is_over) store_.save(names.front(), {std::move(next), now + seal_.idle()}, now);
  const bool is_stale = found != nullptr && (is_over || found != &names.front());
  if (is_stale) store_.erase(*found);
}

}  // namespace waymark
