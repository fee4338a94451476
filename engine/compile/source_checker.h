#pragma once
// Reads the shape of JSON values and reports what is wrong with it, with its place: missing keys,
// wrong types, unknown keys. One ObjectReader serves one object. Used by the content compiler only.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/diagnostic.h"
#include "engine/compile/source_locator.h"
#include "engine/compile/source_model.h"

namespace waymark {

// All problems found so far.
class Findings {
 public:
  void add(std::string code, SourcePlace place, std::string message, std::string remedy,
           Severity severity = Severity::Error);

  [[nodiscard]] bool has_errors() const { return waymark::has_errors(all_); }

  // In the order of files and places.
  [[nodiscard]] std::vector<Diagnostic> take_sorted();

 private:
  std::vector<Diagnostic> all_;
};

// A text of a file with the place of its first byte.
struct PlacedText {
  std::string text;
  SourcePlace place;

  [[nodiscard]] bool empty() const { return text.empty(); }
};

class ObjectReader {
 public:
  ObjectReader(const SourceValue& object, const SourceLocator& locator, Findings& findings);

  // Values by key. A missing required one or one of the wrong type is reported and comes back
  // empty.
  PlacedText required_text(std::string_view key);
  PlacedText text(std::string_view key);
  std::vector<PlacedText> texts(std::string_view key, bool required = false);
  std::optional<double> number(std::string_view key);
  bool flag(std::string_view key);
  const SourceValue* object(std::string_view key, bool required = false);
  const SourceValue* array(std::string_view key, bool required = false);
  // Any kind of value, marked as known.
  const SourceValue* any(std::string_view key, bool required = false);

  [[nodiscard]] bool has(std::string_view key) const { return object_.find(key) != nullptr; }
  [[nodiscard]] SourcePlace place() const { return locator_.place(object_.offset); }
  [[nodiscard]] SourcePlace place_of(const SourceValue& value) const {
    return locator_.place(value.offset);
  }
  [[nodiscard]] const SourceLocator& locator() const { return locator_; }
  [[nodiscard]] Findings& findings() { return findings_; }

  // Reports keys that nothing asked for. Call last.
  void finish();

  // Reports a value of the wrong kind.
  void report_kind(const SourceValue& value, std::string_view key, std::string_view wanted);

 private:
  const SourceValue* take(std::string_view key, SourceValue::Kind kind, std::string_view kind_name,
                          bool required);

  const SourceValue& object_;
  const SourceLocator& locator_;
  Findings& findings_;
  std::vector<std::string> known_ = {"$schema"};
};

// The place right behind the opening quote, so that offsets into the text give columns.
[[nodiscard]] PlacedText placed_text(const SourceValue& value, const SourceLocator& locator);

// Whether `id` is `topic.name`: lower case, digits, '_' and '-', in parts joined by dots.
[[nodiscard]] bool is_id(std::string_view id);

}  // namespace waymark
