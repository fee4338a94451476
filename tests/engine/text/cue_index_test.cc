#include "engine/text/cue_index.h"

#include <doctest/doctest.h>

namespace waymark {
namespace {

// Cues of every kind whose numbers lie close together, as those of words do.
std::vector<Cue> many_cues(std::uint32_t words) {
  std::vector<Cue> cues;
  for (std::uint32_t a = 1; a <= words; ++a) {
    cues.push_back({CueKind::Word, a, 0, 0});
    cues.push_back({CueKind::Group, a, 0, 0});
    cues.push_back({CueKind::Mark, a, 0, 0});
    for (const std::uint32_t b : {a + 1, a + 2, kAtomEnd}) {
      cues.push_back({CueKind::Pair, a, b, 0});
      cues.push_back({CueKind::Near, a, b, 0});
      cues.push_back({CueKind::Triple, a, b, a});
      cues.push_back({CueKind::Triple, a, b, kAtomStop});
    }
  }
  return cues;
}

}  // namespace

TEST_CASE("cue index: an empty one has no cue") {
  const CueIndex index;
  CHECK(index.find({}) == CueIndex::kNone);
  CHECK(index.find({CueKind::Triple, 1, 2, 3}) == CueIndex::kNone);
  CHECK(index.cues().empty());
}

TEST_CASE("cue index: rows are numbered as cues come, each once") {
  CueIndex index;
  CHECK(index.add({CueKind::Word, 7, 0, 0}));
  CHECK(index.add({CueKind::Group, 7, 0, 0}));
  CHECK_FALSE(index.add({CueKind::Word, 7, 0, 0}));
  CHECK(index.add({CueKind::Pair, 7, 8, 0}));
  CHECK(index.find({CueKind::Word, 7, 0, 0}) == 0);
  CHECK(index.find({CueKind::Group, 7, 0, 0}) == 1);
  CHECK(index.find({CueKind::Pair, 7, 8, 0}) == 2);
  CHECK(index.find({CueKind::Pair, 8, 7, 0}) == CueIndex::kNone);
  CHECK(index.cues()[2] == Cue{CueKind::Pair, 7, 8, 0});
}

TEST_CASE("cue index: whether there was room beforehand or not, it finds what was added alone") {
  const std::vector<Cue> cues = many_cues(500);
  for (const std::size_t room : {std::size_t{0}, std::size_t{100}, cues.size()}) {
    CueIndex index;
    index.reserve(room);
    std::size_t wrong = 0;
    for (std::uint32_t row = 0; row < cues.size(); row += 2) {
      if (!index.add(cues[row])) ++wrong;
    }
    for (std::uint32_t row = 0; row < cues.size(); ++row) {
      if (index.find(cues[row]) != (row % 2 == 0 ? row / 2 : CueIndex::kNone)) ++wrong;
    }
    CHECK(wrong == 0);
  }
}

}  // namespace waymark
