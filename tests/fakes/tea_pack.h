#pragma once
// A pack about tea for tests that need something that answers: two intents, one risk rule, and a
// folder that extends another.

#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <map>
#include <string>

#include "adapters/host/bundle_holder.h"
#include "engine/api/content.h"
#include "tests/fakes/small_pack.h"

namespace waymark::fakes {

inline constexpr std::chrono::year_month_day kTeaPackDay{
    std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}};

// The pack that the tea pack extends.
inline std::map<std::string, std::string> net_pack_files() {
  return {
      {"net/pack.json", R"({
        "pack": "net", "version": "1.0.0", "title": "A small net", "locales": ["en-GB"],
        "slots": {}, "sources": {}})"},
      {"net/lexicon/scope.json", R"({
        "locale": "en-GB",
        "sets": {"scope.negation": ["not", "never"], "scope.past": ["used to"],
                 "scope.other_person": ["he", "she"], "scope.quote": ["said"],
                 "scope.doubt": ["can not say"]}})"},
      {"net/risk/suicide.json", R"({
        "locale": "en-GB",
        "rules": [{"id": "suicide.want_to_die", "category": "safety.suicide", "tier": "explicit",
                   "patterns": ["want to die"], "unless": ["want to die of laughter"],
                   "fires": ["i want to die"], "silent": ["i want to die of laughter"]}]})"},
      {"net/crisis_plan.json", R"({
        "plans": [
          {"category": "safety.suicide",
           "parts": [{"text": "tea.suicide"}, {"contact": "listeners"}]},
          {"category": "safety.self_harm", "parts": [{"contact": "listeners"}]},
          {"category": "safety.emergency", "parts": [{"contact": "listeners"}]},
          {"category": "safety.harm_others", "parts": [{"contact": "listeners"}]},
          {"category": "safety.abuse", "parts": [{"contact": "listeners"}]},
          {"category": "safety.child", "parts": [{"contact": "listeners"}]},
          {"category": "safety.other_person", "parts": [{"contact": "listeners"}]},
          {"category": "safety.psychosis", "parts": [{"contact": "listeners"}]}],
        "last_resort": [{"text": "tea.last_resort"}, {"contact": "listeners"}]})"},
      {"net/services.json", R"({
        "services": [{"id": "listeners", "name": "The Listeners", "nations": ["all"],
                      "audience": "anyone", "phone": "01632 960 001", "sms": "60001",
                      "sms_text": "HELLO", "url": "https://listeners.example", "hours": "always",
                      "cost": "free", "source": "made up for tests",
                      "last_verified": "2026-11-22"}]})"},
      {"net/prompts/en-GB/net.json", R"({
        "locale": "en-GB",
        "prompts": {"tea.suicide": "Please get help now.",
                    "tea.last_resort": "Please call somebody."}})"},
      {"net/prompts/en-GB/engine.json", small_pack_files().at("prompts/en-GB/engine.json")},
  };
}

// The texts of its files by their path: "net/..." is the pack that "tea/..." extends.
inline std::map<std::string, std::string> tea_pack_files() {
  std::map<std::string, std::string> files = {
      {"tea/pack.json", R"({
        "pack": "tea", "version": "1.2.3", "title": "All about tea", "locales": ["en-GB"],
        "extends": "net", "start": "welcome", "fallback": "fallback", "menu": ["tea.what_is"],
        "slots": {}, "sources": {}})"},
      {"tea/intents/tea.json", R"({
        "locale": "en-GB",
        "intents": [
          {"id": "tea.what_is", "class": "question", "title": "tea.what_is.title",
           "starts": "tea.what_is", "patterns": ["what is tea"], "unless": [],
           "examples": ["what is tea?", "so what is tea", "tell me what is tea"]},
          {"id": "tea.price", "class": "question", "title": "tea.price.title",
           "starts": "tea.price", "patterns": ["(price|cost) of tea"], "unless": [],
           "examples": ["the price of tea", "cost of tea please", "what is the price of tea"]}]})"},
      {"tea/flows/welcome.json", R"({
        "flow": "welcome", "start": "hello",
        "nodes": {"hello": {"kind": "ask", "parts": [{"text": "welcome.hello"}],
                            "when_left": "forget",
                            "choices": [{"id": "tea", "label": "tea.what_is.title",
                                         "next": "flow:tea.what_is"}]}}})"},
      {"tea/flows/fallback.json", R"({
        "flow": "fallback", "start": "sorry",
        "nodes": {"sorry": {"kind": "say", "parts": [{"text": "fallback.sorry"}], "next": "end"},
                  "end": {"kind": "end"}}})"},
      {"tea/flows/tea.what_is.json", R"({
        "flow": "tea.what_is", "start": "say",
        "nodes": {"say": {"kind": "say", "parts": [{"text": "tea.what_is.answer"}], "next": "end"},
                  "end": {"kind": "end"}}})"},
      {"tea/flows/tea.price.json", R"({
        "flow": "tea.price", "start": "say",
        "nodes": {"say": {"kind": "say", "parts": [{"text": "tea.price.answer"}], "next": "end"},
                  "end": {"kind": "end"}}})"},
      {"tea/prompts/en-GB/tea.json", R"({
        "locale": "en-GB",
        "prompts": {"welcome.hello": "Hello. Ask me about tea.",
                    "fallback.sorry": "I do not understand that.",
                    "tea.what_is.title": "What tea is",
                    "tea.what_is.answer": "Tea is leaves in hot water.",
                    "tea.price.title": "What tea costs",
                    "tea.price.answer": "Tea costs little."}})"},
  };
  files.merge(net_pack_files());
  return files;
}

inline PackSource tea_pack_source() {
  PackSource source{{{}, {}}};
  for (const auto& [path, text] : tea_pack_files()) {
    const std::size_t slash = path.find('/');
    source.packs[path.starts_with("net/") ? 0 : 1].push_back({path, path.substr(slash + 1), text});
  }
  return source;
}

inline LoadedPackPtr tea_pack() {
  CompileResult result = compile_pack(tea_pack_source(), kTeaPackDay);
  for (const Diagnostic& problem : result.diagnostics) MESSAGE(format_diagnostic(problem));
  REQUIRE(result.bundle != nullptr);
  return to_loaded_pack(result.bundle);
}

}  // namespace waymark::fakes
