// The page that works without script, in a browser that runs none.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { EXIT_URL, launchBrowser, newPage, picture, startServer } from './browser.mjs';

const QUESTION = 'what is interpersonal therapy?';
const HOSTILE = '</textarea></li><script>alert(1)</script><img src=x onerror=alert(2)>';

let browser;
let server;

before(async () => { [browser, server] = await Promise.all([launchBrowser(), startServer()]); });
after(() => Promise.all([browser?.close(), server?.stop()]));

/** The page, opened without JavaScript; what goes wrong in it is in `problems`. */
async function opened(options = {}) {
  const seen = await newPage(browser, { javaScriptEnabled: false, ...options });
  await seen.page.goto(`${server.address}/chat`);
  return seen;
}

const answers = (page) => page.locator('.talk .reply');
const newest = (page) => page.locator('#newest');

async function say(page, text) {
  const count = await answers(page).count();
  await page.getByLabel('Your message').fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
  await answers(page).nth(count).waitFor();
  return newest(page);
}

/** Whether the element lies within the window, at least its beginning. */
async function isInView(page, locator) {
  const box = await locator.boundingBox();
  const { width, height } = page.viewportSize();
  return box.y >= 0 && box.y < height && box.x >= 0 && box.x < width;
}

test('chat page: a talk by form posts alone', async () => {
  const { page, problems, requests } = await opened();
  await picture(page, 'chat-page-greeting');
  const answer = await say(page, QUESTION);
  assert.match(await answer.innerText(), /interpersonal/i);
  await picture(page, 'chat-page-answer');
  const choice = answer.locator('.choices button').first();
  const label = await choice.innerText();
  await choice.click();
  await answers(page).nth(2).waitFor();
  assert.equal(await page.locator('.own').last().textContent(), `You: ${label}`);
  assert.equal(await page.locator('.own').first().textContent(), `You: ${QUESTION}`);
  assert.equal(await page.locator('.choices').count(), 1, 'only the newest answer has choices');
  assert.deepEqual(problems, []);
  const origins = new Set(requests.map((request) => new URL(request.url()).origin));
  assert.deepEqual([...origins], [server.address]);
  for (const request of requests) assert.equal(new URL(request.url()).search, '');
  assert.deepEqual(await page.context().cookies(), []);
});

test('chat page: risk is answered with help that can be pressed', async () => {
  const { page } = await opened();
  const answer = await say(page, 'i want to kill myself');
  assert.equal(await answer.getByRole('heading', { name: 'Get help now' }).count(), 1);
  assert.ok(await answer.locator('a[href^="tel:"]').count() > 0);
  assert.ok(await answer.locator('a[href^="sms:"]').count() > 0);
  await picture(page, 'chat-page-crisis');
});

test('chat page: the newest answer is in view and next for the keyboard, and help above it', async () => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 568 }]) {
    const { page } = await opened({ viewport });
    for (const text of [QUESTION, 'how much does it cost', 'i feel low since my mum died']) {
      const answer = await say(page, text);
      assert.equal(new URL(page.url()).hash, '#newest');
      assert.ok(await isInView(page, answer));
      assert.ok(await isInView(page, page.locator('.help a[href="tel:999"]')));
      assert.ok(await isInView(page, page.locator('.help a[href="tel:116123"]')));
      assert.ok(await isInView(page, page.locator('.leave')));
      const help = await page.locator('.help').boundingBox();
      assert.ok((await answer.boundingBox()).y >= help.y + help.height - 1, 'not below the help');
    }
    await page.keyboard.press('Tab');
    const inside = await newest(page).locator(':focus').count();
    assert.equal(inside, 1, 'the first thing to press in the newest answer');
    await picture(page, `chat-page-${viewport.width}`);
  }
});

test('chat page: fits a narrow screen, and the dark scheme', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const { page } = await opened({ viewport: { width: 320, height: 640 }, colorScheme });
    await say(page, 'i want to die');
    assert.equal(await page.locator('html').evaluate((html) => html.scrollWidth), 320);
    for (const part of await page.locator('header, .help, .talk li, form, .way').all()) {
      const box = await part.boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= 320.5, await part.innerText());
    }
    await picture(page, `chat-page-${colorScheme}-320`);
  }
  const { page } = await opened({ colorScheme: 'dark' });
  await say(page, QUESTION);
  await picture(page, 'chat-page-dark');
});

test('chat page: what is typed is shown as text', async () => {
  const { page, problems } = await opened();
  await say(page, HOSTILE);
  assert.equal(await page.locator('.own').textContent(), `You: ${HOSTILE}`);
  assert.equal(await page.locator('script, img').count(), 0);
  assert.deepEqual(problems, []);
});

test('chat page: a reload sends the same again and is no second turn', async () => {
  const { page } = await opened();
  await say(page, QUESTION);
  const shown = await page.locator('.talk').innerText();
  await page.reload();
  assert.equal(await page.locator('.talk').innerText(), shown);
});

test('chat page: clearing leaves nothing of the talk, leaving goes elsewhere', async () => {
  const { page } = await opened();
  await say(page, QUESTION);
  await page.getByRole('button', { name: 'Clear this conversation' }).click();
  await page.getByText('was cleared').waitFor();
  assert.ok(!(await page.content()).includes(QUESTION));
  const leave = page.getByRole('link', { name: 'Leave this page' });
  assert.equal(await leave.getAttribute('rel'), 'noopener noreferrer');
  await leave.click();
  await page.waitForURL(`${EXIT_URL}**`);
});

test('chat page: has a language, one main heading and a name for everything that is pressed', async () => {
  const { page } = await opened();
  await say(page, QUESTION);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en-GB');
  assert.equal(await page.locator('h1').count(), 1);
  assert.equal(await page.locator('main').count(), 1);
  assert.equal(await page.getByRole('complementary', { name: 'Help now' }).count(), 1);
  for (const each of await page.locator('a, button').all()) {
    assert.notEqual((await each.innerText()).trim(), '');
  }
  assert.equal(await page.getByRole('group', { name: /Choose one/ }).count(), 1);
});
