#include "adapters/seal/session_seal.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include "engine/api/limits.h"

namespace waymark {

namespace {

constexpr char kVersion = 1;
constexpr std::array<std::size_t, 3> kPaddedBytes = {256, 512, 1024};
constexpr std::size_t kHeaderBytes = 1 + 3 * 8 + 2;
constexpr std::size_t kMaxTokenLetters = 2048;

static_assert(kHeaderBytes + kMaxSessionBytes <= kPaddedBytes.back());

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

SessionSeal::SessionSeal(KeyHolderPtr keys, SealPolicy policy)
    : box_(std::move(keys), SealPurpose::Session, std::move(policy.site)),
      idle_(policy.idle),
      life_(policy.life) {}

SessionSeal::SessionSeal(KeyRing ring, SealPolicy policy)
    : SessionSeal(std::make_shared<const KeyHolder>(std::move(ring)), std::move(policy)) {}

std::string SessionSeal::seal(const SealedRecord& sealed, UtcSeconds now) const {
  if (sealed.record.size() > kMaxSessionBytes) throw std::length_error("session record too long");
  std::string plaintext(1, kVersion);
  append_time(plaintext, now);
  append_time(plaintext, std::min(now + idle_, sealed.ends));
  append_time(plaintext, sealed.ends);
  append_integer(plaintext, sealed.record.size(), 2);
  plaintext += sealed.record;
  plaintext.resize(*std::ranges::lower_bound(kPaddedBytes, plaintext.size()), '\0');
  return box_.seal(plaintext);
}

std::optional<SealedRecord> SessionSeal::open(std::string_view token, UtcSeconds now) const {
  if (token.size() > kMaxTokenLetters) return std::nullopt;
  const std::optional<std::string> plaintext = box_.open(token);
  if (!plaintext) return std::nullopt;
  return read_plaintext(*plaintext, now);
}

}  // namespace waymark
