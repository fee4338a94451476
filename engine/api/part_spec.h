#pragma once
// What a reply is made of, by the numbers of prompts and services in a bundle: the common currency
// of flows, the crisis plan and the renderer. Values; any thread.

#include <cstdint>
#include <variant>

namespace waymark {

// Number of a prompt (the same in every locale) and of a service in their tables.
enum class PromptIndex : std::uint32_t {};
enum class ServiceIndex : std::uint32_t {};

struct TextSpec {
  PromptIndex prompt{};
};
struct ContactSpec {
  ServiceIndex service{};
};
struct LinkSpec {
  ServiceIndex service{};
  PromptIndex label{};
};
struct CardSpec {
  PromptIndex title{};
  PromptIndex text{};
  ServiceIndex service{};
  PromptIndex label{};
  bool has_link = false;
};

using PartSpec = std::variant<TextSpec, ContactSpec, LinkSpec, CardSpec>;

}  // namespace waymark
