#include "engine/verify/score_variants.h"

#include <doctest/doctest.h>

#include "tests/engine/turn/conversation.h"
#include "tests/fakes/form_pack.h"

namespace waymark {
namespace {

TEST_CASE("score variants: one for each range that something asks for") {
  const BundlePtr bundle = fakes::compiled(fakes::form_pack());
  CHECK(thresholds_of(*bundle, stable_id("mood")) == std::vector<std::int32_t>{0, 3, 6});
  fakes::Conversation talk(bundle);
  talk.say("check my mood").say("1").say("1").say("1");
  REQUIRE(talk.waiting() == "check/form.review");
  const std::vector<Session> variants = score_variants(*bundle, talk.session());
  REQUIRE(variants.size() == 2);
  for (const Session& variant : variants) {
    std::int32_t sum = 0;
    for (const char* part : {"sleep", "food", "hope"}) {
      sum += std::get<std::int32_t>(*find_slot(variant.slots, stable_id(part)));
    }
    CHECK(find_slot(variant.slots, stable_id("mood")) == SlotValue(sum));
  }
  CHECK(find_slot(variants[0].slots, stable_id("mood")) == SlotValue(std::int32_t{0}));
  CHECK(find_slot(variants[1].slots, stable_id("mood")) == SlotValue(std::int32_t{3}));
}

TEST_CASE("score variants: there are none before the summary") {
  const BundlePtr bundle = fakes::compiled(fakes::form_pack());
  fakes::Conversation talk(bundle);
  CHECK(score_variants(*bundle, talk.session()).empty());
  talk.say("check my mood");
  CHECK(score_variants(*bundle, talk.session()).empty());
}

}  // namespace
}  // namespace waymark
