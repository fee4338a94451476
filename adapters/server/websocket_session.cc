#include "adapters/server/websocket_session.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "adapters/protocol/close_codes.h"
#include "adapters/protocol/frame_writer.h"
#include "adapters/server/socket_counts.h"

namespace waymark {

namespace {

namespace beast = boost::beast;
namespace websocket = beast::websocket;
using std::chrono::seconds;

constexpr std::string_view kSubprotocol = "waymark.v1";
constexpr seconds kPingAfter{25};  // of quiet; below the 60 s at which proxies drop a line
constexpr seconds kPongWithin{15};
constexpr seconds kCountEach{5};
constexpr std::uint64_t kMaxBytesWithoutMessage = 64 * 1024;  // in that time
constexpr seconds kCloseWithin{3};       // for the client's half of the closing handshake
constexpr int kTooFastBeforeClose = 20;  // refused messages running

SteadyTime now() { return std::chrono::steady_clock::now(); }

class WebSocketSession : public Connection, public std::enable_shared_from_this<WebSocketSession> {
 public:
  explicit WebSocketSession(WebSocketOpening opening)
      : context_(opening.context),
        table_(opening.table),
        lease_(std::move(opening.lease)),
        address_(opening.address),
        stream_(std::move(opening.socket)),
        rate_{.per_minute = context_.config.messages_per_minute,
              .burst = context_.config.message_burst} {
    table_.add(*this);
    context_.metrics.websocket_opened();
    const SteadyTime begin = now();
    last_message_ = begin;
    counted_ = begin;
    heard_ = begin;
    write_within();
  }

  ~WebSocketSession() override {
    context_.metrics.websocket_closed();
    table_.remove(*this);
  }

  void accept(const UpgradeRequest& request) {
    set_options(request);
    stream_.async_accept(request, [self = shared_from_this()](BoostError failed) {
      if (!failed) self->on_accepted();
    });
  }

  void on_tick(SteadyTime time) override {
    if (is_flooded(time)) {
      context_.metrics.count_refusal(Refusal::TooFast);
      return cut();
    }
    if (deadline_ && time >= *deadline_) {
      if (!is_closing_) context_.metrics.count_refusal(Refusal::Late);
      cut();
    } else if (is_closing_ || deadline_) {
      return;
    } else if (time - last_message_ >= seconds(context_.config.idle_seconds)) {
      close(CloseCode::IdleTooLong, "idle");
    } else if (pinged_ && time - *pinged_ >= kPongWithin) {
      cut();
    } else if (!pinged_ && time - heard_ >= kPingAfter) {
      is_pinging_ ? cut() : ping(time);
    }
  }

  // While the handshake is under way, its end will see that the server drains.
  void drain() override {
    if (is_open_) close(CloseCode::GoingAway, "restart");
  }
  void cut() override { cut_off(stream_.next_layer()); }

 private:
  // Whether much comes that never becomes a message: pings, empty fragments.
  bool is_flooded(SteadyTime time) {
    if (time - counted_ < kCountEach) return false;
    const std::uint64_t received = bytes_received(stream_.next_layer().native_handle());
    const bool is_much = received > received_ + kMaxBytesWithoutMessage;
    const bool is_flooded = is_much && last_message_ < counted_;
    counted_ = time;
    received_ = received;
    return is_flooded;
  }

  void set_options(const UpgradeRequest& request) {
    // Deadlines are ours: Beast's own do not end a client that sends but never reads.
    stream_.set_option(websocket::stream_base::timeout{websocket::stream_base::none(),
                                                       websocket::stream_base::none(), false});
    stream_.read_message_max(kMaxFrameBytes);
    stream_.auto_fragment(false);
    stream_.control_callback([this](websocket::frame_type, beast::string_view) { hear(); });
    const bool wants_protocol = request.count(beast::http::field::sec_websocket_protocol) > 0;
    stream_.set_option(
        websocket::stream_base::decorator([wants_protocol](websocket::response_type& response) {
          if (wants_protocol) {
            response.set(beast::http::field::sec_websocket_protocol, kSubprotocol);
          }
        }));
  }

  void on_accepted() {
    is_open_ = true;
    deadline_.reset();
    if (!lease_.has_place()) {
      context_.metrics.count_refusal(Refusal::Full);
      close(CloseCode::TooManyConnections, "full");
    } else if (context_.is_draining) {
      drain();
    } else {
      read();
    }
  }

