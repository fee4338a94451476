#pragma once
// What visitors can always do: start again, have it said again, go back, stop. Stateless; any
// thread.

#include "engine/turn/dialog_runner.h"

namespace waymark {

void run_command(const Bundle& bundle, Command command, DialogRunner& runner);

}  // namespace waymark
