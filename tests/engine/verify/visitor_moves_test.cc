#include "engine/verify/visitor_moves.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "engine/api/engine.h"
#include "tests/engine/turn/conversation.h"
#include "tests/fakes/form_pack.h"

namespace waymark {

namespace {

bool has_line(const std::vector<VisitorMove>& moves, std::string_view line) {
  return std::ranges::find(moves, line, &VisitorMove::line) != moves.end();
}

}  // namespace

TEST_CASE("visitor moves: every flow, command and answer can be typed") {
  const BundlePtr bundle = fakes::shared_small_bundle();
  const VisitorMoves moves(*bundle);
  for (const Intent& intent : bundle->intents) {
    CAPTURE(intent.id.value);
    CHECK(has_line(moves.typed(), "user: (what means " + intent.id.value + ")"));
  }
}

TEST_CASE("visitor moves: every category at every tier that leads to help") {
  const VisitorMoves moves(*fakes::shared_small_bundle());
  CHECK(moves.crises().size() == kRiskCategories * 3);
  for (const CrisisMove& crisis : moves.crises()) {
    const Understanding& seen = crisis.move.understanding;
    CHECK(seen.risk.is_at_risk());
    CHECK(seen.risk.category == crisis.category);
    CHECK_MESSAGE(seen.meaning.has_value(), "a command that must not win");
  }
}

TEST_CASE("visitor moves: the buttons of the open question and of what is offered") {
  const BundlePtr bundle = fakes::shared_small_bundle();
  const VisitorMoves moves(*bundle);
  Session session = start_session(*bundle, "en-GB");
  CHECK(moves.buttons(session).empty());
  session.waiting = {stable_id("welcome"), stable_id("menu")};
  session.offered = {stable_id("help.cost")};
  const std::vector<VisitorMove> buttons = moves.buttons(session);
  CHECK(buttons.size() == 4);
  CHECK(has_line(buttons, "choose: welcome/menu/ipt"));
  CHECK(has_line(buttons, "choose: intent:help.cost"));
  CHECK(has_line(buttons, "choose: intent:none"));
  CHECK(has_line(moves.old_buttons(), "choose: help.cost/online/no"));
}

TEST_CASE("visitor moves: typed values, changed answers, and on from crisis help") {
  const BundlePtr find = fakes::compiled(fakes::find_pack());
  Session session = start_session(*find, "en-GB");
  session.waiting = {stable_id("find"), stable_id("weeks")};
  CHECK(has_line(VisitorMoves(*find).answers(session), "user: 1"));
  CHECK(has_line(VisitorMoves(*find).answers(session), "user: 20"));
  const BundlePtr bundle = fakes::compiled(fakes::form_pack());
  const VisitorMoves moves(*bundle);
  session.waiting = {stable_id("check"), stable_id("form.hope")};
  session.slots = {{stable_id("sleep"), std::int32_t{0}}, {stable_id("hope"), std::int32_t{1}}};
  CHECK(moves.answers(session).size() == 4);
  CHECK(has_line(moves.answers(session), "choose: check/form.sleep/often"));
  CHECK(has_line(moves.buttons(session), "choose: go_on:check/form.hope/often"));
}

}  // namespace waymark
