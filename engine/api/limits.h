#pragma once
// Every bound of the engine in one place. Used by all floors; constants only.

#include <cstddef>
#include <cstdint>

namespace waymark {

// What one message may hold. 2,000 code points is some 400 words; runs of more than 30 combining
// marks are no language's (UAX #15, stream-safe text) and stall normalisation for seconds.
inline constexpr std::size_t kMaxMessageCodePoints = 2000;
inline constexpr std::size_t kMaxCombiningRun = 30;
inline constexpr std::size_t kMaxTokens = 2000;

// What one conversation may hold.
inline constexpr std::size_t kMaxStackDepth = 8;
inline constexpr std::size_t kMaxSlots = 32;
inline constexpr std::size_t kMaxTrail = 6;
inline constexpr std::size_t kMaxOffered = 8;
inline constexpr std::size_t kMaxVariantMemory = 16;
inline constexpr std::size_t kMaxRiskTail = 10;  // words
inline constexpr std::size_t kMaxSessionBytes = 768;

// What one turn may do. Flows that would go on for ever are refused when content is compiled;
// the step bound is the second lock on that door.
inline constexpr std::size_t kMaxStepsPerTurn = 64;
inline constexpr std::size_t kMaxReplyParts = 40;
inline constexpr std::size_t kMaxSuggestions = 3;
inline constexpr std::size_t kMaxFound = 5;

// What content may hold.
inline constexpr std::size_t kMaxJsonDepth = 32;
inline constexpr std::size_t kMaxSourceFileBytes = 16U << 20U;
inline constexpr std::size_t kMaxPatternPositions = 4096;
inline constexpr std::size_t kMaxGap = 10;
inline constexpr std::size_t kMaxUnordered = 4;
inline constexpr std::size_t kMaxReasks = 3;
inline constexpr std::size_t kMaxFormQuestions = 12;

}  // namespace waymark
