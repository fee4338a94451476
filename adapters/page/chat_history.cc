#include "adapters/page/chat_history.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>

namespace waymark {

namespace {

// `version 1 | cut 1 | entries`; an entry is `said | safety 1 | parts 1 | parts`; a part is its
// kind and its texts; a text is `length 2 | bytes`, little-endian.
constexpr char kVersion = 1;
constexpr std::size_t kHeaderBytes = 2;
constexpr std::size_t kMaxTextBytes = 0xFFFF;
constexpr std::size_t kMaxCount = 0xFF;

enum class Kind : std::uint8_t { Text, Choices, Contact, Link, Card };

void append_byte(std::string& out, std::size_t value) { out += static_cast<char>(value); }

void append_text(std::string& out, std::string_view text) {
  text = text.substr(0, kMaxTextBytes);
  append_byte(out, text.size() & 0xFFU);
  append_byte(out, text.size() >> 8U);
  out += text;
}

struct PartWriter {
  std::string& out;

  void operator()(const TextPart& part) const { write(Kind::Text, {part.text}); }
  void operator()(const ChoicesPart& part) const {
    append_byte(out, static_cast<std::size_t>(Kind::Choices));
    const std::size_t count = std::min(part.choices.size(), kMaxCount);
    append_byte(out, count);
    for (std::size_t at = 0; at < count; ++at) {
      append_text(out, part.choices[at].id.value);
      append_text(out, part.choices[at].label);
    }
  }
  void operator()(const ContactPart& part) const {
    write(Kind::Contact,
          {part.name, part.phone, part.sms, part.sms_text, part.url, part.hours, part.note});
  }
  void operator()(const LinkPart& part) const { write(Kind::Link, {part.label, part.url}); }
  void operator()(const CardPart& part) const {
    write(Kind::Card, {part.title, part.text, part.url, part.label});
  }

 private:
  void write(Kind kind, std::initializer_list<std::string_view> texts) const {
    append_byte(out, static_cast<std::size_t>(kind));
    for (const std::string_view text : texts) append_text(out, text);
  }
};

// Cut between characters.
std::string_view shortened(std::string_view said) {
  if (said.size() <= kMaxSaidBytes) return said;
  std::size_t end = kMaxSaidBytes;
  while (end > 0 && (static_cast<unsigned char>(said[end]) & 0xC0U) == 0x80U) --end;
  return said.substr(0, end);
}

std::string encode_entry(const ChatEntry& entry, bool is_last) {
  std::string out;
  append_text(out, shortened(entry.said));
  append_byte(out, entry.reply.safety ? 1 : 0);
  std::vector<const Part*> kept;
  for (const Part& part : entry.reply.parts) {
    if (is_last || !std::holds_alternative<ChoicesPart>(part)) kept.push_back(&part);
  }
  kept.resize(std::min(kept.size(), kMaxCount));
  append_byte(out, kept.size());
  for (const Part* part : kept) std::visit(PartWriter{out}, *part);
  return out;
}

// Takes the record apart; once something is wrong, it stays wrong and gives empty values.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool is_at_end() const { return bytes_.empty(); }
  [[nodiscard]] bool is_wrong() const { return is_wrong_; }

  std::size_t byte() {
    if (bytes_.empty()) return fail();
    const auto value = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return value;
  }
  std::string text() {
    const std::size_t low = byte();
    const std::size_t length = low + (byte() << 8U);
    if (length > bytes_.size()) fail();
    if (is_wrong_) return {};
    std::string value(bytes_.substr(0, length));
    bytes_.remove_prefix(length);
    return value;
  }
  bool flag() {
    const std::size_t value = byte();
    if (value > 1) fail();
    return value == 1;
  }

  Part part() {
    switch (static_cast<Kind>(byte())) {
      case Kind::Text: return TextPart{text(), {}};
      case Kind::Choices: return choices();
      case Kind::Contact: return contact();
      case Kind::Link: {
        LinkPart link;
        link.label = text();
        link.url = text();
        return link;
      }
      case Kind::Card: {
        CardPart card;
        card.title = text();
        card.text = text();
        card.url = text();
        card.label = text();
        return card;
      }
    }
    fail();
    return TextPart{};
  }

  ChatEntry entry() {
    ChatEntry entry;
    entry.said = text();
    entry.reply.safety = flag();
    const std::size_t parts = byte();
    for (std::size_t at = 0; at < parts && !is_wrong_; ++at) entry.reply.parts.push_back(part());
    return entry;
  }

 private:
  std::size_t fail() {
    is_wrong_ = true;
    bytes_ = {};
    return 0;
  }

  ChoicesPart choices() {
    ChoicesPart part;
    const std::size_t count = byte();
    for (std::size_t at = 0; at < count && !is_wrong_; ++at) {
      Choice choice;
      choice.id.value = text();
      choice.label = text();
      part.choices.push_back(std::move(choice));
    }
    return part;
  }

  ContactPart contact() {
    ContactPart part;
    for (std::string* each :
         {&part.name, &part.phone, &part.sms, &part.sms_text, &part.url, &part.hours, &part.note}) {
      *each = text();
    }
    return part;
  }

  std::string_view bytes_;
  bool is_wrong_ = false;
};

}  // namespace

std::string encode_history(const ChatHistory& history) {
  std::vector<std::string> kept;  // newest first
  std::size_t size = kHeaderBytes;
  for (std::size_t left = history.entries.size(); left > 0; --left) {
    std::string entry = encode_entry(history.entries[left - 1], left == history.entries.size());
    if (size + entry.size() > kMaxHistoryBytes) break;
    size += entry.size();
    kept.push_back(std::move(entry));
  }
  std::string out(1, kVersion);
  append_byte(out, history.is_cut || kept.size() < history.entries.size() ? 1 : 0);
  for (std::size_t left = kept.size(); left > 0; --left) out += kept[left - 1];
  return out;
}

std::optional<ChatHistory> decode_history(std::string_view bytes) {
  if (bytes.size() < kHeaderBytes || bytes.size() > kMaxHistoryBytes || bytes.front() != kVersion) {
    return std::nullopt;
  }
  Reader reader(bytes.substr(1));
  ChatHistory history;
  history.is_cut = reader.flag();
  while (!reader.is_at_end()) history.entries.push_back(reader.entry());
  if (reader.is_wrong()) return std::nullopt;
  return history;
}

}  // namespace waymark
