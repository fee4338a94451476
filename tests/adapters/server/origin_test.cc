#include "adapters/server/origin.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("origin: the same host, the list, or none at all") {
  const std::vector<std::string> listed = {"https://help.example", "https://xn--bcher-kva.example"};
  struct Row {
    const char* origin;
    bool is_allowed;
  };
  for (const Row& row : {
           Row{"http://host:8080", true},
           Row{"https://host:8080", true},
           Row{"https://help.example", true},
           Row{"https://xn--bcher-kva.example", true},
           Row{"null", false},
           Row{"", false},
           Row{"http://host", false},
           Row{"http://host:80800", false},
           Row{"http://host:8080.evil.example", false},
           Row{"http://evilhost:8080", false},
           Row{"ftp://host:8080", false},
           Row{"host:8080", false},
           Row{"HTTP://host:8080", false},
           Row{"http://HOST:8080", false},
           Row{"http://host:8080/", false},
           Row{"http://user@host:8080", false},
           Row{"http://help.example", false},
           Row{"https://help.example.", false},
           Row{"https://help.example:443", false},
           Row{"https://help.example.evil.example", false},
           Row{"https://HELP.example", false},
           Row{"https://evil.example/https://help.example", false},
           Row{"https://b\xC3\xBC"
               "cher.example",
               false},
       }) {
    CHECK_MESSAGE(is_allowed_origin(row.origin, "host:8080", listed) == row.is_allowed, row.origin);
  }
  CHECK(is_allowed_origin(std::nullopt, "host:8080", listed));
  CHECK_FALSE(is_allowed_origin("http://", "", listed));
}

TEST_CASE("origin: only listed ones are named to the browser") {
  CHECK(is_listed_origin("https://a.example", {"https://a.example"}));
  CHECK_FALSE(is_listed_origin("https://b.example", {"https://a.example"}));
  CHECK_FALSE(is_listed_origin(std::nullopt, {"https://a.example"}));
}

}  // namespace waymark
