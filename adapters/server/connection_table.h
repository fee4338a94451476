#pragma once
// The connections of one worker: ticks them, so that none needs a timer of its own, and tells them
// when the server goes away. Used on the worker's thread only.

#include <cstddef>
#include <vector>

#include "adapters/server/steady_time.h"

namespace waymark {

// How often connections look at their deadlines, which are whole seconds.
inline constexpr std::chrono::milliseconds kTick{500};

class Connection {
 public:
  virtual ~Connection() = default;

  // Ends itself when it is late; must not destroy any connection within the call.
  virtual void on_tick(SteadyTime now) = 0;

  // Ends itself as soon as it is polite; the same holds.
  virtual void drain() = 0;

  // Ends itself now; the same holds.
  virtual void cut() = 0;

 private:
  friend class ConnectionTable;
  std::size_t place_ = 0;
};

class ConnectionTable {
 public:
  void add(Connection& connection);
  void remove(Connection& connection);

  void tick(SteadyTime now);
  void drain();
  void cut_all();
  [[nodiscard]] std::size_t size() const { return connections_.size(); }

 private:
  std::vector<Connection*> connections_;
};

}  // namespace waymark
