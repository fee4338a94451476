#include "adapters/page/reply_html.h"

#include <algorithm>
#include <string>
#include <variant>

#include "adapters/page/form_field.h"

namespace waymark {

namespace {

// What a phone dials of a number as it is written.
std::string digits_of(std::string_view number) {
  std::string digits;
  for (const char each : number) {
    if ((each >= '0' && each <= '9') || each == '+') digits += each;
  }
  return digits;
}

bool is_web_address(std::string_view url) { return url.starts_with("https://"); }

// Paragraphs are parted by a blank line; a single line break stays one.
void write_paragraphs(HtmlWriter& html, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    const std::string_view paragraph = text.substr(0, end);
    if (!paragraph.empty()) html.mark("<p>").text(paragraph).mark("</p>");
    text.remove_prefix(std::min(end + 2, text.size()));
  }
}

void write_way_out(HtmlWriter& html, std::string_view url, std::string_view label,
                   std::string_view whose) {
  if (!is_web_address(url)) return;
  html.mark("<a class=\"way\" rel=\"noopener noreferrer\" href=\"").text(url).mark("\">");
  html.text(label);
  if (!whose.empty()) html.mark("<span class=\"unseen\">, ").text(whose).mark("</span>");
  html.mark("</a>");
}

void write_phone(HtmlWriter& html, const ContactPart& contact) {
  html.mark("<a class=\"way first\" href=\"tel:").text(digits_of(contact.phone));
  html.mark("\">Call <b>").text(contact.phone).mark("</b>");
  html.mark("<span class=\"unseen\">, ").text(contact.name).mark("</span></a>");
}

// Phones differ in how they read a body; both iOS and Android understand `?&body=`.
void write_sms(HtmlWriter& html, const ContactPart& contact) {
  html.mark("<a class=\"way first\" href=\"sms:").text(digits_of(contact.sms));
  if (!contact.sms_text.empty()) {
    html.mark("?&amp;body=").text(percent_encoded(contact.sms_text));
  }
  html.mark("\">Text ");
  if (!contact.sms_text.empty()) html.text(contact.sms_text).mark(" to ");
  html.mark("<b>").text(contact.sms).mark("</b>");
  html.mark("<span class=\"unseen\">, ").text(contact.name).mark("</span></a>");
}

struct PartWriter {
  HtmlWriter& html;
  Choosable choosable;

  void operator()(const TextPart& part) const {
    html.mark("<div class=\"bubble\">");
    write_paragraphs(html, part.text);
    html.mark("</div>");
  }

  void operator()(const ChoicesPart& part) const {
    if (choosable == Choosable::No) return;
    html.mark(
        "<fieldset class=\"choices\"><legend>Choose one, or write in your own words</legend>");
    for (const Choice& choice : part.choices) {
      html.mark("<button class=\"way\" form=\"").text(kChatFormId);
      html.mark("\" name=\"choice\" value=\"").text(choice.id.value).mark("\">");
      html.text(choice.label).mark("</button>");
    }
    html.mark("</fieldset>");
  }

  void operator()(const ContactPart& part) const {
    html.mark("<div class=\"contact\"><p class=\"who\"><strong>").text(part.name).mark("</strong>");
    for (const std::string* line : {&part.note, &part.hours}) {
      if (!line->empty()) html.mark(" <span>").text(*line).mark("</span>");
    }
    html.mark("</p><p class=\"ways\">");
    if (!part.phone.empty()) write_phone(html, part);
    if (!part.sms.empty()) write_sms(html, part);
    write_way_out(html, part.url, "Website", part.name);
    html.mark("</p></div>");
  }

  void operator()(const LinkPart& part) const {
    if (is_web_address(part.url)) {
      html.mark("<p class=\"ways\">");
      write_way_out(html, part.url, part.label, {});
      html.mark("</p>");
    } else {
      html.mark("<p>").text(part.label).mark("</p>");
    }
  }

  void operator()(const CardPart& part) const {
    html.mark("<div class=\"card\"><p><strong>").text(part.title).mark("</strong></p>");
    write_paragraphs(html, part.text);
    write_way_out(html, part.url, part.label.empty() ? part.url : part.label, {});
    html.mark("</div>");
  }
};

}  // namespace

void write_parts(HtmlWriter& html, const Reply& reply, Choosable choosable) {
  for (const Part& part : reply.parts) std::visit(PartWriter{html, choosable}, part);
}

void write_contact_line(HtmlWriter& html, const ContactPart& contact) {
  html.mark("<span class=\"line\"><span>").text(contact.name).mark("</span> ");
  if (!contact.phone.empty()) write_phone(html, contact);
  if (!contact.sms.empty()) write_sms(html, contact);
  html.mark("</span>");
}

}  // namespace waymark
