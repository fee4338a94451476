// What a visitor typed is neither lost nor doubled, whatever becomes of page, connection and server;
// and help and the way out need none of them.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import {
  EXIT_URL, closePages, launchBrowser, launcher, log, newPage, openWidget, say, startServer,
  textBox,
} from './browser.mjs';
import { visitFake } from './fake_server.mjs';

const MESSAGES = 150;
const BREAKS = 200;
const KILLS = 3;

let browser;

before(async () => { browser = await launchBrowser(); });
afterEach(() => closePages(browser));
after(() => browser?.close());

/** The same numbers in every run. */
function* numbers(seed) {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const type = async (page, words) => {
  await textBox(page).fill(words);
  await textBox(page).press('Enter');
};

/**
 * The server as it is: it knows nothing but the token, and answers from the turn in it. How each frame
 * is met is drawn by lot: answered, dropped before it is read, or answered into a broken connection.
 */
function forgetfulServer(lots) {
  return (frame, socket) => {
    if (frame.type !== 'say') return undefined;
    const lot = lots.next().value;
    const turn = Number(frame.token?.split('-')[1] ?? 0) + 1;
    if (lot < 0.4) {
      return { turn, token: `token-${turn}`, parts: [{ type: 'text', text: `${turn}: ${frame.text}.` }] };
    }
    socket.close({ code: lot < 0.7 ? 1001 : 1011 });
    return null;
  };
}

test(`survival: a connection that breaks ${BREAKS} times loses and doubles nothing`,
  async () => {
    const seen = await visitFake(browser, forgetfulServer(numbers(7)));
    const { page } = seen;
    await page.addInitScript(() => {
      const wait = window.setTimeout;
      window.setTimeout = (act, pause) => wait(act, pause < 2000 ? pause / 50 : pause);
    });
    await seen.visit();
    await openWidget(page);
    await page.evaluate((count) => {
      const chat = document.querySelector('waymark-chat');
      for (let number = 1; number <= count; number += 1) chat.say(`message ${number}`);
    }, MESSAGES);
    await log(page).getByText(`${MESSAGES}: message ${MESSAGES}.`, { exact: true })
      .waitFor({ timeout: 120000 });
    const shown = await log(page).locator('.own, .bubble').evaluateAll((nodes) =>
      nodes.map((node) => node.innerText.match(/(\d+: )?message \d+\.?/)?.[0]).filter(Boolean));
    const numbered = Array.from({ length: MESSAGES }, (_, index) => `message ${index + 1}`);
    assert.deepEqual(shown.filter((words) => words.startsWith('m')), numbered);
    assert.deepEqual(shown.filter((words) => /^\d/.test(words)),
      numbered.map((words, index) => `${index + 1}: ${words}.`));
    assert.ok(seen.connections > BREAKS, `only ${seen.connections - 1} breaks`);
    const ids = new Map(seen.frames.filter((frame) => frame.text).map(({ id, text }) => [id, text]));
    assert.equal(ids.size, MESSAGES, 'a message sent again has the id it had');
    assert.equal(await log(page).getByText('Waiting to send').count(), 0);
  });

test(`survival: the server is killed ${KILLS} times, and the conversation goes on each time`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-keys-'));
  const flags = ['--keys', join(folder, 'keys')];
  let server = await startServer({ flags });
  const { port } = new URL(server.address);
  const { page, context } = await newPage(browser);
  const turns = [];
  await page.exposeFunction('heard', (turn) => turns.push(turn));
  await page.goto(server.address);
  await page.evaluate(() => addEventListener('waymark:reply', ({ detail }) => window.heard(detail.turn)));
  await openWidget(page);
  await say(page, 'hello');
  for (let count = 0; count < KILLS; count += 1) {
    await server.kill();
    await type(page, 'what is interpersonal therapy?');
    await log(page).getByText('Waiting to send').waitFor();
    assert.equal(await page.getByRole('dialog').isVisible(), true);
    server = await startServer({ port, flags });
    await log(page).getByText('Waiting to send').waitFor({ state: 'detached' });
  }
  assert.deepEqual(turns, Array.from({ length: KILLS + 2 }, (_, turn) => turn));
  await context.close();
  await server.stop();
  await rm(folder, { recursive: true });
});

