// `waymark test`: what it tells, writes and refuses to write, on copies of the shipped packs.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, test} from 'node:test';

const waymark = resolve(process.env.WAYMARK_BIN ?? 'build/dev/waymark');
const root = mkdtempSync(join(tmpdir(), 'waymark-rehearsal-'));
after(() => rmSync(root, {recursive: true, force: true}));

function run(...options) {
  return spawnSync(waymark, ['test', ...options], {encoding: 'utf8', maxBuffer: 1 << 26});
}

// A copy of the shipped packs whose only conversations are `chat`.
function packWith(name, chat) {
  cpSync('dialogs', join(root, name), {recursive: true});
  const pack = join(root, name, 'ipt-depression');
  rmSync(join(pack, 'tests'), {recursive: true});
  mkdirSync(join(pack, 'tests'));
  const file = join(pack, 'tests', 'talk.chat');
  writeFileSync(file, chat);
  return {pack, file};
}

const broken = '# The price\nuser: how much does it cost\nintent: help.book\nbot: help.cost.shirt\nsafety: safety.suicide\n';

test('shipped packs: the conversations visit enough, and notice most mistakes in flows', () => {
  const {status, stdout} = run('--json', '--mutate', '--mutants', '600');
  assert.equal(status, 0);
  const {failed, coverage, mutation} = JSON.parse(stdout);
  assert.equal(failed, 0);
  assert.ok(coverage.nodes.share >= 0.95, `nodes ${coverage.nodes.share}`);
  assert.ok(coverage.edges.share >= 0.95, `edges ${coverage.edges.share}`);
  assert.equal(coverage.intents.share, 1, JSON.stringify(coverage.intents.missing));
  assert.equal(mutation.tried, 600);
  assert.ok(mutation.flow_score >= 0.8, `flows ${mutation.flow_score}`);
});

test('a failing test: the text shows place, expected, came and nearest', () => {
  const {pack} = packWith('text', broken);
  const {status, stdout} = run('--pack', pack, '--min-coverage', '0');
  assert.equal(status, 1);
  assert.match(stdout, /talk\.chat:3:1 WM703 The intent is "help\.cost", not "help\.book"\./);
  assert.match(stdout, /talk\.chat:4:1 WM704/);
  assert.match(stdout, / {4}after {5}user: how much does it cost\n/);
  assert.match(stdout, / {4}expected {2}help\.cost\.shirt\n/);
  assert.match(stdout, / {4}nearest {3}help\.cost\.short\n/);
  assert.match(stdout, /1 conversations, 1 turns: 0 passed, 3 failed/);
});

test('coverage: what is not visited is listed by file and line, and a minimum is enforced', () => {
  const {pack} = packWith('coverage', 'user: how much does it cost\n');
  const {status, stdout, stderr} = run('--pack', pack, '--coverage');
  assert.equal(status, 1);
  assert.match(stdout, /\nNot covered, edges:\n/);
  assert.match(stdout, /flows\/help\.cost\.json:\d+ {2}help\.cost\/menu\/free → help\.cost\/free\n/);
  assert.match(stderr, /The tests visit 0\.\d{3} of the nodes; 0\.950 is the least/);
});

test('suggestions: what is printed holds as it is', () => {
  const {pack, file} = packWith('suggest', 'user: how much does it cost\n');
  const {stdout} = run('--pack', pack, '--json', '--suggest', '--min-coverage', '0');
  const {suggestions, coverage} = JSON.parse(stdout);
  assert.ok(suggestions.length > 10);
  writeFileSync(file, suggestions.join('\n'));
  const again = run('--pack', pack, '--json', '--min-coverage', '0');
  assert.equal(again.status, 0);
  assert.ok(JSON.parse(again.stdout).coverage.edges.covered > coverage.edges.covered);
});

test('an update: nothing is written unasked, and never what is about safety', () => {
  const {pack, file} = packWith('update', broken);
  const asked = run('--pack', pack, '--update', '--min-coverage', '0');
  assert.equal(asked.status, 1);
  assert.match(asked.stdout, /- {4}3 {2}intent: help\.book\n\+ {4}3 {2}intent: help\.cost\n/);
  assert.match(asked.stdout, /Nothing was written/);
  assert.equal(readFileSync(file, 'utf8'), broken);
  const written = run('--pack', pack, '--update', '--yes', '--min-coverage', '0');
  assert.equal(written.status, 1, 'the safety line still fails');
  const text = readFileSync(file, 'utf8');
  assert.match(text, /intent: help\.cost\nbot: help\.cost\.short\nsafety: safety\.suicide\n/);
});

test('JUnit: suites, cases and failures, as XML', () => {
  const {pack} = packWith('junit', `${broken}\n# Fine & "good"\nuser: hello\n`);
  const file = join(root, 'junit.xml');
  run('--pack', pack, '--junit', file, '--min-coverage', '0');
  const xml = readFileSync(file, 'utf8');
  assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="ipt-depression" tests="2" failures="1"/);
  assert.match(xml, /<testcase [^>]*name="Fine &amp; &quot;good&quot;"[^>]*\/>/);
  assert.match(xml, /<failure type="WM703" message="The intent is &quot;help\.cost&quot;/);
});

test('wrong usage: flags that need another', () => {
  for (const options of [['--yes'], ['--mutants', '3'], ['--min-coverage', '2']]) {
    assert.equal(run(...options).status, 2, options.join(' '));
  }
});
