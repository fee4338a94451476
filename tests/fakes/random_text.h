#pragma once
// Unicode at random, with a fixed seed: letters of many scripts, marks, controls, emoji, unassigned
// code points. One thread.

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <utility>

#include "engine/text/utf8.h"

namespace waymark::fakes {

class RandomText {
 public:
  explicit RandomText(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  // Any code point but surrogates, those that people type more often than others.
  char32_t code_point() {
    static constexpr std::array<std::pair<char32_t, char32_t>, 14> kRanges = {{
        {0x20, 0x7E},
        {0x20, 0x7E},
        {0x61, 0x7A},
        {0x00, 0x1F},
        {0xA0, 0x24F},
        {0x300, 0x36F},
        {0x370, 0x52F},
        {0x590, 0x6FF},
        {0x1E00, 0x1FFF},
        {0x2000, 0x22FF},
        {0x3000, 0x30FF},
        {0x1F300, 0x1FAFF},
        {0x0000, 0xD7FF},
        {0xE000, 0x10FFFF},
    }};
    const auto& [first, last] = kRanges[below(kRanges.size())];
    return first + static_cast<char32_t>(below(last - first + 1));
  }

  // Up to `most` code points as UTF-8.
  std::string text(std::size_t most) {
    std::string out;
    for (std::size_t i = below(most + 1); i > 0; --i) append_utf8(out, code_point());
    return out;
  }

 private:
  std::mt19937 random_;
};

}  // namespace waymark::fakes
