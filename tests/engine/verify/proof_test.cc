#include <doctest/doctest.h>

#include "engine/api/proof.h"
#include "tests/engine/turn/conversation.h"

namespace waymark {

TEST_CASE("proof: crisis help wins in every state of a talk with the small pack") {
  const ProofReport report = prove(*fakes::shared_small_bundle());
  for (const Diagnostic& finding : report.findings) MESSAGE(format_diagnostic(finding));
  CHECK(report.findings.empty());
  CHECK(report.states > 100);
  CHECK(report.crises == report.states * 24);
  CHECK(report.turns > report.crises);
}

TEST_CASE("proof: every locale is walked") {
  fakes::SmallPack pack;
  const std::size_t one = prove(*fakes::compiled(pack)).states;
  pack.replace("pack.json", "\"locales\": [\"en-GB\"]", "\"locales\": [\"en-GB\", \"cy-GB\"]");
  for (const char* path : {"prompts/en-GB/topics.json", "prompts/en-GB/engine.json"}) {
    std::string text = pack.text(path);
    text.replace(text.find("en-GB"), 5, "cy-GB");
    pack.put(std::string("prompts/cy-GB/") + (path + 14), text);
  }
  CHECK(prove(*fakes::compiled(pack)).states == 2 * one);
}

}  // namespace waymark
