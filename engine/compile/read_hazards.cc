// The hazard log of a pack: what could go wrong for a visitor, and what keeps it from going wrong.

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "engine/compile/declaration_reader.h"

namespace waymark {
namespace {

// The words of DCB0129's risk matrix.
constexpr std::array<std::string_view, 5> kSeverities = {"minor", "significant", "considerable",
                                                         "major", "catastrophic"};
constexpr std::array<std::string_view, 5> kLikelihoods = {"very low", "low", "medium", "high",
                                                          "very high"};

void read_word(ObjectReader& reader, std::string_view key,
               const std::array<std::string_view, 5>& words) {
  const PlacedText word = reader.required_text(key);
  if (word.empty() || std::ranges::find(words, word.text) != words.end()) return;
  std::string all;
  for (const std::string_view known : words) all += (all.empty() ? "" : ", ") + std::string(known);
  reader.findings().add("WM113", word.place,
                        "There is no " + std::string(key) + " \"" + word.text + "\".",
                        "Use one of: " + all + ".");
}

void read_rating(ObjectReader& reader, std::string_view key) {
  const SourceValue* rating = reader.object(key, true);
  if (rating == nullptr) return;
  ObjectReader inner(*rating, reader.locator(), reader.findings());
  read_word(inner, "severity", kSeverities);
  read_word(inner, "likelihood", kLikelihoods);
  inner.finish();
}

// Whether the tests that it names are there is checked where the tests are: tests/content.
bool read_test(ObjectReader& reader) {
  const SourceValue* test = reader.object("test");
  if (test == nullptr) return false;
  ObjectReader inner(*test, reader.locator(), reader.findings());
  static_cast<void>(inner.required_text("file"));
  static_cast<void>(inner.required_text("name"));
  inner.finish();
  return true;
}

ControlDeclaration read_control(ObjectReader& reader) {
  static_cast<void>(reader.required_text("control"));
  ControlDeclaration control{reader.text("code"), reader.text("rule")};
  const int proofs =
      (read_test(reader) ? 1 : 0) + (control.code.empty() ? 0 : 1) + (control.rule.empty() ? 0 : 1);
  if (proofs != 1) {
    reader.findings().add(proofs == 0 ? "WM110" : "WM113", reader.place(),
                          proofs == 0 ? "The control names nothing that shows that it works."
                                      : "The control names more than one thing.",
                          "Name one \"test\", \"code\" or \"rule\".");
  }
  return control;
}

}  // namespace

void read_hazards(ObjectReader& file, Declarations& out) {
  for_each_object(file, "hazards", true, [&](ObjectReader& reader) {
    HazardDeclaration hazard;
    hazard.id = reader.required_text("id");
    for (const auto* key : {"hazard", "cause", "effect", "evidence"}) {
      static_cast<void>(reader.required_text(key));
    }
    read_rating(reader, "before");
    read_rating(reader, "after");
    for_each_object(reader, "controls", true, [&](ObjectReader& control) {
      hazard.controls.push_back(read_control(control));
    });
    out.hazards.push_back(std::move(hazard));
  });
}

}  // namespace waymark
