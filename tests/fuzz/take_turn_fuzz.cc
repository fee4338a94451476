// Fuzzer: any bytes as a conversation with the small pack. Each message gets a reply within the
// limits, and the session survives its record.
//
// Messages are parted by byte 0x1E; one that begins with 0x1D is the id of a choice, 0x1C alone
// opens the chat again.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/api/check.h"
#include "engine/api/engine.h"
#include "engine/api/limits.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

constexpr std::size_t kMostMessages = 12;

Message message_of(std::string_view bytes) {
  if (bytes == "\x1C") return StartMessage{};
  if (bytes.starts_with('\x1D')) return ChooseMessage{ChoiceId{std::string(bytes.substr(1))}};
  return SayMessage{TypedText(std::string(bytes))};
}

void talk(std::string_view bytes) {
  static const BundlePtr bundle = fakes::small_bundle();
  Session session = start_session(*bundle, "en-GB");
  for (std::size_t i = 0; i < kMostMessages; ++i) {
    const std::size_t end = bytes.find('\x1E');
    const Turn turn = take_turn(*bundle, session, message_of(bytes.substr(0, end)), UtcSeconds{});
    WAYMARK_CHECK(!turn.reply.parts.empty() && turn.reply.parts.size() <= kMaxReplyParts);
    WAYMARK_CHECK(turn.trace.tokens.size() <= kMaxTokens);
    const std::string record = encode_session(turn.session);
    WAYMARK_CHECK(record.size() <= kMaxSessionBytes && decode_session(record, session));
    WAYMARK_CHECK(session == turn.session);
    if (end == std::string_view::npos) return;
    bytes.remove_prefix(end + 1);
  }
}

}  // namespace
}  // namespace waymark

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  waymark::talk({reinterpret_cast<const char*>(data), size});
  return 0;
}
