#include "adapters/host/bundle_holder.h"

#include <string_view>
#include <utility>
#include <variant>

#include "engine/api/engine.h"

namespace waymark {

namespace {

// Adds one part as a sentence or two.
struct PlainText {
  std::string& out;

  void operator()(const TextPart& part) const { add(part.text); }
  void operator()(const ChoicesPart&) const {}
  void operator()(const ContactPart& part) const {
    std::string line = part.name;
    if (!part.phone.empty()) line += ": " + part.phone;
    if (!part.sms.empty()) {
      line += part.phone.empty() ? ": " : ", ";
      line += "text " + (part.sms_text.empty() ? "" : part.sms_text + " to ") + part.sms;
    }
    add(line + ".");
  }
  void operator()(const LinkPart& part) const { add(part.label + ": " + part.url); }
  void operator()(const CardPart& part) const { add(part.title + ". " + part.text); }

 private:
  void add(std::string_view text) const {
    if (!out.empty()) out += ' ';
    out += text;
  }
};

}  // namespace

LoadedPackPtr to_loaded_pack(BundlePtr bundle) {
  auto pack = std::make_shared<LoadedPack>();
  pack->summary = summarise(*bundle);
  for (const Part& part : last_resort_reply(*bundle).parts) {
    std::visit(PlainText{pack->last_resort}, part);
  }
  pack->bundle = std::move(bundle);
  return pack;
}

LoadedPackPtr with_directory(const LoadedPackPtr& pack,
                             std::shared_ptr<const ServiceDirectory> directory) {
  auto copy = std::make_shared<LoadedPack>(*pack);
  copy->directory = std::move(directory);
  return copy;
}

}  // namespace waymark
