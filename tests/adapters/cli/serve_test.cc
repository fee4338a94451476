#include "adapters/cli/serve.h"

#include <doctest/doctest.h>
#include <pthread.h>

#include <csignal>
#include <sstream>
#include <string>
#include <thread>

#include "tests/fakes/loopback_client.h"
#include "tests/fakes/pack_folder.h"
#include "tests/fakes/test_server.h"

namespace waymark {

namespace {

// Waits for signals like the real one, on a thread of its own; its greeting comes through a pipe.
class ServeCommand {
 public:
  explicit ServeCommand(Config config) : config_(std::move(config)) {
    REQUIRE(::pipe(pipe_) == 0);
    thread_ = std::thread([this] {
      PipeBuffer buffer(pipe_[1]);
      std::ostream out(&buffer);
      exit_code_ = run_serve(config_, out, err_);
      ::close(pipe_[1]);  // nothing more will come
    });
  }
  ~ServeCommand() {
    if (thread_.joinable()) thread_.join();
    ::close(pipe_[0]);
  }

  // What it printed up to and with `mark`.
  std::string printed_until(std::string_view mark) const {
    std::string text;
    char letter = 0;
    while (text.find(mark) == std::string::npos && ::read(pipe_[0], &letter, 1) == 1)
      text += letter;
    return text;
  }

  void signal(int number) { pthread_kill(thread_.native_handle(), number); }

  int wait() {
    thread_.join();
    return exit_code_;
  }

 private:
  // Writes through to a pipe.
  class PipeBuffer : public std::streambuf {
   public:
    explicit PipeBuffer(int descriptor) : descriptor_(descriptor) {}

   protected:
    int_type overflow(int_type letter) override {
      const char byte = traits_type::to_char_type(letter);
      return ::write(descriptor_, &byte, 1) == 1 ? letter : traits_type::eof();
    }

   private:
    int descriptor_;
  };

  Config config_;
  int pipe_[2] = {-1, -1};
  std::ostringstream err_;
  int exit_code_ = -1;
  std::thread thread_;
};

int port_in(const std::string& greeting) {
  const std::string mark = "http://127.0.0.1:";
  return std::stoi(greeting.substr(greeting.find(mark) + mark.size()));
}

}  // namespace

TEST_CASE("serve: says where to go, reloads, and ends when told") {
  const fakes::PackFolder folder;
  Config config = fakes::test_config();
  config.pack = folder.pack();
  config.keys = (folder.path() / "keys").string();
  ServeCommand serve(config);
  const std::string greeting = serve.printed_until("Ctrl-C");
  CHECK(greeting.find("All about tea (tea 1.2.3)") != std::string::npos);
  fakes::LoopbackClient client(port_in(greeting));
  CHECK(client.get("/health/ready").starts_with("HTTP/1.1 200 "));
  CHECK(std::filesystem::exists(config.keys));
  serve.signal(SIGTERM);
  CHECK(serve.wait() == 0);
}

TEST_CASE("serve: a pack, key file or port that cannot be used") {
  const fakes::PackFolder folder;
  std::ostringstream out;
  std::ostringstream err;
  Config no_pack = fakes::test_config();
  no_pack.pack = "/no/such/pack";
  CHECK(run_serve(no_pack, out, err) == 2);
  Config bad_keys = fakes::test_config();
  bad_keys.pack = folder.pack();
  bad_keys.keys = folder.path().string();
  CHECK(run_serve(bad_keys, out, err) == 2);
  const fakes::TestServer other;
  Config taken = fakes::test_config();
  taken.pack = folder.pack();
  taken.port = other.port();
  CHECK(run_serve(taken, out, err) == 1);
  CHECK(err.str().find("is taken") != std::string::npos);
  CHECK(out.str().empty());
}

}  // namespace waymark
