#include "adapters/cli/explanation.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <variant>
#include <vector>

#include "adapters/cli/text_wrap.h"
#include "adapters/protocol/utf8_text.h"

namespace waymark {

namespace {

constexpr std::size_t kTopicWidth = 12;
constexpr std::size_t kLineWidth = 100;
constexpr std::size_t kMostTokens = 60;  // shown one by one

// 900 thousandths are 0.900.
std::string score_text(std::int32_t score) {
  const std::string digits = std::to_string(std::abs(score) % 1000 + 1000).substr(1);
  return (score < 0 ? "-" : "") + std::to_string(std::abs(score) / 1000) + '.' + digits;
}

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

class Explanation {
 public:
  Explanation(std::string_view message, const Turn& turn)
      : message_(message), turn_(turn), trace_(turn.trace) {}

  std::string write() {
    topic("Typed", std::string(message_));
    words();
    safety();
    meaning();
    entities();
    decision();
    return std::move(out_);
  }

 private:
  // A topic at the margin with lines beside it.
  void topic(std::string_view name, const std::string& text) {
    const std::string block = wrap_text(text, kLineWidth, kTopicWidth);
    out_ += padded_to(name, kTopicWidth) + block.substr(std::min(kTopicWidth, block.size() - 1));
  }
  void line(const std::string& text, std::size_t indent = 0) {
    out_ += wrap_text(text, kLineWidth, kTopicWidth + indent);
  }

  std::string_view typed(const ByteSpan& span) const {
    const std::size_t begin = std::min<std::size_t>(span.begin, message_.size());
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, message_.size());
    return message_.substr(begin, end - begin);
  }

  // Two aligned rows: as typed, and as read.
  void words() {
    std::array<std::string, 2> rows;
    std::size_t count = 0;
    const auto flush = [&](std::string_view name) {
      for (std::string& row : rows) row.resize(row.find_last_not_of(' ') + 1);
      topic(name, "typed  " + rows[0]);
      line("read   " + rows[1]);
      rows = {};
    };
    std::string_view name = "Words";
    for (const TokenTrace& token : trace_.tokens) {
      if (++count > kMostTokens) break;
      const std::string_view source = token.corrected_from.empty()
                                          ? typed(token.source)
                                          : std::string_view(token.corrected_from);
      const std::size_t width =
          std::max(count_characters(source), count_characters(token.text)) + 2;
      if (!rows[0].empty() && count_characters(rows[0]) + width > kLineWidth - kTopicWidth - 7) {
        flush(name);
        name = "";
      }
      rows[0] += padded_to(source, width);
      rows[1] += padded_to(token.text, width);
    }
    if (count == 0) return topic("Words", "none");
    flush(name);
    if (trace_.tokens.size() > kMostTokens) {
      line("and " + std::to_string(trace_.tokens.size() - kMostTokens) + " more");
    }
    if (trace_.shortened) line("The message was over the limits: the rest of it was not read.");
  }

  // What a pattern matched, as it was read.
  std::string matched_words(const MatchTrace& match) const {
    std::string words;
    const std::size_t end = std::min<std::size_t>(
        std::size_t{match.first_token} + match.token_count, trace_.tokens.size());
    for (std::size_t at = match.first_token; at < end; ++at) {
      if (!words.empty()) words += ' ';
      words += trace_.tokens[at].text;
    }
    return words.empty() ? std::string(typed(match.span)) : words;
  }

  void rule(const MatchTrace& match) {
    line("pattern  " + in_quotes(match.pattern), 2);
    line("matched  " + in_quotes(matched_words(match)), 2);
    line("written  " + place_text(match.place), 2);
  }

  void safety() {
    if (trace_.safety.empty()) {
      topic("Safety", trace_.risks.empty() ? "no rule matched" : "nothing to act on");
    } else {
      topic("Safety", trace_.safety + " (" + trace_.safety_tier + "): crisis help goes first");
    }
    if (trace_.risk_with_before) line("read together with the words of the message before");
    for (const MatchTrace& risk : trace_.risks) {
      line(risk.owner);
      rule(risk);
      if (!risk.cancelled_by.empty()) line("held back by " + in_quotes(risk.cancelled_by), 2);
    }
    if (!trace_.risk_reading.empty()) {
      cues("all told, " + share_text(trace_.risk_lean) + " towards " + trace_.risk_reading +
               (trace_.risk_lean > 0 ? "" : ", so not likely") + "; its strongest cues",
           trace_.risk_cues);
    }
  }

