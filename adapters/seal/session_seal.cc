#include "adapters/seal/session_seal.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include "adapters/seal/base64url.h"
#include "engine/api/limits.h"

namespace waymark {

namespace {

constexpr char kVersion = 1;
constexpr std::string_view kPurpose = "waymark.session";
constexpr std::size_t kKeyIdBytes = std::tuple_size_v<SealKeyId>;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kEnvelopeBytes = 1 + kKeyIdBytes + kNonceBytes;
constexpr std::array<std::size_t, 3> kPaddedBytes = {256, 512, 896};
constexpr std::size_t kHeaderBytes = 1 + 3 * 8 + 2;
constexpr std::size_t kMaxTokenLetters = 2048;

static_assert(kSealKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(kHeaderBytes + kMaxSessionBytes <= kPaddedBytes.back());

unsigned char* raw(std::string& bytes, std::size_t offset = 0) {
  return reinterpret_cast<unsigned char*>(bytes.data() + offset);
}

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string associated_data(const SealKeyId& id, std::string_view site) {
  std::string data(kPurpose);
  data += kVersion;
  data.append(id.begin(), id.end());
  data += site;
  return data;
}

void append_integer(std::string& out, std::uint64_t value, std::size_t size) {
  for (std::size_t at = 0; at < size; ++at) out += static_cast<char>((value >> (8 * at)) & 0xFFU);
}

std::uint64_t take_integer(std::string_view& bytes, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t at = 0; at < size; ++at) {
    value |= std::uint64_t{static_cast<unsigned char>(bytes[at])} << (8 * at);
  }
  bytes.remove_prefix(size);
  return value;
}

void append_time(std::string& out, UtcSeconds time) {
  append_integer(out, static_cast<std::uint64_t>(time.time_since_epoch().count()), 8);
}

UtcSeconds take_time(std::string_view& bytes) {
  const auto seconds = static_cast<std::int64_t>(take_integer(bytes, 8));
  return UtcSeconds(std::chrono::seconds(seconds));
}

// Reads the record behind the seal, as carefully as if everybody could seal one.
std::optional<SealedRecord> read_plaintext(std::string_view plaintext, UtcSeconds now) {
  if (plaintext.size() < kHeaderBytes || plaintext.front() != kVersion) return std::nullopt;
  plaintext.remove_prefix(1);
  const UtcSeconds issued = take_time(plaintext);
  const UtcSeconds idle_end = take_time(plaintext);
  const UtcSeconds ends = take_time(plaintext);
  const std::size_t length = take_integer(plaintext, 2);
  if (length > plaintext.size() || length > kMaxSessionBytes) return std::nullopt;
  if (issued > now + kClockSkew || now >= idle_end || now >= ends) return std::nullopt;
  return SealedRecord{std::string(plaintext.substr(0, length)), ends};
}

}  // namespace

SessionSeal::SessionSeal(KeyRing ring, SealPolicy policy)
    : ring_(std::move(ring)), policy_(std::move(policy)) {}

std::string SessionSeal::seal(const SealedRecord& sealed, UtcSeconds now) const {
  if (sealed.record.size() > kMaxSessionBytes) throw std::length_error("session record too long");
  std::string plaintext(1, kVersion);
  append_time(plaintext, now);
  append_time(plaintext, std::min(now + policy_.idle, sealed.ends));
  append_time(plaintext, sealed.ends);
  append_integer(plaintext, sealed.record.size(), 2);
  plaintext += sealed.record;
  plaintext.resize(*std::ranges::lower_bound(kPaddedBytes, plaintext.size()), '\0');

  const SealKey& key = ring_.newest();
  const std::string data = associated_data(key.id(), policy_.site);
  std::string token(1, kVersion);
  token.append(key.id().begin(), key.id().end());
  token.resize(kEnvelopeBytes + plaintext.size() + kTagBytes);
  unsigned char* nonce = raw(token, 1 + kKeyIdBytes);
  randombytes_buf(nonce, kNonceBytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(raw(token, kEnvelopeBytes), nullptr, raw(plaintext),
                                             plaintext.size(), raw(data), data.size(), nullptr,
                                             nonce, key.bytes());
  return encode_base64url(token);
}

std::optional<SealedRecord> SessionSeal::open(std::string_view token, UtcSeconds now) const {
  if (token.size() > kMaxTokenLetters) return std::nullopt;
  const std::optional<std::string> bytes = decode_base64url(token);
  if (!bytes || bytes->size() < kEnvelopeBytes + kTagBytes || bytes->front() != kVersion) {
    return std::nullopt;
  }
  SealKeyId id;
  std::copy_n(bytes->begin() + 1, id.size(), id.begin());
  const SealKey* key = ring_.find(id);
  if (key == nullptr) return std::nullopt;

  const std::string data = associated_data(id, policy_.site);
  const std::string_view nonce = std::string_view(*bytes).substr(1 + kKeyIdBytes, kNonceBytes);
  const std::string_view sealed = std::string_view(*bytes).substr(kEnvelopeBytes);
  std::string plaintext(sealed.size() - kTagBytes, '\0');
  const int refused = crypto_aead_xchacha20poly1305_ietf_decrypt(
      raw(plaintext), nullptr, nullptr, raw(sealed), sealed.size(), raw(data), data.size(),
      raw(nonce), key->bytes());
  if (refused != 0) return std::nullopt;
  return read_plaintext(plaintext, now);
}

}  // namespace waymark
