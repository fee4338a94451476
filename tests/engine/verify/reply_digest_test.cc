#include "engine/verify/reply_digest.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

Reply some_reply() {
  Reply reply;
  reply.parts.emplace_back(TextPart{"First bubble", PromptId{"a.text"}});
  reply.parts.emplace_back(TextPart{"Second bubble", PromptId{"a.text"}});
  ContactPart contact;
  contact.name = "Samaritans";
  contact.phone = "116 123";
  reply.parts.emplace_back(contact);
  reply.parts.emplace_back(ChoicesPart{
      {{ChoiceId{"help.gp/menu/call"}, "Call"}, {ChoiceId{"intent:help.cost"}, "The price"}}});
  return reply;
}

}  // namespace

TEST_CASE("reply digest: prompts, choices and words of a reply") {
  const Reply reply = some_reply();
  CHECK(prompts_said(reply) == std::vector<std::string>{"a.text"});
  CHECK(choices_shown(reply).size() == 2);
  CHECK(words_of(reply.parts[2]).starts_with("Samaritans 116 123"));
  CHECK(words_of(reply.parts[3]) == "[Call] [The price] ");
  CHECK(in_a_line(reply).starts_with("a.text, \"Samaritans 116 123"));
  CHECK(in_a_line(reply).ends_with("[call] [help.cost]"));
}

TEST_CASE("reply digest: a choice's own name") {
  CHECK(own_name(ChoiceId{"help.gp/menu/call"}) == "call");
  CHECK(own_name(ChoiceId{"intent:help.gp"}) == "help.gp");
  CHECK(own_name(ChoiceId{"plain"}) == "plain");
}

TEST_CASE("reply digest: the nearest is what takes the fewest changes, if not too many") {
  const std::vector<std::string> came = {"help.cost.short", "menu.ask.next"};
  CHECK(nearest_of("help.cost.shor", came) == "help.cost.short");
  CHECK(nearest_of("menu.ask.more", came) == "menu.ask.next");
  CHECK(nearest_of("xyz", came).empty());
  CHECK(nearest_of("help", {}).empty());
}

}  // namespace waymark
