#include "adapters/seal/keyed_hash.h"

#include <sodium.h>

#include <bit>
#include <new>

namespace waymark {

static_assert(sizeof(KeyedHash) == crypto_shorthash_KEYBYTES);

KeyedHash::KeyedHash() {
  if (sodium_init() < 0) throw std::bad_alloc();  // only when there are no random numbers to be had
  randombytes_buf(salt_.data(), salt_.size());
}

std::uint64_t KeyedHash::operator()(std::string_view bytes) const {
  std::array<std::uint8_t, crypto_shorthash_BYTES> hash;
  crypto_shorthash(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                   salt_.data());
  return std::bit_cast<std::uint64_t>(hash);
}

}  // namespace waymark
