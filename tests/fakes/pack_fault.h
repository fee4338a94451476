#pragma once
// Faults in the small pack, and what the content compiler must say of each: tables for compile
// tests.

#include <initializer_list>
#include <string>

namespace waymark::fakes {

struct PackFault {
  std::string what;
  std::string path;  // the file that is changed
  std::string from;  // the words that are changed; empty where the file is put there whole
  std::string to;
  std::string code;  // of the finding
  std::string at;    // the words of the file, once changed, at which it must point
};

// Checks that each fault gives its finding and no other one, in its place, with a message and a
// remedy, and that there is no bundle.
void check_faults(std::initializer_list<PackFault> faults);

// The same for faults that cannot but lead to further findings.
void check_faults_with_others(std::initializer_list<PackFault> faults);

}  // namespace waymark::fakes
