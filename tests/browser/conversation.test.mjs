// What a visitor meets: the demonstration page and the widget against the real server and its pack.
//
//   WAYMARK_BIN          the program, if not build/release/waymark
//   WAYMARK_SCREENSHOTS  a folder for pictures; without it none are taken

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import {
  DIALOGS, EXIT_URL, closePages, focused, launchBrowser, launcher, log, newPage, openWidget,
  picture, replies, say, startServer, stored, textBox,
} from './browser.mjs';

const QUESTION = 'hi, ive been feeling really low since my mum died. '
  + 'what is interpersonal therapy??';

let server;
let browser;

before(async () => {
  browser = await launchBrowser();
  server = await startServer();
});

afterEach(() => closePages(browser));

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Runs one visit to the page and then asserts that nothing went wrong in it. */
const visit = (name, options, run) => test(name, async () => {
  const seen = await newPage(browser, options);
  await seen.page.goto(server.address);
  await run(seen);
  assert.deepEqual(seen.problems, []);
  await seen.context.close();
});

/** Every number in the service tables of the packs. */
async function numbersOfServices() {
  const paths = await readdir(DIALOGS, { recursive: true });
  const tables = paths.filter((path) =>
    /^(safety-uk|ipt-depression).services\b.*\.json$/.test(path));
  const contents = await Promise.all(tables.map((path) => readFile(join(DIALOGS, path), 'utf8')));
  return contents.flatMap((content) =>
    JSON.parse(content).services.flatMap(({ phone, sms }) => [phone, sms]));
}

const assertCrisisHelp = async (reply) => {
  const care = reply.locator('.care');
  assert.equal(await care.getByRole('heading').innerText(), 'Get help now');
  const target = (name) => care.getByRole('link', { name }).getAttribute('href');
  assert.equal(await target('Call 116 123'), 'tel:116123');
  assert.equal(await target('Call 999'), 'tel:999');
  const first = reply.locator(':scope > :not(.unseen)').first();
  assert.equal(await first.getAttribute('class'), 'care', 'crisis help stands first');
};

visit('page: before the first click nothing is fetched, stored or opened', {}, async (seen) => {
  await seen.page.waitForLoadState('networkidle');
  const paths = seen.requests.map((request) => new URL(request.url())).filter((url) => url.host);
  assert.deepEqual(paths.map((url) => url.pathname).sort(), ['/', '/demo.css', '/widget.js']);
  assert.deepEqual([...new Set(paths.map((url) => url.origin))], [server.address]);
  assert.equal(seen.sockets.length, 0);
  assert.deepEqual(await stored(seen.page), {});
  assert.deepEqual(await seen.context.cookies(), []);
  await picture(seen.page, 'page');
});

visit('conversation: answers, offers choices, and puts crisis help first', {}, async ({ page }) => {
  await openWidget(page);
  assert.deepEqual(await stored(page), {}, 'nothing is stored before the visitor says something');
  await picture(page, 'greeting');

  const answer = await say(page, QUESTION);
  assert.match(await answer.innerText(), /interpersonal (psycho)?therapy/i);
  await picture(page, 'answer');
  const choice = answer.locator('.choices').getByRole('button').first();
  const label = await choice.innerText();
  const count = await replies(page).count();
  await choice.click();
  await replies(page).nth(count).waitFor();
  const own = await log(page).locator('.own').last().innerText();
  assert.ok(own.endsWith(label), 'the choice is shown as the visitor\'s own words');
  assert.equal(await answer.locator('.choices').count(), 0, 'used choices go');

  const crisis = await say(page, 'i want to die');
  await assertCrisisHelp(crisis);
  await picture(page, 'crisis');
  await page.getByRole('button', { name: 'Help now' }).click();
  await picture(page, 'help-now');
});

