#include "engine/render/opening.h"

#include <algorithm>
#include <chrono>
#include <functional>

namespace waymark {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;

bool is_on(const OpeningTime& time, local_days day) {
  const unsigned weekday = std::chrono::weekday(day).iso_encoding() - 1;
  return (time.days >> weekday & 1U) != 0;
}

// `opens` and `closes` are chosen so that a service never counts as open while it may be closed.
UtcSeconds opens(const OpeningTime& time, local_days day) {
  return london_instant(day + minutes(time.from), RepeatedHour::Last);
}

UtcSeconds closes(const OpeningTime& time, local_days day) {
  const auto past_midnight = days(time.to > time.from ? 0 : 1);
  return london_instant(day + past_midnight + minutes(time.to), RepeatedHour::First);
}

bool is_open(const std::vector<OpeningTime>& hours, local_days today, UtcSeconds now) {
  for (local_days day = today - days(2); day <= today; day += days(1)) {
    for (const OpeningTime& time : hours) {
      if (is_on(time, day) && opens(time, day) <= now && now < closes(time, day)) return true;
    }
  }
  return false;
}

std::optional<LondonTime> next_opening(const std::vector<OpeningTime>& hours, local_days today,
                                       UtcSeconds now) {
  std::optional<UtcSeconds> next;
  for (local_days day = today - days(1); day <= today + days(8); day += days(1)) {
    for (const OpeningTime& time : hours) {
      if (!is_on(time, day)) continue;
      const UtcSeconds start = opens(time, day);
      if (start > now && start < closes(time, day) && (!next || start < *next)) next = start;
    }
  }
  if (!next) return std::nullopt;
  return london_time(*next);
}

// A run of contacts with the text before it, or one other part. The first text is about the plan as
// a whole and no part of a run.
struct Block {
  std::vector<PartSpec> lead;
  std::vector<ContactSpec> contacts;
};

std::vector<Block> blocks_of(const std::vector<PartSpec>& parts) {
  std::vector<Block> blocks;
  for (const PartSpec& part : parts) {
    if (const auto* contact = std::get_if<ContactSpec>(&part)) {
      const bool follows_first = blocks.size() == 1 && !blocks.front().lead.empty();
      if (blocks.empty() || follows_first) blocks.emplace_back();
      blocks.back().contacts.push_back(*contact);
    } else {
      blocks.push_back({{part}, {}});
    }
  }
  return blocks;
}

}  // namespace

Opening opening_of(const Service& service, UtcSeconds now) {
  if (service.always_open) return {OpenState::Open, {}};
  if (service.hours.empty()) return {};
  const auto today = std::chrono::floor<days>(london_time(now));
  if (is_open(service.hours, today, now)) return {OpenState::Open, {}};
  return {OpenState::Closed, next_opening(service.hours, today, now)};
}

std::vector<PartSpec> open_first(const std::vector<PartSpec>& parts, const ServiceTable& services,
                                 UtcSeconds now) {
  const auto is_closed = [&](const ContactSpec& contact) {
    return opening_of(services.at(contact.service), now).state == OpenState::Closed;
  };
  const auto is_closed_whole = [&](const Block& block) {
    return !block.contacts.empty() && std::ranges::all_of(block.contacts, is_closed);
  };
  std::vector<Block> blocks = blocks_of(parts);
  for (Block& block : blocks) {
    std::ranges::stable_partition(block.contacts, std::not_fn(is_closed));
  }
  const auto last_open = std::find_if(blocks.rbegin(), blocks.rend(), [&](const Block& block) {
                           return !block.contacts.empty() && !is_closed_whole(block);
                         }).base();
  std::stable_partition(blocks.begin(), last_open, std::not_fn(is_closed_whole));
  std::vector<PartSpec> out;
  for (const Block& block : blocks) {
    out.insert(out.end(), block.lead.begin(), block.lead.end());
    out.insert(out.end(), block.contacts.begin(), block.contacts.end());
  }
  return out;
}

}  // namespace waymark
