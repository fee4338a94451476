#include "engine/compile/builders.h"

namespace waymark {
namespace {

void report_label(const PartDeclaration& part, Resolver& resolver) {
  resolver.findings.add("WM110", part.place, "The link has no \"label\".",
                        "Name the prompt that is shown as its words.");
}

std::optional<PartSpec> build_card(const PartDeclaration& part, Resolver& resolver) {
  const auto title = resolver.prompt(part.card_title);
  const auto text = resolver.prompt(part.card_text);
  CardSpec card;
  if (!part.link.empty()) {
    if (part.label.empty()) report_label(part, resolver);
    const auto service = resolver.service(part.link);
    const auto label = resolver.prompt(part.label);
    if (!service || !label) return std::nullopt;
    card.service = *service;
    card.label = *label;
    card.has_link = true;
  }
  if (!title || !text) return std::nullopt;
  card.title = *title;
  card.text = *text;
  return card;
}

}  // namespace

std::optional<PartSpec> build_part(const PartDeclaration& part, Resolver& resolver) {
  if (part.is_card) return build_card(part, resolver);
  if (!part.text.empty()) {
    const auto prompt = resolver.prompt(part.text);
    if (!prompt) return std::nullopt;
    return TextSpec{*prompt};
  }
  if (!part.contact.empty()) {
    const auto service = resolver.service(part.contact);
    if (!service) return std::nullopt;
    return ContactSpec{*service};
  }
  if (part.link.empty()) return std::nullopt;
  const auto service = resolver.service(part.link);
  if (part.label.empty()) report_label(part, resolver);
  const auto label = resolver.prompt(part.label);
  if (!service || !label) return std::nullopt;
  return LinkSpec{*service, *label};
}

std::vector<PartSpec> build_parts(const std::vector<PartDeclaration>& parts, Resolver& resolver) {
  std::vector<PartSpec> out;
  for (const PartDeclaration& part : parts) {
    if (auto built = build_part(part, resolver)) out.push_back(*built);
  }
  return out;
}

}  // namespace waymark
