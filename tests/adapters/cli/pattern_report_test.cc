#include "adapters/cli/pattern_report.h"

#include <doctest/doctest.h>

namespace waymark {
namespace {

PatternReport one_overlap(OverlapRuling ruling) {
  PatternReport report{.patterns = 9, .compared = 4, .overlaps = {}, .findings = {}};
  report.overlaps.push_back({"stop that",
                             "chat.stop",
                             "stop [that]",
                             {"a.json", 3, 7},
                             "chat.no",
                             "(stop|no) that",
                             {"b.json", 5, 2},
                             "chat.stop",
                             ruling,
                             "It scores 500 to 450.",
                             false});
  return report;
}

}  // namespace

TEST_CASE("pattern report: an overlap is a line with both places and the reason") {
  CHECK(overlaps_text(one_overlap(OverlapRuling::Decided)) ==
        "\"stop that\": chat.stop (a.json:3) goes before chat.no (b.json:5). It scores 500 to "
        "450.\n");
  PatternReport report = one_overlap(OverlapRuling::TossUp);
  report.overlaps.front().taken = "none";
  report.overlaps.front().is_declared = true;
  CHECK(overlaps_text(report).ends_with("It is taken for none. A toss-up. Meant so.\n"));
  CHECK(patterns_text(report) == "4 pairs of patterns compared, 1 overlap, 1 of them a toss-up");
}

TEST_CASE("pattern report: overlaps as JSON") {
  std::string out;
  append_overlaps(out, one_overlap(OverlapRuling::Nothing));
  CHECK(
      out ==
      "[{\"text\":\"stop that\",\"first\":{\"intent\":\"chat.stop\",\"pattern\":\"stop [that]\","
      "\"file\":\"a.json\",\"line\":3},\"second\":{\"intent\":\"chat.no\",\"pattern\":\"(stop|no) "
      "that\",\"file\":\"b.json\",\"line\":5},\"taken\":\"chat.stop\",\"ruling\":\"nothing\","
      "\"reason\":\"It scores 500 to 450.\",\"declared\":false}]");
  out.clear();
  append_patterns(out, one_overlap(OverlapRuling::TossUp));
  CHECK(out == "{\"patterns\":9,\"compared\":4,\"overlaps\":1,\"toss_ups\":1}");
}

TEST_CASE("pattern report: lines that go another way, and how many there are") {
  const RerouteResult none{"old", 12, {}};
  CHECK(reroutes_text(none) ==
        "None of 12 examples and test lines goes another way than with old.\n");
  const RerouteResult one{"old", 12, {{{"stop it", {"a.json", 8, 2}}, "chat.stop", "none"}}};
  CHECK(reroutes_text(one) ==
        "a.json:8 \"stop it\" goes to none, no more to chat.stop.\n"
        "1 of 12 examples and test lines goes another way than with old.\n");
  std::string out;
  append_reroutes(out, one);
  CHECK(
      out ==
      "{\"pack\":\"old\",\"lines\":12,\"changed\":[{\"file\":\"a.json\",\"line\":8,\"text\":\"stop "
      "it\",\"before\":\"chat.stop\",\"after\":\"none\"}]}");
}

}  // namespace waymark
