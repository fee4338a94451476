#include "adapters/protocol/frame_writer.h"

#include <variant>

#include "adapters/protocol/json_text.h"

namespace waymark {

namespace {

constexpr std::size_t kUsualReplyBytes = 1536;

struct PartWriter {
  std::string& out;

  void operator()(const TextPart& part) const {
    JsonObject object(out);
    object.member("type", "text");
    object.member("text", part.text);
    object.close();
  }

  void operator()(const ChoicesPart& part) const {
    JsonObject object(out);
    object.member("type", "choices");
    append_json_list(object.begin("choices"), part.choices, [this](const Choice& choice) {
      JsonObject item(out);
      item.member("id", choice.id.value);
      item.member("label", choice.label);
      item.close();
    });
    object.close();
  }

  void operator()(const ContactPart& part) const {
    JsonObject object(out);
    object.member("type", "contact");
    object.member("name", part.name);
    object.member("hours", part.hours);
    object.member_if_any("phone", part.phone);
    object.member_if_any("sms", part.sms);
    object.member_if_any("sms_text", part.sms_text);
    object.member_if_any("url", part.url);
    object.member_if_any("note", part.note);
    object.close();
  }

  void operator()(const LinkPart& part) const {
    JsonObject object(out);
    object.member("type", "link");
    object.member("label", part.label);
    object.member("url", part.url);
    object.close();
  }

  void operator()(const CardPart& part) const {
    JsonObject object(out);
    object.member("type", "card");
    object.member("title", part.title);
    object.member("text", part.text);
    object.member_if_any("url", part.url);
    object.member_if_any("label", part.label);
    object.close();
  }
};

struct FrameWriter {
  std::string& out;

  void operator()(const ReplyFrame& frame) const {
    JsonObject object(out);
    object.member("type", "reply");
    object.member("id", frame.id);
    object.member("turn", frame.turn);
    object.member("safety", frame.reply.safety);
    append_json_list(object.begin("parts"), frame.reply.parts,
                     [this](const Part& part) { std::visit(PartWriter{out}, part); });
    object.member("token", frame.token);
    object.close();
  }

  void operator()(const ErrorFrame& frame) const {
    JsonObject object(out);
    object.member("type", "error");
    object.member_if_any("id", frame.id);
    object.member("code", name_of(frame.code));
    object.member("message", frame.message);
    object.close();
  }
};

}  // namespace

std::string write_server_frame(const ServerFrame& frame) {
  std::string out;
  out.reserve(kUsualReplyBytes);
  std::visit(FrameWriter{out}, frame);
  return out;
}

}  // namespace waymark
