#include "engine/text/cue_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace waymark {
namespace {

constexpr std::int64_t kScaleOne = 1 << 16;

// Of the cues of a message so many are known for each of its words, in packs that know a lot.
constexpr std::size_t kCuesOfAnAtom = 4;

// kScaleOne / sqrt(kDamping + cues), as a whole number.
std::int64_t scale_for(std::size_t cues) {
  return std::llround(static_cast<double>(kScaleOne) /
                      std::sqrt(static_cast<double>(CueTable::kDamping + cues)));
}

std::optional<std::uint32_t> edge_atom(std::string_view text) {
  if (text == "^") return kAtomBegin;
  if (text == "$") return kAtomEnd;
  if (text == ".") return kAtomStop;
  if (text == "?") return kAtomQuestion;
  return std::nullopt;
}

bool is_stem(std::string_view text) {
  return text.size() > 1 && text.back() == '~' && !text.contains(' ');
}

bool is_piece(std::string_view text) {
  return text.size() > 1 && (text.front() == '*' || text.back() == '*');
}

bool is_group(std::string_view text) {
  return is_stem(text) || is_piece(text) ||
         (text.size() > 2 && text.front() == '{' && text.back() == '}');
}

std::uint32_t word_atom(std::string_view text, Vocabulary& vocabulary) {
  if (const auto edge = edge_atom(text)) return *edge;
  return vocabulary.add(text);
}

std::optional<std::uint32_t> parse_number(std::string_view digits) {
  std::uint32_t number = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
  return number;
}

// Two or three words side by side.
std::expected<Cue, std::string> parse_row(std::string_view written, Vocabulary& vocabulary) {
  std::array<std::uint32_t, 3> atoms{};
  std::size_t count = 0;
  for (std::size_t at = 0; at <= written.size(); ++count) {
    const std::size_t end = std::min(written.find(' ', at), written.size());
    if (end == at) return std::unexpected("one blank stands between words");
    const std::uint32_t atom = word_atom(written.substr(at, end - at), vocabulary);
    if (count < atoms.size()) atoms[count] = atom;
    at = end + 1;
  }
  if (count == 2) return Cue{CueKind::Pair, atoms[0], atoms[1], 0};
  if (count == 3) return Cue{CueKind::Triple, atoms[0], atoms[1], atoms[2]};
  return std::unexpected("a cue has at most three words");
}

}  // namespace

std::expected<Cue, std::string> parse_cue(
    std::string_view written, Vocabulary& vocabulary, WordGroups& groups,
    const std::function<std::optional<std::uint32_t>(std::string_view)>& mark) {
  if (written.empty()) return std::unexpected("a cue cannot be empty");
  if (written.front() == '=' && written.size() > 1) {
    if (const auto number = mark(written.substr(1))) return Cue{CueKind::Mark, *number, 0, 0};
    return std::unexpected("there is no mark \"" + std::string(written.substr(1)) + "\"");
  }
  if (written.front() == '#') {
    const auto number = parse_number(written.substr(1));
    if (number && length_class(*number) == *number) return Cue{CueKind::Length, *number, 0, 0};
    return std::unexpected("a length is #0, #1, #2, #4 and so on to #64");
  }
  if (const std::size_t amp = written.find(" & "); amp != std::string_view::npos) {
    const std::string_view left = written.substr(0, amp);
    const std::string_view right = written.substr(amp + 3);
    if (!is_stem(left) || !is_stem(right)) {
      return std::unexpected("both sides of \"&\" are stems, as in book~");
    }
    const GroupId a = groups.add(left);
    const GroupId b = groups.add(right);
    return Cue{CueKind::Near, std::min(a, b), std::max(a, b), 0};
  }
  if (written.find(' ') != std::string_view::npos) return parse_row(written, vocabulary);
  if (is_group(written)) return Cue{CueKind::Group, groups.add(written), 0, 0};
  return Cue{CueKind::Word, word_atom(written, vocabulary), 0, 0};
}

void CueTable::reserve(const Room& room) {
  rows_.reserve(rows_.size() + room.cues);
  index_.reserve(rows_.size() + room.cues);
  texts_.reserve(texts_.size() + room.text_bytes);
  weights_.reserve(weights_.size() + room.weights);
}

