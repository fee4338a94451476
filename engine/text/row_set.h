#pragma once
// A set of places in a message, as bits: place i is the one before row i (a token, or an edge of
// the message). W machine words hold 64 · W places. Values; any thread.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace waymark {

template <std::size_t W>
class RowSet {
 public:
  // The first `count` places.
  static RowSet first(std::size_t count) {
    RowSet out;
    std::size_t i = 0;
    for (; i < count / 64; ++i) out.bits_[i] = ~0ULL;
    if (count % 64 != 0) out.bits_[i] = (1ULL << (count % 64)) - 1;
    return out;
  }

  void add(std::size_t place) { bits_[place / 64] |= 1ULL << (place % 64); }
  [[nodiscard]] bool has(std::size_t place) const {
    return (bits_[place / 64] >> (place % 64) & 1U) != 0;
  }

  [[nodiscard]] bool is_empty() const {
    std::uint64_t any = 0;
    for (const std::uint64_t word : bits_) any |= word;
    return any == 0;
  }

  RowSet& operator|=(const RowSet& other) {
    for (std::size_t i = 0; i < W; ++i) bits_[i] |= other.bits_[i];
    return *this;
  }
  [[nodiscard]] RowSet operator&(const RowSet& other) const {
    RowSet out;
    for (std::size_t i = 0; i < W; ++i) out.bits_[i] = bits_[i] & other.bits_[i];
    return out;
  }

  [[nodiscard]] RowSet without(const RowSet& other) const {
    RowSet out;
    for (std::size_t i = 0; i < W; ++i) out.bits_[i] = bits_[i] & ~other.bits_[i];
    return out;
  }

  // Every place moved on by one row.
  [[nodiscard]] RowSet next() const {
    RowSet out;
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < W; ++i) {
      out.bits_[i] = bits_[i] << 1U | carry;
      carry = bits_[i] >> 63U;
    }
    return out;
  }

  // The first place; the set must not be empty.
  [[nodiscard]] std::size_t least() const {
    for (std::size_t i = 0; i < W; ++i) {
      if (bits_[i] != 0) return i * 64 + static_cast<std::size_t>(std::countr_zero(bits_[i]));
    }
    return 0;
  }

  // The last place; the set must not be empty.
  [[nodiscard]] std::size_t last() const {
    for (std::size_t i = W; i > 0; --i) {
      if (bits_[i - 1] != 0) {
        return (i - 1) * 64 + 63 - static_cast<std::size_t>(std::countl_zero(bits_[i - 1]));
      }
    }
    return 0;
  }

 private:
  std::array<std::uint64_t, W> bits_{};
};

}  // namespace waymark
