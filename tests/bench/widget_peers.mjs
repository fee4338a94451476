// Measures the widget beside two others, in one run: `make bench-widget`. Prints two tables for
// adapters/widget/README.md. WAYMARK_TRIALS says how often our server is killed (default 20).
//
// "Script" is the CPU time that Chromium spends in script until the page is at rest, over that of a blank
// page; "back" the time from the return of a killed server to a new connection of the widget; "axe" what
// axe finds in the open widget with one answer, best practices included.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtWidget, launchBrowser, log, newPage, openWidget, say, startServer, textBox } from '../browser/browser.mjs';
import { startBot } from './widget_server.mjs';

const TRIALS = Number(process.env.WAYMARK_TRIALS ?? 20);
const PEER_TRIALS = 5;
const LOADS = 5;
const FOLDER = 'build/bench/widget';

const PEERS = [
  { name: 'deep-chat', version: '2.4.2', file: 'package/dist/deepChat.bundle.js', path: '/deep-chat.js',
    page: '/deep-chat', integrity: 'sha512-wQNd6Z6HDoH7OMeoQKpmxDm9XdWrRjMkBJ2yl5tsYND9Dz2UCv/BdGVM8vK2V0mhO1u+OniHYPWDGvjlNxjCeQ==' },
  { name: 'botframework-webchat', version: '4.18.1', file: 'package/dist/webchat.js', path: '/webchat.js',
    page: '/webchat', integrity: 'sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==' },
];

const kilobytes = (bytes) => (gzipSync(bytes, { level: 9 }).length / 1024).toFixed(1);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const percentile = (values, part) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** The script of a published package, fetched by npm once and checked against its hash. */
function scriptOf({ name, version, file, integrity }) {
  mkdirSync(FOLDER, { recursive: true });
  const archive = join(FOLDER, `${name}-${version}.tgz`);
  if (!existsSync(archive)) {
    execFileSync('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', FOLDER]);
  }
  const hash = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (`sha512-${hash}` !== integrity) throw new Error(`${archive} is not what was published`);
  return execFileSync('tar', ['-xzOf', archive, file], { maxBuffer: 2 ** 28 });
}

/** CPU milliseconds in script until the page is at rest, the median of some loads. */
async function scriptTime(browser, address) {
  const times = [];
  for (let load = 0; load < LOADS; load += 1) {
    const { page, context } = await newPage(browser);
    const client = await context.newCDPSession(page);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForTimeout(1500);
    const { metrics } = await client.send('Performance.getMetrics');
    times.push(1000 * metrics.find(({ name }) => name === 'ScriptDuration').value);
    await context.close();
  }
  return median(times);
}

/** What axe finds, as "rule (impact)". */
async function axeFindings(page) {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await page.evaluate(async () => (await axe.run()).violations
    .map(({ id, impact }) => `${id} (${impact})`));
  return found.length ? `${found.length}: ${found.join(', ')}` : '0';
}

const foreign = ({ requests }, address) =>
  new Set(requests.map((each) => new URL(each.url())).filter(({ host }) => host && host !== new URL(address).host)
    .map(({ host }) => host));

/** Says something in another widget, and waits for the answer. */
async function talk(page, words) {
  const box = page.locator('deep-chat #text-input, textarea, input[type=text]').first();
  await box.click();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.getByText(`Answer to ${words}`).first().waitFor();
}

async function measurePeer(browser, peer, blank) {
  const script = scriptOf(peer);
  const scripts = { [peer.path]: script };
  let bot = await startBot(scripts);
  const address = bot.address + peer.page;
  const time = await scriptTime(browser, address) - blank;
  const seen = await newPage(browser);
  let connected;
  seen.page.on('websocket', () => connected?.(performance.now()));
  await seen.page.goto(address);
  await seen.page.waitForTimeout(1500);
  const hosts = foreign(seen, address);
  await talk(seen.page, 'hello');
  const axe = await axeFindings(seen.page);
  const back = [];
  for (let trial = 0; trial < PEER_TRIALS; trial += 1) {
    await bot.stop();
    await seen.page.waitForTimeout(500);
    const again = new Promise((resolve) => { connected = resolve; });
    bot = await startBot(scripts, bot.port);
    const returned = performance.now();
    const late = new Promise((resolve) => { setTimeout(resolve, 30000, Infinity); });
    back.push(await Promise.race([again, late]) - returned);
  }
  await bot.stop();
  return [`${peer.name} ${peer.version}`, kilobytes(script), time.toFixed(0), axe, [...hosts].join(', ') || 'none',
    seconds(median(back)), seconds(Math.max(...back))];
}

