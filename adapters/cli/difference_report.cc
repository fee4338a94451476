#include "adapters/cli/difference_report.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "adapters/cli/text_wrap.h"
#include "adapters/protocol/json_text.h"
#include "adapters/protocol/utf8_text.h"

namespace waymark {

namespace {

constexpr std::size_t kWidth = 100;

struct AreaName {
  std::string_view id;
  std::string_view heading;
};

AreaName name_of(ChangeArea area) {
  switch (area) {
    case ChangeArea::Crisis: return {"crisis", "What is said when somebody is at risk"};
    case ChangeArea::Risk: return {"risk", "How risk is recognised"};
    case ChangeArea::Facts: return {"facts", "Facts about services"};
    case ChangeArea::Wordings: return {"wordings", "Wordings"};
    case ChangeArea::Routes: return {"routes", "Routes"};
    case ChangeArea::Patterns: return {"patterns", "What is understood from what people type"};
    case ChangeArea::Locales: return {"locales", "Languages"};
    case ChangeArea::Pack: return {"pack", "The pack as a whole"};
  }
  return {};
}

std::string value_line(std::string_view lead, const std::string& value) {
  return value.empty() ? "" : wrap_text(std::string(lead) + repaired_utf8(value), kWidth, 4);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

void append_changes(const std::vector<Change>& changes, std::string& out) {
  std::optional<ChangeArea> area;
  for (const Change& change : changes) {
    if (area != change.area) {
      if (area) out += '\n';
      area = change.area;
      out += std::string(name_of(*area).heading) + '\n';
    }
    out += wrap_text(repaired_utf8(change.sentence), kWidth, 2);
    out += value_line("It was: ", change.before);
    out += value_line("It is now: ", change.after);
  }
}

bool is_same_difference(const ChangedAnswer& one, const ChangedAnswer& other) {
  return one.gone == other.gone && one.added == other.added;
}

// A difference that many conversations show is told once.
void append_answers(const std::vector<ChangedAnswer>& answers, std::string& out) {
  if (answers.empty()) return;
  out += out.empty() ? "" : "\n";
  out += "Stored conversations that are answered differently\n";
  for (auto answer = answers.begin(); answer != answers.end(); ++answer) {
    const auto is_same = [&answer](const ChangedAnswer& other) {
      return is_same_difference(*answer, other);
    };
    if (std::find_if(answers.begin(), answer, is_same) != answer) continue;
    out += "  The guide\n";
    for (const std::string& line : answer->gone) out += value_line("no longer ", line);
    for (const std::string& line : answer->added) out += value_line("now ", line);
    for (auto each = answer; each != answers.end(); ++each) {
      if (!is_same(*each)) continue;
      out += "  after \"" + repaired_utf8(each->visitor) + "\" at " + each->place.file + ':' +
             std::to_string(each->place.line) + '\n';
    }
  }
}

void append_texts(const std::vector<std::string>& texts, std::string& out) {
  append_json_list(out, texts, [&out](const std::string& text) { append_json_string(out, text); });
}

}  // namespace

std::string differences_text(const Differences& differences) {
  if (differences.changes.empty() && differences.answers.empty()) return "No differences.\n";
  std::string out;
  append_changes(differences.changes, out);
  append_answers(differences.answers, out);
  return out + '\n' + counted(differences.changes.size(), "change", "changes") + "; " +
         counted(differences.answers.size(), "stored conversation is", "stored conversations are") +
         " answered differently\n";
}

std::string differences_json(const Differences& differences) {
  std::string out;
  JsonObject report(out);
  append_json_list(report.begin("changes"), differences.changes, [&out](const Change& change) {
    JsonObject object(out);
    object.member("area", name_of(change.area).id);
    object.member("about", change.about);
    object.member("sentence", change.sentence);
    object.member_if_any("before", change.before);
    object.member_if_any("after", change.after);
    object.close();
  });
  append_json_list(report.begin("answers"), differences.answers,
                   [&out](const ChangedAnswer& answer) {
                     JsonObject object(out);
                     object.member("file", answer.place.file);
                     object.member("line", answer.place.line);
                     object.member("visitor", answer.visitor);
                     append_texts(answer.gone, object.begin("gone"));
                     append_texts(answer.added, object.begin("added"));
                     object.close();
                   });
  report.close();
  return out + '\n';
}

}  // namespace waymark
