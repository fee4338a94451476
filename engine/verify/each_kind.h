#pragma once
// A visitor of a closed set, put together from one function for each kind: a kind that is added to
// the set does not compile until every such place names it. Stateless; any thread.
//
//   std::visit(EachKind{[](const SayNode&) { ... }, [](const AskNode&) { ... }}, node.body);

namespace waymark {

template <typename... Functions>
struct EachKind : Functions... {
  using Functions::operator()...;
};

}  // namespace waymark
