#include "engine/compile/declaration_reader.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "engine/compile/cue_lines.h"
#include "engine/compile/source_reader.h"

namespace waymark {
namespace {

using ReadFile = void (*)(ObjectReader&, Declarations&);

// The kind of a file by its place in the pack's folder.
ReadFile reader_for(std::string_view path) {
  if (path == "pack.json") return read_pack;
  if (path == "crisis_plan.json") return read_crisis_plan;
  if (path == "services.json") return read_services;
  if (path == "hazards.json") return read_hazards;
  static constexpr std::array<std::pair<std::string_view, ReadFile>, 8> kFolders = {
      {{"lexicon/", read_lexicon},
       {"intents/", read_intents},
       {"cues/", read_cues},
       {"places/", read_places},
       {"risk/", read_risks},
       {"services/", read_services},
       {"flows/", read_flow},
       {"prompts/", read_prompts}}};
  for (const auto& [folder, read] : kFolders) {
    if (path.starts_with(folder)) return read;
  }
  return nullptr;
}

// Files of cues are large: in the layout of those that are fitted they are read line by line.
bool read_cue_lines(const SourceFile& file, const SourceLocator& locator, Declarations& out,
                    Findings& findings) {
  std::optional<CueLines> lines = cue_lines(file.text);
  if (!lines) return false;
  ObjectReader reader(lines->header, locator, findings);
  read_cues(reader, out);
  reader.finish();
  out.cue_files.back().texts = file.text;
  out.cue_files.back().cues = std::move(lines->cues);
  return true;
}

void read_file(const SourceFile& file, Declarations& out, Findings& findings) {
  const SourceLocator locator(file.path, file.text);
  const ReadFile read = reader_for(file.kind_path);
  if (read == nullptr) {
    findings.add(
        "WM104", locator.place(0), "This file is in no folder that a pack has.",
        "Move it to lexicon/, intents/, cues/, risk/, places/, services/, flows/ or prompts/.");
    return;
  }
  if (read == read_cues && read_cue_lines(file, locator, out, findings)) return;
  SourceResult result = read_source(file.text);
  for (const SourceProblem& problem : result.problems) {
    findings.add(problem.code, locator.place(problem.offset), problem.message + ".",
                 "Correct the JSON here.");
  }
  if (!result.value) return;
  if (result.value->kind != SourceValue::Kind::Object) {
    findings.add("WM111", locator.place(0), "The file is no JSON object.", "Begin it with '{'.");
    return;
  }
  ObjectReader reader(*result.value, locator, findings);
  read(reader, out);
  reader.finish();
}

}  // namespace

Declarations read_declarations(const PackSource& source, Findings& findings) {
  Declarations out;
  for (const std::vector<SourceFile>& files : source.packs) {
    const std::size_t packs_before = out.packs.size();
    for (const SourceFile& file : files) {
      if (file.kind_path.starts_with("words/")) {
        out.known_words += file.text;
      } else {
        read_file(file, out, findings);
      }
    }
    if (out.packs.size() == packs_before) {
      const std::string place = files.empty() ? "pack.json" : files.front().path;
      findings.add("WM105", {place, 1, 1}, "The pack has no readable pack.json.",
                   "Add one: dialogs/README.md shows how.");
    }
  }
  return out;
}

}  // namespace waymark
