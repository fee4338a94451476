#pragma once
// Stages 5 to 8 of a turn one by one, for those who bring an understanding of their own: the proofs
// over a pack ask what happens when a message means this or that, in every state of a talk. Hosts
// call take_turn (api/engine.h), which is made of these. Stateless; any thread.
//
//   DialogRunner runner = begin_turn(bundle, session, now);
//   const Decision decision = run_turn(bundle, message, understanding, runner);
//   const Reply reply = render_turn(bundle, now, runner);
//   const Session next = runner.session();

#include "engine/api/clock.h"
#include "engine/api/message.h"
#include "engine/api/reply.h"
#include "engine/api/turn.h"
#include "engine/turn/dialog_runner.h"
#include "engine/turn/router.h"
#include "engine/turn/understanding.h"

namespace waymark {

// The session as this version of the pack takes it up: what it does not have is let go.
[[nodiscard]] DialogRunner begin_turn(const Bundle& bundle, const Session& session, UtcSeconds now,
                                      const ServiceDirectory* directory = nullptr);

// Stages 5 and 6: what to do, and what is to be said, left in `runner` as ids.
Decision run_turn(const Bundle& bundle, const Message& message, const Understanding& understanding,
                  DialogRunner& runner);

// Stage 7: the words. The session of `runner` notes which wordings were used.
[[nodiscard]] Reply render_turn(const Bundle& bundle, UtcSeconds now, DialogRunner& runner);

// A whole turn without the patterns of `left_out`; take_turn leaves none out.
[[nodiscard]] Turn take_turn_without(const Bundle& bundle, const Session& session,
                                     const Message& message, UtcSeconds now,
                                     const LeftOut& left_out,
                                     const ServiceDirectory* directory = nullptr);

}  // namespace waymark
