#pragma once
// The names that the server uses of Boost.Asio, with concrete executor types: a connection's
// handlers run on its worker's thread, and nothing needs a strand or a virtual call to get there.
// asio.cc holds the compiled half of Asio and Beast, so that no other file has to compile it.

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/system/error_code.hpp>
#include <chrono>
#include <string>

namespace waymark {

namespace asio = boost::asio;

using BoostError = boost::system::error_code;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>, Executor>;

// The address at the other end, as text; empty when it is gone already.
[[nodiscard]] std::string peer_address(const Socket& socket);

// Closes at once, with a reset: what a late or hostile client gets, so that nothing of it stays.
void cut_off(Socket& socket);

}  // namespace waymark
