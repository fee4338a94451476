#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <string>

#include "engine/api/engine.h"
#include "engine/api/limits.h"

namespace waymark {
namespace {

// A session in which every list is at its bound and every number is large.
Session full_session() {
  Session session;
  session.locale = 0xFFFFFFFF;
  session.pack_version = 0x01020304;
  session.turn = 0xDEADBEEF;
  session.waiting = {0x80000001, 0x7FFFFFFF};
  session.last_said = {5, 6};
  session.fallbacks = 255;
  session.risk = {0xCAFEBABE, 4, 255, 254, 253, RiskQuestion::Asked, {}};
  for (StableId i = 0; i < kMaxRiskTail; ++i) session.risk.tail.push_back(0xFFFFFF00 + i);
  for (StableId i = 0; i < kMaxStackDepth; ++i) {
    session.stack.push_back(
        {i % 2 == 0 ? StackFrame::Kind::Question : StackFrame::Kind::Caller, {i + 1, i + 2}});
  }
  for (StableId i = 0; i < kMaxSlots; ++i) {
    switch (i % 3) {
      case 0: session.slots.push_back({i, StableId{0xFFFFFFF0 + i}}); break;
      case 1: session.slots.push_back({i, std::numeric_limits<std::int32_t>::min()}); break;
      default: session.slots.push_back({i, i % 2 == 0}); break;
    }
  }
  for (StableId i = 0; i < kMaxOffered; ++i) session.offered.push_back(i + 100);
  for (StableId i = 0; i < kMaxVariantMemory; ++i) {
    session.variants.push_back({i + 200, static_cast<std::uint8_t>(i)});
  }
  for (StableId i = 0; i < kMaxTrail; ++i) {
    TrailStep step{{i + 1, i + 2}, 8, session.stack.back(), i + 300, {}, i % 2 == 0};
    if (i > 0) step.before = session.slots[i].value;
    session.trail.push_back(step);
  }
  return session;
}

bool is_bounded(const Session& session) {
  return session.stack.size() <= kMaxStackDepth && session.slots.size() <= kMaxSlots &&
         session.offered.size() <= kMaxOffered && session.variants.size() <= kMaxVariantMemory &&
         session.trail.size() <= kMaxTrail;
}

bool has_known_frames(const Session& session) {
  return std::ranges::all_of(session.stack, [](const StackFrame& frame) {
    return frame.kind == StackFrame::Kind::Question || frame.kind == StackFrame::Kind::Caller;
  });
}

TEST_CASE("session codec: an empty and a full session come back as they went") {
  for (const Session& session : {Session{}, full_session()}) {
    Session read;
    read.turn = 99;
    REQUIRE(decode_session(encode_session(session), read));
    CHECK(read == session);
  }
}

TEST_CASE("session codec: a full session is within its bound") {
  CHECK(encode_session(full_session()).size() <= kMaxSessionBytes);
}

TEST_CASE("session codec: the same session gives the same bytes") {
  CHECK(encode_session(full_session()) == encode_session(full_session()));
}

TEST_CASE("session codec: a cut record is refused and leaves the session alone") {
  for (const Session& session : {Session{}, full_session()}) {
    const std::string bytes = encode_session(session);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      CAPTURE(size);
      Session read;
      read.turn = 77;
      REQUIRE_FALSE(decode_session(std::string_view(bytes).substr(0, size), read));
      REQUIRE(read.turn == 77);
    }
  }
}

TEST_CASE("session codec: a record with anything after it is refused") {
  for (const Session& session : {Session{}, full_session()}) {
    Session read;
    CHECK_FALSE(decode_session(encode_session(session) + '\0', read));
    CHECK_FALSE(decode_session(encode_session(session) + std::string(1000, 'x'), read));
  }
}

TEST_CASE("session codec: a changed byte gives a refusal or a session within its bounds") {
  for (const Session& session : {Session{}, full_session()}) {
    const std::string bytes = encode_session(session);
    for (std::size_t place = 0; place < bytes.size(); ++place) {
      for (int value = 0; value < 256; ++value) {
        std::string changed = bytes;
        changed[place] = static_cast<char>(value);
        Session read;
        if (!decode_session(changed, read)) continue;
        CAPTURE(place);
        CAPTURE(value);
        REQUIRE(is_bounded(read));
        REQUIRE(has_known_frames(read));
        REQUIRE(encode_session(read).size() <= kMaxSessionBytes);
      }
    }
  }
}

TEST_CASE("session codec: bytes that are no record are refused") {
  const std::string rows[] = {"",
                              std::string(1, '\0'),
                              "hello",
                              std::string(100, '\0'),
                              std::string(kMaxSessionBytes, '\xFF'),
                              std::string(1U << 20U, '\x01')};
  for (const std::string& bytes : rows) {
    CAPTURE(bytes.size());
    Session read;
    CHECK_FALSE(decode_session(bytes, read));
    CHECK(read == Session{});
  }
}

TEST_CASE("session codec: a record of another version is refused") {
  std::string bytes = encode_session(full_session());
  for (const char version : {'\0', '\x01', '\x03', '\xFF'}) {
    bytes[0] = version;
    Session read;
    CHECK_FALSE(decode_session(bytes, read));
  }
}

}  // namespace
}  // namespace waymark
