// A disguised line has the outcome of the plain one: who hides the word is as much at risk, and a denial in
// disguise is one still. Taken over the closure of all disguises on all lines that must fire.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { disguises } from './disguises.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const waymark = process.env.WAYMARK_BIN ?? join(root, 'build/dev/waymark');
const net = join(root, 'dialogs/safety-uk');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

const rules = readdirSync(join(net, 'risk')).flatMap((file) => readJson(join(net, 'risk', file)).rules);
const lines = readFileSync(join(net, 'tests/eval/dev.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const isAtRisk = (label) => label.startsWith('safety.');

/** The words of the lexicon of risk, in the form in which they stand there. */
const riskWords = new Set(['risk_words', 'danger_words'].flatMap((file) =>
  JSON.stringify(readJson(join(net, 'lexicon', `${file}.json`)).sets).match(/[a-z]{4,}/g)));

/** What the program takes each text for. */
function outcomesOf(texts) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-disguises-'));
  try {
    const set = join(folder, 'lines.jsonl');
    writeFileSync(set, texts.map((text) => JSON.stringify({ text, expected: 'nothing' })).join('\n'));
    const run = spawnSync(waymark, ['eval', '--pack', 'dialogs/ipt-depression', '--set', set, '--json', '--misses'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.equal(run.status, 0, run.stderr);
    return JSON.parse(run.stdout).misses.map((miss) => miss.predicted);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lines with their plain outcome, those that `keep` is true of. */
function withOutcome(texts, keep) {
  const outcomes = outcomesOf(texts);
  return texts.map((text, n) => ({ text, outcome: outcomes[n] })).filter(({ outcome }) => keep(outcome));
}

const mustFire = withOutcome([...new Set([...rules.flatMap((rule) => rule.fires),
  ...lines.filter(({ tier }) => ['explicit', 'emergency'].includes(tier)).map(({ text }) => text)])], isAtRisk);
const denials = withOutcome([...new Set([
  ...rules.flatMap((rule) => rule.silent).filter((text) => /\b(not|never|no|\w+n'?t)\b/i.test(text)),
  ...lines.filter(({ kind }) => kind === 'negated').map(({ text }) => text)])], (outcome) => !isAtRisk(outcome));

/** Lines with the text of each disguise. */
function inDisguise(list) {
  return Object.entries(disguises).flatMap(([name, disguise]) => list
    .map((line) => ({ ...line, name, plain: line.text, text: disguise(line.text, (word) => riskWords.has(word)) }))
    .filter(({ text }) => text !== null));
}

const atRisk = inDisguise(mustFire);
const denied = inDisguise(denials);
const outcomes = outcomesOf([...atRisk, ...denied].map(({ text }) => text));
[...atRisk, ...denied].forEach((line, n) => { line.now = outcomes[n]; });

/** The share of lines that a disguise may lose, where it is not the hundredth that it should be: without
 * blanks a line can be read in several ways, and a fault makes one word of another. Each fit of the cues moves
 * a few lines. */
const MOST_LOST = { 'digits for letters': 0.014, 'spaced words': 0.033, 'no blanks': 0.034,
  'every other blank left out': 0.033, 'a letter left out': 0.045, 'a letter doubled': 0.023,
  'a key beside': 0.025 };

/** The share of denials that a disguise may take for risk: "nveer" is never read as a denial. */
const MOST_ALARMS = { 'every other blank left out': 0.014, 'a letter left out': 0.05, 'letters swapped': 0.016,
  'a letter doubled': 0.024, 'a key beside': 0.024 };

const share = (part, whole) => part.length / whole.length;
const percent = (number) => `${(100 * number).toFixed(2)} %`;

for (const disguise of Object.keys(disguises)) {
  test(`disguises: ${disguise}: who is at risk is seen, a denial stays one`, (t) => {
    const seen = atRisk.filter(({ name }) => name === disguise);
    const deniedHere = denied.filter(({ name }) => name === disguise);
    const lost = seen.filter(({ now }) => !isAtRisk(now));
    const moved = seen.filter(({ now, outcome }) => isAtRisk(now) && now !== outcome);
    const alarms = deniedHere.filter(({ now }) => isAtRisk(now));
    t.diagnostic(`${disguise}: lost ${percent(share(lost, seen))}, other category ${percent(share(moved, seen))}, ` +
      `denials ${percent(share(alarms, deniedHere))}`);
    if (process.env.WAYMARK_SHOW_LOST) {
      for (const { text, plain, now } of [...lost, ...moved, ...alarms]) console.log(`${disguise}\t${now}\t${text}\t${plain}`);
    }
    assert.ok(share(lost, seen) <= (MOST_LOST[disguise] ?? 0.01), `lost ${percent(share(lost, seen))}`);
    assert.ok(share(moved, seen) <= 0.015, `another category ${percent(share(moved, seen))}`);
    assert.ok(share(alarms, deniedHere) <= (MOST_ALARMS[disguise] ?? 0), `denials ${percent(share(alarms, deniedHere))}`);
  });
}
