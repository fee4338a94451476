#pragma once
// The files of a pack to declarations: which kind a file is, and what stands in it. Reports every
// problem of shape. Used by the content compiler only.

#include <string_view>
#include <vector>

#include "engine/api/content.h"
#include "engine/compile/declarations.h"

namespace waymark {

[[nodiscard]] Declarations read_declarations(const PackSource& source, Findings& findings);

// One kind of file each; the object is the file's top level.
void read_pack(ObjectReader& file, Declarations& out);
void read_lexicon(ObjectReader& file, Declarations& out);
void read_intents(ObjectReader& file, Declarations& out);
void read_places(ObjectReader& file, Declarations& out);
void read_cues(ObjectReader& file, Declarations& out);
void read_risks(ObjectReader& file, Declarations& out);
void read_crisis_plan(ObjectReader& file, Declarations& out);
void read_services(ObjectReader& file, Declarations& out);
void read_flow(ObjectReader& file, Declarations& out);
void read_prompts(ObjectReader& file, Declarations& out);
void read_hazards(ObjectReader& file, Declarations& out);

// A list of reply parts under `key`. Only those of the crisis plan may be for one nation.
enum class PartsOf : std::uint8_t { CrisisPlan, Flow };
[[nodiscard]] std::vector<PartDeclaration> read_parts(ObjectReader& reader, std::string_view key,
                                                      PartsOf parts_of);

// Pieces of a flow: the choices of a question, slots with their values under `key`, and what a
// form stands for. read_flows.cc, read_forms.cc
[[nodiscard]] ChoiceDeclaration read_choice(ObjectReader& reader);
void read_risk_of(ObjectReader& reader, ChoiceDeclaration& choice);
void read_question(ObjectReader& reader, NodeDeclaration& node);
[[nodiscard]] std::vector<NodeDeclaration> read_form(PlacedText id, ObjectReader& reader);

// Calls `use(ObjectReader&)` for each object of a list under `key`, reporting other items.
template <typename Use>
void for_each_object(ObjectReader& reader, std::string_view key, bool required, const Use& use) {
  const SourceValue* list = reader.array(key, required);
  if (list == nullptr) return;
  for (const SourceValue& item : list->items) {
    if (item.kind != SourceValue::Kind::Object) {
      reader.report_kind(item, key, "a list of objects");
      continue;
    }
    ObjectReader inner(item, reader.locator(), reader.findings());
    use(inner);
    inner.finish();
  }
}

}  // namespace waymark
