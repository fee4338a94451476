#include "engine/render/renderer.h"

#include <doctest/doctest.h>

#include <chrono>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/api/limits.h"

namespace waymark {
namespace {

constexpr PromptIndex kPlain{0};
constexpr PromptIndex kVaried{1};
constexpr PromptIndex kWithSlot{2};
constexpr PromptIndex kPlural{3};
constexpr PromptIndex kLong{4};
constexpr PromptIndex kAlways{5};
constexpr HoursPrompts kHours{kAlways,        PromptIndex{6}, PromptIndex{7},
                              PromptIndex{8}, PromptIndex{9}, PromptIndex{10}};
constexpr ServiceIndex kListeners{0};
constexpr ServiceIndex kOffice{1};

Prompt prompt(const char* id, std::initializer_list<std::string_view> wordings) {
  Prompt out{PromptId{id}, {}};
  for (const std::string_view wording : wordings) {
    auto parsed = MessageTemplate::parse("en_GB", wording);
    REQUIRE(parsed.has_value());
    out.variants.push_back(*std::move(parsed));
  }
  return out;
}

PromptTable prompts() {
  return PromptTable({prompt("plain", {"Hello."}), prompt("varied", {"One.", "Two.", "Three."}),
                      prompt("with_slot", {"You are in {nation}."}),
                      prompt("plural", {"{count, plural, one {# session} other {# sessions}}"}),
                      prompt("long", {"\n\nFirst.\nStill first.\n\n\n\nSecond.\n\n"}),
                      prompt("always", {"day and night"}), prompt("hours", {"Open {hours}"}),
                      prompt("open", {"Open now ({hours})"}),
                      prompt("today", {"Today at {time} ({hours})"}),
                      prompt("tomorrow", {"Tomorrow at {time} ({hours})"}),
                      prompt("later", {"{day} at {time} ({hours})"})});
}

ServiceTable services() {
  Service listeners;
  listeners.id = ServiceId{"listeners"};
  listeners.name = "The Listeners";
  listeners.phone = "01632 960 001";
  listeners.sms = "60001";
  listeners.sms_text = "HELLO";
  listeners.url = "https://listeners.example";
  listeners.always_open = true;
  listeners.note = kVaried;
  Service office;
  office.id = ServiceId{"office"};
  office.name = "The Office";
  office.url = "https://office.example";
  office.hours = {{31, 540, 1020}};
  return ServiceTable({listeners, office});
}

// A renderer with the tables that it needs.
struct Stage {
  explicit Stage(std::vector<VariantEntry> variants = {},
                 std::vector<TemplateArgument> arguments = {}, std::optional<UtcSeconds> now = {})
      : renderer(table, facts, kHours, now, std::move(variants), std::move(arguments)) {}

