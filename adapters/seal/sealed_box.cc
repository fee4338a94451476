#include "adapters/seal/sealed_box.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <utility>

#include "adapters/seal/base64url.h"

namespace waymark {

namespace {

constexpr char kVersion = 1;
constexpr std::size_t kKeyIdBytes = std::tuple_size_v<SealKeyId>;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kEnvelopeBytes = 1 + kKeyIdBytes + kNonceBytes;

static_assert(kSealKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

unsigned char* raw(std::string& bytes, std::size_t offset = 0) {
  return reinterpret_cast<unsigned char*>(bytes.data() + offset);
}

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

// No word is the beginning of another.
std::string_view word_of(SealPurpose purpose) {
  switch (purpose) {
    case SealPurpose::Session: return "waymark.session";
    case SealPurpose::History: return "waymark.history";
  }
  return "waymark.session";
}

// A site holds no NUL, so that site and binding cannot be mistaken for another pair.
std::string associated_data(SealPurpose purpose, const SealKeyId& id, std::string_view site,
                            std::string_view bound_to) {
  std::string data(word_of(purpose));
  data += kVersion;
  data.append(id.begin(), id.end());
  data += site;
  if (!bound_to.empty()) {
    data += '\0';
    data += bound_to;
  }
  return data;
}

}  // namespace

SealedBox::SealedBox(KeyHolderPtr keys, SealPurpose purpose, std::string site)
    : keys_(std::move(keys)), purpose_(purpose), site_(std::move(site)) {}

std::string SealedBox::seal(std::string_view plaintext, std::string_view bound_to) const {
  const KeyRingPtr ring = keys_->current();
  const SealKey& key = ring->newest();
  const std::string data = associated_data(purpose_, key.id(), site_, bound_to);
  std::string sealed(1, kVersion);
  sealed.append(key.id().begin(), key.id().end());
  sealed.resize(kEnvelopeBytes + plaintext.size() + kTagBytes);
  unsigned char* nonce = raw(sealed, 1 + kKeyIdBytes);
  randombytes_buf(nonce, kNonceBytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed, kEnvelopeBytes), nullptr, raw(plaintext),
                                             plaintext.size(), raw(data), data.size(), nullptr,
                                             nonce, key.bytes());
  return encode_base64url(sealed);
}

std::optional<std::string> SealedBox::open(std::string_view sealed,
                                           std::string_view bound_to) const {
  const std::optional<std::string> bytes = decode_base64url(sealed);
  if (!bytes || bytes->size() < kEnvelopeBytes + kTagBytes || bytes->front() != kVersion) {
    return std::nullopt;
  }
  SealKeyId id;
  std::copy_n(bytes->begin() + 1, id.size(), id.begin());
  const KeyRingPtr ring = keys_->current();
  const SealKey* key = ring->find(id);
  if (key == nullptr) return std::nullopt;

  const std::string data = associated_data(purpose_, id, site_, bound_to);
  const std::string_view nonce = std::string_view(*bytes).substr(1 + kKeyIdBytes, kNonceBytes);
  const std::string_view ciphertext = std::string_view(*bytes).substr(kEnvelopeBytes);
  std::string plaintext(ciphertext.size() - kTagBytes, '\0');
  const int refused = crypto_aead_xchacha20poly1305_ietf_decrypt(
      raw(plaintext), nullptr, nullptr, raw(ciphertext), ciphertext.size(), raw(data), data.size(),
      raw(nonce), key->bytes());
  if (refused != 0) return std::nullopt;
  return plaintext;
}

}  // namespace waymark
