// The program `waymark`.

#include "adapters/cli/program.h"

int main(int argc, char** argv) { return waymark::run_program(argc, argv); }
