// What replies are made of, and what a visitor may do beside talking. The server is a fake.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, test } from 'node:test';
import {
  closePages, focused, launchBrowser, log, openWidget, replies, say, stored, textBox,
} from './browser.mjs';
import { visitFake } from './fake_server.mjs';
import { answerOf, pageIn } from './states.mjs';

let browser;

before(async () => { browser = await launchBrowser(); });
afterEach(() => closePages(browser));
after(() => browser?.close());

/** The widget on a server that answers every message with this body. */
async function openedWith(body, options) {
  const seen = await visitFake(browser, ({ type }) => (type === 'say' ? body : undefined), options);
  await seen.visit();
  await openWidget(seen.page);
  return seen;
}

const texts = (...all) => ({ parts: all.map((text) => ({ type: 'text', text })) });

test('text: emphasis, links and lists are nodes; everything else stays text', async () => {
  const rows = [
    ['plain', 'plain'],
    ['**Call** now', '<strong>Call</strong> now'],
    ['*soon* or 2 * 3 * 4', '<em>soon</em> or 2 * 3 * 4'],
    ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['- one\nnot a list', '- one\nnot a list'],
    ['[here](javascript:alert)', 'here'],
    ['[here](data:text/html,x)', 'here'],
    ['[a](http://evil.example/)', 'a'],
    ['**a <b>b</b>**', '<strong>a &lt;b&gt;b&lt;/b&gt;</strong>'],
    ['**open', '**open'],
    ['[x]', '[x]'],
  ];
  const { page, problems } = await openedWith(texts(...rows.map(([text]) => text)));
  const reply = await say(page, 'x');
  const shown = await reply.locator('.bubble').evaluateAll((nodes) => nodes.map((node) =>
    node.innerHTML.replace(/^<p>(.*)<\/p>$/s, '$1')));
  assert.deepEqual(shown, rows.map(([, html]) => html));
  assert.deepEqual(problems, []);
});

test('text: a link opens elsewhere, says so, and tells nobody where it was', async () => {
  const { page } = await openedWith(texts('See [the list](https://a.example/x) or https://b.example/y.'));
  const reply = await say(page, 'x');
  const links = await reply.getByRole('link').evaluateAll((nodes) =>
    nodes.map(({ href, target, rel, textContent }) => [href, target, rel, textContent]));
  assert.deepEqual(links, [
    ['https://a.example/x', '_blank', 'noopener noreferrer', 'the list (opens in a new tab)'],
    ['https://b.example/y', '_blank', 'noopener noreferrer', 'https://b.example/y (opens in a new tab)'],
  ]);
});

test('cards: those that follow each other are one list', async () => {
  const card = (title) => ({ type: 'card', title, text: 'Words' });
  const { page } = await openedWith({ parts: [card('One'), card('Two'), card('Three'),
    { type: 'text', text: 'And' }, card('Alone')] });
  const reply = await say(page, 'x');
  assert.deepEqual(await reply.getByRole('list').locator('li > .card > strong').allInnerTexts(),
    ['One', 'Two', 'Three']);
  assert.equal(await reply.locator(':scope > .card').innerText(), 'Alone\n\nWords');
});

test('sources, thumbs and trace: shown where the server offers them', async () => {
  const { page, frames } = await pageIn(browser, 'results');
  const reply = replies(page).nth(1);
  await reply.getByRole('link', { name: /^IPT-UK/ }).waitFor();
  assert.match(await reply.locator('details').first().innerText(), /reviewed 22 November 2026/);
  await reply.getByText('Why this answer?').click();
  assert.match(await reply.getByRole('region', { name: 'Trace' }).innerText(), /find\.therapist/);
  await reply.getByRole('button', { name: 'No', exact: true }).click();
  await reply.getByRole('button', { name: 'It was hard to understand' }).click();
  await reply.getByText('Thank you.').waitFor();
  const { type, turn, helpful, reason } = frames.at(-1);
  assert.deepEqual([type, turn, helpful, reason], ['feedback', 1, false, 'It was hard to understand']);
  assert.equal(frames[0].trace, true, 'a developer asks for the trace');
});

test('sources, thumbs and trace: not where the server does not offer them', async () => {
  const { page, frames, requests } = await openedWith(texts('Words'));
  const reply = await say(page, 'x');
  assert.equal(await reply.locator('details, .verdict').count(), 0);
  assert.equal(frames[0].trace, undefined);
  assert.equal(requests.filter((each) => each.url().includes('widget-more')).length, 0);
});

test('thumbs: nobody in a crisis is asked what they think', async () => {
  const { page } = await pageIn(browser, 'crisis');
  await page.waitForFunction(() => document.querySelector('waymark-chat').shadowRoot.adoptedStyleSheets
    .length > 2);
  assert.equal(await log(page).locator('.verdict').count(), 0);
});

