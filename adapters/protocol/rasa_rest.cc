#include "adapters/protocol/rasa_rest.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <variant>

#include "adapters/protocol/frame.h"
#include "adapters/protocol/json_repair.h"
#include "adapters/protocol/json_text.h"

namespace waymark {

namespace {

constexpr std::string_view kPayloadBegin = "/choose{";

// Collects some fields of the outermost object, and ends the parse where it nests too deep or a
// field comes twice. The events of nlohmann's SAX interface.
class TextFields {
 public:
  explicit TextFields(std::vector<std::string> names) : names_(std::move(names)) {
    texts_.resize(names_.size());
  }

  [[nodiscard]] std::optional<std::string>& text(std::size_t index) { return texts_[index]; }

  bool null() { return other(); }
  bool boolean(bool) { return other(); }
  bool number_integer(std::int64_t) { return other(); }
  bool number_unsigned(std::uint64_t) { return other(); }
  bool number_float(double, const std::string&) { return other(); }
  bool binary(nlohmann::json::binary_t&) { return other(); }
  bool string(std::string& value) {
    if (current_ != nullptr) *current_ = std::move(value);
    return other();
  }
  bool start_object(std::size_t) { return enter(); }
  bool start_array(std::size_t) { return depth_ > 0 && enter(); }
  bool end_object() { return leave(); }
  bool end_array() { return leave(); }
  bool key(std::string& name) {
    const auto found = std::ranges::find(names_, name);
    if (depth_ != 1 || found == names_.end()) return true;
    current_ = &texts_[static_cast<std::size_t>(found - names_.begin())];
    return !current_->has_value();
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) {
    return false;
  }

 private:
  bool other() {
    current_ = nullptr;
    return depth_ > 0;
  }
  bool enter() {
    current_ = nullptr;
    return depth_++ < kMaxRasaDepth;
  }
  bool leave() {
    --depth_;
    return true;
  }

  std::vector<std::string> names_;
  std::vector<std::optional<std::string>> texts_;
  std::optional<std::string>* current_ = nullptr;  // whose value comes next
  std::size_t depth_ = 0;
};

// One message as it will be written.
struct Item {
  std::string text;
  std::vector<Choice> buttons;
};

std::string lines_of(std::initializer_list<std::string_view> lines) {
  std::string text;
  for (const std::string_view line : lines) {
    if (line.empty()) continue;
    if (!text.empty()) text += '\n';
    text += line;
  }
  return text;
}

struct ItemMaker {
  std::vector<Item>& items;

  // Rasa parts a text at blank lines too.
  void operator()(const TextPart& part) const {
    std::string_view text = part.text;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find("\n\n"), text.size());
      if (end > 0) items.push_back({std::string(text.substr(0, end)), {}});
      text.remove_prefix(std::min(end + 2, text.size()));
    }
  }

  void operator()(const ChoicesPart& part) const {
    if (items.empty()) items.push_back({"Choose one, or write in your own words", {}});
    std::vector<Choice>& buttons = items.back().buttons;
    buttons.insert(buttons.end(), part.choices.begin(), part.choices.end());
  }

  void operator()(const ContactPart& part) const {
    const std::string call = part.phone.empty() ? "" : "Call " + part.phone;
    const std::string words = part.sms_text.empty() ? "" : part.sms_text + " to ";
    const std::string message = part.sms.empty() ? "" : "Text " + words + part.sms;
    items.push_back({lines_of({part.name, call, message, part.url, part.note, part.hours}), {}});
  }

  void operator()(const LinkPart& part) const {
    items.push_back({lines_of({part.label, part.url}), {}});
  }

  void operator()(const CardPart& part) const {
    items.push_back({lines_of({part.title, part.text, part.label, part.url}), {}});
  }
};

void append_item(std::string& out, std::string_view recipient, const Item& item) {
  JsonObject object(out);
  object.member("recipient_id", recipient);
  object.member("text", item.text);
  if (!item.buttons.empty()) {
    append_json_list(object.begin("buttons"), item.buttons, [&out](const Choice& choice) {
      JsonObject button(out);
      button.member("title", choice.label);
      button.member("payload", rasa_payload(choice.id));
      button.close();
    });
  }
  object.close();
}

}  // namespace

std::optional<RasaMessage> read_rasa_message(std::string_view body) {
  if (body.size() > kMaxFrameBytes) return std::nullopt;
  std::string storage;
  const std::string_view json = repaired_json(body, storage);
  TextFields fields({"sender", "message"});
  if (!nlohmann::json::sax_parse(json.begin(), json.end(), &fields)) return std::nullopt;
  std::string sender = fields.text(0).value_or("");
  if (!fields.text(1) || sender.size() > kMaxRasaSenderBytes) return std::nullopt;
  return RasaMessage{std::move(sender), TypedText(*std::move(fields.text(1)))};
}

std::string rasa_payload(const ChoiceId& choice) {
  std::string payload = "/choose";
  JsonObject object(payload);
  object.member("choice", choice.value);
  object.close();
  return payload;
}

std::optional<ChoiceId> choice_of_rasa_payload(std::string_view message) {
  if (!message.starts_with(kPayloadBegin)) return std::nullopt;
  const std::string_view json = message.substr(kPayloadBegin.size() - 1);
  TextFields fields({"choice"});
  if (!nlohmann::json::sax_parse(json.begin(), json.end(), &fields)) return std::nullopt;
  if (!fields.text(0)) return std::nullopt;
  return ChoiceId{*std::move(fields.text(0))};
}

std::string write_rasa_messages(std::string_view recipient, const std::vector<Part>& parts,
                                RasaForm form) {
  std::vector<Item> items;
  for (const Part& part : parts) std::visit(ItemMaker{items}, part);
  std::string out;
  if (form == RasaForm::List) {
    append_json_list(out, items, [&](const Item& item) { append_item(out, recipient, item); });
    return out;
  }
  for (const Item& item : items) {
    append_item(out, recipient, item);
    out += '\n';
  }
  return out;
}

}  // namespace waymark
