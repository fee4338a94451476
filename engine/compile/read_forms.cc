// A form is written as one node and read as those that it stands for, so that everything that holds
// of a question holds of its questions too:
//
//   check            the form itself: where it begins
//   check.sleep      the question "sleep"; each answer leads to check.sleep.then
//   check.sleep.then goes on with the next question that has no answer
//   check.review     all answers, and whether they are right
//   check.which      which answer to change; check.which.then goes on without a change

#include <algorithm>
#include <string>
#include <utility>

#include "engine/api/limits.h"
#include "engine/compile/declaration_reader.h"

namespace waymark {
namespace {

constexpr std::string_view kReview = ".review";
constexpr std::string_view kWhich = ".which";
constexpr std::string_view kThen = ".then";

PlacedText extended(const PlacedText& name, std::string_view by) {
  return {name.text + std::string(by), name.place};
}

PartDeclaration text_part(PlacedText prompt) {
  PartDeclaration part;
  part.place = prompt.place;
  part.text = std::move(prompt);
  return part;
}

// What the choices of a form have: an id, a label, the value that they stand for.
ChoiceDeclaration read_answer_of(ObjectReader& reader, const PlacedText& slot,
                                 const PlacedText& next) {
  ChoiceDeclaration choice;
  choice.id = reader.required_text("id");
  choice.label = reader.required_text("label");
  choice.next = next;
  choice.intents = reader.texts("intents");
  read_risk_of(reader, choice);
  if (const SourceValue* value = reader.any("value", true)) {
    AssignmentDeclaration assignment{slot, {}, reader.place_of(*value)};
    if (value->kind == SourceValue::Kind::Number) assignment.value = value->number;
    if (value->kind == SourceValue::Kind::Boolean) assignment.value = value->boolean;
    if (value->kind == SourceValue::Kind::String) {
      assignment.value = placed_text(*value, reader.locator());
    }
    choice.set.push_back(std::move(assignment));
  }
  return choice;
}

class FormReader {
 public:
  FormReader(PlacedText id, ObjectReader& reader) : id_(std::move(id)), reader_(reader) {
    form_.id = id_;
    form_.kind = {"form", id_.place};
    read_question(reader_, common_);
    skip_ = reader_.text("skip");
    skip_intents_ = reader_.texts("skip_intents");
    choices_ = reader_.array("choices");
  }

  std::vector<NodeDeclaration> read() {
    for_each_object(reader_, "questions", true,
                    [this](ObjectReader& question) { read_one(question); });
    if (form_.questions.empty() || form_.questions.size() > kMaxFormQuestions) {
      reader_.findings().add("WM113", id_.place,
                             "A form has 1 to " + std::to_string(kMaxFormQuestions) + " questions.",
                             "Make two forms of it.");
    }
    add_review();
    // The form itself comes last, when all of its questions are known; its flow starts by name.
    nodes_.push_back(std::move(form_));
    return std::move(nodes_);
  }

 private:
  NodeDeclaration question_node(PlacedText id, FormPlace::Part part) const {
    NodeDeclaration node = common_;
    node.id = std::move(id);
    node.kind = {"ask", id_.place};
    node.form = id_;
    node.form_part = part;
    return node;
  }

  NodeDeclaration step_node(PlacedText id, std::size_t from) const {
    NodeDeclaration step;
    step.id = std::move(id);
    step.kind = {"form_step", id_.place};
    step.form = id_;
    step.form_question = from;
    return step;
  }

  void read_one(ObjectReader& question) {
    FormQuestionDeclaration declared;
    declared.id = question.required_text("id");
    declared.name = question.required_text("name");
    declared.slot = question.required_text("slot");
    declared.ask = extended(id_, '.' + declared.id.text);
    declared.ask.place = declared.id.place;
    if (is_taken(declared.id)) return;
    NodeDeclaration ask = question_node(declared.ask, FormPlace::Part::Question);
    ask.form_question = form_.questions.size();
    ask.parts = read_parts(question, "parts", PartsOf::Flow);
    PlacedText reask = question.text("reask");
    if (!reask.empty()) ask.reasks = {std::move(reask)};
    const PlacedText then = extended(declared.ask, kThen);
    read_choices(question, declared.slot, then, ask);
    nodes_.push_back(step_node(then, form_.questions.size() + 1));
    form_.questions.push_back(std::move(declared));
    nodes_.push_back(std::move(ask));
  }

