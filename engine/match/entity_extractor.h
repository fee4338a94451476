#pragma once
// Typed things in a message: numbers, nations, places, postcodes, ages, times, sums of money,
// relations; phone numbers and e-mail addresses so that they can be refused and are never kept.
// Built once for a locale, then const; any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/match/entity.h"
#include "engine/match/written_forms.h"
#include "engine/text/pattern_set.h"
#include "engine/text/utterance.h"

namespace waymark {

struct FoundEntities {
  std::vector<Entity> list;  // by place
  bool slow_path = false;    // the scan for written forms ran out of memory; see text_pattern_set.h
};

class EntityExtractor {
 public:
  // `scan_budget` are the bytes of memory that the scan for written forms may take.
  explicit EntityExtractor(std::int64_t scan_budget = TextPatternSet::kBudget)
      : written_(scan_budget) {}

  // A way of saying a value, as a pattern of the set that it belongs to. "<number>" in the value
  // stands for the number that the phrase holds; the value "none" cancels what its phrase covers.
  struct NamedValue {
    EntityType type = EntityType::Nation;
    std::string value;
  };

  // `names` holds one pattern for each of `values`, in the same order.
  void set_names(PatternSet names, std::vector<NamedValue> values);

  // The same for phrases with a number in them; only messages with a number are matched on these.
  void set_number_phrases(PatternSet phrases, std::vector<NamedValue> values);

  // All entities of the message. `bytes` is the message that `utterance` was made from.
  // Two of one type never overlap, and nothing overlaps a phone number, an address or a postcode.
  // Others may: "40 quid" is a sum of money, and its "40" a number.
  [[nodiscard]] FoundEntities extract(const Utterance& utterance, std::string_view bytes) const;

 private:
  PatternSet names_;
  std::vector<NamedValue> values_;
  PatternSet number_phrases_;
  std::vector<NamedValue> number_values_;
  WrittenForms written_;
};

// Entities as the pattern sets want them.
[[nodiscard]] std::vector<EntitySpan> entity_spans(const std::vector<Entity>& entities);

}  // namespace waymark
