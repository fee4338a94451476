#include "adapters/server/connection_budget.h"

#include <doctest/doctest.h>

#include <vector>

namespace waymark {

TEST_CASE("connection budget: so many in all, so many from one address") {
  ConnectionBudget budget(3, 2);
  const ConnectionLease first = budget.take(1);
  ConnectionLease second = budget.take(1);
  CHECK(first.has_place());
  CHECK(second.has_place());
  const ConnectionLease third = budget.take(1);
  CHECK_FALSE(third.has_place());
  CHECK_FALSE(third.is_none());
  CHECK(budget.take(2).has_place());
  second = {};
  CHECK(budget.take(1).has_place());
}

TEST_CASE("connection budget: the full house has spare seats, and then none") {
  ConnectionBudget budget(1, 1);
  std::vector<ConnectionLease> leases;
  for (std::size_t count = 0; count <= ConnectionBudget::kSpareSeats; ++count) {
    leases.push_back(budget.take(count));
  }
  CHECK(leases.front().has_place());
  CHECK_FALSE(leases.back().has_place());
  CHECK_FALSE(leases.back().is_none());
  CHECK(budget.take(9).is_none());
  leases.clear();
  CHECK(budget.taken() == 0);
  CHECK(budget.take(9).has_place());
}

TEST_CASE("connection budget: behind a proxy only the whole counts") {
  ConnectionBudget budget(3, 1);
  std::vector<ConnectionLease> leases;
  for (int count = 0; count < 3; ++count) {
    leases.push_back(budget.take(std::nullopt));
    CHECK(leases.back().has_place());
  }
  CHECK_FALSE(budget.take(std::nullopt).has_place());
}

TEST_CASE("connection lease: given back once, wherever it moved") {
  ConnectionBudget budget(9, 9);
  {
    ConnectionLease first = budget.take(1);
    const ConnectionLease moved = std::move(first);
    CHECK(moved.has_place());
    CHECK(budget.taken() == 1);
  }
  CHECK(budget.taken() == 0);
}

}  // namespace waymark
