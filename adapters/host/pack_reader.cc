#include "adapters/host/pack_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "adapters/host/plain_file.h"
#include "adapters/host/shipped_packs.h"
#include "engine/api/limits.h"

namespace waymark {

namespace {

namespace fs = std::filesystem;

// The path as a person would write it: relative where the file is below the current folder.
std::string shown(const fs::path& path) {
  std::error_code ignored;
  const fs::path relative = fs::proximate(path, ignored);
  const bool is_below = !ignored && !relative.empty() && *relative.begin() != "..";
  return (is_below ? relative : path).generic_string();
}

bool is_passed_over(const fs::path& relative) {
  const std::string first = relative.begin()->string();
  return relative.filename().string().starts_with('.') || first == "tests" || first == "schema";
}

// The files of one pack's folder, by their path, and what was found that must not be there.
struct Listing {
  std::vector<fs::path> files;  // relative to the folder
  std::vector<std::string> problems;
};

Listing list_files(const fs::path& folder) {
  Listing listing;
  std::error_code failed;
  fs::recursive_directory_iterator entry(folder, failed);
  for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
    const fs::path relative = entry->path().lexically_relative(folder);
    std::error_code ignored;
    const fs::file_status status = entry->symlink_status(ignored);
    if (is_passed_over(relative)) {
      if (fs::is_directory(status)) entry.disable_recursion_pending();
    } else if (fs::is_symlink(status)) {
      listing.problems.push_back(shown(entry->path()) +
                                 " is a link. Put the file itself into the pack.");
    } else if (!fs::is_directory(status) && relative.extension() == ".json") {
      listing.files.push_back(relative);
    }
  }
  if (failed) {
    listing.problems.push_back(shown(folder) + " cannot be listed (" + failed.message() +
                               "). Name the folder of a pack.");
  }
  std::ranges::sort(listing.files);
  return listing;
}

// The folder name in "extends", when there is a usable one.
std::optional<std::string> extended_by(const std::vector<SourceFile>& files) {
  const auto file = std::ranges::find(files, "pack.json", &SourceFile::kind_path);
  if (file == files.end()) return std::nullopt;
  const auto too_deep = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    return depth <= static_cast<int>(kMaxJsonDepth);
  };
  const auto pack = nlohmann::json::parse(file->text, too_deep, false);
  if (!pack.is_object()) return std::nullopt;
  const auto extends = pack.find("extends");
  if (extends == pack.end() || !extends->is_string()) return std::nullopt;
  return extends->get<std::string>();
}

bool is_folder_name(std::string_view name) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789-_";
  return !name.empty() && name.find_first_not_of(kLetters) == std::string_view::npos;
}

// The folder that a name in "extends" means. Whoever has a pack of that name beside theirs means
// it.
fs::path base_of(const fs::path& folder, const std::string& name) {
  std::error_code ignored;
  fs::path beside = folder.parent_path() / name;
  if (fs::exists(fs::symlink_status(beside, ignored)) || !is_folder_name(name)) return beside;
  const fs::path packs = shipped_packs();
  if (packs.empty() || !fs::is_directory(packs / name, ignored)) return beside;
  return packs / name;
}

class Reader {
 public:
  // Reads the pack in `folder` and then those below it.
  void read_chain(fs::path folder) {
    while (read_one(folder)) {
      const std::optional<std::string> name = extended_by(reading_.source.packs.back());
      if (!name) break;
      const fs::path base = base_of(folder, *name);
      if (!may_extend(folder, *name, base)) break;
      folder = base;
    }
    std::ranges::reverse(reading_.source.packs);
  }

  PackReading take() { return std::move(reading_); }

 private:
  void note(std::string problem) { reading_.problems.push_back(std::move(problem)); }

  bool read_one(const fs::path& folder) {
    folders_.push_back(folder);
    Listing listing = list_files(folder);
    std::ranges::move(listing.problems, std::back_inserter(reading_.problems));
    if (listing.files.empty() && listing.problems.empty()) {
      note(shown(folder) + " holds no JSON file. Name the folder of a pack.");
    }
    std::vector<SourceFile>& files = reading_.source.packs.emplace_back();
    for (const fs::path& relative : listing.files) read_file(folder, relative, files);
    return !files.empty();
  }

  void read_file(const fs::path& folder, const fs::path& relative, std::vector<SourceFile>& files) {
    const std::string path = shown(folder / relative);
    if (++file_count_ > kMaxPackFiles || byte_count_ > kMaxPackBytes) {
      if (!is_full_) note(path + " is one file too many: a pack has up to 2,000 files and 64 MB.");
      is_full_ = true;
      return;
    }
    auto file = read_plain_file(folder / relative, kMaxSourceFileBytes);
    if (!file) {
      note(path + " " + describe_file_problem(file.error()) +
           ". Put a readable file of at most 16 MB there.");
      return;
    }
    byte_count_ += file->text.size();
    files.push_back({path, relative.generic_string(), std::move(file->text)});
  }

  bool may_extend(const fs::path& folder, const std::string& name, const fs::path& base) {
    const std::string where = shown(folder / "pack.json");
    if (!is_folder_name(name)) {
      note(where + ": \"extends\" is not the name of a folder beside this one. Write one.");
    } else if (std::ranges::count(folders_, base) > 0) {
      note(where + ": \"extends\" leads in a circle. Take one of them out.");
    } else if (folders_.size() == kMaxPackChain) {
      note(where + ": more than 8 packs extend each other. Join some.");
    } else if (!fs::is_directory(fs::symlink_status(base))) {
      note(where + ": \"extends\" names " + shown(base) +
           ", which is not there. Correct the name.");
    } else {
      return true;
    }
    return false;
  }

  PackReading reading_;
  std::vector<fs::path> folders_;
  std::size_t file_count_ = 0;
  std::size_t byte_count_ = 0;
  bool is_full_ = false;
};

}  // namespace

PackReading read_pack(const fs::path& folder) {
  std::error_code failed;
  const fs::path real = fs::canonical(folder, failed);
  if (failed || !fs::is_directory(real)) {
    return {{}, {folder.string() + " is not a folder. Name the folder of a pack."}};
  }
  Reader reader;
  reader.read_chain(real);
  return reader.take();
}

}  // namespace waymark
