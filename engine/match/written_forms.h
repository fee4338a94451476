#pragma once
// Typed things that have a written form rather than a name: phone numbers, e-mail addresses,
// postcodes, "£40", "3pm", "17yo". Used by the entity extractor. Built once, then const; any
// thread.

#include <string_view>
#include <vector>

#include "engine/match/entity.h"
#include "engine/text/text_pattern.h"

namespace waymark {

class WrittenForms {
 public:
  WrittenForms();

  // Phone numbers, addresses and postcodes, by place and without overlaps. Nothing of a phone
  // number or an address is kept but where it stands; of a postcode only its outward code.
  [[nodiscard]] std::vector<Entity> find_contacts(const Utterance& utterance,
                                                  std::string_view bytes) const;

  // Sums of money (in pence), times of day ("15:00") and ages; they may overlap.
  [[nodiscard]] std::vector<Entity> find_amounts(const Utterance& utterance,
                                                 std::string_view bytes) const;

 private:
  TextPattern email_;
  TextPattern phone_;
  TextPattern postcode_;
  TextPattern outward_;
  TextPattern pounds_;
  TextPattern pence_;
  TextPattern clock_;
  TextPattern age_;
};

}  // namespace waymark
