#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/api/proof.h"
#include "tests/engine/turn/conversation.h"
#include "tests/fakes/form_pack.h"

namespace waymark {
namespace {

// A pack with a way out, in which one question takes the words for it as an answer, and every
// answer to that question leads back to it.
fakes::SmallPack looping_pack() {
  fakes::SmallPack pack;
  pack.replace("pack.json", R"("slots": {)", R"("doors": {"person": "chat.thanks"}, "slots": {)");
  for (const std::string_view nation : {"england", "scotland", "wales"}) {
    const std::string set = R"("set": {"nation": ")" + std::string(nation) + R"("}, "next": )";
    pack.replace("flows/help.nation.json", set + R"("done")", set + R"("ask")");
  }
  pack.replace("flows/help.nation.json", R"("label": "nation.england")",
               R"("intents": ["chat.thanks"], "label": "nation.england")");
  pack.replace("flows/help.nation.json", R"("when_left": "resume")",
               R"("when_left": "resume",
    "reask": ["help.nation.ask", "help.nation.ask", "help.nation.ask"])");
  return pack;
}

TEST_CASE("talk ends: help, ways out, an end and what was left are near in the small pack") {
  fakes::SmallPack pack;
  pack.replace("pack.json", R"("slots": {)",
               R"("doors": {"person": "chat.thanks", "stop": "command.stop"}, "slots": {)");
  CHECK(prove(*fakes::compiled(pack)).findings.empty());
}

TEST_CASE("talk ends: questions for ever, no way out, nothing come back to") {
  const ProofReport report = prove(*fakes::compiled(looping_pack()));
  for (const std::string_view code : {"WM813", "WM814", "WM818"}) {
    CAPTURE(code);
    const auto found = std::ranges::find(report.findings, code, &Diagnostic::code);
    REQUIRE(found != report.findings.end());
    CHECK(found->severity == Severity::Error);
    CHECK(found->place.file == "small/flows/help.nation.json");
    CHECK(found->remedy.find("help.cost") != std::string::npos);
  }
}

}  // namespace
}  // namespace waymark
