#include "adapters/protocol/frame_reader.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "adapters/protocol/json_repair.h"
#include "adapters/protocol/utf8_text.h"

namespace waymark {

namespace {

// A field of the frame: its text, or that it was there with another kind of value.
struct Field {
  std::string_view name;
  std::optional<std::string> text = std::nullopt;
  bool is_wrong_kind = false;
};

// Takes what the parser finds: the fields that frames have, at the outermost level only. Returning
// false ends the parse; whatever ends it early makes the frame BadJson.
class FieldCollector {
 public:
  Field type{"type"};
  Field id{"id"};
  Field text{"text"};
  Field choice{"choice"};
  Field token{"token"};
  Field locale{"locale"};

  [[nodiscard]] bool is_object() const { return is_object_; }

  // The events of nlohmann's SAX interface.
  bool null() {
    current_ = nullptr;
    return true;
  }
  bool boolean(bool) { return other_kind(); }
  bool number_integer(std::int64_t) { return other_kind(); }
  bool number_unsigned(std::uint64_t) { return other_kind(); }
  bool number_float(double, const std::string&) { return other_kind(); }
  bool binary(nlohmann::json::binary_t&) { return other_kind(); }
  bool string(std::string& value) {
    if (current_ != nullptr) current_->text = std::move(value);
    current_ = nullptr;
    return true;
  }
  bool start_object(std::size_t) {
    if (depth_ == 0) is_object_ = true;
    return enter();
  }
  bool start_array(std::size_t) { return enter(); }
  bool end_object() { return leave(); }
  bool end_array() { return leave(); }
  bool key(std::string& name) {
    if (depth_ == 1) current_ = field_named(name);
    keys_[depth_ - 1].push_back(std::move(name));
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) {
    return false;
  }

 private:
  bool other_kind() {
    if (current_ != nullptr) current_->is_wrong_kind = true;
    current_ = nullptr;
    return true;
  }
  bool enter() {
    other_kind();
    if (depth_ == kMaxFrameDepth) return false;
    keys_[depth_++].clear();
    return true;
  }
  // A key twice means that two readers could take the frame in two ways: it is refused.
  bool leave() {
    std::vector<std::string>& names = keys_[--depth_];
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) == names.end();
  }
  Field* field_named(std::string_view name) {
    for (Field* field : {&type, &id, &text, &choice, &token, &locale}) {
      if (field->name == name) return field;
    }
    return nullptr;
  }

  std::array<std::vector<std::string>, kMaxFrameDepth> keys_;
  std::size_t depth_ = 0;
  Field* current_ = nullptr;  // whose value comes next
  bool is_object_ = false;
};

using Read = std::expected<ClientFrame, ErrorFrame>;

ErrorFrame bad_frame(const FieldCollector& fields, std::string message) {
  return {fields.id.text.value_or(""), ErrorCode::BadFrame, std::move(message)};
}

std::string need(std::string_view field) {
  return "This frame needs a text in \"" + std::string(field) + "\".";
}

// What is wrong with the id, if anything.
std::optional<std::string> id_problem(Field& id, bool is_needed) {
  if (!id.text && !id.is_wrong_kind && !is_needed) return std::nullopt;
  if (id.text && !id.text->empty() && count_characters(*id.text) <= kMaxFrameIdCharacters) {
    return std::nullopt;
  }
  id.text.reset();  // not to be sent back
  return "The \"id\" of a frame is a text of 1 to 64 characters.";
}

Read to_frame(FieldCollector& fields) {
  if (!fields.type.text) return std::unexpected(bad_frame(fields, need("type")));
  const std::string& type = *fields.type.text;
  const bool is_message = type == "say" || type == "choose";
  if (auto problem = id_problem(fields.id, is_message)) {
    return std::unexpected(bad_frame(fields, *std::move(problem)));
  }
  for (const Field* field : {&fields.token, &fields.locale}) {
    if (field->is_wrong_kind) return std::unexpected(bad_frame(fields, need(field->name)));
  }
  std::string id = fields.id.text.value_or("");
  std::string token = std::move(fields.token.text).value_or("");
  if (type == "start") {
    return StartFrame{std::move(id), std::move(fields.locale.text).value_or(""), std::move(token)};
  }
  if (type == "forget") return ForgetFrame{std::move(id)};
  if (type == "say") {
    if (!fields.text.text) return std::unexpected(bad_frame(fields, need("text")));
    return SayFrame{std::move(id), TypedText(*std::move(fields.text.text)), std::move(token)};
  }
  if (type == "choose") {
    if (!fields.choice.text) return std::unexpected(bad_frame(fields, need("choice")));
    return ChooseFrame{std::move(id), ChoiceId{*std::move(fields.choice.text)}, std::move(token)};
  }
  return std::unexpected(bad_frame(fields, "The \"type\" of this frame is not one that I know."));
}

}  // namespace

Read read_client_frame(std::string_view json) {
  if (json.size() > kMaxFrameBytes) {
    return std::unexpected(
        ErrorFrame{"", ErrorCode::BadFrame, "This frame is too long: 16 KB is the most."});
  }
  std::string storage;
  const std::string_view text = repaired_json(json, storage);
  FieldCollector fields;
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &fields)) {
    id_problem(fields.id, false);
    return std::unexpected(ErrorFrame{fields.id.text.value_or(""), ErrorCode::BadJson,
                                      "This frame is not good JSON."});
  }
  if (!fields.is_object()) {
    return std::unexpected(ErrorFrame{"", ErrorCode::BadFrame, "A frame is a JSON object."});
  }
  return to_frame(fields);
}

}  // namespace waymark
