#include "adapters/page/chat_form.h"

#include <doctest/doctest.h>

#include <string>

#include "adapters/page/form_field.h"
#include "tests/fakes/fixed_clock.h"
#include "tests/fakes/tea_pack.h"

namespace waymark {

namespace {

struct Desk {
  fakes::FixedClock clock;
  Log log{clock, [](std::string_view) {}};
  BundleHolder packs{fakes::tea_pack()};
  SessionSeal seal{KeyRing::generate(), SealPolicy{}};
  ConversationService service{packs, seal, clock, log};
  ChatForm form{service, packs};
};

bool has(const std::string& html, std::string_view piece) {
  return html.find(piece) != std::string::npos;
}

// The value of a hidden field of a page; tokens have no letter that would be escaped.
std::string hidden(const std::string& html, const std::string& name) {
  const std::string mark = "name=\"" + name + "\" value=\"";
  const std::size_t begin = html.find(mark) + mark.size();
  return html.substr(begin, html.find('"', begin) - begin);
}

// What a browser posts of that page.
std::string post(const std::string& html, const std::string& field, const std::string& value) {
  return "token=" + hidden(html, "token") + "&history=" + hidden(html, "history") +
         "&id=" + hidden(html, "id") + "&" + field + "=" + percent_encoded(value);
}

}  // namespace

TEST_CASE("chat form: the page carries the talk from post to post") {
  const Desk desk;
  const std::string first = desk.form.greet().html;
  CHECK(has(first, "Hello. Ask me about tea."));
  const std::string second = desk.form.take(post(first, "text", "the price of tea")).html;
  CHECK(has(second, "the price of tea"));
  CHECK(has(second, "Tea costs little."));
  const ChatTurn third = desk.form.take(post(second, "text", "what is tea"));
  for (const char* words : {"Hello. Ask me about tea.", "the price of tea", "Tea costs little.",
                            "what is tea", "Tea is leaves"}) {
    CHECK_MESSAGE(has(third.html, words), words);
  }
  CHECK(third.status == 200);
  CHECK(third.answer.token == TokenUse::Opened);
  CHECK(std::get<ReplyFrame>(third.answer.frame).turn == 2);
}

TEST_CASE("chat form: a choice shows its words, and keeps what was being written") {
  const Desk desk;
  const std::string page = desk.form.greet().html;
  const std::string chosen =
      desk.form.take(post(page, "choice", "tea") + "&text=half+a+thought").html;
  CHECK_FALSE(has(chosen, "value=\"tea\""));
  const std::string mark = "name=\"choice\" value=\"";
  const std::size_t at = page.find(mark) + mark.size();
  const std::string id = page.substr(at, page.find('"', at) - at);
  const ChatTurn turn = desk.form.take(post(page, "choice", id) + "&text=half+a+thought");
  CHECK(turn.status == 200);
  CHECK(has(turn.html, "<span class=\"unseen\">You: </span>What tea is</li>"));
  CHECK(has(turn.html, "Tea is leaves"));
  CHECK(has(turn.html, ">\nhalf a thought</textarea>"));
}

TEST_CASE("chat form: the same post again gives the same answer and is no second turn") {
  const Desk desk;
  const std::string page = desk.form.greet().html;
  const std::string body = post(page, "text", "what is tea");
  const ChatTurn once = desk.form.take(body);
  const ChatTurn again = desk.form.take(body);
  CHECK(std::get<ReplyFrame>(again.answer.frame).turn == 1);
  CHECK(std::get<ReplyFrame>(again.answer.frame).reply ==
        std::get<ReplyFrame>(once.answer.frame).reply);
  CHECK(again.html.size() == once.html.size());
}

TEST_CASE("chat form: risk puts help first") {
  const Desk desk;
  const ChatTurn turn = desk.form.take("text=i+want+to+die");
  CHECK(has(turn.html, "Get help now"));
  CHECK(has(turn.html, "Please get help now."));
  CHECK(has(turn.html, "href=\"tel:01632960001\""));
}

TEST_CASE("chat form: forget gives a page without the talk") {
  const Desk desk;
  const std::string page = desk.form.take("text=the+price+of+tea").html;
  const std::string cleared = desk.form.take(post(page, "do", "forget")).html;
  CHECK_FALSE(has(cleared, "the price of tea"));
  CHECK(has(cleared, "was cleared"));
  CHECK(has(cleared, "Hello. Ask me about tea."));
}

TEST_CASE("chat form: what cannot be opened begins a fresh talk, and says so") {
  Desk desk;
  const std::string page = desk.form.take("text=the+price+of+tea").html;
  const std::string other = desk.form.take("text=what+is+tea").html;
  const std::string mixed =
      "token=" + hidden(page, "token") + "&history=" + hidden(other, "history") + "&text=hello";
  const std::string without_history = desk.form.take(mixed).html;
  CHECK_FALSE(has(without_history, "Tea is leaves"));  // another talk's words
  CHECK_FALSE(has(without_history, "has ended"));
  const ChatTurn forged = desk.form.take("token=forged&history=forged&text=hello");
  CHECK(forged.status == 200);
  CHECK(has(forged.html, "has started again"));
  desk.clock.move(std::chrono::hours(25));
  const std::string late = desk.form.take(post(page, "text", "hello")).html;
  CHECK(has(late, "has started again"));
  CHECK_FALSE(has(late, "the price of tea"));
}

TEST_CASE("chat form: what is not sent stays in the text box, and the talk in view") {
  const Desk desk;
  const std::string page = desk.form.take("text=the+price+of+tea").html;
  const std::string body = post(page, "text", "typed <here>");
  const std::string kept = desk.form.unsent(body, "Too fast.");
  CHECK(has(kept, "Tea costs little."));
  CHECK(has(kept, "Too fast."));
  CHECK(has(kept, ">\ntyped &lt;here&gt;</textarea>"));
  CHECK(hidden(kept, "token") == hidden(page, "token"));
  const ChatTurn refused = desk.form.take(post(page, "choice", "no.such.choice"));
  CHECK(refused.status == 400);
  CHECK(has(refused.html, "Tea costs little."));
  const std::string sent = desk.form.take(post(kept, "text", "what is tea")).html;
  CHECK(has(sent, "Tea costs little."));
}

TEST_CASE("chat form: any body gives a page") {
  const Desk desk;
  for (const std::string& body :
       {std::string(), std::string("&&&="), std::string("text=%FF%FE%00"), std::string("text=%"),
        "id=" + std::string(1000, 'x') + "&text=x", "text=" + std::string(15'000, 'a')}) {
    const ChatTurn turn = desk.form.take(body);
    CHECK(turn.status == 200);
    CHECK(has(turn.html, "</html>"));
  }
  CHECK(has(desk.form.refusal("No."), "tel:01632960001"));
}

}  // namespace waymark
