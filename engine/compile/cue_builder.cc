#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/api/cues.h"
#include "engine/compile/builders.h"
#include "engine/safety/risk_cues.h"
#include "engine/text/analyser.h"
#include "engine/text/cue_atoms.h"

namespace waymark {
namespace {

// Numbers by name; the names are kept elsewhere.
using Numbers = std::unordered_map<std::string_view, std::uint32_t>;

Numbers numbered(const std::vector<std::string>& names) {
  Numbers out;
  for (std::uint32_t i = 0; i < names.size(); ++i) out.emplace(names[i], i);
  return out;
}

// Reads "help.cost 212 none -30" into weights by outcome.
class WeightReader {
 public:
  WeightReader(const std::vector<std::string>& outcomes, Findings& findings)
      : outcomes_(numbered(outcomes)), findings_(findings) {}

  // The weights stay as they are until the next call; none, where there is a finding.
  const std::vector<CueWeight>& read(std::string_view written, const SourcePlace& place) {
    read_.clear();
    while (!written.empty()) {
      const std::string_view name = take_word(written);
      const auto outcome = outcomes_.find(name);
      const auto value = number(take_word(written));
      if (outcome == outcomes_.end() || !value) {
        report(place, name, outcome == outcomes_.end());
        read_.clear();
        break;
      }
      read_.push_back({static_cast<OutcomeIndex>(outcome->second), *value});
    }
    return read_;
  }

 private:
  static std::string_view take_word(std::string_view& rest) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
  }

  static std::optional<std::int16_t> number(std::string_view text) {
    int value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
    if (value > std::numeric_limits<std::int16_t>::max() ||
        value < std::numeric_limits<std::int16_t>::min()) {
      return std::nullopt;
    }
    return static_cast<std::int16_t>(value);
  }

  void report(const SourcePlace& place, std::string_view name, bool is_unknown) const {
    const std::string quoted = '"' + std::string(name) + '"';
    findings_.add("WM311", place,
                  is_unknown ? "Nothing that cues can speak for is called " + quoted + "."
                             : "The weight of " + quoted + " is no whole number up to 32767.",
                  "Write ids and weights in turn, as in \"help.cost 212 none -30\".");
  }

  Numbers outcomes_;
  Findings& findings_;
  std::vector<CueWeight> read_;
};

struct CueScaleNames {
  std::string about;
  std::vector<std::string> outcomes;
  std::vector<std::string> marks;
};

// The files of cues of one locale and scale.
std::vector<const CueFileDeclaration*> files_of(const Declarations& declared,
                                                const std::string& locale,
                                                const std::string& about) {
  std::vector<const CueFileDeclaration*> files;
  for (const CueFileDeclaration& file : declared.cue_files) {
    if (file.locale == locale && file.about == about) files.push_back(&file);
  }
  return files;
}

class TableBuilder {
 public:
  TableBuilder(const CueScaleNames& names, Language& language, Findings& findings)
      : table_(names.outcomes.size()),
        weights_(names.outcomes, findings),
        marks_(numbered(names.marks)),
        language_(language),
        findings_(findings) {}

  void add(const CueFileDeclaration& file) {
    for (const CueWeight& weight : weights_.read(file.bias.text, file.bias.place)) {
      table_.set_bias(weight.outcome, weight.weight);
    }
    reserve(file);
    const auto mark = [this](std::string_view name) -> std::optional<std::uint32_t> {
      const auto found = marks_.find(name);
      return found == marks_.end() ? std::nullopt : std::optional(found->second);
    };
    SourcePlace place{file.path, 1, 1};
    const auto place_of = [&place](const CueText& text) -> const SourcePlace& {
      place.line = text.line;
      place.column = text.column;
      return place;
    };
    for (const CueEntry& entry : file.cues) {
      const std::string_view written = file.text(entry.cue);
      const auto cue = parse_cue(written, language_.vocabulary, language_.groups, mark);
      if (!cue) {
        report("WM312", place_of(entry.cue), written, "cannot be used: " + cue.error(),
               "See cues/*.json in dialogs/README.md.");
        continue;
      }
      const auto& weights = weights_.read(file.text(entry.weights), place_of(entry.weights));
      if (!table_.add(*cue, written, place_of(entry.cue), weights)) {
        report("WM207", place_of(entry.cue), written, "stands twice", "Delete one of them.");
      }
    }
  }

  CueTable take() { return std::move(table_); }

 private:
  void reserve(const CueFileDeclaration& file) {
    CueTable::Room room;
    room.cues = file.cues.size();
    for (const CueEntry& entry : file.cues) {
      room.text_bytes += entry.cue.last - entry.cue.first;
      // A name and a number each, with blanks between them.
      room.weights += static_cast<std::size_t>(std::ranges::count(file.text(entry.weights), ' '));
    }
    room.weights = (room.weights + room.cues) / 2;
    table_.reserve(room);
  }

  void report(std::string code, const SourcePlace& place, std::string_view cue,
              const std::string& what, std::string remedy) {
    findings_.add(std::move(code), place, "The cue \"" + std::string(cue) + "\" " + what + ".",
                  std::move(remedy));
  }

  CueTable table_;
  WeightReader weights_;
  Numbers marks_;
  Language& language_;
  Findings& findings_;
};

CueTable build_table(const Declarations& declared, const std::string& locale,
                     const CueScaleNames& names, Language& language, Findings& findings) {
  TableBuilder builder(names, language, findings);
  for (const CueFileDeclaration* file : files_of(declared, locale, names.about)) builder.add(*file);
  return builder.take();
}

}  // namespace

void build_classes(const Declarations& declared, const std::string& locale, Language& language) {
  const Stemmer stemmer(locale);
  for (const ClassDeclaration& declaration : declared.classes) {
    if (declaration.locale != locale) continue;
    for (const PlacedText& entry : declaration.words) {
      for (const std::string& word : content_words(language, entry.text)) {
        std::vector<std::string>& classes = language.classes[stemmer.stem(word)];
        const std::string name = '{' + declaration.name.text + '}';
        if (std::ranges::find(classes, name) == classes.end()) classes.push_back(name);
      }
    }
  }
}

void build_cues(const Declarations& declared, const std::string& locale, const Bundle& bundle,
                LocaleContent& content, Findings& findings) {
  std::vector<std::string> ids;
  for (const Intent& intent : bundle.intents) ids.push_back(intent.id.value);
  const CueScaleNames intents{"intents", cue_outcomes(bundle, CueScale::Intents),
                              intent_mark_names(ids)};
  const CueScaleNames risk{"risk", cue_outcomes(bundle, CueScale::Risk),
                           risk_mark_names(content.risk.rules)};
  content.ranker = IntentRanker(build_table(declared, locale, intents, content.language, findings));
  content.risk.cues = build_table(declared, locale, risk, content.language, findings);
}

void group_words(Language& language) {
  const Stemmer stemmer(language.locale);
  for (WordId word = 1; word <= language.vocabulary.size(); ++word) {
    language.groups.put(word, groups_in_use(language, stemmer, language.vocabulary.word(word)));
  }
}

}  // namespace waymark
