// `waymark new`: a pack of five files that passes everything, anywhere on the disk.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, test} from 'node:test';

const program = resolve(process.env.WAYMARK_BIN ?? 'build/dev/waymark');
const root = mkdtempSync(join(tmpdir(), 'waymark-new-'));
after(() => rmSync(root, {recursive: true, force: true}));

const waymark = (...args) => spawnSync(program, args, {encoding: 'utf8', cwd: root});
const filesOf = (folder) => readdirSync(folder, {recursive: true}).map(String)
  .filter((path) => statSync(join(folder, path)).isFile()).sort();

test('new: five files that pass check --strict and test', () => {
  const made = waymark('new', 'our-group');
  assert.equal(made.status, 0, made.stderr);
  assert.match(made.stdout, /waymark check --pack our-group/);
  const folder = join(root, 'our-group');
  assert.deepEqual(filesOf(folder), ['flows/welcome.json', 'intents/topics.json', 'pack.json',
    'prompts/en-GB/words.json', 'tests/first_words.chat']);
  for (const file of filesOf(folder).filter((path) => path.endsWith('.json'))) {
    const {$schema} = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    assert.ok(existsSync(resolve(dirname(join(folder, file)), $schema)), `${file}: ${$schema}`);
  }
  const checked = waymark('check', '--strict', '--pack', 'our-group');
  assert.equal(checked.status, 0, checked.stdout);
  const tested = waymark('test', '--pack', 'our-group');
  assert.equal(tested.status, 0, tested.stdout);
});

test('new: a second time nothing is written', () => {
  assert.equal(waymark('new', 'twice').status, 0);
  writeFileSync(join(root, 'twice/pack.json'), 'mine');
  const again = waymark('new', 'twice');
  assert.equal(again.status, 2);
  assert.match(again.stderr, /nothing is overwritten/);
  assert.equal(readFileSync(join(root, 'twice/pack.json'), 'utf8'), 'mine');
});

test('new: crisis help comes first in it', () => {
  assert.equal(waymark('new', 'safe').status, 0);
  const run = spawnSync(program, ['chat', '--pack', 'safe'],
    {encoding: 'utf8', cwd: root, input: 'i want to die\n'});
  assert.match(run.stdout, /Samaritans[\s\S]*116 123/);
});