test('form: names what is missing, sends the values, and shows them as said', async () => {
  const { page, frames } = await pageIn(browser, 'form');
  const form = replies(page).nth(1);
  assert.match(await form.getByRole('alert').innerText(), /Your name, I am over 18/);
  assert.equal(await focused(page), 'input.field');
  assert.equal(await form.getByLabel('Your name').getAttribute('aria-invalid'), 'true');
  await form.getByLabel('Your name').fill('Sam');
  await form.getByLabel('How to reach you').selectOption('By phone');
  await form.getByLabel('I am over 18').check();
  await form.getByRole('button', { name: 'Ask for it' }).click();
  await replies(page).nth(2).waitFor();
  const { type, form: id, values } = frames.at(-1);
  assert.deepEqual([type, id, values], ['submit', 'booking', { name: 'Sam', way: 'tel', note: '', ok: 'yes' }]);
  const own = await log(page).locator('.own').last().innerText();
  assert.match(own, /Your name: Sam\nHow to reach you: By phone\nI am over 18: yes/);
  assert.equal(await form.getByRole('button', { name: 'Ask for it' }).count(), 0);
});

test('form: a hostile one is only a form', async () => {
  const { page, problems, requests } = await openedWith({ parts: [{ type: 'form', id: '"><script>',
    title: '<img src=x onerror=alert(1)>', action: 'https://evil.example/', fields: [
      { name: '__proto__', label: '<b>x</b>', kind: 'password' }, { name: 'f', label: 'F', kind: 'file' },
    ] }] });
  const reply = await say(page, 'x');
  await reply.getByRole('button', { name: 'Send' }).waitFor();
  assert.deepEqual(await reply.locator('input').evaluateAll((all) => all.map(({ type }) => type)),
    ['text', 'text']);
  await reply.getByRole('button', { name: 'Send' }).click();
  await replies(page).nth(2).waitFor();
  assert.deepEqual(requests.filter((each) => each.url().includes('evil')), []);
  assert.deepEqual(problems, []);
});

test('hostile: no frame of a server runs script, asks for anything, or breaks the panel', async () => {
  const SCRIPT = '"><img src=https://evil.example/x onerror=window.broken=1><script>window.broken=1</script>';
  const odd = [null, 7, 'x', [], {}, [null], { toString: 1 }, SCRIPT, 'javascript:window.broken=1',
    'data:text/html,<script>window.broken=1</script>', 'https://evil.example/" onclick="window.broken=1'];
  const kinds = ['text', 'choices', 'contact', 'link', 'card', 'form', 'script', 'constructor'];
  const fields = ['text', 'choices', 'name', 'phone', 'sms', 'sms_text', 'url', 'label', 'title', 'note',
    'hours', 'fields', 'submit', 'id'];
  const parts = kinds.flatMap((kind) => odd.map((value) =>
    ({ ...Object.fromEntries(fields.map((field) => [field, value])), type: kind })));
  const bodies = [
    ...odd.map((value) => ({ parts: value, offers: value, sources: value, locales: value, trace: value })),
    { parts: [...odd, ...parts, { type: 'choices', choices: odd },
      { type: 'form', fields: [{ kind: 'choice', options: odd, name: SCRIPT, label: SCRIPT }, ...odd] }],
    offers: ['feedback', null], sources: odd, trace: { [SCRIPT]: odd }, locales: odd },
  ];
  const queue = [...bodies];
  const seen = await visitFake(browser, ({ type }) => (type === 'say' ? queue.shift() : undefined));
  await seen.visit();
  await seen.page.locator('waymark-chat').evaluate((chat) => chat.setAttribute('developer', ''));
  await openWidget(seen.page);
  for (let count = bodies.length; count > 0; count -= 1) {
    await textBox(seen.page).fill(`frame ${count}.`);
    await textBox(seen.page).press('Enter');
    await log(seen.page).locator('.own', { hasText: `frame ${count}.` }).waitFor();
  }
  await say(seen.page, 'still there');
  await log(seen.page).getByText('Answer to still there').waitFor();
  await seen.page.getByRole('button', { name: 'More options' }).click();
  await seen.page.getByRole('button', { name: 'Save' }).click();
  assert.equal(await seen.page.evaluate(() => window.broken), undefined);
  assert.deepEqual(seen.problems, []);
  const wrong = await log(seen.page).locator('a').evaluateAll((links) => links.map(({ href }) => href)
    .filter((href) => !/^(https:|tel:\+?\d*$|sms:)/.test(href)));
  assert.deepEqual(wrong, []);
  assert.deepEqual(seen.requests.filter((each) => each.url().includes('evil')), []);
});

/** Opens the options after a short conversation. */
async function options(context = {}) {
  const seen = await visitFake(browser, answerOf, { permissions: ['clipboard-read', 'clipboard-write'],
    ...context });
  await seen.visit();
  await openWidget(seen.page);
  await say(seen.page, 'crisis');
  await seen.page.getByRole('button', { name: 'More options' }).click();
  await seen.page.getByRole('button', { name: 'Save' }).waitFor();
  return seen;
}

