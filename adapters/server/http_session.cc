#include "adapters/server/http_session.h"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <memory>
#include <optional>
#include <utility>

#include "adapters/page/chat_page.h"
#include "adapters/protocol/frame.h"
#include "adapters/server/client_address.h"
#include "adapters/server/origin.h"
#include "adapters/server/request_guard.h"
#include "adapters/server/websocket_session.h"

namespace waymark {

namespace {

namespace beast = boost::beast;
namespace http = beast::http;
using std::chrono::seconds;

constexpr seconds kKeepAlive{30};  // for the next request
// Asked for by machines that know us by address.
constexpr std::string_view kHealthPath = "/health/";
constexpr seconds kLingerWithin{2};  // for what a refused client still sends

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

// What came is not HTTP, as opposed to a connection that ended.
bool is_bad_http(BoostError failed) {
  return failed.category() == BoostError(http::error::bad_method).category() &&
         failed != http::error::end_of_stream && failed != http::error::partial_message;
}

class HttpSession : public Connection, public std::enable_shared_from_this<HttpSession> {
 public:
  explicit HttpSession(HttpOpening opening)
      : context_(opening.context),
        routes_(opening.routes),
        table_(opening.table),
        lease_(std::move(opening.lease)),
        peer_(std::move(opening.peer)),
        socket_(std::move(opening.socket)) {
    table_.add(*this);
  }

  ~HttpSession() override { table_.remove(*this); }

  void start() { read_head(); }

  void on_tick(SteadyTime now) override {
    if (now < deadline_) return;
    if (is_between_requests_) return leave();
    context_.metrics.count_refusal(Refusal::Late);
    cut();
  }

  void drain() override {
    if (is_between_requests_) leave();
  }

  void cut() override { cut_off(socket_); }

 private:
  using Parser = http::request_parser<http::string_body>;

  void leave() {
    BoostError ignored;
    socket_.close(ignored);
  }

  void end_within(seconds time) { deadline_ = std::chrono::steady_clock::now() + time; }

  // A connection may wait for long between two requests, but once one has begun it must come.
  void await_request() {
    // Nothing of the request before stays with a connection that waits.
    response_ = {};
    parser_.reset();
    if (buffer_.size() > 0) return read_head();
    buffer_.shrink_to_fit();
    end_within(kKeepAlive);
    is_between_requests_ = true;
    socket_.async_wait(Socket::wait_read, [self = shared_from_this()](BoostError failed) {
      if (!failed) self->read_head();
    });
  }

  void read_head() {
    is_between_requests_ = false;
    parser_.emplace();
    parser_->header_limit(kMaxHttpHeadBytes);
    parser_->body_limit(kMaxFormBytes);
    end_within(seconds(context_.config.handshake_seconds));
    http::async_read_header(
        socket_, buffer_, *parser_,
        [self = shared_from_this()](BoostError failed, std::size_t) { self->on_head(failed); });
  }

  void on_head(BoostError failed) {
    if (failed) return on_unreadable(failed);
    const auto& request = parser_->get();
    const FieldCounts fields{request.count(http::field::host), request.count(http::field::origin),
                             request.count(http::field::content_length),
                             request.count(http::field::transfer_encoding)};
    const std::string_view target = view(request.target());
    if (auto refusal = refusal_of(fields, target)) return refuse(*refusal);
    if (!is_served_host(view(request[http::field::host]), context_.config.hosts) &&
        !target.starts_with(kHealthPath)) {
      return refuse(plain_response(421, "I do not serve this name."));
    }
    if (parser_->content_length().value_or(0) > Routes::body_limit(target)) {
      return refuse(routes_.too_large(to_request()));
    }
    if (beast::websocket::is_upgrade(request)) return upgrade();

    end_within(seconds(context_.config.handshake_seconds));
    http::async_read(socket_, buffer_, *parser_,
                     [self = shared_from_this()](BoostError body_failed, std::size_t) {
                       if (body_failed) return self->on_unreadable(body_failed);
                       self->on_request();
                     });
  }

  void on_request() {
    const auto& request = parser_->get();
    // HTTP/1.0 is answered and closed, whatever it says of keeping open.
    const bool stays_open = request.version() >= 11 && request.keep_alive() && lease_.has_place() &&
                            !context_.is_draining;
    respond(lease_.has_place() ? routes_.answer(to_request()) : routes_.full(to_request()),
            stays_open ? AfterResponse::KeepOpen : AfterResponse::Close);
  }

