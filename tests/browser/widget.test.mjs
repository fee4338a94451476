// What the widget makes of the frames it gets, and how it can be used. The server is a fake.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import {
  DIALOGS, EXIT_URL, builtWidget, closePages, focused, launchBrowser, log, openWidget, replies, say,
  stored, textBox,
} from './browser.mjs';
import { visitFake } from './fake_server.mjs';

const SIZE_LIMIT = 12 * 1024;
const HOSTILE = '<img src=x onerror=alert(1)><script>alert(2)</script>';

const CHOICES = {
  type: 'choices', choices: [{ id: 'a.b', label: 'First' }, { id: 'c.d', label: 'Second' }],
};

let browser;

before(async () => { browser = await launchBrowser(); });
afterEach(() => closePages(browser));
after(() => browser?.close());

/** Opens the widget on a server that answers every message with these parts. */
async function openedWith(parts, { safety = false, ...options } = {}) {
  const answer = ({ type }) => (type === 'say' ? { parts, safety } : undefined);
  const seen = await visitFake(browser, answer, options);
  await seen.visit();
  await openWidget(seen.page);
  return seen;
}

test('size: the core is at most 12 KB when compressed', async () => {
  const script = await readFile(join(await builtWidget(), 'widget.js'));
  assert.ok(gzipSync(script, { level: 9 }).length <= SIZE_LIMIT);
});

test('text: a blank line parts paragraphs, and markup stays text', async () => {
  const { page, problems } = await openedWith([{ type: 'text', text: `One\n\n${HOSTILE}` }]);
  const reply = await say(page, HOSTILE);
  assert.deepEqual(await reply.locator('p').allInnerTexts(), ['One', HOSTILE]);
  assert.equal(await log(page).locator('img, script').count(), 0);
  assert.deepEqual(problems, []);
});

test('contact: shown number and link target are the same', async () => {
  const { page } = await openedWith([{
    type: 'contact', name: 'Line', hours: 'Mon to Fri', note: 'Free', phone: '0808 123 4567',
    sms: '80808', sms_text: 'HI & BYE', url: 'https://line.example/',
  }]);
  const reply = await say(page, 'x');
  const links = await reply.getByRole('link').evaluateAll(
    (nodes) => nodes.map((node) => node.getAttribute('href')));
  assert.deepEqual(links,
    ['tel:08081234567', 'sms:80808?&body=HI%20%26%20BYE', 'https://line.example/']);
  const shown = await reply.innerText();
  for (const words of ['Line', 'Mon to Fri', 'Free', 'Call 0808 123 4567', 'HI & BYE to 80808']) {
    assert.ok(shown.includes(words), words);
  }
});

/** Phone and text numbers of every service file of the shipped packs. */
async function shippedLines() {
  const folder = join(DIALOGS, 'safety-uk', 'services');
  const files = (await readdir(folder)).map((name) => join(folder, name));
  files.push(join(DIALOGS, 'ipt-depression', 'services.json'));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts.flatMap((text) => JSON.parse(text).services).filter(({ phone, sms }) => phone || sms);
}

test('contact: every line of the shipped packs calls or texts the number that it shows', async () => {
  const lines = await shippedLines();
  assert.ok(lines.length > 30);
  const { page } = await openedWith(lines.map(({ name, phone, sms, sms_text }) =>
    ({ type: 'contact', name, hours: '', phone, sms, sms_text })));
  const reply = await say(page, 'x');
  const links = await reply.locator('[href^="tel:"], [href^="sms:"]').evaluateAll((nodes) =>
    nodes.map((node) => [node.getAttribute('href'), node.querySelector('b').textContent]));
  const expected = lines.flatMap(({ phone, sms }) => [['tel', phone], ['sms', sms]])
    .filter(([, number]) => number);
  assert.deepEqual(links.map(([href, shown]) => [href.match(/^(\w+):(\d+)/).slice(1), shown]),
    expected.map(([scheme, number]) => [[scheme, number.replaceAll(' ', '')], number]));
});

test('addresses: only https is opened', async () => {
  const forbidden = ['javascript:alert(1)', 'data:text/html,x', 'http://evil.example/', '//x', ''];
  const parts = forbidden.flatMap((url) => [
    { type: 'link', label: 'Words', url },
    { type: 'card', title: 'T', text: 'x', label: 'Words', url },
    { type: 'contact', name: 'N', url },
  ]);
  const good = { type: 'link', label: 'Good', url: 'https://good.example' };
  const { page, problems } = await openedWith([...parts, good]);
  const reply = await say(page, 'x');
  assert.equal(await reply.getByRole('link').count(), 1);
  const link = reply.getByRole('link', { name: 'Good' });
  assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
  assert.deepEqual(problems, []);
});

test('parts: an unknown kind is shown as nothing', async () => {
  const strange = ['hologram', 'constructor', '__proto__'].map((type) => ({ type }));
  const { page, problems } = await openedWith([...strange, { type: 'text', text: 'Seen' }]);
  const reply = await say(page, 'x');
  assert.equal(await reply.locator(':scope > :not(.unseen, time)').count(), 1);
  assert.deepEqual(problems, []);
});

test('choices: a pressed one is sent by its id and shown as said', async () => {
  const { page, frames } = await openedWith([CHOICES]);
  await say(page, 'x');
  const group = page.getByRole('toolbar', { name: '2 choices' });
  await group.getByRole('button', { name: 'Second' }).click();
  await replies(page).nth(2).waitFor();
  assert.equal(await group.count(), 0);
  const { type, choice } = frames.at(-1);
  assert.deepEqual([type, choice], ['choose', 'c.d']);
  assert.match(await log(page).locator('.own').last().innerText(), /Second$/);
});

