#include "adapters/seal/history_seal.h"

#include <cstdint>

namespace waymark {

namespace {

// `length 4 | record | zeros`, little-endian.
constexpr std::size_t kLengthBytes = 4;

}  // namespace

std::string HistorySeal::seal(std::string_view record, std::string_view token) const {
  std::string plaintext;
  for (std::size_t at = 0; at < kLengthBytes; ++at) {
    plaintext += static_cast<char>((record.size() >> (8 * at)) & 0xFFU);
  }
  plaintext += record;
  const std::size_t steps = (plaintext.size() + kHistoryStepBytes - 1) / kHistoryStepBytes;
  plaintext.resize(steps * kHistoryStepBytes, '\0');
  return box_.seal(plaintext, token);
}

std::optional<std::string> HistorySeal::open(std::string_view sealed,
                                             std::string_view token) const {
  const auto plaintext = box_.open(sealed, token);
  if (!plaintext || plaintext->size() < kLengthBytes) return std::nullopt;
  std::size_t length = 0;
  for (std::size_t at = 0; at < kLengthBytes; ++at) {
    length |= std::size_t{static_cast<unsigned char>((*plaintext)[at])} << (8 * at);
  }
  if (length > plaintext->size() - kLengthBytes) return std::nullopt;
  return plaintext->substr(kLengthBytes, length);
}

}  // namespace waymark
