// How the widget keeps what was typed when the connection does not keep up. The server is a fake
// and time is turned by hand.

import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import {
  closePages, launchBrowser, launcher, log, openWidget, replies, say, textBox,
} from './browser.mjs';
import { visitFake } from './fake_server.mjs';

let browser;

before(async () => { browser = await launchBrowser(); });
afterEach(() => closePages(browser));
after(() => browser?.close());

const text = (words) => ({ type: 'text', text: words });
const error = (code, message) => ({ type: 'error', code, message });
const said = (seen) => seen.frames.filter(({ type }) => type === 'say');

/** Types without waiting for an answer. */
async function type(page, words) {
  await textBox(page).fill(words);
  await textBox(page).press('Enter');
}

const forbidSockets = (page) => page.addInitScript(() => {
  window.WebSocket = class {
    constructor() { throw new DOMException('refused', 'SecurityError'); }
  };
});

async function openedPage(answer) {
  const seen = await visitFake(browser, answer);
  await seen.page.clock.install();
  await seen.visit();
  await openWidget(seen.page);
  return seen;
}

test('connection: a message whose answer was lost goes again with the same id', async () => {
  const seen = await openedPage((frame, socket) => {
    if (frame.text !== 'hello' || said(seen).length > 1) return undefined;
    socket.close({ code: 1006 });
    return null;
  });
  const { page } = seen;
  await type(page, 'hello');
  await log(page).getByText('Waiting to send').waitFor();
  await log(page).getByText('We cannot connect just now').waitFor();
  await page.clock.runFor(2000);
  await log(page).getByText('Answer to hello').waitFor();
  assert.equal(said(seen).length, 2);
  assert.equal(said(seen)[0].id, said(seen)[1].id);
  assert.equal(seen.connections, 2);
  assert.deepEqual(seen.frames.map((frame) => frame.type), ['start', 'say', 'say']);
  assert.equal(seen.frames.at(-1).token, 'token-0', 'from before the lost answer');
  assert.equal(await log(page).getByText('Answer to hello').count(), 1);
  assert.equal(await log(page).getByText('Greeting').count(), 1, 'no second greeting');
  assert.equal(await log(page).getByText('Waiting to send').count(), 0);
  assert.equal(await log(page).getByText('We cannot connect').count(), 0, 'no stale notice');
});

test('connection: messages go one by one, in order', async () => {
  const held = [];
  const seen = await openedPage((frame, socket) => {
    if (frame.type !== 'say') return undefined;
    const answer = { type: 'reply', id: frame.id, turn: 1, safety: false, token: 't' };
    const parts = [text(`Re ${frame.text}`)];
    held.push(() => socket.send(JSON.stringify({ ...answer, parts })));
    return null;
  });
  const words = ['one', 'two', 'three'];
  for (const word of words) await type(seen.page, word);
  for (const word of words) {
    assert.equal(held.length, 1, 'the next waits for the answer to the one before');
    held.shift()();
    await log(seen.page).getByText(`Re ${word}`).waitFor();
  }
  assert.deepEqual(said(seen).map((frame) => frame.text), words);
});

test('connection: a silent server is taken for lost after ten seconds', async () => {
  const seen = await openedPage((frame, socket, { connections }) =>
    (frame.type === 'say' && connections === 1 ? null : undefined));
  await type(seen.page, 'hello');
  await seen.page.clock.runFor(12000);
  await log(seen.page).getByText('Answer to hello').waitFor();
  assert.equal(seen.connections, 2);
});

const CODES = [
  { code: 1001, after: 2000, back: true },
  { code: 1011, after: 2000, back: true },
  { code: 4000, after: 2000, back: true },
  { code: 4008, after: 58000, back: false },
  { code: 4008, after: 62000, back: true },
  { code: 4013, after: 4000, back: false },
  { code: 4013, after: 7000, back: true },
  { code: 1007, after: 120000, back: false },
  { code: 1009, after: 120000, back: false },
];

