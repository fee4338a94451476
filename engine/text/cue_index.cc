#include "engine/text/cue_index.h"

#include <algorithm>
#include <bit>

namespace waymark {
namespace {

constexpr std::size_t kCuesPerFilterWord = 4;

}  // namespace

void CueIndex::reserve(std::size_t cues) {
  if (cues * 2 <= slots_.size()) return;
  cues_.reserve(cues);
  grow(cues);
}

bool CueIndex::add(const Cue& cue) {
  if ((cues_.size() + 1) * 2 > slots_.size()) grow(cues_.size() + 1);
  const std::uint64_t hash = hash_of(cue);
  const std::size_t slot = slot_of(cue, hash);
  if (slots_[slot] != kNone) return false;
  slots_[slot] = static_cast<std::uint32_t>(cues_.size());
  filter_[filter_place(hash)] |= bits_of(hash);
  cues_.push_back(cue);
  return true;
}

void CueIndex::grow(std::size_t cues) {
  slots_.assign(std::bit_ceil(cues * 2), kNone);
  filter_.assign(std::bit_ceil(std::max<std::size_t>(cues / kCuesPerFilterWord, 1)), 0);
  for (std::uint32_t row = 0; row < cues_.size(); ++row) {
    const std::uint64_t hash = hash_of(cues_[row]);
    slots_[slot_of(cues_[row], hash)] = row;
    filter_[filter_place(hash)] |= bits_of(hash);
  }
}

}  // namespace waymark