  bool is_taken(const PlacedText& id) {
    const bool is_own = id.text == kReview.substr(1) || id.text == kWhich.substr(1);
    const bool is_said = std::ranges::any_of(
        form_.questions, [&id](const auto& other) { return other.id.text == id.text; });
    if (!is_own && !is_said) return false;
    reader_.findings().add("WM207", id.place,
                           "There is a part \"" + id.text + "\" of this form already.",
                           "Give the question another id.");
    return true;
  }

  // The choices of the question itself, or those of the whole form.
  void read_choices(ObjectReader& question, const PlacedText& slot, const PlacedText& then,
                    NodeDeclaration& ask) {
    const SourceValue* own = question.array("choices");
    const SourceValue* list = own == nullptr ? choices_ : own;
    if (list != nullptr) {
      for (const SourceValue& item : list->items) {
        if (item.kind != SourceValue::Kind::Object) {
          reader_.report_kind(item, "choices", "a list of objects");
          continue;
        }
        ObjectReader choice(item, reader_.locator(), reader_.findings());
        ask.choices.push_back(read_answer_of(choice, slot, then));
        choice.finish();
      }
    }
    if (skip_.empty() || ask.choices.empty()) return;
    ChoiceDeclaration skip;
    skip.id = {"skip", skip_.place};
    skip.label = skip_;
    skip.next = then;
    skip.intents = skip_intents_;
    ask.choices.push_back(std::move(skip));
  }

  ChoiceDeclaration choice_to(std::string id, PlacedText label, PlacedText next) const {
    ChoiceDeclaration choice;
    choice.id = {std::move(id), id_.place};
    choice.label = std::move(label);
    choice.next = std::move(next);
    return choice;
  }

  void add_review() {
    const PlacedText review_id = extended(id_, kReview);
    const PlacedText which_id = extended(id_, kWhich);
    NodeDeclaration review = question_node(review_id, FormPlace::Part::Review);
    review.parts = read_parts(reader_, "summary", PartsOf::Flow);
    ChoiceDeclaration confirm =
        choice_to("confirm", reader_.required_text("confirm"), reader_.required_text("next"));
    confirm.intents = reader_.texts("confirm_intents");
    review.choices.push_back(std::move(confirm));
    ChoiceDeclaration change = choice_to("change", reader_.required_text("change"), which_id);
    change.intents = reader_.texts("change_intents");
    review.choices.push_back(std::move(change));
    NodeDeclaration which = question_node(which_id, FormPlace::Part::Which);
    which.parts.push_back(text_part(reader_.required_text("which")));
    for (const FormQuestionDeclaration& question : form_.questions) {
      which.choices.push_back(choice_to(question.id.text, question.name, question.ask));
    }
    const PlacedText then = extended(which_id, kThen);
    which.choices.push_back(choice_to("none", reader_.required_text("keep"), then));
    nodes_.push_back(step_node(then, 0));
    nodes_.push_back(std::move(review));
    nodes_.push_back(std::move(which));
  }

  PlacedText id_;
  ObjectReader& reader_;
  NodeDeclaration form_;
  NodeDeclaration common_;  // what all questions of the form have
  PlacedText skip_;
  std::vector<PlacedText> skip_intents_;
  const SourceValue* choices_ = nullptr;
  std::vector<NodeDeclaration> nodes_;
};

}  // namespace

std::vector<NodeDeclaration> read_form(PlacedText id, ObjectReader& reader) {
  return FormReader(std::move(id), reader).read();
}

}  // namespace waymark