for (const { code, after: pause, back } of CODES) {
  test(`close code ${code}: ${back ? 'back' : 'not back'} within ${pause / 1000} s`, async () => {
    const seen = await openedPage((frame, socket) => {
      if (frame.type !== 'say' || seen.connections > 1) return undefined;
      socket.close({ code });
      return null;
    });
    await type(seen.page, 'hello');
    await log(seen.page).getByText(/Waiting to send|Not sent/).waitFor();
    await seen.page.clock.runFor(pause);
    if (back) await log(seen.page).getByText('Answer to hello').waitFor();
    assert.equal(seen.connections, back ? 2 : 1);
  });
}

test('connection: what the server refuses can be sent again', async () => {
  const seen = await openedPage((frame, socket) => {
    if (frame.type !== 'say' || seen.connections > 1) return undefined;
    socket.close({ code: 1009 });
    return null;
  });
  await type(seen.page, 'hello');
  await seen.page.getByRole('button', { name: 'Send again' }).click();
  await log(seen.page).getByText('Answer to hello').waitFor();
  assert.equal(said(seen)[0].id, said(seen)[1].id);
});

test('connection: an idle one is closed in peace and opened for the next message', async () => {
  let open;
  const seen = await openedPage((frame, socket) => { open = socket; });
  open.close({ code: 4000 });
  await seen.page.clock.runFor(60000);
  assert.equal(seen.connections, 1);
  assert.equal(await log(seen.page).getByText('We cannot connect').count(), 0);
  await say(seen.page, 'hello');
  assert.equal(seen.connections, 2);
});

test('errors: too fast waits and sends again; an internal and a busy one show their message', async () => {
  const seen = await openedPage((frame) => {
    if (frame.text === 'quick' && said(seen).length === 1) return error('too_fast');
    if (frame.text === 'crowded') return error('busy', 'Call 116 123');
    return frame.text === 'broken' ? error('internal', 'Call 999') : undefined;
  });
  await type(seen.page, 'quick');
  await seen.page.clock.runFor(5000);
  await log(seen.page).getByText('Answer to quick').waitFor();
  await type(seen.page, 'broken');
  await log(seen.page).getByText('Call 999').waitFor();
  await log(seen.page).getByText('Not sent').waitFor();
  await type(seen.page, 'crowded');
  await log(seen.page).getByText('Call 116 123').waitFor();
});

test('connection: an ended conversation starts again, and says so', async () => {
  const seen = await openedPage((frame, socket, { connections }) => {
    if (frame.text !== 'second') return undefined;
    if (connections > 1) return { turn: 1, parts: [text('Re second')] };
    socket.close({ code: 1001 });
    return null;
  });
  await say(seen.page, 'first');
  await type(seen.page, 'second');
  await seen.page.clock.runFor(2000);
  await log(seen.page).getByText('The conversation has started again').waitFor();
  await log(seen.page).getByText('Re second').waitFor();
});

test('connection: without a WebSocket the same frames are posted', async () => {
  const seen = await visitFake(browser);
  await seen.answerOverHttp();
  await forbidSockets(seen.page);
  await seen.visit();
  await openWidget(seen.page);
  await say(seen.page, 'one');
  await say(seen.page, 'two');
  assert.deepEqual(seen.frames.map(({ type: kind }) => kind), ['start', 'say', 'say']);
  assert.deepEqual(seen.frames.map(({ token }) => token), [undefined, 'token-0', 'token-1']);
});

test('connection: with no server at all, the help numbers are shown', async () => {
  const seen = await visitFake(browser);
  await seen.page.clock.install();
  await forbidSockets(seen.page);
  await seen.page.route('**/api/v1/turn', (route) => route.abort());
  await seen.visit();
  await launcher(seen.page).click();
  await log(seen.page).getByText('We cannot connect just now').waitFor();
  await seen.page.clock.runFor(3000);
  for (const [name, href] of [['Call 999', 'tel:999'], ['Call 116 123', 'tel:116123'],
    ['Text SHOUT to 85258', 'sms:85258?&body=SHOUT'], ['Call 111', 'tel:111']]) {
    assert.equal(await seen.page.getByRole('link', { name }).getAttribute('href'), href);
  }
  assert.equal(await replies(seen.page).count(), 0);
});
