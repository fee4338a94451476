#pragma once
// Every word of one locale, by prompt number. Built once, then const; any thread.

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/api/ids.h"
#include "engine/api/part_spec.h"
#include "engine/text/message_template.h"

namespace waymark {

// One prompt: at least one wording; several take turns.
struct Prompt {
  PromptId id;
  std::vector<MessageTemplate> variants;
};

class PromptTable {
 public:
  PromptTable() = default;
  explicit PromptTable(std::vector<Prompt> prompts) : prompts_(std::move(prompts)) {}

  [[nodiscard]] const Prompt& at(PromptIndex index) const {
    return prompts_[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] std::size_t size() const { return prompts_.size(); }

  // The names of the slots that any wording of the prompt shows.
  [[nodiscard]] std::set<std::string> arguments(PromptIndex index) const {
    std::set<std::string> names;
    for (const MessageTemplate& variant : at(index).variants) {
      names.insert(variant.argument_names().begin(), variant.argument_names().end());
    }
    return names;
  }

  // The first wording without arguments: what labels and titles use.
  [[nodiscard]] std::string label(PromptIndex index) const {
    return at(index).variants.front().format({});
  }

 private:
  std::vector<Prompt> prompts_;
};

}  // namespace waymark
