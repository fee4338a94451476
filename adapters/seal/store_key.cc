#include "adapters/seal/store_key.h"

#include <sodium.h>

#include <string>

namespace waymark {

namespace {

constexpr std::string_view kPurpose = "waymark.store";

// Each field with its length before it, so that no two lists of fields make the same bytes.
void append_field(std::string& out, std::string_view field) {
  out += std::to_string(field.size());
  out += ':';
  out += field;
}

}  // namespace

StoreKey store_key(const SealKey& key, std::string_view site, std::string_view channel,
                   std::string_view sender) {
  std::string message;
  for (const std::string_view field : {kPurpose, site, channel, sender}) {
    append_field(message, field);
  }
  StoreKey result;
  crypto_generichash(result.bytes.data(), result.bytes.size(),
                     reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                     key.bytes(), kSealKeyBytes);
  return result;
}

}  // namespace waymark
