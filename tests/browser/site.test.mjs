// The pages that `waymark serve` shows, from the program itself.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { after, afterEach, before, test } from 'node:test';
import {
  closePages, launchBrowser, launcher, newPage, openWidget, picture, say, startServer,
} from './browser.mjs';
import { visitFake } from './fake_server.mjs';
import { answerOf } from './states.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const PAGES = ['/', '/embed.html', '/theming.html', '/author.html', '/leaving.html'];

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

for (const path of PAGES) {
  test(`site: ${path} has no fault that axe knows, and no sideways scrolling`, async () => {
    const { page, problems } = await newPage(browser, { reducedMotion: 'reduce' });
    await page.goto(server.address + path);
    assert.deepEqual(problems, [], 'under the policy of the server');
    await page.evaluate(await readFile(AXE, 'utf8'));
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const found = await page.evaluate(async () => (await axe.run()).violations
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`));
      assert.deepEqual(found, [], colorScheme);
    }
    await page.setViewportSize({ width: 320, height: 568 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}

test('site: the snippets name this server, and the hash is that of its script', async () => {
  const { page } = await newPage(browser);
  await page.goto(`${server.address}/embed.html`);
  const script = await (await fetch(`${server.address}/widget.js`)).arrayBuffer();
  const hash = createHash('sha384').update(Buffer.from(script)).digest('base64');
  await page.getByText(`integrity="sha384-${hash}"`).waitFor();
  assert.ok((await page.locator('pre').first().innerText()).includes(`${server.address}/widget.js`));
  assert.doesNotMatch(await page.locator('main').innerText(), /ORIGIN|SOCKET/);
});

test('site: a script whose integrity is checked runs on a page of another site', async (t) => {
  const { page, problems } = await newPage(browser);
  const script = await (await fetch(`${server.address}/widget.js`)).arrayBuffer();
  const hash = createHash('sha384').update(Buffer.from(script)).digest('base64');
  const other = createServer((request, response) => response.setHeader('content-type', 'text/html').end(
    `<!DOCTYPE html><link rel="icon" href="data:,"><script src="${server.address}/widget.js"
      integrity="sha384-${hash}" crossorigin="anonymous" defer></script><waymark-chat></waymark-chat>`));
  await new Promise((ready) => { other.listen(0, '127.0.0.1', ready); });
  t.after(() => other.close());
  await page.goto(`http://127.0.0.1:${other.address().port}/`);
  await launcher(page).click();
  await page.getByRole('button', { name: 'More options' }).click();
  await page.getByRole('button', { name: 'Save' }).waitFor();
  assert.deepEqual(problems.filter((line) => /integrity|CORS.*widget/i.test(line)), []);
});

test('site: the playground writes a style sheet, and the widget wears it', async () => {
  const { page } = await newPage(browser);
  await page.goto(`${server.address}/theming.html`);
  await page.getByLabel('Look').selectOption('Neutral');
  await page.getByLabel('Buttons and links').fill('#7a1f5c');
  assert.equal(await page.locator('#css').innerText(),
    'waymark-chat {\n  --waymark-accent: #7a1f5c;\n}\n\n<waymark-chat look="neutral"></waymark-chat>');
  const worn = await launcher(page).evaluate((node) => getComputedStyle(node).backgroundColor);
  assert.equal(worn, 'rgb(122, 31, 92)');
  await page.getByLabel('Words on buttons').fill('#888888');
  assert.match(await page.locator('#contrast').innerText(), /too little/);
});

test('site: the page for authors takes each reply apart', async () => {
  const { page } = await newPage(browser, { viewport: { width: 1366, height: 900 } });
  await page.goto(`${server.address}/author.html`);
  const turns = page.locator('.turn');
  await turns.first().waitFor();
  await say(page, 'how much does it cost');
  await page.getByRole('heading', { name: '1. “how much does it cost”' }).waitFor();
  await say(page, 'i want to die');
  assert.match(await turns.first().innerText(), /crisis help stands first/);
  assert.match(await turns.first().innerText(), /waymark explain 'i want to die'/);
  await picture(page, 'author');
});

test('site: the page for authors shows the trace where the server sends one', async () => {
  const seen = await visitFake(browser, answerOf, { viewport: { width: 1366, height: 900 } });
  await seen.visit();
  await seen.page.goto(new URL('/author.html', seen.page.url()).href);
  await seen.page.getByLabel('Say').fill('results');
  await seen.page.getByLabel('Say').press('Enter');
  await seen.page.locator('.turn .trace').getByText('find.therapist').waitFor();
  assert.deepEqual(seen.problems, []);
});

test('site: without script there is a way to the guide and to help', async () => {
  const { page } = await newPage(browser, { javaScriptEnabled: false });
  await page.goto(server.address);
  assert.equal(await page.getByRole('link', { name: 'Talk to our guide' }).getAttribute('href'), 'chat');
  assert.equal(await page.getByRole('button', { name: 'Ask our guide' }).count(), 0);
  await picture(page, 'no-script');
});

test('site: the panel leads to the page that says what leaving cannot erase', async () => {
  const { page } = await newPage(browser);
  await page.goto(server.address);
  await openWidget(page);
  await page.getByRole('button', { name: 'Help now' }).click();
  const link = page.getByRole('link', { name: 'What leaving cannot erase' }).last();
  assert.equal(await link.getAttribute('href'), `${server.address}/leaving.html`);
});
