#include "adapters/page/chat_page.h"

#include <algorithm>
#include <variant>

#include "adapters/page/html_writer.h"
#include "adapters/page/reply_html.h"

namespace waymark {

namespace {

// A site that nobody minds on a screen. The widget leaves to the same one.
constexpr HtmlMark kLeave =
    "<a class=\"way leave\" rel=\"noopener noreferrer\" href=\"https://www.bbc.co.uk/weather\">"
    "Leave<span class=\"more\"> this page</span></a>";

void write_head(HtmlWriter& html, std::string_view language) {
  html.mark("<!DOCTYPE html>\n<html lang=\"").text(language).mark("\">\n<head>\n");
  html.mark(
      "<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"robots\" content=\"noindex\">\n"
      "<title>Support guide</title>\n"
      "<link rel=\"stylesheet\" href=\"/chat.css\">\n"
      "</head>\n");
}

void write_top(HtmlWriter& html, const Reply& help) {
  html.mark(
      "<header class=\"top\"><div class=\"column\"><h1>Support guide</h1>"
      "<p>Automated. Not a person.</p></div></header>\n"
      "<aside class=\"help\" aria-label=\"Help now\"><div class=\"column\">");
  for (const Part& part : help.parts) {
    if (const auto* contact = std::get_if<ContactPart>(&part)) write_contact_line(html, *contact);
  }
  html.mark(kLeave).mark("</div></aside>\n");
}

void write_entry(HtmlWriter& html, const ChatEntry& entry, bool is_newest) {
  if (!entry.said.empty()) {
    html.mark("<li class=\"own\" dir=\"auto\"><span class=\"unseen\">You: </span>");
    html.text(entry.said).mark("</li>\n");
  }
  if (is_newest) {
    html.mark("<li class=\"reply\" id=\"newest\" tabindex=\"-1\">");
  } else {
    html.mark("<li class=\"reply\">");
  }
  if (entry.reply.safety) {
    html.mark("<div class=\"care\"><h2>Get help now</h2>");
  } else if (is_newest) {
    html.mark("<h2 class=\"unseen\">Newest answer</h2>");
  } else {
    html.mark("<span class=\"unseen\">Guide: </span>");
  }
  write_parts(html, entry.reply, is_newest ? Choosable::Yes : Choosable::No);
  if (entry.reply.safety) html.mark("</div>");
  html.mark("</li>\n");
}

void write_talk(HtmlWriter& html, const ChatHistory& history) {
  html.mark("<main class=\"column\" aria-label=\"Conversation\">\n");
  if (history.is_cut) html.mark("<p class=\"notice\">Earlier messages are not shown any more.</p>");
  html.mark("<ol class=\"talk\">\n");
  for (const ChatEntry& entry : history.entries) {
    write_entry(html, entry, &entry == &history.entries.back());
  }
  html.mark("</ol>\n</main>\n");
}

void write_hidden(HtmlWriter& html, HtmlMark name, std::string_view value) {
  html.mark("<input type=\"hidden\" name=\"").mark(name).mark("\" value=\"");
  html.text(value).mark("\">\n");
}

// The newline before the draft is the one that HTML takes away.
void write_form(HtmlWriter& html, const ChatPage& page) {
  html.mark("<form class=\"write\" id=\"").text(kChatFormId).mark("\" method=\"post\" action=\"");
  html.text(kChatPath).mark("#newest\"><div class=\"column\">\n");
  write_hidden(html, "token", page.token);
  write_hidden(html, "history", page.sealed_history);
  write_hidden(html, "id", page.next_id);
  if (!page.notice.empty()) {
    html.mark("<p class=\"notice\" role=\"status\">").text(page.notice).mark("</p>\n");
  }
  html.mark("<label for=\"text\">Your message</label>\n<div class=\"line\">");
  html.mark("<textarea id=\"text\" name=\"text\" rows=\"2\" maxlength=\"");
  html.text(std::to_string(kMaxDraftCharacters));
  html.mark("\" autocomplete=\"off\">\n").text(page.draft).mark("</textarea>");
  html.mark("<button class=\"send\">Send</button></div>\n</div></form>\n");
}

void write_foot(HtmlWriter& html) {
  html.mark("<footer class=\"column\">");
  html.mark("<button class=\"quiet\" form=\"").text(kChatFormId);
  html.mark("\" name=\"do\" value=\"forget\">Clear this conversation</button>\n");
  html.mark(
      "<p>This guide follows written rules. It keeps nothing that you type: the talk is in this "
      "page "
      "alone, and ends when you close it. Loading the page again sends your last message again, "
      "and "
      "you get the same answer.</p>\n"
      "<p>\u201CLeave this page\u201D opens another website. Your browser history may still show "
      "that you were here.</p></footer>\n");
}

}  // namespace

std::string write_chat_page(const ChatPage& page) {
  HtmlWriter html;
  write_head(html, page.language);
  html.mark("<body>\n<a class=\"skip\" href=\"#text\">Skip to your message</a>\n");
  write_top(html, page.help);
  write_talk(html, page.history);
  write_form(html, page);
  write_foot(html);
  html.mark("</body>\n</html>\n");
  return html.take();
}

std::string write_refusal_page(std::string_view sentence, const Reply& help) {
  HtmlWriter html;
  write_head(html, "en-GB");
  html.mark("<body>\n");
  write_top(html, help);
  html.mark("<main class=\"column\">\n<div class=\"reply\"><div class=\"bubble\"><p>");
  html.text(sentence).mark("</p></div>\n");
  write_parts(html, help, Choosable::No);
  html.mark("<p class=\"ways\"><a class=\"way\" href=\"").text(kChatPath);
  html.mark("\">Begin again</a></p></div>\n</main>\n</body>\n</html>\n");
  return html.take();
}

}  // namespace waymark