/** Kills the server under a conversation again and again, with a message typed while it is away. */
async function killings(browser) {
  const flags = ['--keys', join(mkdtempSync(join(tmpdir(), 'waymark-keys-')), 'keys')];
  let server = await startServer({ flags });
  const { port } = new URL(server.address);
  const { page, context } = await newPage(browser);
  const turns = [];
  await page.exposeFunction('heard', (turn) => turns.push(turn));
  await page.goto(server.address);
  await page.evaluate(() => addEventListener('waymark:reply', ({ detail }) => window.heard(detail.turn)));
  await openWidget(page);
  const back = [];
  for (let trial = 0; trial < TRIALS; trial += 1) {
    await server.kill();
    await textBox(page).fill(`is anyone there ${trial}`);
    await textBox(page).press('Enter');
    await log(page).getByText('Waiting to send').waitFor();
    server = await startServer({ port, flags });
    const returned = performance.now();
    await log(page).getByText('Waiting to send').waitFor({ state: 'detached' });
    back.push(performance.now() - returned);
  }
  await context.close();
  await server.stop();
  const said = turns.filter((turn) => turn > 0);
  const lost = TRIALS - new Set(said).size;
  return { back, lost, doubled: said.length - new Set(said).size };
}

/** How long until a crisis card is on the page, and until the page is blank; milliseconds. */
async function instants(browser, address) {
  const { page, context } = await newPage(browser);
  await page.goto(address);
  await openWidget(page);
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('waymark-chat');
    const parse = JSON.parse;
    JSON.parse = (...all) => {
      const begin = performance.now();
      requestAnimationFrame(() => {
        if (shadowRoot.querySelector('.care')) window.crisis ??= performance.now() - begin;
      });
      return parse(...all);
    };
  });
  await say(page, 'i want to die');
  await page.waitForFunction(() => window.crisis);
  const crisis = await page.evaluate(() => window.crisis);
  const blank = await page.evaluate(() => {
    const exit = document.querySelector('waymark-chat').shadowRoot.querySelector('.exit');
    const begin = performance.now();
    exit.click();
    return document.documentElement.textContent === 'Loading' ? performance.now() - begin : NaN;
  });
  await context.close();
  return { crisis, blank };
}

async function measureOurs(browser, blank) {
  const folder = await builtWidget();
  const server = await startServer();
  const time = await scriptTime(browser, server.address) - blank;
  const seen = await newPage(browser);
  await seen.page.goto(server.address);
  await openWidget(seen.page);
  await say(seen.page, 'what is interpersonal therapy');
  const axe = await axeFindings(seen.page);
  const hosts = foreign(seen, server.address);
  const moments = await instants(browser, server.address);
  await server.stop();
  const kills = await killings(browser);
  const row = ['`waymark-chat`', kilobytes(readFileSync(join(folder, 'widget.js'))), time.toFixed(0), axe,
    [...hosts].join(', ') || 'none', seconds(median(kills.back)), seconds(Math.max(...kills.back))];
  return { row, kills, moments, more: kilobytes(readFileSync(join(folder, 'widget-more.js'))) };
}

const line = (cells) => console.log(`| ${cells.join(' | ')} |`);

const browser = await launchBrowser();
const bot = await startBot({});
const blank = await scriptTime(browser, `${bot.address}/blank`);
await bot.stop();
const { row, kills, moments, more } = await measureOurs(browser, blank);
line(['widget', 'KB, gzip', 'script, ms', 'axe violations', 'other hosts asked', 'back, median', 'back, longest']);
line(Array(7).fill('---'));
line(row);
for (const peer of PEERS) line(await measurePeer(browser, peer, blank));
console.log();
line(['of `waymark-chat`', '']);
line(['---', '---']);
line(['fetched on demand', `${more} KB, gzip`]);
line([`back and answered, ${TRIALS} kills`, `95 % within ${seconds(percentile(kills.back, 0.95))}`]);
line(['messages lost, doubled', `${kills.lost}, ${kills.doubled}`]);
line(['crisis frame to drawn help', `${moments.crisis.toFixed(0)} ms`]);
line(['exit pressed to blank page', `${moments.blank.toFixed(1)} ms`]);
await browser.close();
