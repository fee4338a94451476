#pragma once
// A plain TCP client that speaks HTTP and just enough WebSocket to test a server in the same
// process.

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace waymark::fakes {

class LoopbackClient {
 public:
  explicit LoopbackClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0);
  }
  ~LoopbackClient() { ::close(socket_); }
  LoopbackClient(const LoopbackClient&) = delete;
  LoopbackClient& operator=(const LoopbackClient&) = delete;

  // False when the other end is gone.
  bool send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  // The head and the body of the next response.
  std::string response() {
    read_until("\r\n\r\n");
    const std::size_t head = received_.find("\r\n\r\n") + 4;
    const std::size_t field = received_.find("Content-Length: ");
    std::size_t length = 0;
    if (field < head) length = std::stoul(received_.substr(field + 16));
    while (received_.size() < head + length && receive()) {
    }
    return take(head + length);
  }

  // All that comes until the server closes.
  std::string rest() {
    while (receive()) {
    }
    return take(received_.size());
  }

  std::string get(const std::string& path, const std::string& fields = "") {
    send("GET " + path + " HTTP/1.1\r\nHost: test\r\n" + fields + "\r\n");
    return response();
  }

  std::string post(const std::string& path, const std::string& body,
                   const std::string& fields = "Content-Type: application/json\r\n") {
    send("POST " + path + " HTTP/1.1\r\nHost: test\r\n" + fields +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    return response();
  }

  // The answer to an upgrade at /ws.
  std::string upgrade(const std::string& fields = "Sec-WebSocket-Protocol: waymark.v1\r\n",
                      const std::string& path = "/ws") {
    return get(path,
               "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
                   fields);
  }

  enum Opcode : std::uint8_t { Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

  // One whole frame, masked with zeros. False when the other end is gone.
  bool send_frame(Opcode opcode, std::string_view payload) const {
    std::string frame(1, static_cast<char>(0x80U | opcode));
    if (payload.size() < 126) {
      frame += static_cast<char>(0x80U | payload.size());
    } else {
      frame += static_cast<char>(0x80U | 126U);
      frame += static_cast<char>((payload.size() >> 8U) & 0xFFU);
      frame += static_cast<char>(payload.size() & 0xFFU);
    }
    frame += std::string(4, '\0');
    frame += payload;
    return send(frame);
  }

  struct Frame {
    int opcode = 0;  // 0: the connection ended
    std::string payload;

    // Of a close frame.
    [[nodiscard]] int close_code() const {
      if (payload.size() < 2) return 0;
      return static_cast<unsigned char>(payload[0]) * 256 + static_cast<unsigned char>(payload[1]);
    }
  };

  Frame next_frame() {
    if (!read_at_least(2)) return {};
    const int opcode = static_cast<unsigned char>(received_[0]) & 0x0F;
    std::size_t length = static_cast<unsigned char>(received_[1]);
    std::size_t head = 2;
    if (length == 126) {
      read_at_least(4);
      length = static_cast<unsigned char>(received_[2]) * 256U +
               static_cast<unsigned char>(received_[3]);
      head = 4;
    }
    read_at_least(head + length);
    return {opcode, take(head + length).substr(head)};
  }

  // The answer to a client frame over the WebSocket.
  std::string ask(std::string_view frame) {
    send_frame(Text, frame);
    return next_frame().payload;
  }

 private:
  bool receive() {
    char buffer[4096];
    const ssize_t got = ::recv(socket_, buffer, sizeof(buffer), 0);
    if (got <= 0) return false;
    received_.append(buffer, static_cast<std::size_t>(got));
    return true;
  }
  void read_until(std::string_view mark) {
    while (received_.find(mark) == std::string::npos && receive()) {
    }
  }
  bool read_at_least(std::size_t size) {
    while (received_.size() < size && receive()) {
    }
    return received_.size() >= size;
  }
  std::string take(std::size_t size) {
    std::string taken = received_.substr(0, size);
    received_.erase(0, size);
    return taken;
  }

  int socket_;
  std::string received_;
};

}  // namespace waymark::fakes
