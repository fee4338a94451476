#pragma once
// Stage 6 of a turn: walks the graph from a node to the next question or the end, collecting what
// is to be said and the events on the way. Works on a copy of the session. One object serves one
// turn; one thread.

#include <cstddef>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "engine/api/clock.h"
#include "engine/api/directory.h"
#include "engine/api/event.h"
#include "engine/api/part_spec.h"
#include "engine/render/opening.h"
#include "engine/turn/bundle.h"

namespace waymark {

// Choices to be shown, still as ids and label prompts.
struct ChoiceLabels {
  struct Entry {
    ChoiceId id;
    PromptIndex label{};
  };
  std::vector<Entry> entries;
};

// The answers of a form, a line each.
struct AnswerLines {
  struct Line {
    PromptIndex question{};
    PromptIndex answer{};  // a label
  };
  std::vector<Line> lines;
};

using Output = std::variant<PartSpec, ChoiceLabels, AnswerLines, DirectoryEntry>;

// A node that ran, and which of its ways was taken: the case of a branch, its number of cases for
// "else"; 0 for other nodes.
struct PathStep {
  NodeIndex node{};
  std::size_t way = 0;
};

class DialogRunner {
 public:
  // Without a directory, what is looked up is not found.
  DialogRunner(const Bundle& bundle, Session session, UtcSeconds now,
               const ServiceDirectory* directory = nullptr)
      : bundle_(bundle), session_(std::move(session)), now_(now), directory_(directory) {}

  // Says something that stands in no flow.
  void say(PromptIndex prompt) { outputs_.emplace_back(PartSpec(TextSpec{prompt})); }
  void say(const std::vector<PartSpec>& parts);
  // Says the crisis plan, what is open now first.
  void say_plan(const std::vector<PartSpec>& parts) {
    has_shown_plan_ = true;
    say(open_first(parts, bundle_.services, now_));
  }
  void offer(ChoiceLabels choices) { outputs_.emplace_back(std::move(choices)); }

  // Runs from a node on until something waits or the flow ends.
  void run(NodeIndex node);
  // Says again what a node and those after it say, without any effect on the session.
  void run_aside(NodeIndex node);
  // Says what a flow says before it asks anything, without any effect on the session.
  void say_opening(FlowIndex flow);
  void run(FlowIndex flow) { run(bundle_.graph.flow(flow).start); }

  // Asks the open question again, for the `times`th time running (from 0) in other words, when it
  // is one that is not to be lost and has words left.
  bool ask_again(std::size_t times);

  // Asks the open question as it stands, the summary of a form with its answers; false when none is
  // open.
  bool ask_open();

  // What an answer sets, with the scores that follow from it, as a step that can be taken back.
  void answer(const std::vector<SlotEntry>& set);

  // Takes the last step back and asks its question again; false when there is none, or when a
  // question that was left is nearer.
  bool take_back();

  // Takes up the question on top of the stack again, if there is one.
  bool resume();

  void add(Event event);

  // Whether the crisis plan is part of what is said.
  [[nodiscard]] bool has_shown_plan() const { return has_shown_plan_; }

  [[nodiscard]] const Session& session() const { return session_; }
  [[nodiscard]] const std::vector<Output>& outputs() const { return outputs_; }
  [[nodiscard]] std::vector<Event> take_events() { return std::move(events_); }
  [[nodiscard]] const std::vector<PathStep>& path() const { return path_; }

 private:
  // Runs one node; the node to go on with, or nothing when the visitor is next.
  std::optional<NodeIndex> step(NodeIndex index);
  std::optional<NodeIndex> ask(NodeIndex index, const AskNode& node);
  std::optional<NodeIndex> end();
  NodeIndex branch(const BranchNode& node);
  NodeIndex look_up(const LookUpNode& node);
  NodeIndex begin_form(const FormNode& node);
  NodeIndex next_in_form(const FormStepNode& node);
  void say_ask(const AskNode& node);
  void assign(const SlotEntry& entry);
  void forget(StableId slot);
  void update_scores(StableId part);
  void restore(const TrailStep& step);
  [[nodiscard]] bool fits_stack(const TrailStep& step) const;
  void say_again(NodeIndex index, const AskNode& node, std::size_t times);
  template <typename Body>
  NodeIndex pass(NodeRef at, const Body& body);
  void wait_at(NodeIndex index, const AskNode& node);
  [[nodiscard]] bool has_left_question() const;

  const Bundle& bundle_;
  Session session_;
  UtcSeconds now_;
  const ServiceDirectory* directory_;
  std::vector<Output> outputs_;
  std::vector<Event> events_;
  std::vector<PathStep> path_;
  bool has_shown_plan_ = false;
};

}  // namespace waymark
