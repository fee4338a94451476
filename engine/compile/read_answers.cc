// The files that say what is answered: pack, crisis plan, services, prompts; and reply parts.

#include <array>
#include <chrono>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "engine/compile/declaration_reader.h"

namespace waymark {
namespace {

// What a visitor must be able to come to from anywhere.
constexpr std::array<std::string_view, 5> kDoors = {"person", "gp", "crisis", "start_again",
                                                    "stop"};

// {"low": 0, "some": 5}: where each band begins.
void read_bands(ObjectReader& reader, SlotDeclaration& slot) {
  const SourceValue* bands = reader.object("bands");
  if (bands == nullptr) return;
  for (const SourceMember& member : bands->members) {
    if (member.value.kind != SourceValue::Kind::Number) {
      reader.report_kind(member.value, member.key, "a number");
      continue;
    }
    slot.bands.emplace_back(PlacedText{member.key, reader.locator().place(member.key_offset)},
                            member.value.number);
  }
}

// {"person": "help.human"}: what a way out leads to, and the intent that is it.
void read_doors(ObjectReader& file, PackDeclaration& pack) {
  const SourceValue* doors = file.object("doors");
  if (doors == nullptr) return;
  ObjectReader reader(*doors, file.locator(), file.findings());
  for (const std::string_view name : kDoors) {
    PlacedText intent = reader.text(name);
    if (intent.empty()) continue;
    PlacedText door{std::string(name), intent.place};
    pack.doors.emplace_back(std::move(door), std::move(intent));
  }
  reader.finish();
}

void read_slots(ObjectReader& file, Declarations& out) {
  const SourceValue* slots = file.object("slots");
  if (slots == nullptr) return;
  for (const SourceMember& member : slots->members) {
    if (member.value.kind != SourceValue::Kind::Object) {
      file.report_kind(member.value, member.key, "an object");
      continue;
    }
    ObjectReader reader(member.value, file.locator(), file.findings());
    SlotDeclaration slot;
    slot.id = {member.key, file.locator().place(member.key_offset)};
    slot.type = reader.required_text("type");
    slot.values = reader.texts("values");
    slot.min = reader.number("min");
    slot.max = reader.number("max");
    slot.sum_of = reader.texts("sum_of");
    slot.tells = reader.text("tells");
    read_bands(reader, slot);
    reader.finish();
    out.slots.push_back(std::move(slot));
  }
}

void read_sources(ObjectReader& file) {
  const SourceValue* sources = file.object("sources");
  if (sources == nullptr) return;
  for (const SourceMember& member : sources->members) {
    if (member.value.kind != SourceValue::Kind::Object) {
      file.report_kind(member.value, member.key, "an object");
      continue;
    }
    ObjectReader reader(member.value, file.locator(), file.findings());
    for (const auto* key : {"title", "url", "reviewed", "review_by", "reviewer"}) {
      static_cast<void>(reader.required_text(key));
    }
    reader.finish();
  }
}

// A pack may ask for facts that are younger than a year, never for older ones.
void read_facts_last(ObjectReader& file, PackDeclaration& pack) {
  const auto days = file.number("facts_last_days");
  if (!days) return;
  if (*days < 1 || *days > 365 || *days != std::floor(*days)) {
    file.findings().add("WM113", file.place_of(*file.any("facts_last_days")),
                        "\"facts_last_days\" is no whole number from 1 to 365.",
                        "Write after how many days a fact must be checked again.");
    return;
  }
  pack.facts_last = std::chrono::days(static_cast<int>(*days));
}

// How much of the nodes and edges the pack's own conversation tests must visit.
void read_min_coverage(ObjectReader& file, PackDeclaration& pack) {
  const auto share = file.number("min_coverage");
  if (!share) return;
  if (!(*share >= 0 && *share <= 1)) {
    file.findings().add("WM113", file.place_of(*file.any("min_coverage")),
                        "\"min_coverage\" is no number from 0 to 1.",
                        "Write a share, such as 0.95.");
    return;
  }
  pack.min_coverage = *share;
}

PartDeclaration read_part(ObjectReader& reader, PartsOf parts_of) {
  PartDeclaration part;
  part.place = reader.place();
  part.text = reader.text("text");
  part.contact = reader.text("contact");
  part.link = reader.text("link");
  part.label = reader.text("label");
  if (parts_of == PartsOf::CrisisPlan) part.nation = reader.text("nation");
  if (const SourceValue* card = reader.object("card")) {
    ObjectReader inner(*card, reader.locator(), reader.findings());
    part.is_card = true;
    part.card_title = inner.required_text("title");
    part.card_text = inner.required_text("text");
    part.link = inner.text("link");
    part.label = inner.text("label");
    inner.finish();
  }
  const int kinds = (part.text.empty() ? 0 : 1) + (part.contact.empty() ? 0 : 1) +
                    (part.link.empty() && !part.is_card ? 0 : 1);
  if (kinds > 1) {
    reader.findings().add("WM113", part.place, "The part says more than one thing.",
                          "Make a part of each.");
  }
  if (part.text.empty() && part.contact.empty() && part.link.empty() && !part.is_card) {
    reader.findings().add("WM110", part.place, "The part says nothing.",
                          "Give it \"text\", \"contact\", \"link\" or \"card\".");
  }
  return part;
}

void read_hours(ObjectReader& reader, ServiceDeclaration& service) {
  const SourceValue* hours = reader.any("hours");
  if (hours == nullptr || hours->kind == SourceValue::Kind::Null) return;
  service.has_hours = true;
  if (hours->kind == SourceValue::Kind::String && hours->text == "always") {
    service.always_open = true;
    return;
  }
  if (hours->kind != SourceValue::Kind::Array) {
    reader.report_kind(*hours, "hours", "\"always\" or a list of times");
    return;
  }
  for (const SourceValue& item : hours->items) {
    if (item.kind != SourceValue::Kind::Object) {
      reader.report_kind(item, "hours", "a list of objects");
      continue;
    }
    ObjectReader inner(item, reader.locator(), reader.findings());
    service.hours.push_back(
        {inner.required_text("days"), inner.required_text("from"), inner.required_text("to")});
    inner.finish();
  }
}

}  // namespace

std::vector<PartDeclaration> read_parts(ObjectReader& reader, std::string_view key,
                                        PartsOf parts_of) {
  std::vector<PartDeclaration> parts;
  for_each_object(reader, key, true,
                  [&](ObjectReader& part) { parts.push_back(read_part(part, parts_of)); });
  return parts;
}

void read_pack(ObjectReader& file, Declarations& out) {
  PackDeclaration pack;
  pack.place = file.place();
  pack.id = file.required_text("pack");
  pack.version = file.required_text("version");
  pack.title = file.required_text("title");
  pack.locales = file.texts("locales", true);
  pack.extends = file.text("extends");
  pack.start = file.text("start");
  pack.fallback = file.text("fallback");
  pack.menu = file.texts("menu");
  read_doors(file, pack);
  read_facts_last(file, pack);
  read_min_coverage(file, pack);
  read_slots(file, out);
  read_sources(file);
  out.packs.push_back(std::move(pack));
}

void read_plan_question(ObjectReader& file, Declarations& out) {
  const SourceValue* question = file.object("question");
  if (question == nullptr) return;
  ObjectReader reader(*question, file.locator(), file.findings());
  out.plan_question = PlanQuestionDeclaration{
      reader.required_text("text"), reader.required_text("yes"), reader.required_text("not_sure"),
      reader.required_text("no"), reader.required_text("heard")};
  reader.finish();
}

void read_crisis_plan(ObjectReader& file, Declarations& out) {
  read_plan_question(file, out);
  for_each_object(file, "plans", true, [&](ObjectReader& reader) {
    PlanDeclaration plan;
    plan.place = reader.place();
    plan.category = reader.required_text("category");
    plan.tier = reader.text("tier");
    plan.parts = read_parts(reader, "parts", PartsOf::CrisisPlan);
    plan.choices = reader.texts("choices");
    plan.asks = reader.flag("asks");
    out.plans.push_back(std::move(plan));
  });
  for (PartDeclaration& part : read_parts(file, "last_resort", PartsOf::CrisisPlan)) {
    out.last_resort.push_back(std::move(part));
  }
}

void read_services(ObjectReader& file, Declarations& out) {
  for_each_object(file, "services", true, [&](ObjectReader& reader) {
    ServiceDeclaration service;
    service.place = reader.place();
    service.id = reader.required_text("id");
    service.name = reader.required_text("name");
    service.nations = reader.texts("nations", true);
    service.audience = reader.required_text("audience");
    service.phone = reader.text("phone");
    service.sms = reader.text("sms");
    service.sms_text = reader.text("sms_text");
    service.url = reader.text("url");
    service.cost = reader.text("cost");
    service.note = reader.text("note");
    service.source = reader.required_text("source");
    const SourceValue* verified = reader.any("last_verified", true);
    if (verified != nullptr && verified->kind == SourceValue::Kind::String) {
      service.last_verified = placed_text(*verified, reader.locator());
    } else if (verified != nullptr && verified->kind != SourceValue::Kind::Null) {
      reader.report_kind(*verified, "last_verified", "a date or null");
    }
    read_hours(reader, service);
    out.services.push_back(std::move(service));
  });
}

void read_prompts(ObjectReader& file, Declarations& out) {
  const std::string locale = file.required_text("locale").text;
  const SourceValue* prompts = file.object("prompts", true);
  if (prompts == nullptr) return;
  for (const SourceMember& member : prompts->members) {
    PromptDeclaration prompt;
    prompt.locale = locale;
    prompt.id = {member.key, file.locator().place(member.key_offset)};
    if (member.value.kind == SourceValue::Kind::String) {
      prompt.variants.push_back(placed_text(member.value, file.locator()));
    } else if (member.value.kind == SourceValue::Kind::Array) {
      if (member.value.items.empty()) {
        file.findings().add("WM113", file.place_of(member.value),
                            "The prompt \"" + member.key + "\" has no wording.", "Write one.");
      }
      for (const SourceValue& item : member.value.items) {
        if (item.kind != SourceValue::Kind::String) file.report_kind(item, member.key, "a text");
        prompt.variants.push_back(placed_text(item, file.locator()));
      }
    } else {
      file.report_kind(member.value, member.key, "a text or a list of texts");
    }
    out.prompts.push_back(std::move(prompt));
  }
}

}  // namespace waymark
