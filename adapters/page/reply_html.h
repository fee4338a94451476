#pragma once
// The parts of a reply as HTML, for pages that work without script. Any thread.

#include <cstdint>
#include <string_view>

#include "adapters/page/html_writer.h"
#include "engine/api/reply.h"

namespace waymark {

// The form whose buttons the choices are.
inline constexpr std::string_view kChatFormId = "talk";

// Whether the choices can still be pressed.
enum class Choosable : std::uint8_t { Yes, No };

// Writes the parts in order: paragraphs, cards of contacts with tel: and sms: links, links that
// leave, and buttons of the form `kChatFormId` for choices. A link goes to https or nowhere.
void write_parts(HtmlWriter& html, const Reply& reply, Choosable choosable);

// A contact as one line of links, for a strip that is always in view.
void write_contact_line(HtmlWriter& html, const ContactPart& contact);

}  // namespace waymark
