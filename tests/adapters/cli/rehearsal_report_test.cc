#include "adapters/cli/rehearsal_report.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

RehearsalReport some_report() {
  RehearsedTalk good{"A greeting", {"a.chat", 1, 1}, 2, 3, {}};
  RehearsedTalk bad{"Asks <the> \"price\" & more", {"b.chat", 4, 1}, 1, 2, {}};
  RehearsalFailure failure;
  failure.diagnostic = {
      "WM704", Severity::Error, {"b.chat", 6, 1}, "The reply does not say \"x\".", "Correct it."};
  failure.move = "user: how much";
  failure.expected = "x";
  failure.came = "help.cost.short, [free]";
  failure.nearest = "";
  bad.failures.push_back(failure);
  return {{good, bad}, {}};
}

}  // namespace

TEST_CASE("rehearsal report: a failure shows what was expected and what came") {
  CHECK(failure_text(some_report().talks[1].failures[0]) ==
        "b.chat:6:1 WM704 The reply does not say \"x\".\n"
        "    after     user: how much\n"
        "    expected  x\n"
        "    came      help.cost.short, [free]\n"
        "    remedy    Correct it.\n");
}

TEST_CASE("rehearsal report: all failures, then the sum") {
  CHECK(
      rehearsal_text(some_report()).ends_with("\n2 conversations, 3 turns: 4 passed, 1 failed\n"));
}

TEST_CASE("rehearsal report: as JSON, a conversation an object") {
  std::string json;
  append_rehearsal_json(json, some_report());
  CHECK(json.starts_with(R"([{"title":"A greeting","file":"a.chat","line":1,"turns":2,"checks":3,)"
                         R"("failures":[]},)"));
  CHECK(json.find(R"("code":"WM704","line":6)") != std::string::npos);
}

TEST_CASE("rehearsal report: as JUnit, a file a suite, a conversation a case") {
  const std::string xml = rehearsal_junit(some_report(), "tea");
  CHECK(
      xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<testsuites name=\"tea\" tests=\"2\" failures=\"1\" errors=\"0\">\n"));
  CHECK(xml.find("<testsuite name=\"a.chat\" tests=\"1\" failures=\"0\" errors=\"0\">") !=
        std::string::npos);
  CHECK(xml.find("name=\"Asks &lt;the&gt; &quot;price&quot; &amp; more\"") != std::string::npos);
  CHECK(xml.find("<failure type=\"WM704\" message=\"The reply does not say &quot;x&quot;.\">") !=
        std::string::npos);
  CHECK(xml.ends_with("</testsuites>\n"));
}

}  // namespace waymark
