#include "adapters/seal/sealed_box.h"

#include <doctest/doctest.h>

#include "adapters/seal/base64url.h"

namespace waymark {

namespace {

KeyHolderPtr some_keys() { return std::make_shared<const KeyHolder>(KeyRing::generate()); }

}  // namespace

TEST_CASE("sealed box: opens what it sealed, for its purpose, site and binding alone") {
  const KeyHolderPtr keys = some_keys();
  const SealedBox box(keys, SealPurpose::History, "here");
  const std::string sealed = box.seal("words", "token");
  CHECK(box.open(sealed, "token") == "words");
  CHECK_FALSE(box.open(sealed).has_value());
  CHECK_FALSE(box.open(sealed, "toke").has_value());
  CHECK_FALSE(box.open(sealed, "tokenn").has_value());
  CHECK_FALSE(SealedBox(keys, SealPurpose::Session, "here").open(sealed, "token").has_value());
  CHECK_FALSE(SealedBox(keys, SealPurpose::History, "her").open(sealed, "token").has_value());
  CHECK_FALSE(SealedBox(some_keys(), SealPurpose::History, "here").open(sealed, "token"));
  CHECK(box.open(box.seal("")) == "");
}

TEST_CASE("sealed box: any changed bit is refused") {
  const SealedBox box(some_keys(), SealPurpose::History, "here");
  const std::string bytes = *decode_base64url(box.seal("words", "token"));
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string changed = bytes;
    changed[bit / 8] =
        static_cast<char>(static_cast<unsigned char>(changed[bit / 8]) ^ (1U << (bit % 8)));
    CHECK_FALSE(box.open(encode_base64url(changed), "token").has_value());
  }
  for (const char* text : {"", "A", "AAAA", "no base64!"}) {
    CHECK_FALSE(box.open(text, "token").has_value());
  }
}

TEST_CASE("sealed box: goes on over renewed keys while the old one is in the ring") {
  const std::string old_key = std::string("00000001 ") + std::string(64, 'a') + '\n';
  const std::string new_key = std::string("00000002 ") + std::string(64, 'b') + '\n';
  const auto keys = std::make_shared<KeyHolder>(*KeyRing::parse(old_key));
  const SealedBox box(keys, SealPurpose::Session, "here");
  const std::string before = box.seal("before");
  keys->swap(*KeyRing::parse(new_key + old_key));
  const std::string after = box.seal("after");
  CHECK(box.open(before) == "before");
  keys->swap(*KeyRing::parse(new_key));
  CHECK(box.open(after) == "after");
  CHECK_FALSE(box.open(before).has_value());
}

}  // namespace waymark
