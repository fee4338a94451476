#pragma once
// A prompt in ICU MessageFormat: parsed once when content is compiled, filled in for each reply.
// Frozen; any thread.

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace waymark {

// A value for `{name}` in a prompt.
struct TemplateArgument {
  std::string name;
  std::variant<std::int32_t, std::string> value;
};

class MessageTemplate {
 public:
  // `locale` is an ICU locale name. Fails with a sentence that says where the pattern is broken.
  static std::expected<MessageTemplate, std::string> parse(std::string_view locale,
                                                           std::string_view pattern);

  // The words with arguments filled in; a missing argument shows as its name in braces.
  [[nodiscard]] std::string format(const std::vector<TemplateArgument>& arguments) const;

  // Names of the arguments, sorted.
  [[nodiscard]] const std::vector<std::string>& argument_names() const { return names_; }

 private:
  std::string locale_;
  std::string pattern_;
  std::string plain_;  // the words, when there are no arguments
  std::vector<std::string> names_;
};

}  // namespace waymark
