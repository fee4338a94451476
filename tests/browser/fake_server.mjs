// A server that a test writes line by line: it answers the frames of the widget with what the test
// says, and remembers what was sent. Nothing runs but the page.

import { newPage, serveFiles } from './browser.mjs';

const ORIGIN = 'https://waymark.test';
const GREETING = { parts: [{ type: 'text', text: 'Greeting' }] };

const echo = ({ text, choice }) =>
  ({ parts: [{ type: 'text', text: `Answer to ${text ?? choice}` }] });

const usual = (frame) => {
  if (frame.type === 'forget') return { parts: [], token: '' };
  return frame.type === 'start' ? GREETING : echo(frame);
};

/**
 * Opens the demonstration page. `answer(frame, socket)` gives the fields of the reply to a frame, a
 * whole frame (with `type`), or null for silence. Where it gives nothing, a greeting or an echo
 * goes back.
 */
export async function visitFake(browser, answer = () => undefined, options = {}) {
  const seen = { ...await newPage(browser, options), frames: [], connections: 0 };
  let turn = 0;
  const reply = (frame, socket) => {
    seen.frames.push(frame);
    const isStart = frame.type === 'start' || frame.type === 'forget';
    const given = answer(frame, socket, seen);
    if (given === null) return null;
    turn = isStart ? turn : turn + 1;
    if (frame.type === 'forget') turn = 0;
    const body = given ?? usual(frame);
    return { type: 'reply', id: frame.id, turn, safety: false, token: `token-${turn}`, ...body };
  };
  await serveFiles(seen.page, ORIGIN);
  await seen.page.routeWebSocket(`${ORIGIN.replace('http', 'ws')}/ws`, (socket) => {
    seen.connections += 1;
    socket.onMessage((data) => {
      const frame = reply(JSON.parse(data), socket);
      if (frame) socket.send(JSON.stringify(frame));
    });
  });
  seen.visit = () => seen.page.goto(ORIGIN);
  seen.answerOverHttp = () => seen.page.route(`${ORIGIN}/api/v1/turn`, (route) => {
    const frame = reply(route.request().postDataJSON());
    return frame ? route.fulfill({ json: frame }) : route.abort();
  });
  return seen;
}
