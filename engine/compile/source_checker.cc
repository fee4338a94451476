#include "engine/compile/source_checker.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace waymark {

void Findings::add(std::string code, SourcePlace place, std::string message, std::string remedy,
                   Severity severity) {
  all_.push_back(
      {std::move(code), severity, std::move(place), std::move(message), std::move(remedy)});
}

std::vector<Diagnostic> Findings::take_sorted() {
  std::ranges::stable_sort(all_, {}, [](const Diagnostic& d) {
    return std::tuple(d.place.file, d.place.line, d.place.column, d.code);
  });
  all_.erase(std::ranges::unique(all_).begin(), all_.end());
  return std::move(all_);
}

PlacedText placed_text(const SourceValue& value, const SourceLocator& locator) {
  SourcePlace place = locator.place(value.offset);
  if (value.kind == SourceValue::Kind::String) ++place.column;
  return {value.text, std::move(place)};
}

ObjectReader::ObjectReader(const SourceValue& object, const SourceLocator& locator,
                           Findings& findings)
    : object_(object), locator_(locator), findings_(findings) {}

void ObjectReader::report_kind(const SourceValue& value, std::string_view key,
                               std::string_view wanted) {
  findings_.add("WM111", locator_.place(value.offset),
                "\"" + std::string(key) + "\" is not " + std::string(wanted) + ".",
                "Write " + std::string(wanted) + " here.");
}

const SourceValue* ObjectReader::any(std::string_view key, bool required) {
  known_.emplace_back(key);
  const SourceValue* value = object_.find(key);
  if (value == nullptr && required) {
    findings_.add("WM110", place(), "The key \"" + std::string(key) + "\" is missing.",
                  "Add it to this object.");
  }
  return value;
}

const SourceValue* ObjectReader::take(std::string_view key, SourceValue::Kind kind,
                                      std::string_view kind_name, bool required) {
  const SourceValue* value = any(key, required);
  if (value == nullptr || value->kind == kind) return value;
  report_kind(*value, key, kind_name);
  return nullptr;
}

PlacedText ObjectReader::required_text(std::string_view key) {
  const SourceValue* value = take(key, SourceValue::Kind::String, "a text", true);
  if (value == nullptr) return {{}, place()};
  if (value->text.empty()) {
    findings_.add("WM113", locator_.place(value->offset), "\"" + std::string(key) + "\" is empty.",
                  "Write its text.");
  }
  return placed_text(*value, locator_);
}

PlacedText ObjectReader::text(std::string_view key) {
  const SourceValue* value = take(key, SourceValue::Kind::String, "a text", false);
  return value == nullptr ? PlacedText{{}, place()} : placed_text(*value, locator_);
}

std::vector<PlacedText> ObjectReader::texts(std::string_view key, bool required) {
  std::vector<PlacedText> out;
  const SourceValue* list = take(key, SourceValue::Kind::Array, "a list of texts", required);
  if (list == nullptr) return out;
  for (const SourceValue& item : list->items) {
    if (item.kind == SourceValue::Kind::String) {
      out.push_back(placed_text(item, locator_));
    } else {
      report_kind(item, key, "a list of texts");
    }
  }
  return out;
}

std::optional<double> ObjectReader::number(std::string_view key) {
  const SourceValue* value = take(key, SourceValue::Kind::Number, "a number", false);
  if (value == nullptr) return std::nullopt;
  return value->number;
}

bool ObjectReader::flag(std::string_view key) {
  const SourceValue* value = take(key, SourceValue::Kind::Boolean, "true or false", false);
  return value != nullptr && value->boolean;
}

const SourceValue* ObjectReader::object(std::string_view key, bool required) {
  return take(key, SourceValue::Kind::Object, "an object", required);
}

const SourceValue* ObjectReader::array(std::string_view key, bool required) {
  return take(key, SourceValue::Kind::Array, "a list", required);
}

void ObjectReader::finish() {
  for (const SourceMember& member : object_.members) {
    if (std::ranges::find(known_, member.key) != known_.end()) continue;
    findings_.add("WM112", locator_.place(member.key_offset),
                  "The key \"" + member.key + "\" is not known here.",
                  "Check its spelling against the schema of this kind of file.");
  }
}

bool is_id(std::string_view id) {
  if (id.empty() || id.front() == '.' || id.back() == '.' || id.contains("..")) return false;
  return std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
  });
}

}  // namespace waymark
