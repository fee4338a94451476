#include "adapters/cli/expectation_report.h"

#include <algorithm>
#include <vector>

#include "adapters/cli/explanation.h"
#include "adapters/cli/text_wrap.h"
#include "adapters/cli/trace_json.h"
#include "adapters/protocol/json_text.h"

namespace waymark {

namespace {

constexpr std::size_t kTopicWidth = 12;
constexpr std::size_t kLineWidth = 100;

class ExpectationText {
 public:
  explicit ExpectationText(const Expectation& expected) : expected_(expected) {}

  std::string write(std::string_view message) {
    topic("Typed", std::string(message));
    topic("Expected", expected_.id);
    topic("Taken for", expected_.taken);
    topic("Because", expected_.reason);
    for (const MatchTrace& match : expected_.matches) {
      topic("Matched", match.owner);
      rule(match.pattern, match.place);
      if (!match.cancelled_by.empty()) line("held back by \"" + match.cancelled_by + '"');
    }
    nearest();
    cues();
    return std::move(out_);
  }

 private:
  // A topic at the margin with a text beside it.
  void topic(std::string_view name, const std::string& text) {
    const std::string block = wrap_text(text, kLineWidth, kTopicWidth);
    out_ += padded_to(name, kTopicWidth) + block.substr(std::min(kTopicWidth, block.size() - 1));
  }
  void line(const std::string& text) { out_ += wrap_text(text, kLineWidth, kTopicWidth + 2); }

  void rule(const std::string& pattern, const SourcePlace& place) {
    line("pattern  \"" + pattern + '"');
    line("written  " + place_text(place));
  }

  void list(const std::string& head, const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : "; ") + word;
    if (!text.empty()) line(head + text);
  }

  void nearest() {
    if (!expected_.nearest) {
      if (expected_.matches.empty() && expected_.id != "none") {
        topic("Nearest", "no pattern has a word that the text has");
      }
      return;
    }
    topic("Nearest", expected_.nearest->owner);
    rule(expected_.nearest->pattern, expected_.nearest->place);
    list("missing  ", expected_.nearest->missing);
    list("between  ", expected_.nearest->in_the_way);
  }

  void cues() {
    if (!expected_.has_cues) return;
    topic("All told", share_text(expected_.total) + " for " + expected_.id + ", " +
                          share_text(expected_.compared_total) + " for " + expected_.compared);
    shares(expected_.id, expected_.cues);
    shares(expected_.compared, expected_.compared_cues);
  }

  void shares(const std::string& id, const std::vector<CueTrace>& cues) {
    topic("",
          (cues.empty() ? "nothing speaks for or against " : "what speaks for and against ") + id);
    for (const CueTrace& cue : cues) {
      line(share_text(cue.share) + "  \"" + cue.cue + "\"  " + cue.place.file + ':' +
           std::to_string(cue.place.line));
    }
  }

  const Expectation& expected_;
  std::string out_;
};

void append_nearest(std::string& out, const NearPattern& nearest) {
  JsonObject object(out);
  object.member("rule", nearest.owner);
  object.member("pattern", nearest.pattern);
  object.member("file", nearest.place.file);
  object.member("line", nearest.place.line);
  object.member("column", nearest.place.column);
  const auto write = [&out](const std::string& word) { append_json_string(out, word); };
  append_json_list(object.begin("missing"), nearest.missing, write);
  append_json_list(object.begin("in_the_way"), nearest.in_the_way, write);
  object.close();
}

void append_comparison(std::string& out, const Expectation& expected) {
  JsonObject object(out);
  object.member("total", expected.total / 100.0);
  append_cues(object.begin("shares"), expected.cues);
  object.member("compared", expected.compared);
  object.member("compared_total", expected.compared_total / 100.0);
  append_cues(object.begin("compared_shares"), expected.compared_cues);
  object.close();
}

}  // namespace

std::string expectation_text(std::string_view message, const Expectation& expected) {
  return ExpectationText(expected).write(message);
}

std::string expectation_json(std::string_view message, const Expectation& expected) {
  std::string out;
  JsonObject object(out);
  object.member("text", message);
  object.member("expected", expected.id);
  object.member("met", expected.is_met);
  object.member("taken", expected.taken);
  object.member("reason", expected.reason);
  append_matches(object.begin("matches"), expected.matches);
  std::string& nearest = object.begin("nearest");
  if (expected.nearest) {
    append_nearest(nearest, *expected.nearest);
  } else {
    nearest += "null";
  }
  std::string& cues = object.begin("cues");
  if (expected.has_cues) {
    append_comparison(cues, expected);
  } else {
    cues += "null";
  }
  object.close();
  return out;
}

}  // namespace waymark
