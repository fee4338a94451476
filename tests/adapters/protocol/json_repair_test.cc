#include "adapters/protocol/json_repair.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("JSON repair: what is right stays as it is, without a copy") {
  for (const std::string_view json :
       {R"({"text":"caf\u00e9 \ud83d\ude00 \\ud83d"})", R"(not json)", "", "\"\\", "\"\\u12\""}) {
    std::string storage;
    const std::string_view same = repaired_json(json, storage);
    CHECK(same.data() == json.data());
    CHECK(same == json);
  }
}

TEST_CASE("JSON repair: halves of emoji and bytes that are not UTF-8") {
  struct Row {
    const char* json;
    const char* mended;
  };
  for (const Row& row : {Row{R"("\ud83d")", R"("\ufffd")"}, Row{R"("\ude00x")", R"("\ufffdx")"},
                         Row{R"("\ud83d\ud83d\ude00")", R"("\ufffd\ud83d\ude00")"},
                         Row{R"("\\\ud83d")", R"("\\\ufffd")"}, Row{"\"\xFF\"", "\"\xEF\xBF\xBD\""},
                         Row{"\"\xC3 \\uDC00\"", "\"\xEF\xBF\xBD \\ufffd\""}}) {
    std::string storage;
    CHECK(repaired_json(row.json, storage) == row.mended);
  }
}

}  // namespace waymark
