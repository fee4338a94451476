// No prompt of a shipped pack says what must never be said, and the rules against it can fail.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { RULES, forbiddenIn } from './forbidden_wording.mjs';

const dialogs = resolve(dirname(fileURLToPath(import.meta.url)), '../../dialogs');
const packs = readdirSync(dialogs, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'schema').map(({ name }) => name);

/** Every wording of every prompt of a pack, in all its languages. */
function* wordingsOf(pack) {
  const folder = join(dialogs, pack, 'prompts');
  for (const file of readdirSync(folder, { recursive: true }).map(String).sort()) {
    if (!file.endsWith('.json')) continue;
    const { prompts } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    for (const [id, words] of Object.entries(prompts)) {
      for (const text of [words].flat()) yield { place: `${pack}/prompts/${file}: ${id}`, text };
    }
  }
}

for (const pack of packs) {
  test(`wording: the prompts of ${pack} say nothing that is forbidden`, () => {
    let count = 0;
    for (const { place, text } of wordingsOf(pack)) {
      const [found] = forbiddenIn(text);
      assert.equal(found, undefined,
        found && `${place}: “${found.words}” is a matter of ${found.id}; ${found.instead}`);
      ++count;
    }
    assert.ok(count > (pack === 'starter' ? 10 : 50), `only ${count} wordings found`);
  });
}

test('wording: both shipped packs are looked at', () => {
  assert.deepEqual(packs.filter((pack) => ['ipt-depression', 'safety-uk'].includes(pack)).length, 2);
});

// Must be found, by the rule of that name. Every rule has a row.
const found = [
  ['diagnosis', 'You have depression.'],
  ['diagnosis', 'It sounds as if you probably have an anxiety disorder.'],
  ['diagnosis', 'You are clinically depressed.'],
  ['diagnosis', 'You seem depressed to me.'],
  ['diagnosis', 'I can diagnose low mood.'],
  ['diagnosis', 'Your answers suggest a moderate episode.'],
  ['risk grade', 'You are at high risk.'],
  ['risk grade', 'Your risk level is medium.'],
  ['risk grade', 'You scored 17.'],
  ['treatment advice', 'You need antidepressants.'],
  ['treatment advice', 'The best treatment for you is IPT.'],
  ['treatment advice', 'Stop taking your tablets.'],
  ['promise of secrecy', 'This chat is confidential.'],
  ['promise of secrecy', 'It stays between us.'],
  ['promise of secrecy', 'Nobody will ever know.'],
  ['promise of secrecy', 'I won’t tell anyone.'],
  ['promise of secrecy', 'You are completely anonymous here.'],
  ['promise of cure', 'IPT is guaranteed to help.'],
  ['promise of cure', 'You will feel better.'],
  ['promise of cure', 'Everything will be all right.'],
  ['person', 'I know how you feel.'],
  ['person', 'I care about you.'],
  ['person', 'I will call someone for you.'],
  ['method', 'Do not try to hang yourself.'],
  ['method', 'Put the razor away.'],
  ['method', 'How much paracetamol did you take?'],
  ['method', 'Have you taken an overdose?'],
  ['stigma', 'Many people who commit suicide were low.'],
  ['stigma', 'He committed suicide.'],
  ['stigma', 'after a failed attempt'],
  ['stigma', 'It is a cry for help.'],
  ['stigma', 'Please do not do anything silly.'],
  ['blame', 'That would be selfish.'],
  ['blame', 'Think of your family.'],
  ['diet numbers', 'Eat at least 1500 kcal.'],
  ['diet numbers', 'It can help to lose weight.'],
  ['hard words', 'Talk to a clinician.'],
  ['hard words', 'People suffering from low mood'],
  ['hard words', 'when someone passed away'],
  ['hard words', 'Ring them today.'],
];
for (const [id, text] of found) {
  test(`wording: finds ${id} in “${text}”`, () => {
    assert.ok(forbiddenIn(text).some((finding) => finding.id === id), 'nothing was found');
  });
}

test('wording: every rule can fail', () => {
  assert.deepEqual(RULES.map(({ id }) => id), [...new Set(found.map(([id]) => id))]);
});

// What a guide has to be able to say.
const allowed = [
  'A score is not a diagnosis.',
  'I cannot tell you whether you have depression.',
  'If you have depression, talking can help.',
  'Do not stop or change your tablets without asking.',
  'Thoughts of suicide mean that you need help from a person today.',
  'someone died by suicide',
  'Put away anything you could hurt yourself with.',
  'I cannot call anyone for you.',
  'Do not promise to keep it secret.',
  'You do not have to give your name.',
  'IPT helps many people.',
  'Call 999 now.',
];
for (const text of allowed) {
  test(`wording: leaves “${text}” alone`, () => assert.deepEqual(forbiddenIn(text), []));
}
