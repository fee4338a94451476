#include "adapters/cli/serve.h"

#include <pthread.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <utility>

#include "adapters/cli/pack_choice.h"
#include "adapters/cli/program.h"
#include "adapters/directory/sqlite_directory.h"
#include "adapters/host/conversation_service.h"
#include "adapters/host/key_file.h"
#include "adapters/host/system_clock.h"
#include "adapters/server/connection_budget.h"
#include "adapters/server/server.h"

namespace waymark {

namespace {

// The signals that steer a server, waited for by the main thread; workers inherit the block.
class SteeringSignals {
 public:
  SteeringSignals() {
    sigemptyset(&set_);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set_, signal);
    pthread_sigmask(SIG_BLOCK, &set_, &before_);
    std::signal(SIGPIPE, SIG_IGN);  // a reader of our output that leaves must not end us
  }
  ~SteeringSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SteeringSignals(const SteeringSignals&) = delete;
  SteeringSignals& operator=(const SteeringSignals&) = delete;

  [[nodiscard]] int wait() const {
    int signal = 0;
    sigwait(&set_, &signal);
    return signal;
  }

 private:
  sigset_t set_;
  sigset_t before_;
};

constexpr std::size_t kOwnFiles = 64;  // that are no connections

// As many open files as the system gives, and no core dump: memory holds keys and what people say.
// Gives how many connections there can be, so that files never run out under them.
std::size_t set_process_limits() {
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return 0;
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  const std::size_t taken = kOwnFiles + ConnectionBudget::kSpareSeats;
  return files.rlim_cur > taken ? files.rlim_cur - taken : 1;
}

Config within_limits(Config config, std::size_t most, Log& log) {
  if (static_cast<std::size_t>(config.connections) <= most) return config;
  config.connections = static_cast<int>(most);
  log.warning(LogEvent::PlacesReduced, {{"connections", most}});
  return config;
}

std::expected<KeyRing, std::string> open_keys(const Config& config, Log& log) {
  if (!config.keys.empty()) return open_key_file(config.keys);
  log.info(LogEvent::KeysAreTemporary);
  return KeyRing::generate();
}

// A key file that is not there any more is refused, not made: it would end every conversation.
void reload_keys(const std::filesystem::path& path, KeyHolder& keys, Log& log) {
  if (path.empty()) return;
  auto ring = read_key_file(path);
  if (!ring) {
    const Diagnostic problem{"keys", Severity::Error, {}, ring.error(), {}};
    log.error(LogEvent::KeysRefused, {{"problem", problem}});
    return;
  }
  log.info(LogEvent::KeysLoaded, {{"keys", ring->size()}});
  keys.swap(*std::move(ring));
}

void reload_pack(const std::filesystem::path& folder, const Clock& clock, BundleHolder& packs,
                 Metrics& metrics, Log& log) {
  PackLoad load = load_pack(folder, today(clock), Examples::Skip);  // as at the start
  metrics.count_reload(load.pack != nullptr);
  for (std::string& sentence : load.unreadable) {
    load.diagnostics.push_back({"unreadable", Severity::Error, {}, std::move(sentence), {}});
  }
  for (const Diagnostic& problem : load.diagnostics) {
    log.warning(LogEvent::PackProblem, {{"problem", problem}});
  }
  if (load.pack == nullptr) {
    log.error(LogEvent::PackRefused, {{"folder", folder}});
    return;
  }
  log.info(LogEvent::PackLoaded,
           {{"folder", folder}, {"fingerprint", load.pack->summary.fingerprint}});
  packs.swap(with_directory(load.pack, packs.current()->directory));
}

// The directory is read with the pack; where it cannot be, the one from before stays.
std::shared_ptr<const ServiceDirectory> reload_directory(
    const std::string& path, std::shared_ptr<const ServiceDirectory> before, Log& log) {
  if (path.empty()) return before;
  auto directory = SqliteDirectory::open(path);
  if (!directory) {
    const Diagnostic problem{"directory", Severity::Error, {}, directory.error(), {}};
    log.error(LogEvent::DirectoryRefused, {{"problem", problem}});
    return before;
  }
  log.info(LogEvent::DirectoryLoaded);
  return *std::move(directory);
}

void greet(std::ostream& out, const BundleSummary& summary, const Config& config, int port) {
  const bool is_here =
      config.address == "localhost" || config.address == "0.0.0.0" || config.address == "::";
  const std::string host = is_here ? "localhost"
                           : config.address.find(':') == std::string::npos
                               ? config.address
                               : '[' + config.address + ']';
  out << "Waymark serves " << summary.title << " (" << summary.pack << ' ' << summary.version
      << ").\n"
      << "Open http://" << host << ':' << port << " and write, for example:\n"
      << "  hi, ive been feeling really low since my mum died. what is interpersonal therapy??\n"
      << "  how much does it cost\n"
      << "Ctrl-C ends it.\n"
      << std::flush;
}

SealPolicy seal_policy(const Config& config) {
  return {.site = config.site,
          .idle = std::chrono::minutes(config.token_idle_minutes),
          .life = std::chrono::minutes(config.token_life_minutes)};
}

std::expected<Config, int> read_config(const std::string& file,
                                       const std::map<std::string, std::string>& flags,
                                       std::ostream& err) {
  const char* named = std::getenv("WAYMARK_CONFIG");
  auto config = load_config({.file = file.empty() && named != nullptr ? named : file,
                             .environment = [](const char* name) { return std::getenv(name); },
                             .flags = flags});
  if (config) return *std::move(config);
  for (const std::string& problem : config.error()) err << problem << '\n';
  return std::unexpected(kExitUsage);
}

}  // namespace

