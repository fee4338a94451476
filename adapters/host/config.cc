#include "adapters/host/config.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <utility>
#include <variant>

#include "adapters/host/plain_file.h"

namespace waymark {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxConfigBytes = 256 * 1024;
constexpr int kMaxConfigDepth = 4;

struct IntegerRange {
  int Config::* member;
  int least;
  int most;
};

struct Key {
  std::string_view name;
  std::variant<IntegerRange, std::string Config::*, std::vector<std::string> Config::*> kind;
};

const std::vector<Key>& all_keys() {
  static const std::vector<Key> keys = {
      {"address", &Config::address},
      {"port", IntegerRange{&Config::port, 0, 65535}},
      {"threads", IntegerRange{&Config::threads, 1, 256}},
      {"pack", &Config::pack},
      {"directory", &Config::directory},
      {"keys", &Config::keys},
      {"site", &Config::site},
      {"origins", &Config::origins},
      {"hosts", &Config::hosts},
      {"trusted_proxies", &Config::trusted_proxies},
      {"channels", &Config::channels},
      {"metrics", &Config::metrics},
      {"connections", IntegerRange{&Config::connections, 1, 1'000'000}},
      {"connections_per_address", IntegerRange{&Config::connections_per_address, 1, 1'000'000}},
      {"messages_per_minute", IntegerRange{&Config::messages_per_minute, 1, 100'000'000}},
      {"message_burst", IntegerRange{&Config::message_burst, 1, 1'000'000}},
      {"messages_per_minute_per_address",
       IntegerRange{&Config::messages_per_minute_per_address, 1, 100'000'000}},
      {"messages_per_minute_in_all",
       IntegerRange{&Config::messages_per_minute_in_all, 1, 100'000'000}},
      {"handshake_seconds", IntegerRange{&Config::handshake_seconds, 1, 60}},
      {"idle_seconds", IntegerRange{&Config::idle_seconds, 1, 86'400}},
      {"write_seconds", IntegerRange{&Config::write_seconds, 1, 60}},
      {"drain_seconds", IntegerRange{&Config::drain_seconds, 0, 600}},
      {"token_idle_minutes", IntegerRange{&Config::token_idle_minutes, 1, 1440}},
      {"token_life_minutes", IntegerRange{&Config::token_life_minutes, 1, 1440}},
  };
  return keys;
}

const Key* find_key(std::string_view name) {
  const auto found = std::ranges::find(all_keys(), name, &Key::name);
  return found == all_keys().end() ? nullptr : &*found;
}

std::string known_keys() {
  std::string names;
  for (const Key& key : all_keys()) {
    if (!names.empty()) names += ", ";
    names += key.name;
  }
  return names;
}

std::string range_text(const IntegerRange& range) {
  return "a whole number from " + std::to_string(range.least) + " to " + std::to_string(range.most);
}

std::vector<std::string> split_at_commas(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    if (end > 0) items.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

// Gives what a key needs to be, when the value is not that.
using Problem = std::optional<std::string>;

Problem set_integer(Config& config, const IntegerRange& range, std::int64_t value) {
  if (value < range.least || value > range.most) return range_text(range);
  config.*range.member = static_cast<int>(value);
  return std::nullopt;
}

struct FromText {
  Config& config;
  std::string_view text;

  Problem operator()(const IntegerRange& range) const {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return range_text(range);
    return set_integer(config, range, value);
  }
  Problem operator()(std::string Config::* member) const {
    config.*member = text;
    return std::nullopt;
  }
  Problem operator()(std::vector<std::string> Config::* member) const {
    config.*member = split_at_commas(text);
    return std::nullopt;
  }
};

struct FromJson {
  Config& config;
  const json& value;

  Problem operator()(const IntegerRange& range) const {
    if (!value.is_number_integer()) return range_text(range);
    return set_integer(config, range, value.get<std::int64_t>());
  }
  Problem operator()(std::string Config::* member) const {
    if (!value.is_string()) return "a text";
    config.*member = value.get<std::string>();
    return std::nullopt;
  }
  Problem operator()(std::vector<std::string> Config::* member) const {
    if (!value.is_array() || !std::ranges::all_of(value, &json::is_string))
      return "a list of texts";
    config.*member = value.get<std::vector<std::string>>();
    return std::nullopt;
  }
};

class Loader {
 public:
  void read_file(const std::string& path) {
    const auto file = read_plain_file(path, kMaxConfigBytes);
    if (!file) {
      note("The configuration " + path + " " + describe_file_problem(file.error()) +
           ". Name another with --config.");
      return;
    }
    const auto too_deep = [](int depth, json::parse_event_t, json&) {
      return depth <= kMaxConfigDepth;
    };
    const json object = json::parse(file->text, too_deep, false);
    if (!object.is_object()) {
      note("The configuration " + path + " is not a JSON object. Write {\"port\": 8080}.");
      return;
    }
    for (const auto& [name, value] : object.items()) read_member(path, name, value);
  }

  void read_text(const std::string& source, std::string_view name, std::string_view text) {
    if (const Key* key = find_key(name)) {
      note_if(source, std::visit(FromText{config_, text}, key->kind));
    }
  }

  void check() {
    if (config_.metrics != "local" && config_.metrics != "all") {
      note("metrics must be \"local\" or \"all\".");
    }
    for (const std::string& channel : config_.channels) {
      if (channel != "rasa") note("channels: there is no \"" + channel + "\". There is \"rasa\".");
    }
    for (const std::string& origin : config_.origins) {
      const bool is_origin = origin.starts_with("https://") || origin.starts_with("http://");
      if (!is_origin || std::ranges::count(origin, '/') != 2) {
        note("origins: " + origin + " is no origin. Write https:// and the name of the site.");
      }
    }
  }

  std::expected<Config, std::vector<std::string>> take() {
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return std::move(config_);
  }

 private:
  void read_member(const std::string& path, const std::string& name, const json& value) {
    if (name == "$schema") return;
    const Key* key = find_key(name);
    if (key == nullptr) {
      note(path + ": there is no key \"" + name + "\". There are: " + known_keys() + ".");
      return;
    }
    note_if(path + ": " + name, std::visit(FromJson{config_, value}, key->kind));
  }

  void note(std::string problem) { problems_.push_back(std::move(problem)); }
  void note_if(const std::string& source, const Problem& wanted) {
    if (wanted) note(source + " must be " + *wanted + ".");
  }

  Config config_;
  std::vector<std::string> problems_;
};

}  // namespace

std::string environment_name(std::string_view key) {
  std::string name = "WAYMARK_";
  for (const char c : key) {
    name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return name;
}

std::expected<Config, std::vector<std::string>> load_config(const ConfigSources& sources) {
  Loader loader;
  if (!sources.file.empty()) loader.read_file(sources.file);
  if (sources.environment) {
    for (const Key& key : all_keys()) {
      const std::string name = environment_name(key.name);
      const char* text = sources.environment(name.c_str());
      if (text != nullptr) loader.read_text(name, key.name, text);
    }
  }
  for (const auto& [name, text] : sources.flags) loader.read_text("--" + name, name, text);
  loader.check();
  return loader.take();
}

}  // namespace waymark
