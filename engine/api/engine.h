#pragma once
// The engine as a pure function: (bundle, session, message, now) → turn. No I/O, no clock, no
// randomness, no global state: the same input gives the same bytes on every machine. Any thread may
// call these at once on one bundle.
//
//   Session session = start_session(*bundle, "en-GB");
//   Turn turn = take_turn(*bundle, session, SayMessage{TypedText("what is IPT?")}, now);
//   session = turn.session;

#include <string_view>

#include "engine/api/clock.h"
#include "engine/api/content.h"
#include "engine/api/directory.h"
#include "engine/api/message.h"
#include "engine/api/session.h"
#include "engine/api/turn.h"

namespace waymark {

// A fresh conversation in `locale`, or in the pack's first locale when it does not speak that one.
[[nodiscard]] Session start_session(const Bundle& bundle, std::string_view locale);

// Answers one message. Never fails: an odd, huge, empty or hostile message gets a reply too. A
// ChooseMessage must name a choice of this bundle (see knows_choice); others get a fallback reply.
// Without a directory, what a flow looks up is not found.
[[nodiscard]] Turn take_turn(const Bundle& bundle, const Session& session, const Message& message,
                             UtcSeconds now, const ServiceDirectory* directory = nullptr);

// Whether the pack has such a choice anywhere.
[[nodiscard]] bool knows_choice(const Bundle& bundle, const ChoiceId& choice);

// The words of last resort: crisis contacts rendered when the bundle was loaded, for a host whose
// engine call threw.
[[nodiscard]] const Reply& last_resort_reply(const Bundle& bundle);

// The session as a flat, bounded, versioned record (session/session_codec.h), and back. Decoding
// gives nothing when the bytes are not such a record.
[[nodiscard]] std::string encode_session(const Session& session);
[[nodiscard]] bool decode_session(std::string_view bytes, Session& session);

}  // namespace waymark
