#include "adapters/host/pack_examples.h"

#include <nlohmann/json.hpp>
#include <string>

namespace waymark {
namespace {

using nlohmann::json;

std::string text_at(const json& object, const char* key) {
  const auto member = object.find(key);
  return member != object.end() && member->is_string() ? member->get<std::string>() : "";
}

void add_texts(const json& object, const char* key, const std::string& label,
               std::vector<LabelledText>& out) {
  const auto list = object.find(key);
  if (list == object.end() || !list->is_array()) return;
  for (const json& text : *list) {
    if (text.is_string()) out.push_back({text.get<std::string>(), label, {}, {}, {}});
  }
}

void add_intents(const json& file, std::vector<LabelledText>& out) {
  const auto intents = file.find("intents");
  if (intents == file.end() || !intents->is_array()) return;
  for (const json& intent : *intents) {
    if (intent.is_object()) add_texts(intent, "examples", text_at(intent, "id"), out);
  }
}

void add_risks(const json& file, std::vector<LabelledText>& out) {
  const auto rules = file.find("rules");
  if (rules == file.end() || !rules->is_array()) return;
  for (const json& rule : *rules) {
    if (!rule.is_object() || text_at(rule, "tier") == "context") continue;
    add_texts(rule, "fires", text_at(rule, "category"), out);
    add_texts(rule, "silent", "none", out);
  }
}

}  // namespace

std::vector<LabelledText> examples_of(const PackSource& source, CueScale scale,
                                      std::string_view locale) {
  std::vector<LabelledText> out;
  for (const std::vector<SourceFile>& files : source.packs) {
    for (const SourceFile& file : files) {
      const bool is_intents = file.kind_path.starts_with("intents/");
      const bool is_risk = scale == CueScale::Risk && file.kind_path.starts_with("risk/");
      if (!is_intents && !is_risk) continue;
      const json content = json::parse(file.text, nullptr, false);
      if (!content.is_object() || text_at(content, "locale") != locale) continue;
      is_intents ? add_intents(content, out) : add_risks(content, out);
    }
  }
  return out;
}

}  // namespace waymark
