#pragma once
// What is answered at which path: the pages and scripts, one turn over HTTP, health and metrics.
// The WebSocket at /ws is not here but in websocket_session.h. Any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/host/rasa_channel.h"
#include "adapters/page/chat_form.h"
#include "adapters/server/http_message.h"
#include "adapters/server/server_context.h"

namespace waymark {

inline constexpr std::string_view kWebSocketPath = "/ws";

class Routes {
 public:
  explicit Routes(ServerContext& context);

  // Answers a request whose head and body are whole and within bounds.
  [[nodiscard]] HttpResponse answer(const HttpRequest& request) const;

  // How long the body of a request for this target may be.
  [[nodiscard]] static std::size_t body_limit(std::string_view target);

  // For a request whose body is over the limit.
  [[nodiscard]] HttpResponse too_large(const HttpRequest& request) const;

  // For a connection that found no place: says so, and whom to call. As a page where the client
  // takes one.
  [[nodiscard]] HttpResponse full(const HttpRequest& request) const;

 private:
  using Handler = HttpResponse (Routes::*)(const HttpRequest&) const;
  struct Route {
    std::string_view path;
    std::string_view methods;  // as in an Allow field
    Handler handler;
  };

  // Who may be answered now, counted for the address and for all.
  enum class Entry : std::uint8_t { All, RunningOnly, TooFast, Busy };
  [[nodiscard]] Entry entry_of(const HttpRequest& request, SteadyTime now) const;

  [[nodiscard]] HttpResponse chat(const HttpRequest& request) const;
  [[nodiscard]] HttpResponse rasa(const HttpRequest& request) const;
  [[nodiscard]] HttpResponse rasa_health(const HttpRequest& request) const;
  [[nodiscard]] HttpResponse asset(const HttpRequest& request) const;
  [[nodiscard]] HttpResponse turn(const HttpRequest& request) const;
  [[nodiscard]] HttpResponse preflight(const HttpRequest& request) const;
  [[nodiscard]] HttpResponse live(const HttpRequest& request) const;
  [[nodiscard]] HttpResponse ready(const HttpRequest& request) const;
  [[nodiscard]] HttpResponse metrics(const HttpRequest& request) const;
  [[nodiscard]] HttpResponse websocket(const HttpRequest& request) const;
  [[nodiscard]] HttpResponse with_cors(const HttpRequest& request, HttpResponse response) const;

  ServerContext& context_;
  ChatForm chat_;
  RasaChannel rasa_;
  std::vector<Route> routes_;
};

}  // namespace waymark
