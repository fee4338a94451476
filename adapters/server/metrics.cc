#include "adapters/server/metrics.h"

#include <algorithm>
#include <string_view>
#include <variant>

namespace waymark {

namespace {

// Writes families of metrics, each with its help and kind once.
class Exposition {
 public:
  void family(std::string_view name, std::string_view kind, std::string_view help) {
    name_ = name;
    out_ += "# HELP " + name_ + ' ' + std::string(help) + '\n';
    out_ += "# TYPE " + name_ + ' ' + std::string(kind) + '\n';
  }

  // `label` is written as it stands: label="value", or empty.
  void sample(std::string_view label, std::uint64_t value, std::string_view suffix = "") {
    begin(label, suffix);
    out_ += std::to_string(value) + '\n';
  }
  void seconds_sum(std::uint64_t nanoseconds) {
    begin("", "_sum");
    out_ += std::to_string(static_cast<double>(nanoseconds) / 1e9) + '\n';
  }

  std::string take() { return std::move(out_); }

 private:
  void begin(std::string_view label, std::string_view suffix) {
    out_ += name_;
    out_ += suffix;
    if (!label.empty()) out_ += '{' + std::string(label) + '}';
    out_ += ' ';
  }

  std::string out_;
  std::string name_;
};

std::string label(std::string_view key, std::string_view value) {
  return std::string(key) + "=\"" + std::string(value) + '"';
}

// A number as Prometheus clients write it: 0.00005 is 5e-05.
std::string bound_text(double bound) {
  std::string text = std::to_string(bound);
  while (text.ends_with('0')) text.pop_back();
  return text;
}

}  // namespace

const char* name_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::Origin: return "origin";
    case Refusal::Full: return "full";
    case Refusal::TooFast: return "too_fast";
    case Refusal::Late: return "late";
    case Refusal::BadRequest: return "bad_request";
    case Refusal::Busy: return "busy";
  }
  return "bad_request";
}

void Metrics::count_answer(const Answer& answer, std::chrono::nanoseconds taken) {
  if (const auto* error = std::get_if<ErrorFrame>(&answer.frame)) {
    add(errors_[static_cast<std::size_t>(error->code)]);
  }
  if (answer.token != TokenUse::None) add(tokens_[answer.token == TokenUse::Opened ? 1 : 0]);
  if (!answer.decision) return;
  add(turns_[static_cast<std::size_t>(*answer.decision)]);
  if (answer.slow_path) add(slow_turns_);
  const double seconds = std::chrono::duration<double>(taken).count();
  const auto bucket = std::ranges::lower_bound(kTurnSeconds, seconds) - kTurnSeconds.begin();
  add(turn_buckets_[static_cast<std::size_t>(bucket)]);
  add(turn_nanoseconds_, static_cast<std::uint64_t>(taken.count()));
}

void Metrics::count_response(int status) {
  add(responses_[std::min(static_cast<std::size_t>(status / 100), kStatusClasses - 1)]);
}

std::string Metrics::text(std::size_t connections) const {
  Exposition out;
  out.family("waymark_turns_total", "counter", "Turns taken, by what was decided.");
  for (std::size_t at = 0; at < kDecisions; ++at) {
    out.sample(label("decision", name_of(static_cast<DecisionKind>(at))), turns_[at]);
  }
  out.family("waymark_turn_seconds", "histogram", "Time to work out an answer.");
  std::uint64_t sum = 0;
  for (std::size_t at = 0; at < kTurnSeconds.size(); ++at) {
    sum += turn_buckets_[at];
    out.sample(label("le", bound_text(kTurnSeconds[at])), sum, "_bucket");
  }
  sum += turn_buckets_.back();
  out.sample(label("le", "+Inf"), sum, "_bucket");
  out.seconds_sum(turn_nanoseconds_);
  out.sample("", sum, "_count");

  out.family("waymark_slow_path_turns_total", "counter",
             "Turns in which a search ran out of memory and a slower one answered.");
  out.sample("", slow_turns_);

  out.family("waymark_errors_total", "counter", "Error frames sent, by code.");
  for (std::size_t at = 0; at < kErrorCodes; ++at) {
    out.sample(label("code", name_of(static_cast<ErrorCode>(at))), errors_[at]);
  }
  out.family("waymark_refused_total", "counter",
             "Connections and requests turned away, by reason.");
  for (std::size_t at = 0; at < kRefusals; ++at) {
    out.sample(label("reason", name_of(static_cast<Refusal>(at))), refusals_[at]);
  }
  out.family("waymark_http_responses_total", "counter", "HTTP responses, by the class of status.");
  for (std::size_t at = 1; at < kStatusClasses; ++at) {
    out.sample(label("status", std::to_string(at) + "xx"), responses_[at]);
  }
  out.family("waymark_tokens_total", "counter", "Session tokens that came in.");
  out.sample(label("result", "refused"), tokens_[0]);
  out.sample(label("result", "opened"), tokens_[1]);
  out.family("waymark_reloads_total", "counter", "Times that the pack was read again.");
  out.sample(label("result", "refused"), reloads_[0]);
  out.sample(label("result", "loaded"), reloads_[1]);
  out.family("waymark_connections", "gauge", "Connections open now.");
  out.sample("", connections);
  out.family("waymark_websockets", "gauge", "WebSockets open now.");
  const std::uint64_t closed = websockets_closed_;
  out.sample("", websockets_opened_ - closed);
  return out.take();
}

}  // namespace waymark
