#pragma once
// What every connection of a server works with. Made once by the server, outlives all connections;
// each member says for itself which threads may use it: any.

#include <atomic>
#include <chrono>

#include "adapters/host/bundle_holder.h"
#include "adapters/host/config.h"
#include "adapters/host/conversation_service.h"
#include "adapters/host/log.h"
#include "adapters/host/memory_session_store.h"
#include "adapters/host/stored_sessions.h"
#include "adapters/server/client_address.h"
#include "adapters/server/connection_budget.h"
#include "adapters/server/load_gauge.h"
#include "adapters/server/metrics.h"
#include "adapters/server/rate_limiter.h"

namespace waymark {

// People behind one address may all at once send what they may send in a tenth of a minute.
inline constexpr int kBurstsPerMinute = 10;

// How often an address may fill its places anew in a minute, and at once.
inline constexpr int kConnectsPerMinute = 60;
inline constexpr int kConnectsAtOnce = 2;

struct ServerContext {
  ServerContext(const Config& config_in, const ConversationService& conversations_in,
                const BundleHolder& packs_in, Log& log_in)
      : config(config_in),
        conversations(conversations_in),
        packs(packs_in),
        log(log_in),
        stored_sessions(session_store, conversations_in.seal(), conversations_in.clock()),
        address_rates({.per_minute = config_in.messages_per_minute_per_address,
                       .burst = config_in.messages_per_minute_per_address / kBurstsPerMinute + 1}),
        connect_rates({.per_minute = config_in.connections_per_address * kConnectsPerMinute,
                       .burst = config_in.connections_per_address * kConnectsAtOnce}),
        load({.per_minute = config_in.messages_per_minute_in_all,
              .burst = config_in.messages_per_minute_in_all / kBurstsPerMinute + 1},
             static_cast<std::size_t>(config_in.connections)),
        budget(static_cast<std::size_t>(config_in.connections),
               static_cast<std::size_t>(config_in.connections_per_address)) {}

  const Config& config;
  const ConversationService& conversations;
  const BundleHolder& packs;
  Log& log;
  MemorySessionStore session_store;
  StoredSessions stored_sessions;
  Metrics metrics;
  AddressKeys address_keys;
  RateLimiter address_rates;
  RateLimiter connect_rates;
  LoadGauge load;
  ConnectionBudget budget;
  std::atomic<bool> is_draining = false;
};

}  // namespace waymark
