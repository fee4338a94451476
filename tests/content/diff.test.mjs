// `waymark diff` on copies of the starter pack: each kind of change is told as a sentence, and the exit
// code says whether there is one.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, test} from 'node:test';

const waymark = resolve(process.env.WAYMARK_BIN ?? 'build/dev/waymark');
const root = mkdtempSync(join(tmpdir(), 'waymark-diff-'));
after(() => rmSync(root, {recursive: true, force: true}));

const OLD = 'dialogs/starter';
const diff = (args) => spawnSync(waymark, ['diff', ...args], {encoding: 'utf8', maxBuffer: 1 << 26});

// A copy of the starter pack in which `from` became `to` in a file.
function changed(name, file, from, to) {
  const folder = join(root, name);
  cpSync(OLD, folder, {recursive: true});
  const text = readFileSync(join(folder, file), 'utf8');
  assert.ok(text.includes(from), `${file} has no ${from}`);
  writeFileSync(join(folder, file), text.replace(from, () => to));
  return folder;
}

test('diff: no difference', () => {
  const {status, stdout} = diff([OLD, OLD]);
  assert.equal(status, 0);
  assert.equal(stdout, 'No differences.\n');
});

const rows = [
  ['wording', 'prompts/en-GB/words.json', 'Our group meets every week.', 'Our group meets on Mondays.',
    ['The wording "group.what_is.answer" (en-GB) has changed.', 'It is now: Our group meets on Mondays.',
      'The guide', 'now says: Our group meets on Mondays.', 'first_words.chat:2']],
  ['route', 'flows/welcome.json', '"intents": ["group.what_is"], "next": "what_is"',
    '"intents": ["group.what_is"], "next": "goodbye"}, {"id": "more", "label": "help.gp.title", "next": "what_is"',
    ['At "welcome/menu", the choice "What the group is" now leads to "welcome/goodbye", not to "welcome/what_is".',
      'At "welcome/menu", the choice "See a GP" is new; it leads to "welcome/what_is".']],
  ['pattern', 'intents/topics.json', '"(gp|doctor|surgery)"', '"(gp|doctor)"',
    ['"help.gp" is no longer understood from "(gp|doctor|surgery)".',
      '"help.gp" is now understood from "(gp|doctor)".']],
  ['menu', 'pack.json', '"group.what_is", "help.human"', '"help.human"',
    ['The menu no longer offers "group.what_is".']],
];
for (const [what, file, from, to, sentences] of rows) {
  test(`diff: a changed ${what} is told in English`, () => {
    const {status, stdout} = diff([OLD, changed(what, file, from, to)]);
    assert.equal(status, 1);
    const words = stdout.replace(/\s+/g, ' ');
    for (const sentence of sentences) assert.ok(words.includes(sentence), `${sentence}\n${stdout}`);
  });
}

test('diff: as JSON', () => {
  const folder = changed('json', 'prompts/en-GB/words.json', 'Take care.', 'Take good care.');
  const {status, stdout} = diff([OLD, folder, '--json']);
  assert.equal(status, 1);
  const {changes, answers} = JSON.parse(stdout);
  assert.deepEqual(changes.map(({area, about}) => [area, about]), [['wordings', 'welcome.goodbye']]);
  assert.equal(answers.length, 1);
  assert.match(answers[0].visitor, /choose: finish/);
});

test('diff: facts and the crisis plan of the net below', () => {
  const beside = join(root, 'net');
  cpSync('dialogs/safety-uk', join(beside, 'safety-uk'), {recursive: true});
  cpSync(OLD, join(beside, 'starter'), {recursive: true});
  const services = join(beside, 'safety-uk/services/listening.json');
  writeFileSync(services, readFileSync(services, 'utf8').replace('"116 123"', '"116 124"'));
  const {status, stdout} = diff([OLD, join(beside, 'starter')]);
  assert.equal(status, 1);
  assert.match(stdout, /The phone number of Samaritans has changed\.\n +It was: 116 123\n +It is now: 116 124\n/);
});

test('diff: a pack that does not compile cannot be compared', () => {
  const folder = changed('broken', 'flows/welcome.json', '"next": "menu"', '"next": "nowhere"');
  const {status, stderr} = diff([OLD, folder]);
  assert.equal(status, 2);
  assert.match(stderr, /WM203/);
});
