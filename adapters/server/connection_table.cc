#include "adapters/server/connection_table.h"

namespace waymark {

void ConnectionTable::add(Connection& connection) {
  connection.place_ = connections_.size();
  connections_.push_back(&connection);
}

// The last one takes the place of the one that leaves.
void ConnectionTable::remove(Connection& connection) {
  Connection* last = connections_.back();
  connections_[connection.place_] = last;
  last->place_ = connection.place_;
  connections_.pop_back();
}

void ConnectionTable::tick(SteadyTime now) {
  for (Connection* connection : connections_) connection->on_tick(now);
}

void ConnectionTable::drain() {
  for (Connection* connection : connections_) connection->drain();
}

void ConnectionTable::cut_all() {
  for (Connection* connection : connections_) connection->cut();
}

}  // namespace waymark
