#pragma once
// What the states of a talk lead to: searches backwards over the steps between them. Built once,
// then const; any thread.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace waymark {

// A move from one state to another.
struct TalkStep {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  bool is_button = false;  // pressed; others are typed words that anybody comes to
};

class TalkPaths {
 public:
  // The buttons among `steps`, which lie between states numbered below `states`.
  TalkPaths(std::size_t states, const std::vector<TalkStep>& steps);

  // The states from which buttons lead to one of `targets`, through states of `through` alone; the
  // targets are among them.
  [[nodiscard]] std::vector<bool> leading_to(const std::vector<bool>& targets,
                                             const std::vector<bool>& through) const;

 private:
  std::vector<std::size_t> begins_;  // of the states that lead to a state, in `from_`
  std::vector<std::uint32_t> from_;
};

// What is had in `most` turns: begins with the bits that each state has in one turn, and adds those
// of the states that its steps lead to.
void spread_back(const std::vector<TalkStep>& steps, int most, std::vector<std::uint8_t>& bits);

}  // namespace waymark
