#include "adapters/cli/rehearsal_report.h"

#include <algorithm>
#include <vector>

#include "adapters/protocol/json_text.h"

namespace waymark {
namespace {

std::string place_text(const SourcePlace& place) {
  return place.file + ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
}

void add_row(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += "    " + std::string(name) + std::string(10 - std::min<std::size_t>(9, name.size()), ' ') +
         std::string(value) + '\n';
}

// XML has no way to write most control characters: they are left out.
std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\n': out += "&#10;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20U) out += c;
    }
  }
  return out;
}

std::string attribute(std::string_view name, std::string_view value) {
  return ' ' + std::string(name) + "=\"" + xml_text(value) + '"';
}

std::string counts(std::size_t tests, std::size_t failures) {
  return attribute("tests", std::to_string(tests)) +
         attribute("failures", std::to_string(failures)) + attribute("errors", "0");
}

std::size_t failed_talks(const std::vector<const RehearsedTalk*>& talks) {
  return static_cast<std::size_t>(std::ranges::count_if(
      talks, [](const RehearsedTalk* talk) { return !talk->failures.empty(); }));
}

void add_case(std::string& out, const RehearsedTalk& talk) {
  out += "    <testcase" + attribute("classname", talk.place.file) + attribute("name", talk.title) +
         attribute("file", talk.place.file) + attribute("line", std::to_string(talk.place.line));
  if (talk.failures.empty()) {
    out += "/>\n";
    return;
  }
  std::string all;
  for (const RehearsalFailure& failure : talk.failures) all += failure_text(failure);
  const Diagnostic& first = talk.failures.front().diagnostic;
  out += ">\n      <failure" + attribute("type", first.code) + attribute("message", first.message) +
         '>' + xml_text(all) + "</failure>\n    </testcase>\n";
}

void add_suite(std::string& out, std::string_view file,
               const std::vector<const RehearsedTalk*>& talks) {
  out +=
      "  <testsuite" + attribute("name", file) + counts(talks.size(), failed_talks(talks)) + ">\n";
  for (const RehearsedTalk* talk : talks) add_case(out, *talk);
  out += "  </testsuite>\n";
}

}  // namespace

std::string failure_text(const RehearsalFailure& failure) {
  const Diagnostic& found = failure.diagnostic;
  std::string text = place_text(found.place) + ' ' + found.code + ' ' + found.message + '\n';
  add_row(text, "after", failure.move);
  add_row(text, "expected", failure.expected);
  add_row(text, "came", failure.came);
  add_row(text, "nearest", failure.nearest);
  add_row(text, "remedy", found.remedy);
  return text;
}

std::string rehearsal_text(const RehearsalReport& report) {
  std::string text;
  for (const RehearsedTalk& talk : report.talks) {
    for (const RehearsalFailure& failure : talk.failures) text += failure_text(failure) + '\n';
  }
  const std::size_t failed = report.failures();
  const std::size_t passed = report.checks() - std::min(report.checks(), failed);
  return text + std::to_string(report.talks.size()) + " conversations, " +
         std::to_string(report.turns()) + " turns: " + std::to_string(passed) + " passed, " +
         std::to_string(failed) + " failed\n";
}

void append_rehearsal_json(std::string& out, const RehearsalReport& report) {
  append_json_list(out, report.talks, [&out](const RehearsedTalk& talk) {
    JsonObject object(out);
    object.member("title", talk.title);
    object.member("file", talk.place.file);
    object.member("line", talk.place.line);
    object.member("turns", talk.turns);
    object.member("checks", talk.checks);
    append_json_list(object.begin("failures"), talk.failures, [&out](const RehearsalFailure& each) {
      JsonObject failure(out);
      failure.member("code", each.diagnostic.code);
      failure.member("line", each.diagnostic.place.line);
      failure.member("message", each.diagnostic.message);
      failure.member("remedy", each.diagnostic.remedy);
      failure.member_if_any("after", each.move);
      failure.member("expected", each.expected);
      failure.member_if_any("came", each.came);
      failure.member_if_any("nearest", each.nearest);
      failure.close();
    });
    object.close();
  });
}

std::string rehearsal_junit(const RehearsalReport& report, std::string_view pack) {
  std::vector<const RehearsedTalk*> all;
  for (const RehearsedTalk& talk : report.talks) all.push_back(&talk);
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" +
                    attribute("name", pack) + counts(all.size(), failed_talks(all)) + ">\n";
  for (std::size_t first = 0; first < all.size();) {
    std::vector<const RehearsedTalk*> of_file;
    const std::string& file = all[first]->place.file;
    for (; first < all.size() && all[first]->place.file == file; ++first) {
      of_file.push_back(all[first]);
    }
    add_suite(xml, file, of_file);
  }
  return xml + "</testsuites>\n";
}

}  // namespace waymark
