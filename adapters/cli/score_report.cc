#include "adapters/cli/score_report.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "adapters/cli/text_wrap.h"
#include "adapters/protocol/json_text.h"

namespace waymark {

namespace {

constexpr std::size_t kNameWidth = 30;
constexpr std::size_t kFigureWidth = 11;
constexpr std::size_t kMostConfusions = 30;

using Confusion = std::pair<std::pair<std::string, std::string>, std::size_t>;

// The most frequent first.
std::vector<Confusion> sorted_confusions(const Score& score) {
  std::vector<Confusion> confusions(score.confusions.begin(), score.confusions.end());
  std::ranges::stable_sort(confusions, std::ranges::greater(), &Confusion::second);
  return confusions;
}

// 0.9125 is "0.912" (three decimals).
std::string figure(double value) {
  const long thousandths = std::lround(value * 1000);
  return std::to_string(thousandths / 1000) + '.' +
         std::to_string(1000 + thousandths % 1000).substr(1);
}

std::string share_text(const Share& share) {
  return padded_to(figure(share.rate()), kFigureWidth) + std::to_string(share.hits) + " of " +
         std::to_string(share.all);
}

class TextReport {
 public:
  std::string write(const Score& score) {
    row("accuracy", share_text(score.right));
    row("right or suggested", share_text(score.right_or_suggested));
    row("macro F1", figure(score.macro_f1()));
    if (score.safety.any.all > 0 || score.false_alarms.all > 0) safety(score);
    labels(score);
    confusions(score);
    return std::move(out_);
  }

 private:
  void row(std::string_view name, std::string_view figures) {
    out_ += padded_to(name, kNameWidth) + ' ' + std::string(figures) + '\n';
  }
  void title(std::string_view name, std::string_view columns = "") {
    out_ += '\n';
    row(name, columns);
  }

  void safety(const Score& score) {
    title("Safety");
    row("recall, right category", share_text(score.safety.category));
    row("recall, any category", share_text(score.safety.any));
    row("false alarms", share_text(score.false_alarms));
    for (const auto& [tier, counts] : score.safety_by_tier) safety_rows("tier " + tier, counts);
    for (const auto& [kind, counts] : score.safety_by_kind) safety_rows("kind " + kind, counts);
    for (const auto& [kind, share] : score.false_alarms_by_kind) {
      row("  kind " + kind + ", false", share_text(share));
    }
  }
  void safety_rows(const std::string& name, const SafetyScore& counts) {
    row("  " + name + ", category", share_text(counts.category));
    row("  " + name + ", any", share_text(counts.any));
  }

  void labels(const Score& score) {
    std::string columns;
    for (const char* name : {"expected", "precision", "recall", "F1"}) {
      columns += padded_to(name, kFigureWidth);
    }
    title("Label", columns);
    for (const auto& [label, counts] : score.labels) {
      row(label, padded_to(std::to_string(counts.expected), kFigureWidth) +
                     padded_to(figure(counts.precision()), kFigureWidth) +
                     padded_to(figure(counts.recall()), kFigureWidth) + figure(counts.f1()));
    }
  }

  void confusions(const Score& score) {
    const std::vector<Confusion> sorted = sorted_confusions(score);
    if (sorted.empty()) return;
    title("Expected", "taken for");
    for (std::size_t at = 0; at < std::min(sorted.size(), kMostConfusions); ++at) {
      const auto& [pair, count] = sorted[at];
      row(pair.first, padded_to(pair.second, kNameWidth) + ' ' + std::to_string(count));
    }
    if (sorted.size() > kMostConfusions) {
      out_ += "and " + std::to_string(sorted.size() - kMostConfusions) + " more pairs\n";
    }
  }

  std::string out_;
};

void share_member(JsonObject& object, std::string_view key, const Share& share) {
  JsonObject item(object.begin(key));
  item.member("rate", share.rate());
  item.member("hits", share.hits);
  item.member("all", share.all);
  item.close();
}

void safety_member(JsonObject& object, std::string_view key, const SafetyScore& safety) {
  JsonObject item(object.begin(key));
  share_member(item, "category", safety.category);
  share_member(item, "any", safety.any);
  item.close();
}

void safety_json(JsonObject& object, const Score& score) {
  safety_member(object, "safety", score.safety);
  JsonObject tiers(object.begin("safety_by_tier"));
  for (const auto& [tier, safety] : score.safety_by_tier) safety_member(tiers, tier, safety);
  tiers.close();
  JsonObject kinds(object.begin("safety_by_kind"));
  for (const auto& [kind, safety] : score.safety_by_kind) safety_member(kinds, kind, safety);
  kinds.close();
  share_member(object, "false_alarms", score.false_alarms);
  JsonObject alarms(object.begin("false_alarms_by_kind"));
  for (const auto& [kind, share] : score.false_alarms_by_kind) share_member(alarms, kind, share);
  alarms.close();
}

void labels_json(JsonObject& object, const Score& score) {
  JsonObject labels(object.begin("labels"));
  for (const auto& [label, counts] : score.labels) {
    JsonObject item(labels.begin(label));
    item.member("expected", counts.expected);
    item.member("predicted", counts.predicted);
    item.member("right", counts.right);
    item.member("precision", counts.precision());
    item.member("recall", counts.recall());
    item.member("f1", counts.f1());
    item.close();
  }
  labels.close();
}

void misses_json(std::string& out, const std::vector<ScoredText>& texts) {
  std::vector<const ScoredText*> misses;
  for (const ScoredText& text : texts) {
    if (!text.is_right()) misses.push_back(&text);
  }
  append_json_list(out, misses, [&out](const ScoredText* miss) {
    JsonObject item(out);
    item.member("text", miss->labelled.text);
    item.member("expected", miss->labelled.expected);
    item.member("predicted", miss->predicted.label());
    append_json_list(item.begin("suggestions"), miss->predicted.suggestions,
                     [&out](const std::string& id) { append_json_string(out, id); });
    item.close();
  });
}

}  // namespace

std::string score_text(const Score& score, const std::vector<ScoredText>& texts, Misses misses) {
  std::string out = TextReport().write(score);
  if (misses == Misses::Counted) return out;
  out += "\nMisses\n";
  for (const ScoredText& text : texts) {
    if (text.is_right()) continue;
    out += text.labelled.expected + " taken for " + text.predicted.label() +
           (text.is_right_or_suggested() ? " (suggested): " : ": ") + text.labelled.text + '\n';
  }
  return out;
}

std::string score_json(const Score& score, const std::vector<ScoredText>& texts, Misses misses) {
  std::string out;
  JsonObject object(out);
  share_member(object, "accuracy", score.right);
  share_member(object, "right_or_suggested", score.right_or_suggested);
  object.member("macro_f1", score.macro_f1());
  safety_json(object, score);
  labels_json(object, score);
  append_json_list(object.begin("confusions"), sorted_confusions(score),
                   [&out](const Confusion& confusion) {
                     JsonObject item(out);
                     item.member("expected", confusion.first.first);
                     item.member("predicted", confusion.first.second);
                     item.member("count", confusion.second);
                     item.close();
                   });
  if (misses == Misses::Listed) misses_json(object.begin("misses"), texts);
  object.close();
  return out + '\n';
}

}  // namespace waymark
