#include "adapters/protocol/frame.h"

namespace waymark {

const char* name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::BadJson: return "bad_json";
    case ErrorCode::BadFrame: return "bad_frame";
    case ErrorCode::BadEncoding: return "bad_encoding";
    case ErrorCode::UnknownChoice: return "unknown_choice";
    case ErrorCode::TooFast: return "too_fast";
    case ErrorCode::Busy: return "busy";
    case ErrorCode::Internal: return "internal";
  }
  return "internal";
}

int http_status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::BadJson:
    case ErrorCode::BadFrame:
    case ErrorCode::BadEncoding:
    case ErrorCode::UnknownChoice: return 400;
    case ErrorCode::TooFast: return 429;
    case ErrorCode::Busy: return 503;
    case ErrorCode::Internal: return 500;
  }
  return 500;
}

}  // namespace waymark
