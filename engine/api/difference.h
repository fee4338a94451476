#pragma once
// What is different between two versions of a pack, in sentences that a clinician can read aloud.
// For `waymark diff`. Stateless; any thread.
//
//   const PackVersion before{old_source, *old_bundle};
//   for (const Change& change : changes_between(before, after)) show(change.sentence);

#include <cstdint>
#include <string>
#include <vector>

#include "engine/api/clock.h"
#include "engine/api/content.h"
#include "engine/api/diagnostic.h"

namespace waymark {

struct PackVersion {
  const PackSource& source;
  const Bundle& bundle;
};

// The groups in which changes are told, in this order.
enum class ChangeArea : std::uint8_t {
  Crisis,    // what is said and offered when there is risk
  Risk,      // how risk is recognised
  Facts,     // numbers, addresses, opening times
  Wordings,  // what visitors read
  Routes,    // where choices and questions lead
  Patterns,  // which messages are understood
  Locales,
  Pack  // version, menu, what is remembered, and what nobody meets
};

struct Change {
  ChangeArea area = ChangeArea::Pack;
  std::string about;     // the id that it is about, such as "help.cost.short"
  std::string sentence;  // what changed
  std::string before;    // the old words or value, where there are some
  std::string after;

  bool operator==(const Change&) const = default;
};

// Every change, by area and then by id. Empty for versions that differ in no file.
[[nodiscard]] std::vector<Change> changes_between(const PackVersion& before,
                                                  const PackVersion& after);

// The first answer of a stored conversation that is different now.
struct ChangedAnswer {
  SourcePlace place;
  std::string visitor;             // what is typed or chosen there
  std::vector<std::string> gone;   // what was said and is no more
  std::vector<std::string> added;  // what is said now
};

// Plays the conversations of a file on both versions at the same time of day.
[[nodiscard]] std::vector<ChangedAnswer> changed_answers(const Bundle& before, const Bundle& after,
                                                         const SourceFile& file, UtcSeconds now);

}  // namespace waymark