  void read() {
    constexpr std::size_t kUsual = 0;  // bytes to make place for: as Beast thinks best
    stream_.async_read_some(buffer_, kUsual,
                            [self = shared_from_this()](BoostError failed, std::size_t) {
                              if (!failed) self->on_some();
                            });
  }

  // A message that has begun must come soon, in however many pieces.
  void on_some() {
    if (is_closing_) return;
    if (stream_.is_message_done()) {
      deadline_.reset();
      return on_message();
    }
    if (!deadline_) deadline_ = now() + seconds(context_.config.handshake_seconds);
    read();
  }

  void on_message() {
    hear();
    last_message_ = heard_;
    outgoing_ = write_server_frame(answer());
    // Nothing that was typed stays with an idle connection, and no memory either.
    buffer_.clear();
    buffer_.shrink_to_fit();
    write();
  }

  ServerFrame answer() {
    const Shedding shedding = context_.load.weigh(context_.budget.places_taken(), heard_);
    if (!rate_bucket_.take(rate_, heard_) || !context_.address_rates.take(address_, heard_)) {
      ++too_fast_;
      context_.metrics.count_refusal(Refusal::TooFast);
      return ErrorFrame{"", ErrorCode::TooFast, "That was too fast for me. Please wait a moment."};
    }
    too_fast_ = 0;
    if (!stream_.got_text()) {
      return ErrorFrame{"", ErrorCode::BadEncoding, "Send frames as text, not as binary."};
    }
    if (shedding == Shedding::Everything) {
      context_.metrics.count_refusal(Refusal::Busy);
      return context_.conversations.busy("");
    }
    const auto data = buffer_.cdata();
    Answer answer = context_.conversations.answer(
        conversation_, std::string_view(static_cast<const char*>(data.data()), data.size()),
        shedding == Shedding::Nothing ? Admission::All : Admission::RunningOnly);
    context_.metrics.count_answer(answer, now() - heard_);
    const auto* error = std::get_if<ErrorFrame>(&answer.frame);
    is_turned_away_ = error != nullptr && error->code == ErrorCode::Busy;
    return std::move(answer.frame);
  }

  void write() {
    write_within();
    stream_.text(true);
    stream_.async_write(asio::buffer(outgoing_),
                        [self = shared_from_this()](BoostError failed, std::size_t) {
                          if (!failed) self->on_written();
                        });
  }

  void on_written() {
    outgoing_ = {};
    if (is_closing_) return;
    deadline_.reset();
    if (is_turned_away_ && !conversation_.has_begun()) {
      close(CloseCode::TooManyConnections, "busy");
    } else if (too_fast_ >= kTooFastBeforeClose) {
      close(CloseCode::TooFast, "too fast");
    } else {
      read();
    }
  }

  void ping(SteadyTime time) {
    pinged_ = time;
    is_pinging_ = true;
    stream_.async_ping({}, [self = shared_from_this()](BoostError) { self->is_pinging_ = false; });
  }

  void close(CloseCode code, const char* reason) {
    if (is_closing_) return;
    is_closing_ = true;
    deadline_ = now() + kCloseWithin;
    websocket::close_reason told;
    told.code = static_cast<std::uint16_t>(code);
    told.reason = reason;
    stream_.async_close(told, [self = shared_from_this()](BoostError) {});
  }

  void hear() {
    heard_ = now();
    pinged_.reset();
  }

  void write_within() { deadline_ = now() + seconds(context_.config.write_seconds); }

  ServerContext& context_;
  ConnectionTable& table_;
  ConnectionLease lease_;
  AddressKey address_;
  websocket::stream<Socket, false> stream_;  // false: compression is not even compiled in
  beast::flat_buffer buffer_;                // the message that came
  std::string outgoing_;                     // the answer that goes out
  Conversation conversation_;

  Rate rate_;
  TokenBucket rate_bucket_;
  int too_fast_ = 0;
  bool is_turned_away_ = false;  // by the last answer

  std::optional<SteadyTime> deadline_;  // of the write or the close that is under way
  SteadyTime last_message_;
  SteadyTime counted_;  // when the bytes that came were looked at
  std::uint64_t received_ = 0;
  SteadyTime heard_;                  // anything, a pong too
  std::optional<SteadyTime> pinged_;  // and not answered yet
  bool is_pinging_ = false;           // the ping has not gone out yet
  bool is_open_ = false;
  bool is_closing_ = false;
};

}  // namespace

void start_websocket(WebSocketOpening opening, const UpgradeRequest& request) {
  std::make_shared<WebSocketSession>(std::move(opening))->accept(request);
}

}  // namespace waymark
