#include "adapters/host/labelled_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "adapters/protocol/json_repair.h"

namespace waymark {

namespace {

using nlohmann::json;

constexpr int kMaxLineDepth = 16;

// The text in a member; empty when there is none or null. False when it is something else.
bool read_text(const json& line, const char* name, std::string& text) {
  const auto member = line.find(name);
  if (member == line.end() || member->is_null()) return true;
  if (!member->is_string()) return false;
  text = member->get<std::string>();
  return true;
}

bool read_texts(const json& line, const char* name, std::vector<std::string>& texts) {
  const auto member = line.find(name);
  if (member == line.end() || member->is_null()) return true;
  if (!member->is_array() || !std::ranges::all_of(*member, &json::is_string)) return false;
  texts = member->get<std::vector<std::string>>();
  return true;
}

}  // namespace

std::expected<LabelledText, std::string> read_labelled_text(std::string_view line) {
  std::string storage;
  const auto too_deep = [](int depth, json::parse_event_t, json&) {
    return depth <= kMaxLineDepth;
  };
  const json object = json::parse(repaired_json(line, storage), too_deep, false);
  if (!object.is_object()) return std::unexpected("A line is a JSON object with a \"text\".");

  LabelledText labelled;
  if (!object.contains("text") || !object["text"].is_string()) {
    return std::unexpected("A line needs a text in \"text\".");
  }
  labelled.text = object["text"].get<std::string>();
  const bool is_right = read_text(object, "expected", labelled.expected) &&
                        read_text(object, "tier", labelled.tier) &&
                        read_text(object, "kind", labelled.kind);
  if (!is_right) return std::unexpected("\"expected\", \"tier\" and \"kind\" are texts.");
  if (object.contains("expected") && object["expected"].is_null()) labelled.expected = "none";
  if (!read_texts(object, "also", labelled.also)) {
    return std::unexpected("\"also\" is a list of texts.");
  }
  return labelled;
}

bool is_safety_label(std::string_view label) { return label.starts_with("safety."); }

}  // namespace waymark
