#include "engine/api/difference.h"

#include <map>
#include <string>

#include "engine/compile/declaration_reader.h"
#include "engine/verify/change_list.h"

namespace waymark {
namespace {

std::map<std::string, std::string> files_of(const PackSource& source) {
  std::map<std::string, std::string> texts;
  for (std::size_t i = 0; i < source.packs.size(); ++i) {
    for (const SourceFile& file : source.packs[i]) {
      texts[std::to_string(i) + ' ' + file.kind_path] = file.text;
    }
  }
  return texts;
}

// Where nothing else is to be told: files that differ in what no visitor meets (sources, hazards,
// the layout of a file).
void tell_files(const PackSource& before, const PackSource& after, ChangeList& out) {
  const auto was = files_of(before);
  const auto is = files_of(after);
  const auto tell = [&out](const std::string& key) {
    const std::string path = key.substr(key.find(' ') + 1);
    out.turn_to(ChangeArea::Pack, path);
    out.add("The file " + in_quotes(path) + " differs in nothing that a visitor meets.");
  };
  for (const auto& [key, text] : was) {
    const auto found = is.find(key);
    if (found == is.end() || found->second != text) tell(key);
  }
  for (const auto& [key, text] : is) {
    if (!was.contains(key)) tell(key);
  }
}

}  // namespace

std::vector<Change> changes_between(const PackVersion& before, const PackVersion& after) {
  Findings known_already;  // both versions compile
  const Declarations was = read_declarations(before.source, known_already);
  const Declarations is = read_declarations(after.source, known_already);
  ChangeList out;
  tell_crisis_plan(before.bundle, after.bundle, out);
  tell_risk_rules(was, is, out);
  tell_facts(was, is, out);
  tell_wordings(was, is, out);
  tell_routes(before.bundle, after.bundle, out);
  tell_intents(was, is, out);
  tell_patterns(was, is, out);
  tell_pack(was, is, out);
  std::vector<Change> changes = out.take();
  if (!changes.empty()) return changes;
  tell_files(before.source, after.source, out);
  return out.take();
}

}  // namespace waymark
