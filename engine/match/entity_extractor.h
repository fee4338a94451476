#pragma once
// Typed things in a message: numbers, nations, postcodes; phone numbers and e-mail addresses so
// that they can be refused and are never kept. Built once for a locale, then const; any thread.

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/pattern_set.h"
#include "engine/text/text_pattern.h"
#include "engine/text/utterance.h"

namespace waymark {

struct Entity {
  EntityType type = EntityType::Number;
  std::string value;  // normalised: "scotland", "16", "LS6"; empty for phone and e-mail
  TokenSpan tokens;
  ByteSpan span;
};

class EntityExtractor {
 public:
  // A way of saying a value, as a pattern in the set given to finish().
  struct NamedValue {
    EntityType type = EntityType::Nation;
    std::string value;
  };

  EntityExtractor();

  // `names` holds one pattern for each of `values`, in the same order.
  void set_names(PatternSet names, std::vector<NamedValue> values);

  // All entities of the message, by place. `bytes` is the message that `utterance` was made from.
  [[nodiscard]] std::vector<Entity> extract(const Utterance& utterance,
                                            std::string_view bytes) const;

 private:
  void add_written(const TextPattern& pattern, EntityType type, const Utterance& utterance,
                   std::string_view bytes, std::vector<Entity>& out) const;

  PatternSet names_;
  std::vector<NamedValue> values_;
  TextPattern email_;
  TextPattern phone_;
  TextPattern postcode_;
};

// Entities as the pattern sets want them.
[[nodiscard]] std::vector<EntitySpan> entity_spans(const std::vector<Entity>& entities);

}  // namespace waymark
