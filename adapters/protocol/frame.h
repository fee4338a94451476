#pragma once
// The frames of PROTOCOL.md as values: what a client may send and what it gets back. Used by the
// reader and the writer of frames, the conversation service and every front end. Values; any
// thread.
//
//   ClientFrame frame = SayFrame{.id = "7", .text = TypedText("what is IPT?")};

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

#include "engine/api/message.h"
#include "engine/api/reply.h"

namespace waymark {

// A frame, or the body of a request, in bytes; the nesting of its JSON; an id in characters.
inline constexpr std::size_t kMaxFrameBytes = 16 * 1024;
inline constexpr std::size_t kMaxFrameDepth = 4;
inline constexpr std::size_t kMaxFrameIdCharacters = 64;

struct StartFrame {
  std::string id;
  std::string locale;
  std::string token;
};

struct SayFrame {
  std::string id;
  TypedText text;
  std::string token;
};

struct ChooseFrame {
  std::string id;
  ChoiceId choice;
  std::string token;
};

struct ForgetFrame {
  std::string id;
};

using ClientFrame = std::variant<StartFrame, SayFrame, ChooseFrame, ForgetFrame>;

enum class ErrorCode : std::uint8_t {
  BadJson,
  BadFrame,
  BadEncoding,
  UnknownChoice,
  TooFast,
  Busy,
  Internal
};
inline constexpr std::size_t kErrorCodes = 7;

// The code as it stands in a frame, such as "bad_json".
[[nodiscard]] const char* name_of(ErrorCode code);

// The status of an HTTP answer that carries such an error.
[[nodiscard]] int http_status_of(ErrorCode code);

struct ReplyFrame {
  std::string id;
  std::uint32_t turn = 0;
  Reply reply;
  std::string token;
};

struct ErrorFrame {
  std::string id;
  ErrorCode code = ErrorCode::Internal;
  std::string message;  // a sentence for the person at the other end
};

using ServerFrame = std::variant<ReplyFrame, ErrorFrame>;

}  // namespace waymark
