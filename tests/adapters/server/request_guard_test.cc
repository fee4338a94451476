#include "adapters/server/request_guard.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("request guard: what can be read in two ways is refused") {
  struct Row {
    FieldCounts fields;
    const char* target;
    bool passes;
  };
  for (const Row& row : {
           Row{{.hosts = 1}, "/", true},
           Row{{.hosts = 1, .origins = 1, .content_lengths = 1}, "/a?b", true},
           Row{{.hosts = 0}, "/", false},
           Row{{.hosts = 2}, "/", false},
           Row{{.hosts = 1, .origins = 2}, "/", false},
           Row{{.hosts = 1, .content_lengths = 2}, "/", false},
           Row{{.hosts = 1, .transfer_encodings = 1}, "/", false},
           Row{{.hosts = 1}, "http://elsewhere/", false},
           Row{{.hosts = 1}, "*", false},
           Row{{.hosts = 1}, "/chat?token=x", false},
       }) {
    const auto refusal = refusal_of(row.fields, row.target);
    CHECK(refusal.has_value() != row.passes);
    if (refusal) CHECK(refusal->status == 400);
  }
}

TEST_CASE("request guard: a host is one of ours by its name alone") {
  const std::vector<std::string> served = {"guide.example", "[::1]"};
  struct Row {
    const char* host;
    bool is_ours;
  };
  for (const Row& row : {Row{"guide.example", true}, Row{"Guide.Example:8080", true},
                         Row{"[::1]", true}, Row{"[::1]:80", true}, Row{"evil.example", false},
                         Row{"guide.example.evil.example", false}, Row{"xguide.example", false},
                         Row{"", false}, Row{":80", false}, Row{"guide.example.", false}}) {
    CHECK_MESSAGE(is_served_host(row.host, served) == row.is_ours, row.host);
    CHECK(is_served_host(row.host, {}));
  }
}

}  // namespace waymark