  void on_unreadable(BoostError failed) {
    if (failed == http::error::header_limit) {
      refuse(plain_response(431, "The head of this request is too long. 8 KB is the most."));
    } else if (failed == http::error::body_limit) {
      refuse(routes_.too_large(to_request()));
    } else if (is_bad_http(failed)) {
      refuse(plain_response(400, "I cannot read this request."));
    }
  }

  void upgrade() {
    const auto& request = parser_->get();
    const std::string_view target = view(request.target());
    const HttpRequest seen = to_request();
    if (path_of(target) != kWebSocketPath) return refuse(routes_.answer(seen));
    if (target != kWebSocketPath) {
      return refuse(
          plain_response(400, "This address takes nothing after it: send it in a frame."));
    }
    if (!is_allowed_origin(seen.origin, seen.host, context_.config.origins)) {
      context_.metrics.count_refusal(Refusal::Origin);
      return refuse(plain_response(403, "Pages of this site may not talk to this server."));
    }
    const AddressKey address =
        context_.address_keys.key_of(seen.client, std::chrono::steady_clock::now());
    start_websocket({std::move(socket_), context_, table_, std::move(lease_), address},
                    parser_->release());
  }

  HttpRequest to_request() {
    const auto& request = parser_->get();
    const auto field = [&request](http::field name) { return view(request[name]); };
    HttpRequest seen{.method = view(request.method_string()),
                     .target = view(request.target()),
                     .host = field(http::field::host),
                     .origin = std::nullopt,
                     .content_type = field(http::field::content_type),
                     .accept = field(http::field::accept),
                     .if_none_match = field(http::field::if_none_match),
                     .body = request.body(),
                     .client = {}};
    if (request.count(http::field::origin) > 0) seen.origin = field(http::field::origin);
    const std::string forwarded = forwarded_for();
    client_ = client_address(peer_, forwarded, context_.config.trusted_proxies);
    seen.client = client_;
    seen.is_forwarded = !forwarded.empty();
    return seen;
  }

  // A proxy adds its line below those that the client made up: they count as one list.
  std::string forwarded_for() {
    std::string all;
    const auto [begin, end] = parser_->get().equal_range("X-Forwarded-For");
    for (auto line = begin; line != end; ++line) {
      if (!all.empty()) all += ',';
      all += view(line->value());
    }
    return all;
  }

  void refuse(const HttpResponse& response) {
    if (response.status == 400) context_.metrics.count_refusal(Refusal::BadRequest);
    respond(response, AfterResponse::Close);
  }

  void respond(HttpResponse response, AfterResponse after) {
    context_.metrics.count_response(response.status);
    response_ = std::move(response);
    head_ = head_of(response_, after);
    const bool has_no_body = parser_->get().method() == http::verb::head || response_.status == 304;
    const std::string_view content = has_no_body ? std::string_view() : response_.content();
    end_within(seconds(context_.config.write_seconds));
    const std::array<asio::const_buffer, 2> pieces = {asio::buffer(head_), asio::buffer(content)};
    asio::async_write(socket_, pieces,
                      [self = shared_from_this(), after](BoostError failed, std::size_t) {
                        if (failed) return;
                        if (after == AfterResponse::Close) return self->linger();
                        self->await_request();
                      });
  }

  // Lets the client read the answer before the connection goes: with bytes unread, closing would
  // reset it and take the answer away.
  void linger() {
    BoostError ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    end_within(kLingerWithin);
    read_away();
  }

  void read_away() {
    socket_.async_read_some(asio::buffer(scrap_),
                            [self = shared_from_this()](BoostError failed, std::size_t) {
                              if (!failed) self->read_away();
                            });
  }

  ServerContext& context_;
  const Routes& routes_;
  ConnectionTable& table_;
  ConnectionLease lease_;
  std::string peer_;
  Socket socket_;
  beast::flat_buffer buffer_{kMaxHttpHeadBytes + kMaxFrameBytes};
  std::optional<Parser> parser_;
  std::string client_;
  HttpResponse response_;
  std::string head_;
  std::array<char, 1024> scrap_;
  SteadyTime deadline_{};
  bool is_between_requests_ = false;
};

}  // namespace

void start_http(HttpOpening opening) { std::make_shared<HttpSession>(std::move(opening))->start(); }

}  // namespace waymark
