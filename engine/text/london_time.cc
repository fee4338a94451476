#include "engine/text/london_time.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>

#include <cmath>
#include <memory>

#include "engine/api/check.h"

namespace waymark {
namespace {

// Read-only once it is made; ICU lets many threads ask it.
const icu::BasicTimeZone& london() {
  static const std::unique_ptr<const icu::TimeZone> zone(
      icu::TimeZone::createTimeZone("Europe/London"));
  const auto* basic = dynamic_cast<const icu::BasicTimeZone*>(zone.get());
  WAYMARK_CHECK(basic != nullptr && *basic != icu::TimeZone::getUnknown());
  return *basic;
}

// ICU counts in milliseconds.
UDate to_icu(std::chrono::seconds since_1970) {
  return static_cast<UDate>(since_1970.count()) * 1000.0;
}

std::chrono::seconds from_icu(UDate milliseconds) {
  return std::chrono::seconds(static_cast<std::int64_t>(std::floor(milliseconds / 1000.0)));
}

}  // namespace

LondonTime london_time(std::chrono::sys_seconds instant) {
  int32_t raw = 0;
  int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  london().getOffset(to_icu(instant.time_since_epoch()), false, raw, summer, status);
  WAYMARK_CHECK(U_SUCCESS(status));
  return LondonTime(instant.time_since_epoch() + from_icu(raw + summer));
}

std::chrono::sys_seconds london_instant(LondonTime time, RepeatedHour repeated) {
  int32_t raw = 0;
  int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  london().getOffsetFromLocal(
      to_icu(time.time_since_epoch()), UCAL_TZ_LOCAL_FORMER,
      repeated == RepeatedHour::First ? UCAL_TZ_LOCAL_FORMER : UCAL_TZ_LOCAL_LATTER, raw, summer,
      status);
  WAYMARK_CHECK(U_SUCCESS(status));
  const std::chrono::sys_seconds instant(time.time_since_epoch() - from_icu(raw + summer));
  if (london_time(instant) == time) return instant;
  icu::TimeZoneTransition change;  // the skipped hour begins and ends with it
  WAYMARK_CHECK(london().getPreviousTransition(to_icu(instant.time_since_epoch()), true, change) !=
                0);
  return std::chrono::sys_seconds(from_icu(change.getTime()));
}

}  // namespace waymark
