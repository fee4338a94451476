#include "adapters/protocol/frame_writer.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("frame writer: a reply with every kind of part") {
  Reply reply;
  reply.safety = true;
  reply.parts = {TextPart{"Line\nbreak", PromptId{"a.b"}},
                 ChoicesPart{{{ChoiceId{"yes"}, "Yes"}, {ChoiceId{"no"}, "No"}}},
                 ContactPart{ServiceId{"s"}, "Name", "116 123", "", "", "", "always", ""},
                 LinkPart{ServiceId{"s"}, "Label", "https://example.org"},
                 CardPart{"Title", "Text", "", ""}};
  CHECK(write_server_frame(ReplyFrame{"7", 3, reply, "tok"}) ==
        R"({"type":"reply","id":"7","turn":3,"safety":true,"parts":[)"
        R"({"type":"text","text":"Line\nbreak"},)"
        R"({"type":"choices","choices":[{"id":"yes","label":"Yes"},{"id":"no","label":"No"}]},)"
        R"({"type":"contact","name":"Name","hours":"always","phone":"116 123"},)"
        R"({"type":"link","label":"Label","url":"https://example.org"},)"
        R"({"type":"card","title":"Title","text":"Text"}],"token":"tok"})");
}

TEST_CASE("frame writer: a contact and a card with all they can have") {
  Reply reply;
  reply.parts = {ContactPart{ServiceId{"s"}, "N", "1", "2", "HI", "https://e.org", "h", "note"},
                 CardPart{"T", "t", "https://e.org", "L"}};
  CHECK(write_server_frame(ReplyFrame{"", 0, reply, ""}) ==
        R"({"type":"reply","id":"","turn":0,"safety":false,"parts":[)"
        R"({"type":"contact","name":"N","hours":"h","phone":"1","sms":"2","sms_text":"HI",)"
        R"("url":"https://e.org","note":"note"},)"
        R"({"type":"card","title":"T","text":"t","url":"https://e.org","label":"L"}],"token":""})");
}

TEST_CASE("frame writer: an error, with and without an id") {
  CHECK(write_server_frame(ErrorFrame{"7", ErrorCode::BadFrame, "No."}) ==
        R"({"type":"error","id":"7","code":"bad_frame","message":"No."})");
  CHECK(write_server_frame(ErrorFrame{"", ErrorCode::TooFast, "No."}) ==
        R"({"type":"error","code":"too_fast","message":"No."})");
}

}  // namespace waymark
