#pragma once
// Where the conversations of people wait whose channel cannot hold a token for them (a text
// message, a plain webhook). A store sees a keyed hash and a sealed token: neither who it is nor
// what was said. Any thread may call it; the calls for one key come one after another.
//
//   store.save(key, {token, now + idle});
//   auto kept = store.load(key, now);

#include <optional>
#include <string>

#include "adapters/seal/store_key.h"
#include "engine/api/clock.h"

namespace waymark {

struct StoredSession {
  std::string token;
  UtcSeconds expires;  // from then on it is not given back, and may be thrown away

  bool operator==(const StoredSession&) const = default;
};

class SessionStore {
 public:
  virtual ~SessionStore() = default;

  // Nothing when it is not there or has expired. A store that cannot be asked throws: the turn then
  // fails in the open, and does not silently begin a new conversation.
  [[nodiscard]] virtual std::optional<std::string> load(const StoreKey& key, UtcSeconds now) = 0;

  // Puts it in place of what was there. Throws when it could not be kept.
  virtual void save(const StoreKey& key, StoredSession session, UtcSeconds now) = 0;

  virtual void erase(const StoreKey& key) = 0;
};

}  // namespace waymark
