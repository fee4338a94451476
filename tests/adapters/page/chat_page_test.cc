#include "adapters/page/chat_page.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

constexpr const char* kHostile = "\"></textarea></li><script>alert(1)</script><input name='x'";

bool has(const std::string& html, std::string_view piece) {
  return html.find(piece) != std::string::npos;
}

std::size_t count(const std::string& html, std::string_view piece) {
  std::size_t found = 0;
  for (std::size_t at = html.find(piece); at != std::string::npos; at = html.find(piece, at + 1)) {
    ++found;
  }
  return found;
}

ChatPage page_with(ChatHistory history) {
  return {.language = "en-GB",
          .help = {.parts = {TextPart{"Call", {}},
                             ContactPart{{}, "Line", "116 123", "", "", "", "", ""}}},
          .history = std::move(history),
          .notice = {},
          .draft = {},
          .token = "the-token",
          .sealed_history = "the-history",
          .next_id = "the-id"};
}

}  // namespace

TEST_CASE("chat page: shows the talk, the newest answer as the place to go on") {
  ChatHistory history;
  history.entries = {
      {"", {.parts = {TextPart{"Hello", {}}, ChoicesPart{{{{"a"}, "Old"}}}}}},
      {"a question", {.parts = {TextPart{"An answer", {}}, ChoicesPart{{{{"b"}, "New"}}}}}}};
  const std::string html = write_chat_page(page_with(history));
  CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
  CHECK(count(html, "id=\"newest\"") == 1);
  CHECK(html.find("id=\"newest\"") > html.find("a question"));
  CHECK(html.find("id=\"newest\"") < html.find("An answer"));
  CHECK(has(html, "action=\"/chat#newest\""));
  CHECK(has(html, "New</button>"));
  CHECK_FALSE(has(html, "Old</button>"));
  CHECK(has(html, "name=\"token\" value=\"the-token\""));
  CHECK(has(html, "name=\"history\" value=\"the-history\""));
  CHECK(has(html, "name=\"id\" value=\"the-id\""));
}

TEST_CASE("chat page: help is in view on every page, and first in a reply that needs it") {
  ChatHistory history;
  history.entries = {{"x", {.parts = {TextPart{"Please", {}}}, .safety = true}}};
  CHECK(has(write_chat_page(page_with({})), "href=\"tel:116123\""));
  CHECK(has(write_chat_page(page_with(history)), "<h2>Get help now</h2>"));
  const std::string refused = write_refusal_page("No & no.", page_with({}).help);
  CHECK(count(refused, "href=\"tel:116123\"") == 2);
  CHECK(has(refused, "No &amp; no."));
}

TEST_CASE("chat page: is complete without script and can be left") {
  const std::string html = write_chat_page(page_with({}));
  for (const char* piece : {"<h1>", "<main", "<label for=\"text\">", "maxlength=\"4000\"",
                            "autocomplete=\"off\"", "Leave<span", "value=\"forget\"",
                            "<title>Support guide</title>", "<a class=\"skip\" href=\"#text\">"}) {
    CHECK_MESSAGE(has(html, piece), piece);
  }
  for (const char* piece : {"<script", "style=\"", "onclick", "http://"}) {
    CHECK_FALSE_MESSAGE(has(html, piece), piece);
  }
}

TEST_CASE("chat page: nothing of it can be broken out of") {
  ChatHistory history;
  history.entries = {{kHostile, {.parts = {TextPart{kHostile, {}}}}}};
  ChatPage page = page_with(history);
  const std::string clean_page = write_chat_page(page_with({}));
  page.draft = page.notice = page.token = page.sealed_history = page.next_id = kHostile;
  page.language = kHostile;
  const std::string html = write_chat_page(page);
  CHECK_FALSE(has(html, "<script"));
  CHECK(count(html, "</textarea>") == 1);
  CHECK(count(html, "<input") == count(clean_page, "<input"));
  CHECK_FALSE(has(write_refusal_page(kHostile, page.help), "<script"));
}

TEST_CASE("chat page: a draft keeps the line break that it begins with") {
  ChatPage page = page_with({});
  page.draft = "\nwords";
  CHECK(has(write_chat_page(page), ">\n\nwords</textarea>"));
}

}  // namespace waymark