  PromptTable table = prompts();
  ServiceTable facts = services();
  Renderer renderer;
};

std::vector<std::string> texts_of(const Reply& reply) {
  std::vector<std::string> texts;
  for (const Part& part : reply.parts) texts.push_back(std::get<TextPart>(part).text);
  return texts;
}

TEST_CASE("renderer: a text shows its words and says where they come from") {
  Stage stage;
  stage.renderer.add(TextSpec{kPlain});
  const Reply reply = stage.renderer.take_reply();
  CHECK(reply.parts == std::vector<Part>{TextPart{"Hello.", PromptId{"plain"}}});
  CHECK(stage.renderer.take_events().empty());
}

TEST_CASE("renderer: slots show in prompts, numbers by the rules of the language") {
  Stage stage({}, {{"nation", "scotland"}, {"count", 1}});
  stage.renderer.add_text(kWithSlot);
  stage.renderer.add_text(kPlural);
  CHECK(texts_of(stage.renderer.take_reply()) ==
        std::vector<std::string>{"You are in scotland.", "1 session"});
}

TEST_CASE("renderer: a blank line begins a new bubble, and none is empty") {
  Stage stage;
  stage.renderer.add_text(kLong);
  CHECK(texts_of(stage.renderer.take_reply()) ==
        std::vector<std::string>{"First.\nStill first.", "Second."});
}

TEST_CASE("renderer: wordings take turns within a reply, round and round") {
  Stage stage;
  for (int i = 0; i < 4; ++i) stage.renderer.add_text(kVaried);
  CHECK(texts_of(stage.renderer.take_reply()) ==
        std::vector<std::string>{"One.", "Two.", "Three.", "One."});
}

TEST_CASE("renderer: the next reply goes on with the wording after the last") {
  const StableId id = stable_id("varied");
  struct Row {
    std::uint8_t remembered;
    std::string_view shown;
    std::uint8_t next;
  };
  // A memory past the end comes from a version of the pack with more wordings.
  const Row rows[] = {
      {0, "One.", 1}, {1, "Two.", 2}, {2, "Three.", 0}, {3, "One.", 1}, {255, "One.", 1}};
  for (const Row& row : rows) {
    CAPTURE(row.remembered);
    Stage stage({{id, row.remembered}});
    stage.renderer.add_text(kVaried);
    CHECK(texts_of(stage.renderer.take_reply()).front() == row.shown);
    const std::vector<Event> events = stage.renderer.take_events();
    REQUIRE(events.size() == 1);
    CHECK(std::get<VariantUsed>(events[0]).prompt == id);
    CHECK(std::get<VariantUsed>(events[0]).next == row.next);
  }
}

TEST_CASE("renderer: a contact shows what the service has, its hours in words") {
  Stage stage;
  stage.renderer.add(ContactSpec{kListeners});
  stage.renderer.add(ContactSpec{kOffice});
  const Reply reply = stage.renderer.take_reply();
  const ContactPart listeners{
      ServiceId{"listeners"},      "The Listeners", "01632 960 001", "60001", "HELLO",
      "https://listeners.example", "day and night", "One."};
  const ContactPart office{ServiceId{"office"},
                           "The Office",
                           "",
                           "",
                           "",
                           "https://office.example",
                           "Open Monday to Friday, 9am to 5pm",
                           ""};
  CHECK(reply.parts == std::vector<Part>{listeners, office});
}

// The hours of the office as they show in November 2026; the 23rd is a Monday.
std::string office_hours_at(unsigned date, int hour) {
  const std::chrono::sys_days day(std::chrono::November / std::chrono::day(date) / 2026);
  Stage stage({}, {}, day + std::chrono::hours(hour));
  stage.renderer.add(ContactSpec{kOffice});
  return std::get<ContactPart>(stage.renderer.take_reply().parts.front()).hours;
}

TEST_CASE("renderer: a contact says whether it is open at the time of the turn") {
  const std::string usual = " (Monday to Friday, 9am to 5pm)";
  CHECK(office_hours_at(23, 12) == "Open now" + usual);
  CHECK(office_hours_at(23, 3) == "Today at 9am" + usual);
  CHECK(office_hours_at(23, 17) == "Tomorrow at 9am" + usual);
  CHECK(office_hours_at(29, 12) == "Tomorrow at 9am" + usual);
  CHECK(office_hours_at(27, 20) == "Monday at 9am" + usual);
}

TEST_CASE("renderer: an opening at midnight belongs to the day that ends") {
  Stage stage({}, {}, std::chrono::sys_days(std::chrono::November / 23 / 2026));
  Service night;
  night.hours = {{2, 0, 360}};
  stage.facts = ServiceTable({night});
  stage.renderer.add(ContactSpec{ServiceIndex{0}});
  CHECK(std::get<ContactPart>(stage.renderer.take_reply().parts.front()).hours ==
        "Today at midnight (Tuesday, midnight to 6am)");
}

TEST_CASE("renderer: a contact that never closes says so at any time") {
  for (const int hour : {0, 3, 12, 23}) {
    Stage stage(
        {}, {},
        std::chrono::sys_days(std::chrono::November / 23 / 2026) + std::chrono::hours(hour));
    stage.renderer.add(ContactSpec{kListeners});
    CHECK(std::get<ContactPart>(stage.renderer.take_reply().parts.front()).hours ==
          "day and night");
  }
}

TEST_CASE("renderer: a link and a card take their address from the service") {
  Stage stage;
  stage.renderer.add(LinkSpec{kOffice, kPlain});
  stage.renderer.add(CardSpec{kPlain, kVaried, kOffice, kPlain, true});
  stage.renderer.add(CardSpec{kPlain, kVaried, kOffice, kPlain, false});
  const Reply reply = stage.renderer.take_reply();
  CHECK(reply.parts ==
        std::vector<Part>{LinkPart{ServiceId{"office"}, "Hello.", "https://office.example"},
                          CardPart{"Hello.", "One.", "https://office.example", "Hello."},
                          CardPart{"Hello.", "Two.", "", ""}});
}

TEST_CASE("renderer: choices show as one part, none as no part") {
  Stage stage;
  stage.renderer.add_choices({});
  stage.renderer.add_choices({{ChoiceId{"a"}, "A"}, {ChoiceId{"b"}, "B"}});
  const Reply reply = stage.renderer.take_reply();
  REQUIRE(reply.parts.size() == 1);
  CHECK(std::get<ChoicesPart>(reply.parts[0]).choices.size() == 2);
}

TEST_CASE("renderer: a label keeps its first wording and uses none up") {
  Stage stage;
  CHECK(stage.renderer.label(kVaried) == "One.");
  CHECK(stage.renderer.label(kVaried) == "One.");
  CHECK(stage.renderer.take_events().empty());
}

TEST_CASE("renderer: a reply is never longer than its bound") {
  Stage stage;
  for (std::size_t i = 0; i < 3 * kMaxReplyParts; ++i) stage.renderer.add_text(kPlain);
  CHECK(stage.renderer.take_reply().parts.size() == kMaxReplyParts);
}

}  // namespace
}  // namespace waymark