test('survival: what waits when the page is loaded again goes once, with the id it had', async () => {
  let isGone = true;
  const seen = await visitFake(browser, ({ type: kind }, socket) => {
    if (kind !== 'say' || !isGone) return undefined;
    socket.close({ code: 1001 });
    return null;
  });
  const { page, frames } = seen;
  await seen.visit();
  await openWidget(page);
  await type(page, 'are you there');
  await log(page).getByText('Waiting to send').waitFor();
  isGone = false;
  await page.reload();
  await launcher(page).click();
  await log(page).getByText('Answer to are you there').waitFor();
  const said = frames.filter(({ text }) => text);
  assert.equal(new Set(said.map(({ id }) => id)).size, 1);
  assert.equal(await log(page).locator('.own').count(), 1);
  await page.reload();
  await launcher(page).click();
  assert.equal(await log(page).getByText('Answer to are you there').count(), 1);
  assert.equal(frames.filter(({ text }) => text).length, said.length, 'it is not sent again');
});

test('help: its numbers are there when nothing but the script ever came', async () => {
  const seen = await visitFake(browser);
  const { page } = seen;
  await seen.visit();
  await seen.context.setOffline(true);
  await page.evaluate(() => { window.WebSocket = class { constructor() { throw new Error('no'); } }; });
  await page.route('**/api/**', (route) => route.abort());
  await launcher(page).click();
  await page.getByRole('button', { name: 'Help now' }).click();
  const help = page.getByRole('region', { name: 'Help now', exact: true });
  for (const [name, href] of [['Call 999', 'tel:999'], ['Call 116 123', 'tel:116123'],
    ['Text SHOUT to 85258', 'sms:85258?&body=SHOUT'], ['Call 111', 'tel:111'],
    ['Call 0808 808 8000', 'tel:08088088000']]) {
    assert.equal(await help.getByRole('link', { name }).getAttribute('href'), href);
  }
  assert.match(await help.innerText(), /Your browser history may still show/);
});

test('help: the controls stay in view whatever is said', async () => {
  const long = { parts: [{ type: 'text', text: 'Words. '.repeat(600) }] };
  for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 568 }, { width: 568, height: 320 }]) {
    const seen = await visitFake(browser, ({ type: kind }) => (kind === 'say' ? long : undefined),
      { viewport, reducedMotion: 'reduce' });
    await seen.visit();
    await openWidget(seen.page);
    await say(seen.page, 'x');
    for (const name of ['Help now', 'Leave this page']) {
      const box = await seen.page.getByRole('button', { name }).boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= viewport.height, `${name} at ${viewport.width}`);
    }
  }
});

test('crisis: its help is on the page in the same task as the frame, and interrupts', async () => {
  const seen = await visitFake(browser, ({ type: kind }) => (kind === 'say' ? {
    safety: true, parts: [{ type: 'contact', name: 'Samaritans', hours: '', phone: '116 123' }],
  } : undefined));
  const { page } = seen;
  await seen.visit();
  await openWidget(page);
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('waymark-chat');
    const parse = JSON.parse;
    JSON.parse = (text) => {
      queueMicrotask(() => { window.atOnce = shadowRoot.querySelector('.care')?.textContent; });
      return parse(text);
    };
  });
  await say(page, 'x');
  assert.match(await page.evaluate(() => window.atOnce), /116 123/);
  assert.equal(await log(page).getAttribute('aria-live'), 'assertive');
});

test('quick exit: a server on another site is told to forget, without cookies', async () => {
  const SERVER = 'https://guide.test';
  const seen = await visitFake(browser, undefined, { bypassCSP: true });
  const { page } = seen;
  const posted = [];
  await page.route(`${SERVER}/**`, (route) => {
    const request = route.request();
    if (request.method() === 'POST') posted.push({ ...request.postDataJSON(), cookie: request.headers().cookie });
    return route.fulfill({
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' },
      json: { type: 'reply', id: request.postDataJSON()?.id, turn: posted.length, safety: false,
        token: 'sealed', parts: [{ type: 'text', text: 'Reply' }] },
    });
  });
  await page.routeWebSocket(/guide\.test/, (socket) => socket.close());
  await seen.context.addCookies([{ name: 'mine', value: '1', url: SERVER }]);
  await seen.visit();
  await page.locator('waymark-chat').evaluate((chat, server) => {
    chat.setAttribute('server', server);
    window.WebSocket = class { constructor() { throw new DOMException('blocked', 'SecurityError'); } };
  }, SERVER);
  await openWidget(page);
  await say(page, 'something private');
  await page.getByRole('button', { name: 'Leave this page' }).click();
  await page.waitForURL(`${EXIT_URL}**`);
  assert.deepEqual(posted.map(({ type: kind, token, cookie }) => [kind, token, cookie]),
    [['start', undefined, undefined], ['say', 'sealed', undefined], ['forget', 'sealed', undefined]]);
});
