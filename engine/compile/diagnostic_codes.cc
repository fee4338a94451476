#include "engine/compile/diagnostic_codes.h"

#include <algorithm>
#include <array>

namespace waymark {
namespace {

constexpr auto kCodes = std::to_array<std::string_view>({
    "WM101", "WM102", "WM103", "WM104", "WM105",                    // files and JSON
    "WM110", "WM111", "WM112", "WM113", "WM114",                    // shape
    "WM201", "WM202", "WM203", "WM204", "WM205", "WM206", "WM207",  // names
    "WM208", "WM209", "WM210", "WM211", "WM212", "WM213", "WM215",  // slots, prompts, plans
    "WM216", "WM217", "WM218", "WM219",                             // languages, hazards, plans
    "WM301", "WM302", "WM303", "WM304", "WM305", "WM306", "WM307",  // the phrase language
    "WM308", "WM309", "WM310", "WM311", "WM312", "WM313",           // and cues
    "WM401", "WM402", "WM403", "WM404", "WM405",                    // examples
    "WM501", "WM502", "WM503",                                      // the dialog graph
    "WM601", "WM603", "WM604", "WM605", "WM606", "WM607", "WM608", "WM609", "WM610",  // facts
    "WM701", "WM702", "WM703", "WM704", "WM705", "WM706", "WM707",  // conversation tests
    "WM801", "WM802", "WM803", "WM804", "WM805", "WM806",           // proofs
    "WM810", "WM811", "WM812", "WM813", "WM814", "WM815", "WM816", "WM817", "WM818",
    "WM821", "WM822", "WM823", "WM824", "WM825", "WM826",  // and of patterns
});

}  // namespace

bool is_diagnostic_code(std::string_view code) {
  return std::ranges::find(kCodes, code) != kCodes.end();
}

}  // namespace waymark
