// Joins and minifies the widget into the folder OUT:
//
//   node adapters/widget/build.mjs OUT
//
// widget.js is the core, widget-more.js what it loads on demand. esbuild comes from tests/package.json,
// which `tests/setup build` installs. OUT/widget.d tells make tools what went in. The lines of "Help now" are taken from the service tables here, so
// that they work without a server.

import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const WIDGET = dirname(fileURLToPath(import.meta.url));
const ROOT = join(WIDGET, '..', '..');
const SERVICES = join(ROOT, 'dialogs', 'safety-uk', 'services');
const PROMPTS = join(ROOT, 'dialogs', 'safety-uk', 'prompts', 'en-GB', 'services.json');

/** The services of "Help now", in this order. All of them answer day and night. */
const HELP = ['emergency.999', 'samaritans', 'shout', 'nhs.111', 'lifeline.ni'];

const BROWSERS = ['chrome103', 'firefox102', 'safari16'];

const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'));

function contactOf(id, services, prompts) {
  const service = services.find((each) => each.id === id);
  if (!service) throw new Error(`build.mjs: no service "${id}" in ${SERVICES}`);
  const { name, phone, sms, sms_text, hours, cost, note } = service;
  if (hours !== 'always') throw new Error(`build.mjs: "${id}" is not open day and night`);
  const words = `${cost === 'free' ? 'Free, day' : 'Day'} and night.`;
  return { name, phone, sms, sms_text, note: prompts[note], hours: words };
}

/** The contacts of "Help now" as contact parts. */
export async function helpContacts() {
  const tables = await Promise.all((await readdir(SERVICES)).map((name) => readJson(join(SERVICES, name))));
  const services = tables.flatMap((table) => table.services);
  const { prompts } = await readJson(PROMPTS);
  return HELP.map((id) => contactOf(id, services, prompts));
}

async function loadEsbuild() {
  try {
    return createRequire(join(ROOT, 'tests', 'package.json'))('esbuild');
  } catch {
    throw new Error('build.mjs: esbuild is missing; `tests/setup build` installs it');
  }
}

const styles = (esbuild) => ({
  name: 'styles',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const { code } = await esbuild.transform(text, { loader: 'css', minify: true, target: BROWSERS });
      return { contents: code.trim(), loader: 'text' };
    });
  },
});

const contacts = {
  name: 'contacts',
  setup(build) {
    build.onResolve({ filter: /^waymark:contacts$/ }, ({ path }) => ({ path, namespace: 'waymark' }));
    build.onLoad({ filter: /.*/, namespace: 'waymark' }, async () =>
      ({ contents: JSON.stringify(await helpContacts()), loader: 'json' }));
  },
};

/** Builds both files into `out`. Gives the paths of what went in, from where this runs. */
export async function buildWidget(out) {
  const esbuild = await loadEsbuild();
  const build = (entry, format, name) => esbuild.build({
    bundle: true, minify: true, charset: 'utf8', target: BROWSERS, legalComments: 'none',
    plugins: [styles(esbuild), contacts], logLevel: 'warning', metafile: true,
    entryPoints: [join(WIDGET, 'src', entry)], format, outfile: join(out, name),
  });
  const made = [await build('widget.js', 'iife', 'widget.js'),
    await build(join('more', 'more.js'), 'esm', 'widget-more.js')];
  const sources = made.flatMap(({ metafile }) => Object.keys(metafile.inputs))
    .filter((path) => !path.startsWith('waymark:')).map((path) => resolve(path));
  const tables = (await readdir(SERVICES)).map((name) => join(SERVICES, name));
  return [...new Set([...sources, ...tables, PROMPTS])];
}

async function main(out) {
  if (!out) throw new Error('usage: node adapters/widget/build.mjs OUT');
  await mkdir(out, { recursive: true });
  const inputs = await buildWidget(out);
  const outputs = ['widget.js', 'widget-more.js'].map((name) => join(out, name));
  await writeFile(join(out, 'widget.d'), `${outputs.join(' ')}: ${inputs.join(' \\\n  ')}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2]);
