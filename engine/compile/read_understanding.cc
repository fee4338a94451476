// The files that say what is understood: lexicon, intents, risk rules.

#include <cstdint>
#include <string>
#include <utility>

#include "engine/compile/declaration_reader.h"

namespace waymark {
namespace {

// Members of an object whose values are texts.
template <typename Use>
void for_each_text(ObjectReader& file, std::string_view key, bool required, const Use& use) {
  const SourceValue* object = file.object(key, required);
  if (object == nullptr) return;
  for (const SourceMember& member : object->members) {
    if (member.value.kind != SourceValue::Kind::String) {
      file.report_kind(member.value, member.key, "a text");
      continue;
    }
    SourcePlace place = file.locator().place(member.key_offset);
    ++place.column;
    use(PlacedText{member.key, std::move(place)}, placed_text(member.value, file.locator()));
  }
}

// Members of an object whose values are lists of texts.
template <typename Use>
void for_each_list(const SourceValue& object, ObjectReader& file, const Use& use) {
  ObjectReader reader(object, file.locator(), file.findings());
  for (const SourceMember& member : object.members) {
    SourcePlace place = file.locator().place(member.key_offset);
    ++place.column;
    use(PlacedText{member.key, std::move(place)}, reader.texts(member.key));
  }
}

void read_rewrites(ObjectReader& file, const std::string& locale, Declarations& out) {
  const auto read = [&](std::string_view key, bool exact, bool is_misspelling) {
    for_each_text(file, key, false, [&](PlacedText word, PlacedText replacement) {
      out.rewrites.push_back(
          {locale, std::move(word), std::move(replacement), exact, is_misspelling});
    });
  };
  read("rewrites", false, false);
  read("rewrites_exact", true, false);
  read("misspellings", true, true);
}

void read_entities(ObjectReader& file, const std::string& locale, Declarations& out) {
  const SourceValue* types = file.object("entities");
  if (types == nullptr) return;
  for (const SourceMember& type : types->members) {
    if (type.value.kind != SourceValue::Kind::Object) {
      file.report_kind(type.value, type.key, "an object");
      continue;
    }
    const PlacedText name{type.key, file.locator().place(type.key_offset)};
    for_each_list(type.value, file, [&](PlacedText value, std::vector<PlacedText> entries) {
      out.entities.push_back({locale, name, std::move(value), std::move(entries)});
    });
  }
}

}  // namespace

void read_lexicon(ObjectReader& file, Declarations& out) {
  const std::string locale = file.required_text("locale").text;
  if (const SourceValue* sets = file.object("sets")) {
    for_each_list(*sets, file, [&](PlacedText name, std::vector<PlacedText> entries) {
      out.sets.push_back({locale, std::move(name), std::move(entries)});
    });
  }
  if (const SourceValue* classes = file.object("classes")) {
    for_each_list(*classes, file, [&](PlacedText name, std::vector<PlacedText> words) {
      out.classes.push_back({locale, std::move(name), std::move(words)});
    });
  }
  read_rewrites(file, locale, out);
  read_entities(file, locale, out);
}

void read_places(ObjectReader& file, Declarations& out) {
  file.text("source");
  const SourceValue* places = file.object("places", true);
  if (places == nullptr) return;
  for (const SourceMember& member : places->members) {
    if (member.value.kind != SourceValue::Kind::Object) {
      file.report_kind(member.value, member.key, "an object");
      continue;
    }
    ObjectReader reader(member.value, file.locator(), file.findings());
    PlaceDeclaration place;
    place.name = {member.key, file.locator().place(member.key_offset)};
    if (const SourceValue* at = reader.array("at", true)) {
      for (const SourceValue& number : at->items) {
        if (number.kind == SourceValue::Kind::Number) place.at.push_back(number.number);
      }
    }
    place.nations = reader.texts("nations");
    if (reader.has("wide")) place.is_wide = reader.flag("wide");
    reader.finish();
    out.places.push_back(std::move(place));
  }
}

void read_cues(ObjectReader& file, Declarations& out) {
  CueFileDeclaration& read = out.cue_files.emplace_back();
  read.locale = file.required_text("locale").text;
  const PlacedText about = file.required_text("about");
  if (!about.empty() && about.text != "intents" && about.text != "risk") {
    file.findings().add("WM113", about.place, "Cues are not about \"" + about.text + "\".",
                        "Use intents or risk.");
  }
  read.about = about.text;
  read.path = file.place().file;
  read.bias = file.text("bias");
  const auto keep = [&read](const PlacedText& text) {
    const auto first = static_cast<std::uint32_t>(read.texts.size());
    read.texts += text.text;
    return CueText{first, static_cast<std::uint32_t>(read.texts.size()), text.place.line,
                   text.place.column};
  };
  for_each_text(file, "cues", true, [&](const PlacedText& cue, const PlacedText& weights) {
    const CueText kept = keep(cue);
    read.cues.push_back({kept, keep(weights)});
  });
}

void read_intents(ObjectReader& file, Declarations& out) {
  const std::string locale = file.required_text("locale").text;
  for_each_object(file, "intents", true, [&](ObjectReader& reader) {
    IntentDeclaration intent;
    intent.locale = locale;
    intent.id = reader.required_text("id");
    intent.kind = reader.required_text("class");
    intent.title = reader.required_text("title");
    intent.starts = reader.text("starts");
    intent.command = reader.text("command");
    intent.acknowledge = reader.text("acknowledge");
    intent.patterns = reader.texts("patterns", true);
    intent.unless = reader.texts("unless");
    intent.examples = reader.texts("examples", true);
    for_each_text(reader, "overlaps", false, [&](PlacedText other, PlacedText reason) {
      intent.overlaps.emplace_back(std::move(other), std::move(reason));
    });
    out.intents.push_back(std::move(intent));
  });
}

void read_risks(ObjectReader& file, Declarations& out) {
  const std::string locale = file.required_text("locale").text;
  for_each_object(file, "rules", true, [&](ObjectReader& reader) {
    RiskDeclaration rule;
    rule.locale = locale;
    rule.id = reader.required_text("id");
    rule.category = reader.required_text("category");
    rule.tier = reader.required_text("tier");
    rule.scope = reader.text("scope");
    rule.patterns = reader.texts("patterns", true);
    rule.unless = reader.texts("unless");
    rule.fires = reader.texts("fires", true);
    rule.silent = reader.texts("silent");
    out.risks.push_back(std::move(rule));
  });
}

}  // namespace waymark
