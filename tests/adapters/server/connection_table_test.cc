#include "adapters/server/connection_table.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

struct CountingConnection : Connection {
  void on_tick(SteadyTime) override { ++ticks; }
  void drain() override { ++drains; }
  void cut() override { ++cuts; }
  int ticks = 0;
  int drains = 0;
  int cuts = 0;
};

}  // namespace

TEST_CASE("connection table: reaches each connection once, also after others left") {
  ConnectionTable table;
  CountingConnection first;
  CountingConnection second;
  CountingConnection third;
  for (CountingConnection* each : {&first, &second, &third}) table.add(*each);
  table.tick(SteadyTime{});
  table.remove(first);
  table.tick(SteadyTime{});
  table.remove(third);
  table.drain();
  table.cut_all();
  CHECK(first.ticks == 1);
  CHECK(second.ticks == 2);
  CHECK(third.ticks == 2);
  CHECK(second.drains == 1);
  CHECK(second.cuts == 1);
  CHECK(first.drains + third.drains == 0);
  CHECK(table.size() == 1);
  table.remove(second);
  CHECK(table.size() == 0);
}

}  // namespace waymark