  // The cues that said most, each with its place, after a line that says what for.
  void cues(const std::string& head, const std::vector<CueTrace>& shares) {
    if (shares.empty()) return;
    line(head);
    for (const CueTrace& cue : shares) {
      line(share_text(cue.share) + "  " + in_quotes(cue.cue) + "  " + cue.place.file + ':' +
               std::to_string(cue.place.line),
           2);
    }
  }

  // The likeliest meanings, each with how far it is behind the first.
  void readings() {
    if (trace_.readings.empty()) return;
    const std::int32_t best = trace_.readings.front().total;
    std::string text = trace_.readings.front().intent;
    for (std::size_t i = 1; i < trace_.readings.size(); ++i) {
      text += ", then " + trace_.readings[i].intent + " (" +
              share_text(trace_.readings[i].total - best) + ')';
    }
    topic("All told", text);
    cues("what speaks for and against " + trace_.readings.front().intent, trace_.cues);
  }

  std::string loss_reason(const MatchTrace& match, const MatchTrace* winner) const {
    if (!match.cancelled_by.empty()) return "cancelled by " + in_quotes(match.cancelled_by);
    if (winner != nullptr && match.owner == winner->owner) return "says the same";
    if (!trace_.safety.empty()) return "safety goes before every meaning";
    if (winner == nullptr) return trace_.readings.empty() ? "not taken" : "the cues say otherwise";
    if (!trace_.readings.empty() && match.score >= winner->score) return "the cues say otherwise";
    if (match.score < winner->score) {
      return "lower score than " + winner->owner + " (" + score_text(match.score) + " against " +
             score_text(winner->score) + ")";
    }
    return "same score as " + winner->owner + ", which goes before it";
  }

  void meaning() {
    const auto winner = std::ranges::find_if(trace_.matches, [this](const MatchTrace& match) {
      return match.cancelled_by.empty() && match.owner == trace_.intent;
    });
    const MatchTrace* won = winner == trace_.matches.end() ? nullptr : &*winner;
    topic("Meaning",
          won == nullptr ? trace_.intent : trace_.intent + ", score " + score_text(won->score));
    if (won != nullptr) rule(*won);
    bool is_first = true;
    for (const MatchTrace& match : trace_.matches) {
      if (&match == won) continue;
      const std::string head = match.owner + ", score " + score_text(match.score);
      is_first ? topic("Not taken", head) : line(head);
      is_first = false;
      rule(match);
      line("because  " + loss_reason(match, won), 2);
    }
    readings();
    if (!trace_.suggestions.empty()) topic("Suggested", joined_suggestions());
    if (trace_.slow_path) line("A matcher ran out of its budget; the slower one answered.");
  }

  std::string joined_suggestions() const {
    std::string names;
    for (const IntentId& intent : trace_.suggestions) {
      if (!names.empty()) names += ", ";
      names += intent.value;
    }
    return names;
  }

  void entities() {
    std::string_view name = "Things";
    for (const EntityTrace& entity : trace_.entities) {
      topic(name, entity.type + " " + entity.value + ", from " + in_quotes(typed(entity.span)));
      name = "";
    }
  }

  void decision() {
    topic("Decision", std::string(name_of(trace_.decision.kind)) + " " + trace_.decision.target);
    if (!trace_.decision.reason.empty()) line(trace_.decision.reason);
    std::string path;
    for (const std::string& node : trace_.path) path += path.empty() ? node : " > " + node;
    if (!path.empty()) topic("Way", path);
    std::string said;
    for (const Part& part : turn_.reply.parts) {
      const auto* text = std::get_if<TextPart>(&part);
      if (text != nullptr) said += (said.empty() ? "" : ", ") + text->prompt.value;
    }
    if (!said.empty()) topic("Says", said);
  }

  std::string_view message_;
  const Turn& turn_;
  const Trace& trace_;
  std::string out_;
};

}  // namespace

std::string place_text(const SourcePlace& place) {
  return place.file + ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
}

std::string share_text(std::int32_t share) {
  const std::string digits = std::to_string(std::abs(share) % 100 + 100).substr(1);
  return (share < 0 ? "-" : "+") + std::to_string(std::abs(share) / 100) + '.' + digits;
}

std::string explanation_of(std::string_view message, const Turn& turn) {
  return Explanation(message, turn).write();
}

}  // namespace waymark
