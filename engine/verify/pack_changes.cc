// The pack as a whole: its version, languages, menu and what it remembers.

#include "engine/verify/change_list.h"

namespace waymark {
namespace {

std::string type_of(const SlotDeclaration& slot) {
  std::string text = slot.type.text;
  if (!slot.values.empty()) text += ": " + listed(texts_of(slot.values));
  if (slot.min && slot.max) {
    text += " from " + std::to_string(static_cast<int>(*slot.min)) + " to " +
            std::to_string(static_cast<int>(*slot.max));
  }
  return text;
}

void compare_packs(const PackDeclaration& was, const PackDeclaration& is, ChangeList& out) {
  const std::string of = " of the pack " + in_quotes(is.id.text);
  out.compare("The version" + of, was.version.text, is.version.text);
  out.compare("The title" + of, was.title.text, is.title.text);
  out.compare("What the pack " + in_quotes(is.id.text) + " extends", was.extends.text,
              is.extends.text);
  out.compare("The flow that opens a talk" + of, was.start.text, is.start.text);
  out.compare("The flow that answers what was not understood" + of, was.fallback.text,
              is.fallback.text);
  out.compare_members(texts_of(was.menu), texts_of(is.menu), "The menu no longer offers",
                      "The menu now offers");
  if (texts_of(was.menu) != texts_of(is.menu) &&
      std::ranges::is_permutation(texts_of(was.menu), texts_of(is.menu))) {
    out.add("The menu offers the same in another order.", listed(texts_of(was.menu)),
            listed(texts_of(is.menu)));
  }
  out.turn_to(ChangeArea::Locales, is.id.text);
  out.compare_members(texts_of(was.locales), texts_of(is.locales), "The pack no longer speaks",
                      "The pack now speaks");
}

}  // namespace

void tell_pack(const Declarations& before, const Declarations& after, ChangeList& out) {
  const auto pack_name = [](const PackDeclaration& pack) { return pack.id.text; };
  for_each_pair(by_name(before.packs, pack_name), by_name(after.packs, pack_name),
                [&](const std::string& id, const PackDeclaration* was, const PackDeclaration* is) {
                  out.turn_to(ChangeArea::Pack, id);
                  if (was != nullptr && is != nullptr) return compare_packs(*was, *is, out);
                  out.add("The pack " + in_quotes(id) +
                          (is == nullptr ? " is no longer part of it." : " is part of it now."));
                });
  const auto slot_name = [](const SlotDeclaration& slot) { return slot.id.text; };
  for_each_pair(by_name(before.slots, slot_name), by_name(after.slots, slot_name),
                [&](const std::string& id, const SlotDeclaration* was, const SlotDeclaration* is) {
                  out.turn_to(ChangeArea::Pack, id);
                  out.compare("What is remembered as " + in_quotes(id),
                              was == nullptr ? "" : type_of(*was),
                              is == nullptr ? "" : type_of(*is));
                });
}

}  // namespace waymark
