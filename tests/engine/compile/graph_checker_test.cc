#include <doctest/doctest.h>

#include "tests/fakes/pack_fault.h"

namespace waymark {

TEST_CASE("graph checker: a way that never comes to the visitor") {
  fakes::check_faults({
      {"says in a round", "flows/chat.thanks.json",
       "\"parts\": [{\"text\": \"chat.thanks.reply\"}], \"next\": \"done\"},\n  "
       "\"done\": {\"kind\": \"end\"}",
       "\"parts\": [{\"text\": \"chat.thanks.reply\"}], \"next\": \"again\"},\n  "
       "\"again\": {\"kind\": \"say\", \"parts\": [], \"next\": \"reply\"}",
       "WM501", "\"reply\": {"},
      {"a flow that calls itself", "flows/chat.thanks.json",
       "\"kind\": \"say\", \"parts\": [{\"text\": \"chat.thanks.reply\"}],",
       "\"kind\": \"call\", \"flow\": \"chat.thanks\",", "WM501", "\"reply\": {"},
  });
}

TEST_CASE("graph checker: nodes that nothing leads to") {
  fakes::check_faults({
      {"a node", "flows/chat.thanks.json", "\"done\": {",
       "\"lost\": {\"kind\": \"end\"}, \"done\": {", "WM503", "\"lost\""},
      {"a flow", "flows/lost.json", "",
       "{\"flow\": \"lost\", \"start\": \"only\", \"nodes\": {\"only\": {\"kind\": \"end\"}}}",
       "WM503", "\"only\": {"},
  });
}

}  // namespace waymark
