// Whether everybody can use the widget: axe in every state, the keyboard alone, and what a screen
// reader says. The server is a fake.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import {
  closePages, focused, launchBrowser, launcher, log, openWidget, replies, say, textBox,
} from './browser.mjs';
import { visitFake } from './fake_server.mjs';
import { STATES, answerOf, pageIn } from './states.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser;

before(async () => { browser = await launchBrowser(); });
afterEach(() => closePages(browser));
after(() => browser?.close());

/** What axe finds in the widget, in every look, scheme and direction. Runs in the page. */
async function sweep(rules) {
  const chat = document.querySelector('waymark-chat');
  const found = [];
  let runs = 0;
  for (const look of ['', 'nhs', 'neutral']) {
    for (const theme of ['light', 'dark']) {
      for (const dir of ['ltr', 'rtl']) {
        chat.setAttribute('look', look);
        chat.setAttribute('theme', theme);
        chat.setAttribute('dir', dir);
        const { violations, passes } = await axe.run(chat, { runOnly: rules });
        runs += passes.length > 0;
        for (const { id, nodes } of violations) {
          found.push(`${look} ${theme} ${dir}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        }
      }
    }
  }
  return { found, runs };
}

for (const state of STATES) {
  test(`axe: ${state}, in three looks, two schemes and two directions`, async () => {
    const { page } = await pageIn(browser, state, { bypassCSP: true, reducedMotion: 'reduce' });
    await page.evaluate(await readFile(AXE, 'utf8'));
    assert.deepEqual(await page.evaluate(sweep, RULES), { found: [], runs: 12 });
  });
}

test('axe: would find a poor contrast', async () => {
  const { page } = await pageIn(browser, 'welcome', { bypassCSP: true });
  await page.evaluate(await readFile(AXE, 'utf8'));
  await page.locator('waymark-chat').evaluate((chat) => chat.style.setProperty('--waymark-ink', '#999'));
  assert.match((await page.evaluate(sweep, RULES)).found.join(), /light ltr: color-contrast/);
});

for (const [name, options] of Object.entries({
  'at 320 pixels': { viewport: { width: 320, height: 568 } },
  'at 400 percent': { viewport: { width: 320, height: 256 } },
})) {
  test(`reflow: results ${name}`, async () => {
    const { page } = await pageIn(browser, 'results', { ...options, reducedMotion: 'reduce' });
    const overflow = await log(page).evaluate((node) => node.scrollWidth - node.clientWidth);
    assert.equal(overflow, 0, 'no sideways scrolling');
    await textBox(page).focus();
    const box = await textBox(page).boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= options.viewport.height, 'the text box is in view');
  });
}

/** What is said, with the virtual screen reader of guidepup listening to the open panel. */
async function listened() {
  const seen = await visitFake(browser, answerOf, { bypassCSP: true });
  await seen.visit();
  const { outputFiles } = await esbuild.build({
    stdin: { contents: "export { virtual } from '@guidepup/virtual-screen-reader/browser.js'",
      resolveDir: dirname(fileURLToPath(import.meta.url)) },
    bundle: true, format: 'iife', globalName: 'reader', write: false, minify: true,
  });
  await seen.page.evaluate(`${outputFiles[0].text};window.reader = reader.virtual`);
  await openWidget(seen.page);
  await seen.page.evaluate(() => window.reader.start({
    container: document.querySelector('waymark-chat').shadowRoot.querySelector('dialog'),
    displayCursor: false,
  }));
  const spoken = async (count) => {
    await seen.page.waitForFunction(async (least) =>
      (await window.reader.spokenPhraseLog()).filter((words) => /^(polite|assertive):/.test(words))
        .length >= least, count);
    // A second announcement would follow within a frame or two.
    await seen.page.evaluate(() => new Promise((done) => { setTimeout(done, 300); }));
    return (await seen.page.evaluate(() => window.reader.spokenPhraseLog()))
      .filter((words) => /^(polite|assertive):/.test(words));
  };
  return { ...seen, spoken };
}

test('spoken: each message and each reply once, with its choices counted', async () => {
  const { page, spoken } = await listened();
  await say(page, 'hello');
  await say(page, 'results');
  const said = await spoken(4);
  assert.equal(said.length, 4, said.join('\n'));
  assert.match(said[0], /^polite: You: hello/);
  assert.match(said[1], /^polite: Guide: Answer to hello/);
  assert.match(said[2], /^polite: You: results/);
  assert.match(said[3], /^polite: Guide: Here are three.*3 choices: More results/s);
});

test('spoken: crisis help at once and once, with its numbers', async () => {
  const { page, spoken } = await listened();
  await say(page, 'crisis');
  const said = await spoken(2);
  assert.equal(said.length, 2, said.join('\n'));
  assert.match(said[1], /^assertive: Guide: Get help now.*Call 999.*Call 116 123.*Text SHOUT to 85258/s);
});

test('spoken: what comes back after a reload is not read out', async () => {
  const { page } = await pageIn(browser, 'crisis', { bypassCSP: true });
  await page.reload();
  await page.evaluate(() => {
    window.added = 0;
    new MutationObserver((records) => {
      const isLive = (node) => node.getRootNode().host && node.closest?.('dialog')?.open;
      window.added += records.filter(({ target }) => isLive(target)).length;
    }).observe(document.querySelector('waymark-chat').shadowRoot, { childList: true, subtree: true });
  });
  await launcher(page).click();
  await log(page).getByText('116 123').first().waitFor();
  assert.equal(await page.evaluate(() => window.added), 0, 'it is there before the panel opens');
});

test('keyboard: the arrow keys move between choices, Tab passes them in one step', async () => {
  for (const dir of ['ltr', 'rtl']) {
    const { page } = await pageIn(browser, 'welcome');
    await page.locator('waymark-chat').evaluate((chat, to) => { chat.dir = to; }, dir);
    const label = () => page.evaluate(() =>
      document.querySelector('waymark-chat').shadowRoot.activeElement.textContent);
    const [forward, backward] = dir === 'ltr' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
    await page.keyboard.press('Shift+Tab');
    assert.equal(await label(), 'What is IPT?');
    for (const [key, expected] of [[forward, 'Find a therapist'], ['ArrowDown', 'Help for someone else'],
      [forward, 'What is IPT?'], [backward, 'Help for someone else'], ['Home', 'What is IPT?'],
      ['End', 'Help for someone else']]) {
      await page.keyboard.press(key);
      assert.equal(await label(), expected, `${dir} ${key}`);
    }
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'textarea.input');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await label(), 'Help for someone else', 'it remembers where it was');
  }
});

test('keyboard: focus goes through the panel in the order of the screen, and nothing else is in it',
  async () => {
    const { page } = await pageIn(browser, 'welcome');
    const order = [];
    await page.evaluate(() => {
      document.querySelector('waymark-chat').shadowRoot.querySelector('dialog').focus();
    });
    await page.getByRole('button', { name: 'More options' }).focus();
    for (let step = 0; step < 7; step += 1) {
      order.push(await focused(page));
      await page.keyboard.press('Tab');
    }
    assert.deepEqual(order, ['button.round.more', 'button.round.close', 'button.help-now', 'button.exit',
      'div.log', 'button.way', 'textarea.input']);
    assert.equal(await focused(page), 'button.send');
  });

test('keyboard: Escape closes the options first, then the panel, and focus goes back each time', async () => {
  const { page } = await pageIn(browser, 'options');
  await page.getByRole('button', { name: 'Copy' }).focus();
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'button.round.more');
  assert.equal(await page.getByRole('button', { name: 'More options' }).getAttribute('aria-expanded'),
    'false');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'button.launcher');
});

test('names: every control has one, and every number is heard with whose it is', async () => {
  const { page } = await pageIn(browser, 'crisis');
  const reply = replies(page).nth(1);
  for (const name of [/^Call 116 123 ?, Samaritans$/, /^Website ?, Samaritans \(opens in a new tab\)$/,
    /^Text SHOUT to 85258 ?, Shout \(by text message\)$/]) {
    assert.equal(await reply.getByRole('link', { name }).count(), 1, String(name));
  }
});

test('motion: none for those who do not want it', async () => {
  const { page } = await pageIn(browser, 'welcome', { reducedMotion: 'reduce' });
  const moving = await page.evaluate(() => document.getAnimations().length);
  assert.equal(moving, 0);
  assert.equal(await log(page).evaluate((node) => getComputedStyle(node).scrollBehavior), 'auto');
});
