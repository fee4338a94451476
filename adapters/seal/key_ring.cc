#include "adapters/seal/key_ring.h"

#include <sodium.h>

#include <algorithm>
#include <new>

namespace waymark {

namespace {

constexpr std::size_t kIdDigits = 8;
constexpr std::size_t kKeyDigits = 2 * kSealKeyBytes;

// sodium_init chooses its code paths and may be called any number of times, from any thread.
void start_sodium() {
  if (sodium_init() < 0) throw std::bad_alloc();  // only when there are no random numbers to be had
}

template <std::size_t size>
bool read_hex(std::string_view digits, std::array<std::uint8_t, size>& bytes) {
  std::size_t length = 0;
  return sodium_hex2bin(bytes.data(), size, digits.data(), digits.size(), nullptr, &length,
                        nullptr) == 0 &&
         length == size;
}

void append_hex(std::string& out, const std::uint8_t* bytes, std::size_t size) {
  std::string digits(2 * size + 1, '\0');
  sodium_bin2hex(digits.data(), digits.size(), bytes, size);
  out.append(digits, 0, 2 * size);
}

// Takes the next line off `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string line_problem(std::size_t number, std::string_view problem) {
  return "line " + std::to_string(number) + " " + std::string(problem) + ".";
}

}  // namespace

void SealKey::Wipe::operator()(std::uint8_t* bytes) const { sodium_free(bytes); }

SealKey::SealKey(SealKeyId id, const std::array<std::uint8_t, kSealKeyBytes>& bytes) : id_(id) {
  start_sodium();
  bytes_.reset(static_cast<std::uint8_t*>(sodium_malloc(kSealKeyBytes)));
  if (!bytes_) throw std::bad_alloc();
  std::ranges::copy(bytes, bytes_.get());
  sodium_mprotect_readonly(bytes_.get());
}

SealKey SealKey::generate() {
  start_sodium();
  SealKeyId id;
  std::array<std::uint8_t, kSealKeyBytes> bytes;
  randombytes_buf(id.data(), id.size());
  randombytes_buf(bytes.data(), bytes.size());
  SealKey key(id, bytes);
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

KeyRing KeyRing::generate() {
  KeyRing ring;
  ring.keys_.push_back(SealKey::generate());
  return ring;
}

std::expected<KeyRing, std::string> KeyRing::parse(std::string_view text) {
  KeyRing ring;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = take_line(text);
    if (line.empty() || line.starts_with('#')) continue;
    SealKeyId id;
    std::array<std::uint8_t, kSealKeyBytes> bytes;
    const bool is_key = line.size() == kIdDigits + 1 + kKeyDigits && line[kIdDigits] == ' ' &&
                        read_hex(line.substr(0, kIdDigits), id) &&
                        read_hex(line.substr(kIdDigits + 1), bytes);
    if (!is_key) {
      return std::unexpected(line_problem(
          number, "is not 8 hex digits (the id), a space and 64 hex digits (the key)"));
    }
    if (ring.find(id) != nullptr) {
      return std::unexpected(line_problem(number, "has the id of a key above it"));
    }
    if (ring.size() == kMaxSealKeys) {
      return std::unexpected(line_problem(number, "is one key too many: 32 is the most"));
    }
    ring.keys_.emplace_back(id, bytes);
    sodium_memzero(bytes.data(), bytes.size());
  }
  if (ring.keys_.empty()) return std::unexpected(std::string("it holds no key."));
  return ring;
}

std::string KeyRing::to_text() const {
  std::string text =
      "# Keys of Waymark session tokens, newest first. Keep this file to yourself.\n";
  for (const SealKey& key : keys_) {
    append_hex(text, key.id().data(), key.id().size());
    text += ' ';
    append_hex(text, key.bytes(), kSealKeyBytes);
    text += '\n';
  }
  return text;
}

const SealKey* KeyRing::find(const SealKeyId& id) const {
  const auto found = std::ranges::find(keys_, id, &SealKey::id);
  return found == keys_.end() ? nullptr : &*found;
}

}  // namespace waymark
