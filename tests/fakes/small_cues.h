#pragma once
// Cues for the small pack, as files: they say what its patterns and risk rules say, so that all of
// its examples hold, and a test can add what it is about.
//
//   SmallPack pack;
//   pack.put("cues/intents.json", small_intent_cues({R"("fee~": "help.cost 1500")"}));

#include <string>
#include <vector>

namespace waymark::fakes {

inline std::string with_lines(std::string file, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) file += ",\n  " + line;
  return file + "\n }}\n";
}

// A message is taken for the intent of its best match; without one, for nothing.
inline std::string small_intent_cues(const std::vector<std::string>& more = {}) {
  return with_lines(R"({"locale": "en-GB", "about": "intents",
 "bias": "none 100",
 "cues": {
  "=ipt.what_is:best": "ipt.what_is 1500",
  "=help.cost:best": "help.cost 1500",
  "=depression.feeling_low:best": "depression.feeling_low 1500",
  "=chat.yes:best": "chat.yes 1500",
  "=chat.no:best": "chat.no 1500",
  "=chat.thanks:best": "chat.thanks 1500",
  "=command.restart:best": "command.restart 1500",
  "=command.repeat:best": "command.repeat 1500",
  "=command.back:best": "command.back 1500",
  "=command.stop:best": "command.stop 1500",
  "=none": "none 900")",
                    more);
}

// What words say beside that: "fees" is surely about the cost, "talk" more likely about IPT than
// about the cost or a thank-you, "sorrow" about feeling low or the cost; "mood" says too little.
inline const std::vector<std::string>& small_word_cues() {
  static const std::vector<std::string> lines = {
      R"("fee~": "help.cost 3000")",
      R"("talk~": "ipt.what_is 2000 help.cost 1700 chat.yes 1650 chat.thanks 1600 command.stop 1550")",
      R"("sorrow~": "depression.feeling_low 2000 help.cost 1800")",
      R"("mood~": "depression.feeling_low 800 help.cost 700")", R"("homework": "none 9000")"};
  return lines;
}

// What a rule found is risk when it is the visitor's own or another person's; what was denied, is
// past or an idiom is none, and so is the rest.
inline std::string small_risk_cues(const std::vector<std::string>& more = {}) {
  return with_lines(R"({"locale": "en-GB", "about": "risk",
 "bias": "none 300",
 "cues": {
  "=safety.suicide:emergency:own": "safety.suicide 3000",
  "=safety.suicide:explicit:own": "safety.suicide 3000",
  "=safety.suicide:indirect:own": "safety.suicide 3000",
  "=safety.suicide:explicit:other": "safety.other_person 3000",
  "=safety.abuse:explicit:own": "safety.abuse 3000")",
                    more);
}

}  // namespace waymark::fakes
