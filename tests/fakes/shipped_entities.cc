#include "tests/fakes/shipped_entities.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "engine/text/analyser.h"
#include "engine/turn/bundle.h"
#include "tests/fakes/small_pack.h"

namespace waymark::fakes {
namespace {

std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::logic_error(path + " cannot be read");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// The small pack with the lexicon that we ship.
const LocaleContent& shipped_content() {
  static const BundlePtr bundle = [] {
    SmallPack pack;
    for (const std::string name : {"entities", "places", "english", "textspeak"}) {
      pack.put("lexicon/shipped_" + name + ".json",
               file_text("dialogs/safety-uk/lexicon/" + name + ".json"));
    }
    CompileResult result = pack.compile();
    if (!result.bundle) {
      std::string problems;
      for (const Diagnostic& found : result.diagnostics) {
        problems += format_diagnostic(found) + '\n';
      }
      throw std::logic_error(problems);
    }
    return result.bundle;
  }();
  return *bundle->locales.front();
}

}  // namespace

std::string entities_as_text(const std::vector<Entity>& entities, const std::string& message) {
  std::string out;
  for (const Entity& entity : entities) {
    if (!out.empty()) out += ' ';
    out += std::string(name_of(entity.type)) + '=' + entity.value + '<' +
           message.substr(entity.span.begin, entity.span.end - entity.span.begin) + '>';
  }
  return out;
}

std::string shipped_entities(const std::string& message, const std::vector<EntityType>& types) {
  const LocaleContent& content = shipped_content();
  std::vector<Entity> found =
      content.entities.extract(analyse(content.language, message), message).list;
  std::erase_if(found, [&](const Entity& entity) {
    return std::ranges::find(types, entity.type) == types.end();
  });
  return entities_as_text(found, message);
}

}  // namespace waymark::fakes
