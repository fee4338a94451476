#include <doctest/doctest.h>

#include "engine/turn/bundle.h"
#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

std::vector<PartSpec> parts_of(const Bundle& bundle, std::string_view flow, std::string_view node) {
  const auto index = bundle.graph.find({stable_id(flow), stable_id(node)});
  REQUIRE(index.has_value());
  return std::get<SayNode>(bundle.graph.node(*index).body).parts;
}

std::string words(const Bundle& bundle, PromptIndex prompt) {
  return bundle.locales.front()->prompts.label(prompt);
}

}  // namespace

TEST_CASE("parts builder: texts and contacts") {
  const BundlePtr bundle = fakes::small_bundle();
  const std::vector<PartSpec> parts = parts_of(*bundle, "help.cost", "scottish");
  REQUIRE(parts.size() == 2);
  const auto& text = std::get<TextSpec>(parts[0]);
  CHECK(bundle->locales.front()->prompts.at(text.prompt).id.value == "help.cost.scotland");
  const auto& contact = std::get<ContactSpec>(parts[1]);
  CHECK(bundle->services.at(contact.service).id.value == "clinic");
}

TEST_CASE("parts builder: links and cards") {
  const BundlePtr bundle = fakes::small_bundle();
  const std::vector<PartSpec> hear = parts_of(*bundle, "depression.feeling_low", "hear");
  REQUIRE(hear.size() == 2);
  const auto& link = std::get<LinkSpec>(hear[1]);
  CHECK(bundle->services.at(link.service).id.value == "samaritans");
  CHECK(words(*bundle, link.label) == "Their page");
  const std::vector<PartSpec> more = parts_of(*bundle, "ipt.what_is", "long");
  REQUIRE(more.size() == 2);
  const auto& card = std::get<CardSpec>(more[1]);
  CHECK(words(*bundle, card.title) == "What is IPT?");
  CHECK(card.has_link);
  CHECK(bundle->services.at(card.service).id.value == "clinic");
  CHECK(words(*bundle, card.label) == "Open the page");
}

TEST_CASE("parts builder: a card may do without a link") {
  const std::string link = ", \"link\": \"clinic\",\n      \"label\": \"clinic.label\"";
  const BundlePtr bundle =
      fakes::SmallPack().replace("flows/ipt.what_is.json", link, "").compile().bundle;
  REQUIRE(bundle != nullptr);
  CHECK_FALSE(std::get<CardSpec>(parts_of(*bundle, "ipt.what_is", "long")[1]).has_link);
}

TEST_CASE("parts builder: parts that name what is not there") {
  const std::string card = "flows/ipt.what_is.json";
  const std::string link = "flows/depression.feeling_low.json";
  fakes::check_faults({
      {"a card's title", card, "{\"title\": \"ipt.what_is.title\"", "{\"title\": \"ipt.no\"",
       "WM201", "ipt.no"},
      {"a card's text", card, "\"text\": \"ipt.what_is.short\", \"link\"",
       "\"text\": \"ipt.no\", \"link\"", "WM201", "ipt.no"},
      {"a card's link", card, "\"link\": \"clinic\"", "\"link\": \"clinik\"", "WM204", "clinik"},
      {"a card's label", card, "\"clinic.label\"", "\"clinic.lable\"", "WM201", "clinic.lable"},
      {"a card's link without a label", card, ",\n      \"label\": \"clinic.label\"", "", "WM110",
       "{\"card\""},
      {"a link", link, "\"link\": \"samaritans\"", "\"link\": \"samariten\"", "WM204", "samariten"},
      {"a link's label", link, "\"samaritans.label\"", "\"samaritans.lable\"", "WM201",
       "samaritans.lable"},
      {"a link without a label", link, ", \"label\": \"samaritans.label\"", "", "WM110",
       "{\"link\""},
      {"a contact", "crisis_plan.json", "\"contact\": \"nhs.111\", \"nation\"",
       "\"contact\": \"nhs.112\", \"nation\"", "WM204", "nhs.112"},
  });
}

TEST_CASE("parts builder: a fact that nobody confirmed is not shown") {
  fakes::SmallPack pack;
  pack.replace("services.json", "\"test page\",\n   \"last_verified\": \"2026-11-22\"",
               "\"test page\",\n   \"last_verified\": null");
  CHECK(pack.compile().bundle != nullptr);  // nothing shows it
  pack.replace("flows/fallback.json", "{\"text\": \"fallback.sorry\"}", "{\"contact\": \"shout\"}");
  const CompileResult result = pack.compile();
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "WM605");
  CHECK(result.diagnostics[0].place == pack.place_of("flows/fallback.json", "shout"));
}

}  // namespace waymark
