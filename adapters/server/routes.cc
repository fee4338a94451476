#include "adapters/server/routes.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "adapters/page/chat_page.h"
#include "adapters/protocol/frame_writer.h"
#include "adapters/server/assets.h"
#include "adapters/server/origin.h"
#include "engine/api/ids.h"

namespace waymark {

namespace {

constexpr std::string_view kTurnPath = "/api/v1/turn";
constexpr std::string_view kJson = "application/json";
constexpr std::string_view kRasaPath = "/webhooks/rest/webhook";
constexpr std::string_view kRasaLines = "/webhooks/rest/webhook?stream=true";
constexpr std::string_view kForm = "application/x-www-form-urlencoded";
constexpr std::string_view kFull =
    "So many people are here now that I cannot answer. Please try again in a minute.";
constexpr std::string_view kTooFast = "That was too fast for me. Please wait a moment.";

HttpResponse frame_response(int status, const ServerFrame& frame) {
  return {.status = status, .content_type = kJson, .body = write_server_frame(frame)};
}

HttpResponse error_response(int status, ErrorCode code, std::string message) {
  return frame_response(status, ErrorFrame{"", code, std::move(message)});
}

// Whether a Content-Type is this one, whatever its parameters.
bool is_type(std::string_view content_type, std::string_view wanted_type) {
  std::string_view type = content_type.substr(0, content_type.find(';'));
  while (type.ends_with(' ')) type.remove_suffix(1);
  return std::ranges::equal(type, wanted_type, [](char sent, char wanted) {
    return (sent >= 'A' && sent <= 'Z' ? sent - 'A' + 'a' : sent) == wanted;
  });
}

std::string entity_tag(const Asset& asset) {
  return '"' + std::to_string(stable_id(asset.bytes)) + '-' + std::to_string(asset.bytes.size()) +
         '"';
}

HttpResponse not_found() {
  return plain_response(404, "There is nothing at this address. The start page is at /.");
}

HttpResponse not_allowed(std::string_view methods) {
  HttpResponse response =
      plain_response(405, "This address is not for that. It takes " + std::string(methods) + ".");
  response.fields = "Allow: " + std::string(methods) + "\r\n";
  return response;
}

bool takes(std::string_view methods, std::string_view method) {
  while (!methods.empty()) {
    const std::size_t end = std::min(methods.find(", "), methods.size());
    if (methods.substr(0, end) == method) return true;
    methods.remove_prefix(std::min(end + 2, methods.size()));
  }
  return false;
}

// A page that may do nothing but send its form here. With "no-referrer" a browser would not tell
// where the form was sent from; this tells it to us alone.
HttpResponse page_response(int status, std::string html) {
  HttpResponse response{
      .status = status, .content_type = "text/html; charset=utf-8", .body = std::move(html)};
  response.fields = "Content-Security-Policy: " + std::string(kChatPolicy) +
                    "\r\nReferrer-Policy: same-origin\r\n";
  return response;
}

}  // namespace

Routes::Routes(ServerContext& context)
    : context_(context),
      chat_(context.conversations, context.packs),
      rasa_(context.conversations, context.stored_sessions) {
  for (const Asset& each : assets()) routes_.push_back({each.path, "GET, HEAD", &Routes::asset});
  routes_.push_back({kTurnPath, "POST, OPTIONS", &Routes::turn});
  routes_.push_back({kChatPath, "GET, HEAD, POST", &Routes::chat});
  if (std::ranges::count(context.config.channels, "rasa") > 0) {
    routes_.push_back({kRasaPath, "POST, OPTIONS", &Routes::rasa});
    routes_.push_back({"/webhooks/rest/", "GET, HEAD", &Routes::rasa_health});
  }
  routes_.push_back({"/health/live", "GET, HEAD", &Routes::live});
  routes_.push_back({"/health/ready", "GET, HEAD", &Routes::ready});
  routes_.push_back({"/metrics", "GET, HEAD", &Routes::metrics});
  routes_.push_back({kWebSocketPath, "GET, HEAD", &Routes::websocket});
}

HttpResponse Routes::answer(const HttpRequest& request) const {
  const auto route = std::ranges::find(routes_, path_of(request.target), &Route::path);
  if (route == routes_.end()) return not_found();
  if (!takes(route->methods, request.method)) return not_allowed(route->methods);
  return (this->*route->handler)(request);
}

std::size_t Routes::body_limit(std::string_view target) {
  return path_of(target) == kChatPath ? kMaxFormBytes : kMaxFrameBytes;
}

HttpResponse Routes::too_large(const HttpRequest& request) const {
  if (path_of(request.target) == kChatPath) {
    return page_response(413, chat_.refusal("This message is too long for me. Please go back and "
                                            "send a shorter one."));
  }
  return with_cors(request, error_response(413, ErrorCode::BadFrame,
                                           "This message is too long for me. 16 KB is the most."));
}

HttpResponse Routes::full(const HttpRequest& request) const {
  HttpResponse response =
      request.accept.find("text/html") == std::string_view::npos
          ? plain_response(503, std::string(kFull) + "\n\n" + context_.packs.current()->last_resort)
          : page_response(503, chat_.refusal(kFull));
  return response;
}

Routes::Entry Routes::entry_of(const HttpRequest& request, SteadyTime now) const {
  if (!context_.address_rates.take(context_.address_keys.key_of(request.client, now), now)) {
    context_.metrics.count_refusal(Refusal::TooFast);
    return Entry::TooFast;
  }
  switch (context_.load.weigh(context_.budget.places_taken(), now)) {
    case Shedding::Nothing: return Entry::All;
    case Shedding::NewConversations: return Entry::RunningOnly;
    case Shedding::Everything: break;
  }
  context_.metrics.count_refusal(Refusal::Busy);
  return Entry::Busy;
}

HttpResponse Routes::chat(const HttpRequest& request) const {
  const bool is_post = request.method == "POST";
  if (!is_allowed_origin(request.origin, request.host, {})) {
    context_.metrics.count_refusal(Refusal::Origin);
    return page_response(403, chat_.refusal("Pages of other sites may not write here."));
  }
  if (is_post && !is_type(request.content_type, kForm)) {
    return page_response(415, chat_.refusal("I can read only what this page sends."));
  }
  const SteadyTime begin = std::chrono::steady_clock::now();
  const Entry entry = entry_of(request, begin);
  if (entry == Entry::TooFast || entry == Entry::Busy) {
    const std::string_view why = entry == Entry::Busy ? kFull : kTooFast;
    return page_response(entry == Entry::Busy ? 503 : 429,
                         is_post ? chat_.unsent(request.body, why) : chat_.refusal(why));
  }
  const Admission admission = entry == Entry::All ? Admission::All : Admission::RunningOnly;
  ChatTurn turn = is_post ? chat_.take(request.body, admission) : chat_.greet(admission);
  context_.metrics.count_answer(turn.answer, std::chrono::steady_clock::now() - begin);
  return page_response(turn.status, std::move(turn.html));
}

HttpResponse Routes::asset(const HttpRequest& request) const {
  const auto found = std::ranges::find(assets(), path_of(request.target), &Asset::path);
  const std::string tag = entity_tag(*found);
  const bool is_known = request.if_none_match == tag;
  HttpResponse response{.status = is_known ? 304 : 200, .content_type = found->content_type};
  if (!is_known) response.asset = found->bytes;
  response.fields = "ETag: " + tag + "\r\nCache-Control: no-cache\r\n";
  // The widget is made to be embedded in other sites' pages. A script whose integrity is checked,
  // or that is imported, is fetched with CORS.
  if (found->content_type.starts_with("text/javascript")) {
    response.fields +=
        "Cross-Origin-Resource-Policy: cross-origin\r\nAccess-Control-Allow-Origin: *\r\n";
  }
  return response;
}

HttpResponse Routes::turn(const HttpRequest& request) const {
  if (!is_allowed_origin(request.origin, request.host, context_.config.origins)) {
    context_.metrics.count_refusal(Refusal::Origin);
    return plain_response(403, "Pages of this site may not talk to this server.");
  }
  if (request.method == "OPTIONS") return preflight(request);
  if (request.target != kTurnPath) {
    return plain_response(400, "This address takes nothing after it. Put it into the body.");
  }
  if (!is_type(request.content_type, kJson)) {
    return with_cors(request,
                     error_response(415, ErrorCode::BadFrame, "Send a frame as application/json."));
  }
  const SteadyTime begin = std::chrono::steady_clock::now();
  const Entry entry = entry_of(request, begin);
  if (entry == Entry::TooFast) {
    return with_cors(request, error_response(429, ErrorCode::TooFast, std::string(kTooFast)));
  }
  if (entry == Entry::Busy) {
    return with_cors(request, frame_response(503, context_.conversations.busy("")));
  }
  Conversation conversation;
  const Answer answer = context_.conversations.answer(
      conversation, request.body, entry == Entry::All ? Admission::All : Admission::RunningOnly);
  context_.metrics.count_answer(answer, std::chrono::steady_clock::now() - begin);
  const auto* error = std::get_if<ErrorFrame>(&answer.frame);
  const int status = error == nullptr ? 200 : http_status_of(error->code);
  return with_cors(request, frame_response(status, answer.frame));
}

// The official client posts JSON as text/plain: what counts is what it is, not what it is called.
HttpResponse Routes::rasa(const HttpRequest& request) const {
  if (!is_allowed_origin(request.origin, request.host, context_.config.origins)) {
    context_.metrics.count_refusal(Refusal::Origin);
    return plain_response(403, "Pages of this site may not talk to this server.");
  }
  if (request.method == "OPTIONS") return preflight(request);
  const bool in_lines = request.target == kRasaLines;
  if (!in_lines && request.target != kRasaPath) {
    return plain_response(400, "This address takes nothing after it but ?stream=true.");
  }
  const SteadyTime begin = std::chrono::steady_clock::now();
  const Entry entry = entry_of(request, begin);
  if (entry == Entry::TooFast)
    return with_cors(request, plain_response(429, std::string(kTooFast)));
  if (entry == Entry::Busy) return with_cors(request, full(request));
  RasaAnswer answer = rasa_.answer(request.body, in_lines ? RasaForm::Lines : RasaForm::List,
                                   entry == Entry::All ? Admission::All : Admission::RunningOnly);
  if (answer.answer) {
    context_.metrics.count_answer(*answer.answer, std::chrono::steady_clock::now() - begin);
  }
  return with_cors(request, {.status = answer.status,
                             .content_type = in_lines ? "text/event-stream" : kJson,
                             .body = std::move(answer.body)});
}

HttpResponse Routes::rasa_health(const HttpRequest& request) const { return live(request); }

HttpResponse Routes::preflight(const HttpRequest& request) const {
  HttpResponse response{.status = 204};
  response.fields =
      "Access-Control-Allow-Methods: POST\r\n"
      "Access-Control-Allow-Headers: Content-Type, Authorization\r\n"
      "Access-Control-Max-Age: 600\r\n";
  return with_cors(request, std::move(response));
}

HttpResponse Routes::with_cors(const HttpRequest& request, HttpResponse response) const {
  response.fields += "Vary: Origin\r\n";
  if (is_listed_origin(request.origin, context_.config.origins)) {
    response.fields += "Access-Control-Allow-Origin: " + std::string(*request.origin) + "\r\n";
  }
  return response;
}

HttpResponse Routes::live(const HttpRequest&) const {
  return {.content_type = kJson, .body = R"({"status":"ok"})"};
}

HttpResponse Routes::ready(const HttpRequest&) const {
  if (!context_.is_draining) return {.content_type = kJson, .body = R"({"status":"ok"})"};
  return {.status = 503, .content_type = kJson, .body = R"({"status":"stopping"})"};
}

HttpResponse Routes::metrics(const HttpRequest& request) const {
  const bool is_local = is_loopback(request.client) && !request.is_forwarded;
  if (context_.config.metrics != "all" && !is_local) return not_found();
  return {.content_type = "text/plain; version=0.0.4; charset=utf-8",
          .body = context_.metrics.text(context_.budget.taken())};
}

HttpResponse Routes::websocket(const HttpRequest&) const {
  HttpResponse response = plain_response(426, "A WebSocket is spoken here.");
  response.fields = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
  return response;
}

}  // namespace waymark
