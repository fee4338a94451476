#pragma once
// What is said back, as typed parts that a front end shows in order. Values; any thread.
// All strings are UTF-8, plain text, never markup.

#include <string>
#include <variant>
#include <vector>

#include "engine/api/ids.h"

namespace waymark {

struct TextPart {
  std::string text;
  PromptId prompt;  // where the words come from

  bool operator==(const TextPart&) const = default;
};

struct Choice {
  ChoiceId id;
  std::string label;

  bool operator==(const Choice&) const = default;
};

struct ChoicesPart {
  std::vector<Choice> choices;

  bool operator==(const ChoicesPart&) const = default;
};

// A service from the table. Empty fields are absent; `phone` is shown as it stands and dialled by
// its digits; `hours` is in words, worked out for Europe/London at the time of the turn.
struct ContactPart {
  ServiceId service;
  std::string name;
  std::string phone;
  std::string sms;
  std::string sms_text;
  std::string url;
  std::string hours;
  std::string note;

  bool operator==(const ContactPart&) const = default;
};

struct LinkPart {
  ServiceId service;
  std::string label;
  std::string url;  // https

  bool operator==(const LinkPart&) const = default;
};

struct CardPart {
  std::string title;
  std::string text;
  std::string url;    // https, or empty
  std::string label;  // of the link

  bool operator==(const CardPart&) const = default;
};

using Part = std::variant<TextPart, ChoicesPart, ContactPart, LinkPart, CardPart>;

struct Reply {
  std::vector<Part> parts;
  bool safety = false;  // crisis help comes first in this reply

  bool operator==(const Reply&) const = default;
};

}  // namespace waymark
