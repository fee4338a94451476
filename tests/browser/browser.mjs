// Starts what the browser tests share: the server under test, Chromium, and pages that take note of
// everything that goes wrong in them.

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { buildWidget } from '../../adapters/widget/build.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRAM = process.env.WAYMARK_BIN ?? join(ROOT, 'build', 'release', 'waymark');
const SCREENSHOTS = process.env.WAYMARK_SCREENSHOTS;
const START_WITHIN = 120000;  // on a machine that does much else

export const DIALOGS = join(ROOT, 'dialogs');
export const WIDGET = join(ROOT, 'adapters', 'widget');
export const EXIT_URL = 'https://www.bbc.co.uk/weather';

const BROWSER_FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

// Stricter than any page needs to be: the widget still works, and breaks nothing of it.
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
  + "img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

export const launchBrowser = () =>
  chromium.launch({ executablePath: '/usr/bin/chromium', args: BROWSER_FLAGS });

/**
 * Starts `waymark serve`, on a free port if none is given. Gives its address, a function that stops it
 * in peace, and one that kills it.
 */
export async function startServer({ port = '0', flags = [] } = {}) {
  const server = spawn(PROGRAM, ['serve', '--port', port, ...flags],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const errors = [];
  server.stderr.on('data', (piece) => errors.push(piece));
  const stopped = new Promise((resolve) => { server.once('close', resolve); });
  const address = await new Promise((resolve, reject) => {
    const giveUp = (reason) => reject(new Error(`${PROGRAM} serve: ${reason}\n${errors.join('')}`));
    const timer = setTimeout(() => giveUp('no address on standard output'), START_WITHIN);
    server.once('error', (error) => giveUp(error.message));
    server.once('exit', (code) => giveUp(`exit code ${code}`));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const found = line.match(/http:\/\/localhost:\d+/);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[0]);
    });
  }).catch((error) => {
    server.kill();
    throw error;
  });
  const end = (signal) => async () => {
    server.kill(signal);
    await stopped;
  };
  return { address, stop: end('SIGTERM'), kill: end('SIGKILL') };
}

/** Closes every page, so that none of them goes on in the background of the next test. */
export const closePages = (browser) =>
  Promise.all((browser?.contexts() ?? []).map((context) => context.close()));

/**
 * A new page in a context of its own. `problems` collects console errors and warnings (violations
 * of the content security policy are among them) and exceptions; `requests` every address asked
 * for; `sockets` every WebSocket. The site that "Leave this page" goes to is answered here.
 */
export async function newPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const seen = { page, context, problems: [], requests: [], sockets: [] };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.problems.push(message.text());
  });
  page.on('pageerror', (error) => seen.problems.push(String(error)));
  page.on('request', (request) => seen.requests.push(request));
  page.on('websocket', (socket) => seen.sockets.push(socket));
  await page.route(`${EXIT_URL}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><p>Sunny spells' }));
  return seen;
}

let built;

/** The folder of the widget, joined and minified from the source tree. */
export async function builtWidget() {
  built ??= mkdtemp(join(tmpdir(), 'waymark-widget-')).then(async (folder) => {
    await buildWidget(folder);
    return folder;
  });
  return built;
}

const fileOf = async (pathname) => {
  const name = pathname === '/' ? 'index.html' : pathname.slice(1);
  return name.startsWith('widget') ? join(await builtWidget(), name) : join(WIDGET, 'demo', name);
};

/** Answers the demonstration page and the widget from the source tree, as the server does. */
export async function serveFiles(page, origin) {
  await page.route(`${origin}/**`, async (route) => {
    const file = await fileOf(new URL(route.request().url()).pathname);
    const body = await readFile(file).catch(() => null);
    if (!body) return route.fulfill({ status: 404 });
    const headers = { 'content-type': TYPES[extname(file)], 'content-security-policy': POLICY };
    return route.fulfill({ headers, body });
  });
}

export const launcher = (page) => page.getByRole('button', { name: 'Find help' });
export const textBox = (page) => page.getByLabel('Your message');
export const log = (page) => page.getByRole('log');
export const replies = (page) => log(page).locator('.reply');

/** Opens the widget and waits for the greeting. */
export async function openWidget(page) {
  await launcher(page).click();
  await replies(page).first().waitFor();
}

/** Says something and gives the reply to it. */
export async function say(page, text) {
  const before = await replies(page).count();
  await textBox(page).fill(text);
  await textBox(page).press('Enter');
  await replies(page).nth(before).waitFor();
  return replies(page).nth(before);
}

/** Keys of the storage of the page, with their values. */
export const stored = (page) => page.evaluate(() => ({ ...sessionStorage, ...localStorage }));

/** Tag and class of the element with focus, through shadow roots. */
export const focused = (page) => page.evaluate(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return [element.localName, ...element.classList].join('.');
});

/** Takes a picture if a folder for pictures was named. */
export async function picture(page, name) {
  if (!SCREENSHOTS) return;
  await mkdir(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
}
