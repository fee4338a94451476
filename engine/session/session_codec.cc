#include "engine/api/engine.h"
#include "engine/api/limits.h"

namespace waymark {
namespace {

// The record: one byte of version, then the fields in the order below, little-endian; lists as one
// byte of length and that many items. No pointers, no types, no names: nothing to exploit.
constexpr std::uint8_t kVersion = 2;

class Writer {
 public:
  void u8(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void u32(std::uint32_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
      u8(static_cast<std::uint8_t>(value >> shift & 0xFFU));
    }
  }
  void ref(NodeRef at) {
    u32(at.flow);
    u32(at.node);
  }
  void count(std::size_t size) { u8(static_cast<std::uint8_t>(size)); }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint8_t u8() {
    if (at_ >= bytes_.size()) {
      broken_ = true;
      return 0;
    }
    return static_cast<std::uint8_t>(bytes_[at_++]);
  }
  std::uint32_t u32() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
      value |= static_cast<std::uint32_t>(u8()) << shift;
    }
    return value;
  }
  NodeRef ref() {
    const StableId flow = u32();
    return {flow, u32()};
  }
  std::size_t count(std::size_t most) {
    const std::size_t size = u8();
    if (size > most) broken_ = true;
    return broken_ ? 0 : size;
  }
  [[nodiscard]] bool is_done() const { return !broken_ && at_ == bytes_.size(); }
  void refuse() { broken_ = true; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool broken_ = false;
};

void write_value(Writer& out, const SlotValue& value) {
  out.u8(static_cast<std::uint8_t>(value.index()));
  if (const auto* id = std::get_if<StableId>(&value)) out.u32(*id);
  if (const auto* number = std::get_if<std::int32_t>(&value)) {
    out.u32(static_cast<std::uint32_t>(*number));
  }
  if (const auto* flag = std::get_if<bool>(&value)) out.u32(*flag ? 1 : 0);
}

SlotValue read_value(Reader& in) {
  const std::uint8_t kind = in.u8();
  const std::uint32_t value = in.u32();
  switch (kind) {
    case 0: return StableId{value};
    case 1: return static_cast<std::int32_t>(value);
    case 2: return value != 0;
    default: in.refuse(); return {};
  }
}

void write_frame(Writer& out, const StackFrame& frame) {
  out.u8(static_cast<std::uint8_t>(frame.kind));
  out.ref(frame.at);
}

StackFrame read_frame(Reader& in) {
  const std::uint8_t kind = in.u8();
  if (kind > 1) in.refuse();
  return {static_cast<StackFrame::Kind>(kind > 1 ? 0 : kind), in.ref()};
}

// A step with its flags: whether it is joined, and whether the slot had a value.
constexpr std::uint8_t kJoined = 1;
constexpr std::uint8_t kHadValue = 2;

void write_step(Writer& out, const TrailStep& step) {
  const int flags = (step.is_joined ? kJoined : 0) + (step.before ? kHadValue : 0);
  out.u8(static_cast<std::uint8_t>(flags));
  out.ref(step.at);
  out.u8(step.depth);
  write_frame(out, step.below);
  out.u32(step.slot);
  if (step.before) write_value(out, *step.before);
}

TrailStep read_step(Reader& in) {
  TrailStep step;
  const std::uint8_t flags = in.u8();
  if (flags > kJoined + kHadValue) in.refuse();
  step.is_joined = (flags & kJoined) != 0;
  step.at = in.ref();
  step.depth = in.u8();
  if (step.depth > kMaxStackDepth) in.refuse();
  step.below = read_frame(in);
  step.slot = in.u32();
  if ((flags & kHadValue) != 0) step.before = read_value(in);
  return step;
}

RiskQuestion read_question(Reader& in) {
  const std::uint8_t question = in.u8();
  if (question <= static_cast<std::uint8_t>(RiskQuestion::Asked)) {
    return static_cast<RiskQuestion>(question);
  }
  in.refuse();
  return RiskQuestion::NotAsked;
}

}  // namespace

std::string encode_session(const Session& session) {
  Writer out;
  out.u8(kVersion);
  out.u32(session.locale);
  out.u32(session.pack_version);
  out.u32(session.turn);
  out.ref(session.waiting);
  out.ref(session.last_said);
  out.u8(session.fallbacks);
  out.u32(session.risk.category);
  out.u8(session.risk.tier);
  out.u8(session.risk.times_shown);
  out.u8(session.risk.turns_since);
  out.u8(session.risk.weak_cues);
  out.u8(static_cast<std::uint8_t>(session.risk.question));
  out.count(session.risk.tail.size());
  for (const StableId word : session.risk.tail) out.u32(word);
  out.count(session.stack.size());
  for (const StackFrame& frame : session.stack) write_frame(out, frame);
  out.count(session.slots.size());
  for (const SlotEntry& entry : session.slots) {
    out.u32(entry.slot);
    write_value(out, entry.value);
  }
  out.count(session.offered.size());
  for (const StableId intent : session.offered) out.u32(intent);
  out.count(session.variants.size());
  for (const VariantEntry& entry : session.variants) {
    out.u32(entry.prompt);
    out.u8(entry.next);
  }
  out.count(session.trail.size());
  for (const TrailStep& step : session.trail) write_step(out, step);
  return out.take();
}

bool decode_session(std::string_view bytes, Session& session) {
  if (bytes.size() > kMaxSessionBytes) return false;
  Reader in(bytes);
  if (in.u8() != kVersion) return false;
  Session read;
  read.locale = in.u32();
  read.pack_version = in.u32();
  read.turn = in.u32();
  read.waiting = in.ref();
  read.last_said = in.ref();
  read.fallbacks = in.u8();
  read.risk.category = in.u32();
  read.risk.tier = in.u8();
  read.risk.times_shown = in.u8();
  read.risk.turns_since = in.u8();
  read.risk.weak_cues = in.u8();
  read.risk.question = read_question(in);
  for (std::size_t n = in.count(kMaxRiskTail); n > 0; --n) read.risk.tail.push_back(in.u32());
  for (std::size_t n = in.count(kMaxStackDepth); n > 0; --n) read.stack.push_back(read_frame(in));
  for (std::size_t n = in.count(kMaxSlots); n > 0; --n) {
    const StableId slot = in.u32();
    read.slots.push_back({slot, read_value(in)});
  }
  for (std::size_t n = in.count(kMaxOffered); n > 0; --n) read.offered.push_back(in.u32());
  for (std::size_t n = in.count(kMaxVariantMemory); n > 0; --n) {
    const StableId prompt = in.u32();
    read.variants.push_back({prompt, in.u8()});
  }
  for (std::size_t n = in.count(kMaxTrail); n > 0; --n) read.trail.push_back(read_step(in));
  if (!in.is_done()) return false;
  session = std::move(read);
  return true;
}

}  // namespace waymark
