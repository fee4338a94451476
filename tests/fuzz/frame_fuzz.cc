// Fuzzer: any bytes as a client's frame. It is read within the bounds of PROTOCOL.md, or refused
// with a sentence.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

#include "adapters/protocol/frame_reader.h"
#include "adapters/protocol/utf8_text.h"
#include "engine/api/check.h"

namespace waymark {
namespace {

void read(std::string_view bytes) {
  const auto frame = read_client_frame(bytes);
  if (!frame) {
    WAYMARK_CHECK(!frame.error().message.empty());
    WAYMARK_CHECK(frame.error().code == ErrorCode::BadJson ||
                  frame.error().code == ErrorCode::BadFrame);
    WAYMARK_CHECK(count_characters(frame.error().id) <= kMaxFrameIdCharacters);
    return;
  }
  WAYMARK_CHECK(bytes.size() <= kMaxFrameBytes);
  std::visit(
      [](const auto& read_frame) {
        WAYMARK_CHECK(is_utf8(read_frame.id));
        WAYMARK_CHECK(count_characters(read_frame.id) <= kMaxFrameIdCharacters);
      },
      *frame);
  const auto* say = std::get_if<SayFrame>(&*frame);
  WAYMARK_CHECK(say == nullptr || is_utf8(say->text.bytes()));
}

}  // namespace
}  // namespace waymark

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  waymark::read({reinterpret_cast<const char*>(data), size});
  return 0;
}