visit('numbers: page and "Help now" show those of the service tables', {}, async ({ page }) => {
  await openWidget(page);
  await page.getByRole('button', { name: 'Help now' }).click();
  const links = await page.locator('[href^="tel:"], [href^="sms:"]').evaluateAll((nodes) =>
    nodes.map((node) => [node.href.match(/\d+/)[0], node.innerText.match(/[\d ]*\d/)[0].trim()]));
  const known = await numbersOfServices();
  assert.ok(links.length >= 10);
  for (const [target, shown] of links) {
    assert.equal(target, shown.replaceAll(' ', ''));
    assert.ok(known.includes(shown), `${shown} is in no service table`);
  }
});

visit('storage: a sealed token and the words of this tab', {}, async ({ page, context }) => {
  await openWidget(page);
  await say(page, QUESTION);
  const place = await stored(page);
  assert.deepEqual(Object.keys(place).sort(), ['waymark.talk', 'waymark.token']);
  assert.doesNotMatch(place['waymark.token'], /mum|low|therapy/);
  assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), {});
  assert.deepEqual(await context.cookies(), []);
  const other = await context.newPage();
  await other.goto(server.address);
  assert.deepEqual(await stored(other), {}, 'another tab knows nothing');
});

visit('reload: the conversation so far is there, and goes on', {}, async ({ page }) => {
  await openWidget(page);
  await say(page, QUESTION);
  const { 'waymark.token': token } = await stored(page);
  const before = await log(page).innerText();
  const frames = [];
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => frames.push(JSON.parse(payload)));
  });
  await page.reload();
  assert.equal(await log(page).count(), 0, 'the panel is closed again');
  await launcher(page).click();
  assert.equal(await log(page).innerText(), before);
  await assertCrisisHelp(await say(page, 'i want to die'));
  assert.deepEqual(frames.map(({ type }) => type), ['say'], 'no second greeting');
  assert.equal(frames[0].token, token);
});

visit('quick exit: empties page and storage, forgets, and leaves for good', {}, async (seen) => {
  const { page } = seen;
  await openWidget(page);
  await say(page, QUESTION);
  await page.getByRole('button', { name: 'Leave this page' }).click();
  await page.waitForURL(`${EXIT_URL}**`);
  const told = seen.requests.find((request) => request.url() === `${server.address}/api/v1/turn`);
  assert.equal(told?.method(), 'POST');
  await page.goBack();
  assert.equal(page.url(), 'about:blank', 'Back does not lead to the conversation');
  await page.goto(server.address);
  assert.deepEqual(await stored(page), {});
});

visit('keyboard: open, ask, choose, look for help, close', {}, async ({ page }) => {
  await launcher(page).focus();
  await page.keyboard.press('Enter');
  await replies(page).first().waitFor();
  assert.equal(await focused(page), 'textarea.input');

  await page.keyboard.type(QUESTION);
  await page.keyboard.press('Enter');
  await replies(page).nth(1).waitFor();
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(page), 'button.way', 'the newest choices are next to the text box');
  await page.keyboard.press('Enter');
  await replies(page).nth(2).waitFor();
  assert.equal(await focused(page), 'textarea.input');

  await page.getByRole('button', { name: 'Help now' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'a.way.first', 'the numbers follow the way out');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'button.help-now');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'button.launcher');
});

for (const [name, options] of Object.entries({
  narrow: { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true },
  dark: { colorScheme: 'dark' },
  contrast: { forcedColors: 'active' },
})) {
  visit(`crisis help: ${name}`, options, async ({ page }) => {
    await openWidget(page);
    await picture(page, `${name}-greeting`);
    await assertCrisisHelp(await say(page, 'i want to die'));
    await picture(page, `${name}-crisis`);
    const overflow = await log(page).evaluate((node) => node.scrollWidth - node.clientWidth);
    assert.equal(overflow, 0, 'no sideways scrolling');
    await page.getByRole('button', { name: 'Help now' }).click();
    await picture(page, `${name}-help-now`);
    await textBox(page).waitFor();
  });
}
