// `waymark graph` on the shipped pack: every flow is drawn, always in the same way, and SVG comes out of
// Graphviz or a sentence that says what to install.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, test} from 'node:test';

const waymark = resolve(process.env.WAYMARK_BIN ?? 'build/dev/waymark');
const root = mkdtempSync(join(tmpdir(), 'waymark-graph-'));
after(() => rmSync(root, {recursive: true, force: true}));

const graph = (args, env = {}) => spawnSync(waymark, ['graph', ...args],
  {encoding: 'utf8', maxBuffer: 1 << 26, env: {...process.env, ...env}});

const flows = readdirSync('dialogs/ipt-depression/flows').map((file) => file.replace(/\.json$/, ''));

test('graph: every flow of the shipped pack is a cluster, by name, the crisis plan first', () => {
  const {status, stdout} = graph([]);
  assert.equal(status, 0);
  const clusters = [...stdout.matchAll(/^ {4}graph \[id="([^"]+)"/gm)].map(([, id]) => id);
  assert.deepEqual(clusters, ['crisis plan', ...flows.sort()]);
  assert.match(stdout, /"help\.cost\/menu" -> "help\.cost\/free" \[label=<Free options/);
});

test('graph: the same pack gives the same bytes', () => {
  const [first, second] = [1, 2].map(() => graph(['--pack', 'dialogs/starter']).stdout);
  assert.equal(first, second);
  assert.ok(first.length > 1000);
});

test('graph: a flow as SVG has its nodes, its choices and the crisis help', () => {
  const {status, stdout, stderr} = graph(['--pack', 'dialogs/starter', '--format', 'svg', '--flow', 'welcome']);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /<svg/);
  for (const words of ['What the group is', 'See a GP', 'Crisis help', 'any message at risk']) {
    assert.match(stdout, new RegExp(`>${words}\\s*<`), words);
  }
  assert.match(stdout, /id="welcome\/menu"/);
});

test('graph: Mermaid to a file, coloured by the conversation tests', () => {
  const file = join(root, 'starter.mmd');
  const {status, stdout} = graph(['--pack', 'dialogs/starter', '--format', 'mermaid', '--coverage',
    '--out', file]);
  assert.equal(status, 0);
  assert.equal(stdout, '');
  const text = readFileSync(file, 'utf8');
  assert.match(text, /n_welcome__what_is\(.*:::visited$/m);
  assert.match(text, /n_welcome__gp\(.*:::unvisited$/m);
});

test('graph: without Graphviz a sentence names the package', () => {
  const {status, stdout, stderr} = graph(['--format', 'svg', '--pack', 'dialogs/starter'], {PATH: root});
  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /Install the Debian package graphviz/);
});