int run_serve(const Config& wanted, std::ostream& out, std::ostream& err) {
  const SteeringSignals signals;
  const SystemClock clock;
  Log log(clock);
  const Config config = within_limits(wanted, set_process_limits(), log);
  auto pack = load_for_command(config.pack, err);
  if (!pack) return pack.error();
  const std::filesystem::path folder =
      config.pack.empty() ? shipped_pack() : std::filesystem::path(config.pack);

  auto ring = open_keys(config, log);
  if (!ring) {
    err << ring.error() << '\n';
    return kExitUsage;
  }
  std::shared_ptr<const ServiceDirectory> directory;
  if (!config.directory.empty()) {
    auto opened = SqliteDirectory::open(config.directory);
    if (!opened) {
      err << opened.error() << " Or leave out \"directory\".\n";
      return kExitUsage;
    }
    directory = *std::move(opened);
  }
  BundleHolder packs(with_directory(*pack, std::move(directory)));
  const auto keys = std::make_shared<KeyHolder>(*std::move(ring));
  const SessionSeal seal(keys, seal_policy(config));
  const ConversationService conversations(packs, seal, clock, log);
  const auto server = Server::start(config, conversations, packs, log);
  if (!server) {
    err << server.error() << '\n';
    return kExitFindings;
  }
  greet(out, packs.current()->summary, config, (*server)->port());
  while (signals.wait() == SIGHUP) {
    reload_keys(config.keys, *keys, log);
    reload_pack(folder, clock, packs, (*server)->metrics(), log);
    const LoadedPackPtr now = packs.current();
    packs.swap(with_directory(now, reload_directory(config.directory, now->directory, log)));
  }
  log.info(LogEvent::Stopping);
  (*server)->stop();
  log.info(LogEvent::Stopped);
  return kExitFine;
}

void add_serve(CLI::App& program, int& exit_code) {
  struct Options {
    std::string config;
    std::map<std::string, std::string> flags;
  };
  CLI::App* command = program.add_subcommand("serve", "Serve the bot over HTTP and WebSocket");
  command->footer(
      "SIGHUP reads pack, directory and keys again; SIGTERM ends the server when its visitors were "
      "told.\n"
      "A configuration file holds the same keys and more; each is also read from the environment\n"
      "(WAYMARK_PORT). adapters/README.md lists them.");
  const auto options = std::make_shared<Options>();
  const auto add = [&](const char* name, const char* key, const char* type, const char* help) {
    command
        ->add_option_function<std::string>(
            name, [options, key](const std::string& text) { options->flags[key] = text; }, help)
        ->type_name(type);
  };
  command->add_option("--config", options->config, "Configuration file (or WAYMARK_CONFIG)")
      ->type_name("FILE");
  add("--port", "port", "N", "Port to listen at, 8080 if not given; 0 takes any that is free");
  add("--address", "address", "IP",
      "Address to listen at, this machine alone if not given; 0.0.0.0 for all");
  add("--threads", "threads", "N", "Event loops, one a processor core at the most; 1 if not given");
  add("--pack", "pack", "DIR",
      "Folder of the pack; the one that comes with the program if not given");
  add("--directory", "directory", "FILE",
      "Therapists and services, made by `waymark import directory`; none if not given");
  add("--keys", "keys", "FILE",
      "Keys of the session tokens, made if not there; else they die with the program");
  command->callback([options, &exit_code] {
    const auto config = read_config(options->config, options->flags, std::cerr);
    exit_code = config ? run_serve(*config, std::cout, std::cerr) : config.error();
  });
}

}  // namespace waymark
