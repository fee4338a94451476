// Fuzzer: any bytes as the record of a session. What can be read is written again as the same
// session, and the talk goes on from it.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/api/check.h"
#include "engine/api/engine.h"
#include "engine/api/limits.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

void read(std::string_view bytes) {
  static const BundlePtr bundle = fakes::small_bundle();
  Session session;
  if (!decode_session(bytes, session)) return;
  const std::string record = encode_session(session);
  WAYMARK_CHECK(record.size() <= kMaxSessionBytes);
  Session again;
  WAYMARK_CHECK(decode_session(record, again) && again == session);
  for (const char* text : {"what is ipt?", "yes", "i want to die"}) {
    const Turn turn = take_turn(*bundle, session, SayMessage{TypedText(text)}, UtcSeconds{});
    WAYMARK_CHECK(!turn.reply.parts.empty() && turn.reply.parts.size() <= kMaxReplyParts);
    session = turn.session;
  }
}

}  // namespace
}  // namespace waymark

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  waymark::read({reinterpret_cast<const char*>(data), size});
  return 0;
}
