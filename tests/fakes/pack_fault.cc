#include "tests/fakes/pack_fault.h"

#include <doctest/doctest.h>

#include <cstdint>

#include "tests/fakes/small_pack.h"

namespace waymark::fakes {
namespace {

enum class Others : std::uint8_t { None, Some };

std::string line_of(const std::string& code, const SourcePlace& place) {
  return code + ' ' + place.file + ':' + std::to_string(place.line) + ':' +
         std::to_string(place.column) + '\n';
}

void check_fault(const PackFault& fault, Others others) {
  CAPTURE(fault.what);
  SmallPack pack;
  if (fault.from.empty()) {
    pack.put(fault.path, fault.to);
  } else {
    pack.replace(fault.path, fault.from, fault.to);
  }
  const CompileResult result = pack.compile();
  CHECK(result.bundle == nullptr);
  std::string found;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    found += line_of(diagnostic.code, diagnostic.place);
    CHECK(diagnostic.severity == Severity::Error);
    CHECK_FALSE(diagnostic.message.empty());
    CHECK_FALSE(diagnostic.remedy.empty());
  }
  const std::string wanted = line_of(fault.code, pack.place_of(fault.path, fault.at));
  if (others == Others::None) {
    CHECK(found == wanted);
  } else {
    CAPTURE(wanted);
    CAPTURE(found);
    CHECK(found.find(wanted) != std::string::npos);
  }
}

}  // namespace

void check_faults(std::initializer_list<PackFault> faults) {
  for (const PackFault& fault : faults) check_fault(fault, Others::None);
}

void check_faults_with_others(std::initializer_list<PackFault> faults) {
  for (const PackFault& fault : faults) check_fault(fault, Others::Some);
}

}  // namespace waymark::fakes
