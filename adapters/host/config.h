#pragma once
// How a server is set up: a JSON file, then the environment, then the command line, each over the
// one before. Read once at start; a value then.
//
//   {"port": 8080, "origins": ["https://www.example.org"]}      WAYMARK_PORT=8080

#include <cstddef>
#include <expected>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

struct Config {
  std::string address =
      "localhost";               // to listen at; "localhost" is the machine itself, IPv4 and IPv6
  int port = 8080;               // 0: any that is free
  int threads = 1;               // one event loop each
  std::string pack;              // folder; empty: the pack that comes with the program
  std::string directory;         // file that was imported; empty: none
  std::string keys;              // key file; empty: keys that die with the process
  std::string site = "waymark";  // tokens of one site are noise to another
  std::vector<std::string> origins;          // other sites whose pages may talk to this server
  std::vector<std::string> hosts;            // names that it is asked by; none: any
  std::vector<std::string> trusted_proxies;  // addresses whose X-Forwarded-For is believed
  std::vector<std::string> channels;         // further ones that are open: "rasa"
  std::string metrics = "local";             // who may read /metrics: "local" or "all"

  int connections = 10000;  // open at once
  int connections_per_address = 100;
  int messages_per_minute = 60;  // of one connection, after a burst of message_burst
  int message_burst = 10;
  int messages_per_minute_per_address = 1200;  // people behind one address share this

  int messages_per_minute_in_all = 3'000'000;  // of everybody, a tenth of it at once

  int handshake_seconds = 5;  // for a request or a message to be whole
  int idle_seconds = 600;     // a WebSocket without a message is closed then
  int write_seconds = 10;     // a client that does not read is dropped then
  int drain_seconds = 10;     // what is left after SIGTERM is dropped then
  int token_idle_minutes = 120;
  int token_life_minutes = 1440;
};

struct ConfigSources {
  std::string file;                                          // path, or empty
  std::function<const char*(const char* name)> environment;  // null: none
  std::map<std::string, std::string> flags;                  // by key; already there when given
};

// The name of a key in the environment: "port" is WAYMARK_PORT. A list is parted by commas there.
[[nodiscard]] std::string environment_name(std::string_view key);

// Fails with a sentence for each thing that is wrong, which names the source, the key and the
// remedy.
[[nodiscard]] std::expected<Config, std::vector<std::string>> load_config(
    const ConfigSources& sources);

}  // namespace waymark
