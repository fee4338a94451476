#include "tests/fakes/pack_fault.h"

#include <doctest/doctest.h>

#include "tests/fakes/small_pack.h"

namespace waymark::fakes {
namespace {

void check_fault(const std::string& shown_in, const PackFault& fault) {
  CAPTURE(fault.what);
  SmallPack pack;
  if (fault.from.empty()) {
    pack.put(fault.path, fault.to);
  } else {
    pack.replace(fault.path, fault.from, fault.to);
  }
  const CompileResult result = pack.compile();
  std::string all;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    all += format_diagnostic(diagnostic) + '\n';
  }
  CAPTURE(all);
  CHECK(result.bundle == nullptr);
  CHECK(result.diagnostics.size() == 1);
  if (result.diagnostics.empty()) return;
  const Diagnostic& found = result.diagnostics.front();
  const SourcePlace place = pack.place_of(shown_in, fault.at);
  CHECK(found.code == fault.code);
  CHECK(found.severity == Severity::Error);
  CHECK(found.place.file == place.file);
  CHECK(found.place.line == place.line);
  CHECK(found.place.column == place.column);
  CHECK_FALSE(found.message.empty());
  CHECK_FALSE(found.remedy.empty());
}

}  // namespace

void check_faults(std::initializer_list<PackFault> faults) {
  for (const PackFault& fault : faults) check_fault(fault.path, fault);
}

void check_faults_elsewhere(const std::string& shown_in, std::initializer_list<PackFault> faults) {
  for (const PackFault& fault : faults) check_fault(shown_in, fault);
}

}  // namespace waymark::fakes
