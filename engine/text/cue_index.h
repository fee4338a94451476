#pragma once
// Which row of a table a cue has. Most cues of a message are in no table, so a small filter of bits
// stands before the index and says no to nearly all of those. Filled while a bundle is built, const
// afterwards; then any thread.
//
//   CueIndex index; index.add({CueKind::Word, 7, 0, 0});
//   index.find({CueKind::Word, 7, 0, 0});  // 0

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/text/cue.h"

namespace waymark {

class CueIndex {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  // Makes room for so many cues in all.
  void reserve(std::size_t cues);

  // Gives a cue the next row, counted from 0. False when it has one already.
  bool add(const Cue& cue);

  // The row of a cue, or kNone.
  [[nodiscard]] std::uint32_t find(const Cue& cue) const {
    const std::uint64_t hash = hash_of(cue);
    const std::uint64_t bits = bits_of(hash);
    if ((filter_[filter_place(hash)] & bits) != bits) return kNone;
    return slots_[slot_of(cue, hash)];
  }

  // By row.
  [[nodiscard]] const std::vector<Cue>& cues() const { return cues_; }

 private:
  [[nodiscard]] static std::uint64_t hash_of(const Cue& cue) {
    std::uint64_t mixed = (static_cast<std::uint64_t>(cue.a) << 32U | cue.b) ^
                          static_cast<std::uint64_t>(cue.kind) << 61U;
    mixed = (mixed ^ mixed >> 31U) * 0xBF58476D1CE4E5B9ULL + cue.c;
    mixed *= 0x9E3779B97F4A7C15ULL;
    return mixed ^ mixed >> 29U;
  }

  // Two bits of one word of the filter.
  [[nodiscard]] static std::uint64_t bits_of(std::uint64_t hash) {
    return std::uint64_t{1} << (hash & 63U) | std::uint64_t{1} << (hash >> 6U & 63U);
  }

  [[nodiscard]] std::size_t filter_place(std::uint64_t hash) const {
    return hash >> 12U & (filter_.size() - 1);
  }

  // Where the cue stands, or the free slot where it would.
  [[nodiscard]] std::size_t slot_of(const Cue& cue, std::uint64_t hash) const {
    const std::size_t last = slots_.size() - 1;
    std::size_t slot = hash >> 32U & last;
    while (slots_[slot] != kNone && cues_[slots_[slot]] != cue) slot = (slot + 1) & last;
    return slot;
  }

  void grow(std::size_t cues);

  // Sizes of the slots and the filter are powers of two; at most half of the slots are taken.
  std::vector<Cue> cues_;
  std::vector<std::uint32_t> slots_ = {kNone, kNone};
  std::vector<std::uint64_t> filter_ = {0};
};

}  // namespace waymark