const assertTranscript = (text) => {
  for (const words of [/^Little Harbour guide, /, /You, \d\d:\d\d.*\ncrisis/, /Get help now/,
    /Samaritans\n116 123/, /SHOUT 85258/]) assert.match(text, words);
};

test('transcript: copied, saved and printed in the page alone', async () => {
  const { page, requests, problems } = await options();
  const before = requests.length;
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByText('Copied.').waitFor();
  assertTranscript(await page.evaluate(() => navigator.clipboard.readText()));

  const [download] = await Promise.all([page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save' }).click()]);
  assertTranscript(await readFile(await download.path(), 'utf8'));
  assert.equal(download.suggestedFilename(), 'conversation.txt');

  await page.evaluate(() => {
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() {
      const frame = this;
      return { print: () => { window.printed = frame.contentDocument.body.innerText; } };
    } });
  });
  await page.getByRole('button', { name: 'Print' }).click();
  assert.match(await page.evaluate(() => window.printed), /^Little Harbour guide.*crisis.*116 123/s);
  assert.deepEqual(requests.slice(before).filter((each) => each.url().startsWith('http')), []);
  assert.deepEqual(problems, []);
});

test('times: shown on demand, and not announced', async () => {
  const { page } = await options();
  assert.equal(await log(page).locator('time').first().isVisible(), false);
  await page.getByLabel('Show times').check();
  assert.match(await log(page).locator('time').first().innerText(), /\d:\d\d/);
  assert.equal(await log(page).getAttribute('aria-live'), 'off');
  await page.keyboard.press('Escape');
  await say(page, 'hello');
  assert.equal(await log(page).getAttribute('aria-live'), 'polite');
});

test('language: switching asks the server in it and changes the words of the panel', async () => {
  const { page, frames } = await options();
  await page.locator('waymark-chat').evaluate((chat) => {
    chat.words = { cy: { label: 'Eich neges', help: 'Help nawr' } };
  });
  await page.getByLabel('Language').selectOption('Cymraeg');
  await page.getByRole('button', { name: 'Help nawr' }).waitFor();
  await log(page).getByText('Hello. I am an automated guide').nth(1).waitFor();
  assert.equal(frames.at(-1).type, 'start');
  assert.equal(frames.at(-1).locale, 'cy');
  assert.equal(frames.at(-1).token, 'token-1', 'the conversation goes on');
  assert.equal(await page.getByLabel('Eich neges').count(), 1);
  assert.equal(await log(page).getByText('116 123').count(), 1, 'what was said is still there');
});

test('options: when they cannot be loaded, the panel says so and tries again', async () => {
  const seen = await visitFake(browser, answerOf);
  const { page } = seen;
  let fails = true;
  await seen.visit();
  await page.route('**/widget-more.js*', (route) => (fails ? route.abort() : route.fallback()));
  await openWidget(page);
  const more = page.getByRole('button', { name: 'More options' });
  await more.click();
  await page.getByText('This part could not be loaded').waitFor();
  fails = false;
  await more.click();
  await more.click();
  await page.getByRole('button', { name: 'Save' }).waitFor();
});

test('interface: what a page may call and hear', async () => {
  const { page, frames } = await openedWith(texts('Words'));
  const heard = await page.evaluate(async () => {
    const names = ['open', 'close', 'say', 'reply', 'forget'];
    const found = [];
    for (const name of names) {
      addEventListener(`waymark:${name}`, ({ detail }) => found.push([name, detail?.turn ?? null]));
    }
    const chat = document.querySelector('waymark-chat');
    chat.close();
    const replied = new Promise((done) => { chat.addEventListener('waymark:reply', done); });
    chat.say('from the page');
    await replied;
    chat.forget();
    return found;
  });
  assert.deepEqual(heard, [['close', null], ['open', null], ['say', null], ['reply', 1], ['forget', null]]);
  assert.equal(frames.find(({ type }) => type === 'say').text, 'from the page');
  await log(page).getByText('Greeting').waitFor();
  assert.deepEqual(await stored(page), {});
});

test('interface: the script tag alone, with the attributes as data', async () => {
  const { page, visit } = await visitFake(browser);
  await visit();
  await page.route('**/tag.html', (route) => route.fulfill({ contentType: 'text/html', body:
    '<!DOCTYPE html><script src="/widget.js" data-heading="Our guide" data-exit-url="https://x.example/"'
    + ' data-label="Talk to us" defer></script><p>Page' }));
  await page.goto(new URL('/tag.html', page.url()).href);
  await page.getByRole('button', { name: 'Talk to us' }).click();
  await page.getByRole('dialog', { name: 'Our guide' }).waitFor();
  assert.equal(await page.locator('waymark-chat').getAttribute('exit-url'), 'https://x.example/');
});
