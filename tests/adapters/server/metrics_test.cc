#include "adapters/server/metrics.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

bool has_line(const std::string& text, const std::string& line) {
  return text.find('\n' + line + '\n') != std::string::npos;
}

}  // namespace

TEST_CASE("metrics: what was counted is in the text") {
  Metrics metrics;
  metrics.count_answer({ReplyFrame{}, TokenUse::Opened, DecisionKind::Crisis},
                       std::chrono::microseconds(70));
  metrics.count_answer({ReplyFrame{}, TokenUse::Refused, DecisionKind::Start, true},
                       std::chrono::seconds(2));
  metrics.count_answer({ErrorFrame{"", ErrorCode::BadJson, ""}, TokenUse::None, std::nullopt}, {});
  metrics.count_response(200);
  metrics.count_response(404);
  metrics.count_refusal(Refusal::Origin);
  metrics.count_reload(true);
  metrics.websocket_opened();
  metrics.websocket_opened();
  metrics.websocket_closed();
  const std::string text = metrics.text(5);
  for (const char* line : {
           "waymark_turns_total{decision=\"crisis\"} 1",
           "waymark_turns_total{decision=\"welcome\"} 0",
           "waymark_turn_seconds_bucket{le=\"0.00005\"} 0",
           "waymark_turn_seconds_bucket{le=\"0.0001\"} 1",
           "waymark_turn_seconds_bucket{le=\"0.25\"} 1",
           "waymark_turn_seconds_bucket{le=\"+Inf\"} 2",
           "waymark_turn_seconds_count 2",
           "waymark_turn_seconds_sum 2.000070",
           "waymark_slow_path_turns_total 1",
           "waymark_errors_total{code=\"bad_json\"} 1",
           "waymark_refused_total{reason=\"origin\"} 1",
           "waymark_http_responses_total{status=\"2xx\"} 1",
           "waymark_http_responses_total{status=\"4xx\"} 1",
           "waymark_tokens_total{result=\"opened\"} 1",
           "waymark_tokens_total{result=\"refused\"} 1",
           "waymark_reloads_total{result=\"loaded\"} 1",
           "waymark_connections 5",
           "waymark_websockets 1",
       }) {
    CHECK_MESSAGE(has_line(text, line), line);
  }
}

}  // namespace waymark