bool CueTable::add(const Cue& cue, std::string_view written, const SourcePlace& place,
                   std::span<const CueWeight> weights) {
  if (!index_.add(cue)) return false;
  if (files_.empty() || files_.back() != place.file) files_.push_back(place.file);
  rows_.push_back({static_cast<std::uint32_t>(texts_.size()),
                   static_cast<std::uint32_t>(weights_.size()),
                   static_cast<std::uint32_t>(files_.size() - 1), place.line, place.column});
  texts_ += written;
  weights_.insert(weights_.end(), weights.begin(), weights.end());
  return true;
}

void CueTable::count_words(std::vector<std::uint32_t>& counts) const {
  for (const Cue& cue : index_.cues()) {
    const bool has_words =
        cue.kind == CueKind::Word || cue.kind == CueKind::Pair || cue.kind == CueKind::Triple;
    if (!has_words) continue;
    for (const std::uint32_t word : {cue.a, cue.b, cue.c}) {
      if (word != kUnknownWord && word < counts.size()) ++counts[word];
    }
  }
}

std::span<const CueWeight> CueTable::weights_of(std::uint32_t row) const {
  const std::size_t last = row + 1 < rows_.size() ? rows_[row + 1].weight : weights_.size();
  return std::span(weights_).subspan(rows_[row].weight, last - rows_[row].weight);
}

std::string_view CueTable::written(std::uint32_t row) const {
  const std::size_t last = row + 1 < rows_.size() ? rows_[row + 1].text : texts_.size();
  return std::string_view(texts_).substr(rows_[row].text, last - rows_[row].text);
}

SourcePlace CueTable::place_of(std::uint32_t row) const {
  return {files_[rows_[row].file], rows_[row].line, rows_[row].column};
}

SeenCues CueTable::seen_in(const std::vector<CueAtom>& atoms,
                           const std::vector<std::uint32_t>& marks) const {
  SeenCues seen;
  seen.reserve(atoms.size() * kCuesOfAnAtom + marks.size());
  const auto look = [&](const Cue& cue, TokenSpan span) {
    const std::uint32_t row = index_.find(cue);
    if (row != CueIndex::kNone) {
      seen.push_back({row, static_cast<std::uint32_t>(seen.size()), span});
    }
  };
  for_each_cue(atoms, look);
  const TokenSpan whole{0, static_cast<std::uint32_t>(atoms.size())};
  for (const std::uint32_t mark : marks) look({CueKind::Mark, mark, 0, 0}, whole);
  std::ranges::sort(seen, [](const SeenCue& a, const SeenCue& b) {
    return a.row == b.row ? a.order < b.order : a.row < b.row;
  });
  const auto rest = std::ranges::unique(seen, {}, &SeenCue::row);
  seen.erase(rest.begin(), rest.end());
  return seen;
}

std::vector<std::int32_t> CueTable::totals(const SeenCues& seen) const {
  std::vector<std::int64_t> sums(bias_.size(), 0);
  for (const SeenCue& cue : seen) {
    for (const CueWeight& each : weights_of(cue.row)) sums[each.outcome] += each.weight;
  }
  const std::int64_t scale = scale_for(seen.size());
  std::vector<std::int32_t> totals(bias_);
  for (std::size_t i = 0; i < totals.size(); ++i) {
    totals[i] += static_cast<std::int32_t>(sums[i] * scale / kScaleOne);
  }
  return totals;
}

std::vector<CueShare> CueTable::shares(const SeenCues& seen, OutcomeIndex outcome,
                                       std::size_t most) const {
  const std::int64_t scale = scale_for(seen.size());
  struct Said {
    const SeenCue* cue = nullptr;
    std::int32_t share = 0;
  };
  std::vector<Said> said;
  for (const SeenCue& cue : seen) {
    for (const CueWeight& each : weights_of(cue.row)) {
      if (each.outcome != outcome) continue;
      const auto share = static_cast<std::int32_t>(each.weight * scale / kScaleOne);
      if (share != 0) said.push_back({&cue, share});
    }
  }
  std::ranges::stable_sort(said, std::ranges::greater(),
                           [](const Said& each) { return std::abs(each.share); });
  if (said.size() > most) said.resize(most);
  std::vector<CueShare> shares;
  for (const Said& each : said) {
    const std::uint32_t row = each.cue->row;
    shares.push_back({written(row), place_of(row), each.cue->span, each.share});
  }
  return shares;
}

}  // namespace waymark
