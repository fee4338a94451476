#include "engine/verify/change_list.h"

namespace waymark {

void ChangeList::compare(const std::string& subject, const std::string& before,
                         const std::string& after) {
  if (before == after) return;
  if (before.empty()) return add(subject + " is new.", {}, after);
  if (after.empty()) return add(subject + " is gone.", before, {});
  add(subject + " has changed.", before, after);
}

void ChangeList::compare_members(const std::vector<std::string>& before,
                                 const std::vector<std::string>& after, const std::string& gone,
                                 const std::string& added) {
  for (const std::string& member : before) {
    if (std::ranges::find(after, member) == after.end()) add(gone + ' ' + in_quotes(member) + '.');
  }
  for (const std::string& member : after) {
    if (std::ranges::find(before, member) == before.end()) {
      add(added + ' ' + in_quotes(member) + '.');
    }
  }
}

std::vector<Change> ChangeList::take() {
  std::ranges::stable_sort(changes_, {}, [](const Change& change) {
    return std::pair(change.area, std::string_view(change.about));
  });
  return std::move(changes_);
}

std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string listed(const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? " and " : ", ";
    out += items[i];
  }
  return out;
}

std::vector<std::string> texts_of(const std::vector<PlacedText>& texts) {
  std::vector<std::string> out;
  for (const PlacedText& text : texts) out.push_back(text.text);
  return out;
}

}  // namespace waymark
