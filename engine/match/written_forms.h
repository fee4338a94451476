#pragma once
// Typed things that have a written form rather than a name: phone numbers, e-mail addresses,
// postcodes, "£40", "3pm", "17yo". Used by the entity extractor. Built once, then const; any
// thread.

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/match/entity.h"
#include "engine/text/text_pattern_set.h"

namespace waymark {

class WrittenForms {
 public:
  // `scan_budget` are the bytes of memory that the scan may take.
  explicit WrittenForms(std::int64_t scan_budget = TextPatternSet::kBudget);

  // Which forms may be in the message, for the functions below.
  [[nodiscard]] TextScan scan(std::string_view bytes) const;

  // Phone numbers, addresses and postcodes, by place and without overlaps. Nothing of a phone
  // number or an address is kept but where it stands; of a postcode only its outward code.
  [[nodiscard]] std::vector<Entity> find_contacts(const Utterance& utterance,
                                                  std::string_view bytes, TextScan scan) const;

  // Sums of money (in pence), times of day ("15:00") and ages; they may overlap.
  [[nodiscard]] std::vector<Entity> find_amounts(const Utterance& utterance, std::string_view bytes,
                                                 TextScan scan) const;

 private:
  TextPatternSet forms_;
};

}  // namespace waymark