test('log: each reply is added once, whole, and nothing is said twice', async () => {
  const { page } = await openedWith([{ type: 'text', text: 'A' }, CHOICES], { safety: true });
  assert.equal(await page.getByRole('log').count(), 1);
  assert.equal(await page.locator('[aria-live=polite], [aria-live=assertive]').count(), 1);
  await log(page).evaluate((node) => {
    window.added = [];
    new MutationObserver((records) => {
      const nodes = records.flatMap(({ addedNodes }) => [...addedNodes]);
      window.added.push(...nodes.map(({ className }) => className));
    }).observe(node, { childList: true, subtree: true, characterData: true });
  });
  await say(page, 'x');
  assert.deepEqual(await page.evaluate(() => window.added), ['own', 'reply']);
});

test('closed: only the button can be reached, and focus comes back to it', async () => {
  const seen = await visitFake(browser);
  await seen.visit();
  const { page } = seen;
  const inside = () => page.locator('waymark-chat').evaluate((host) =>
    [...host.shadowRoot.querySelectorAll('a, button, textarea, [tabindex]')]
      .filter((node) => node.checkVisibility()).length);
  assert.equal(await inside(), 1);
  await openWidget(page);
  assert.equal(await focused(page), 'textarea.input');
  await page.getByRole('button', { name: 'Close the guide' }).click();
  assert.equal(await focused(page), 'button.launcher');
  assert.equal(await inside(), 1);
  await page.getByRole('button', { name: 'Ask our guide', exact: true }).click();
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Ask our guide');
});

test('targets: the controls are large enough, also at 320 px', async () => {
  for (const [width, height] of [[1280, 800], [320, 568], [320, 256]]) {
    const viewport = { width, height };
    // Without motion: a panel on its way has sizes like 43.99.
    const { page } = await openedWith([CHOICES], { viewport, reducedMotion: 'reduce' });
    await say(page, 'x');
    const fits = await page.locator('waymark-chat').evaluate((host) => {
      const controls = [...host.shadowRoot.querySelectorAll('dialog button, dialog a')];
      const boxes = controls.map((node) => node.getBoundingClientRect()).filter((box) => box.width);
      return boxes.map((box) =>
        box.width >= 44 && box.height >= 44 && box.left >= 0 && box.right <= innerWidth);
    });
    assert.ok(fits.length >= 6 && fits.every(Boolean), `${width} x ${height}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, 'no sideways scrolling');
  }
});

test('quick exit: Shift three times leaves, capital letters do not', async () => {
  const { page } = await openedWith([]);
  await textBox(page).focus();
  for (const letter of 'HELP') await page.keyboard.press(`Shift+${letter}`);
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  assert.equal(await textBox(page).inputValue(), 'HELP');
  await page.keyboard.press('Shift');
  await page.waitForURL(`${EXIT_URL}**`);
});

test('quick exit: presses spread over more than five seconds do not count', async () => {
  const seen = await visitFake(browser);
  await seen.visit();
  const left = await seen.page.evaluate(() => {
    const press = (at) => {
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
      const up = new KeyboardEvent('keyup', { key: 'Shift' });
      Object.defineProperty(up, 'timeStamp', { value: at });
      dispatchEvent(up);
    };
    for (const at of [1000, 3500, 6001]) press(at);
    const before = !document.body;
    press(6002);
    return { before, after: !document.body };
  });
  assert.deepEqual(left, { before: false, after: true });
});

test('quick exit: the page is empty at once, wherever it then goes', async () => {
  const { page } = await openedWith([{ type: 'text', text: 'Answer' }]);
  await say(page, 'something private');
  const left = await page.evaluate(() => {
    document.querySelector('waymark-chat').shadowRoot.querySelector('.exit').click();
    return [document.documentElement.textContent, sessionStorage.length];
  });
  assert.deepEqual(left, ['Loading', 0]);
});

test('clear: empties log and storage and begins anew', async () => {
  const { page, frames } = await openedWith([{ type: 'text', text: 'Answer' }]);
  await say(page, 'something private');
  assert.deepEqual(Object.keys(await stored(page)).sort(), ['waymark.talk', 'waymark.token']);
  await page.getByRole('button', { name: 'Help now' }).click();
  await page.getByRole('button', { name: 'Clear this conversation' }).click();
  await log(page).getByText('Greeting').waitFor();
  assert.equal(await log(page).getByText('something private').count(), 0);
  assert.deepEqual(frames.slice(-2).map(({ type }) => type), ['forget', 'start']);
  assert.equal(frames.at(-1).token, undefined);
  assert.deepEqual(await stored(page), {});
});

test('long text: both ends go to the server', async () => {
  const { page, frames } = await openedWith([{ type: 'text', text: 'Answer' }]);
  await say(page, `begin ${'x'.repeat(20000)} end`);
  assert.match(frames.at(-1).text, /^begin x+\nx+ end$/);
  assert.ok(JSON.stringify(frames.at(-1)).length < 16 * 1024);
});

test('storage: a browser that forbids it still has a conversation', async () => {
  const seen = await visitFake(browser);
  await seen.page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() { throw new DOMException('no', 'SecurityError'); },
    });
  });
  await seen.visit();
  await openWidget(seen.page);
  await say(seen.page, 'hello');
  assert.deepEqual(seen.problems, []);
});
