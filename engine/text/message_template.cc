#include "engine/text/message_template.h"

#include <unicode/fmtable.h>
#include <unicode/locid.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace waymark {
namespace {

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::vector<std::string> names_in(const icu::MessagePattern& pattern) {
  std::vector<std::string> names;
  for (int32_t i = 0; i < pattern.countParts(); ++i) {
    const icu::MessagePattern::Part& part = pattern.getPart(i);
    if (part.getType() == UMSGPAT_PART_TYPE_ARG_NAME) {
      names.push_back(to_utf8(pattern.getSubstring(part)));
    }
  }
  std::ranges::sort(names);
  names.erase(std::ranges::unique(names).begin(), names.end());
  return names;
}

// Formats with ICU. A MessageFormat is not safe to share between threads, so it lives for one call;
// prompts without arguments never come here.
std::string format_with_icu(const std::string& locale, const std::string& pattern,
                            const std::vector<TemplateArgument>& arguments) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat format(from_utf8(pattern), icu::Locale(locale.c_str()), status);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const TemplateArgument& argument : arguments) {
    names.push_back(from_utf8(argument.name));
    if (const auto* number = std::get_if<std::int32_t>(&argument.value)) {
      values.emplace_back(static_cast<int32_t>(*number));
    } else {
      values.emplace_back(from_utf8(std::get<std::string>(argument.value)));
    }
  }
  icu::UnicodeString out;
  format.format(names.data(), values.data(), static_cast<int32_t>(names.size()), out, status);
  return U_FAILURE(status) != 0 ? pattern : to_utf8(out);
}

}  // namespace

std::expected<MessageTemplate, std::string> MessageTemplate::parse(std::string_view locale,
                                                                   std::string_view pattern) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  const icu::UnicodeString text = from_utf8(pattern);
  const icu::MessagePattern parsed(text, &place, status);
  if (U_FAILURE(status) != 0) {
    return std::unexpected("the text is no valid MessageFormat at character " +
                           std::to_string(place.offset + 1));
  }
  MessageTemplate out;
  out.locale_ = locale;
  out.pattern_ = pattern;
  out.names_ = names_in(parsed);
  const icu::MessageFormat format(text, icu::Locale(out.locale_.c_str()), place, status);
  if (U_FAILURE(status) != 0) {
    return std::unexpected("the text is no valid MessageFormat (" +
                           std::string(u_errorName(status)) + ")");
  }
  if (out.names_.empty()) out.plain_ = format_with_icu(out.locale_, out.pattern_, {});
  return out;
}

std::string MessageTemplate::format(const std::vector<TemplateArgument>& arguments) const {
  if (names_.empty()) return plain_;
  return format_with_icu(locale_, pattern_, arguments);
}

}  // namespace waymark
