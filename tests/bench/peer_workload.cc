// Prints the made-up rules and messages as JSON, for peers.mjs: `bench_workload PHRASES BYTES`.

#include <cstdlib>
#include <iostream>
#include <string>

#include "tests/bench/workload.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: bench_workload PHRASES BYTES\n";
    return 2;
  }
  const waymark::bench::Workload workload(std::stoul(argv[1]));
  // Words, brackets, bars, stars and full stops: nothing that JSON would escape.
  const char* before = "";
  std::cout << "{\"phrases\": [";
  for (const waymark::bench::Phrase& phrase : workload.phrases()) {
    std::cout << before << R"({"trigger": ")" << phrase.trigger() << R"(", "example": ")"
              << phrase.example() << "\"}";
    before = ",\n";
  }
  before = "";
  std::cout << "],\n\"messages\": [";
  for (const std::string& message : workload.messages(std::stoul(argv[2]), 256)) {
    std::cout << before << '"' << message << '"';
    before = ",\n";
  }
  std::cout << "]}\n";
  return 0;
}
