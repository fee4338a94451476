// The hazard log counts on tests, risk rules and diagnostics that are there, people and machines read the
// same in it, and the purpose of the guide is written down.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const NET = 'dialogs/safety-uk';
const { hazards } = JSON.parse(read(`${NET}/hazards.json`));

/** The tests that a file declares by a name that stands in it. Names that a template makes do not count. */
function testsIn(text) {
  const declared = /(?:TEST_CASE\(|\btest\()\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g;
  const packs = ['safety-uk', 'ipt-depression'];
  return [...text.matchAll(declared)].flatMap(([, double, single, template]) => {
    const name = double ?? single ?? template;
    return name.includes('${pack}') ? packs.map((pack) => name.replace('${pack}', pack)) : [name];
  });
}

/** What is wrong with the test that a control names, or nothing. */
function problemOf({ file, name }, textOf = (path) => (existsSync(join(root, path)) ? read(path) : null)) {
  const text = textOf(file);
  if (text === null) return `there is no file ${file}`;
  return testsIn(text).includes(name) ? undefined : `${file} has no test “${name}”`;
}

test('hazards: every test that a control names is there', () => {
  const problems = hazards.flatMap(({ id, controls }) => controls.filter((control) => control.test)
    .map((control) => [id, problemOf(control.test)])).filter(([, problem]) => problem);
  assert.deepEqual(problems, []);
});

test('hazards: a test that is not there is found', () => {
  const files = { 'a_test.cc': 'TEST_CASE("a: b") {}', 'b.test.mjs': "test('c: d', () => {});\n// test('e')" };
  const textOf = (path) => files[path] ?? null;
  assert.equal(problemOf({ file: 'a_test.cc', name: 'a: b' }, textOf), undefined);
  assert.equal(problemOf({ file: 'b.test.mjs', name: 'c: d' }, textOf), undefined);
  assert.match(problemOf({ file: 'a_test.cc', name: 'a: bc' }, textOf), /no test/);
  assert.match(problemOf({ file: 'a_test.cc', name: 'a' }, textOf), /no test/);
  assert.match(problemOf({ file: 'gone_test.cc', name: 'a: b' }, textOf), /no file/);
});

test('hazards: what people read is what machines read', () => {
  const page = read(`${NET}/HAZARDS.md`);
  const sections = page.split(/^### /m).slice(1);
  assert.deepEqual(sections.map((section) => section.split('\n')[0].trim()), hazards.map(({ id }) => id));
  hazards.forEach((hazard, index) => {
    const section = sections[index];
    const { before, after, controls } = hazard;
    const words = [hazard.hazard, hazard.cause, hazard.effect, hazard.evidence,
      `Before: ${before.severity}, likelihood ${before.likelihood}.`,
      `After: ${after.severity}, likelihood ${after.likelihood}.`,
      ...controls.flatMap(({ control, code, rule, test: named }) =>
        [control, code ?? rule ?? named.file])];
    for (const text of words) assert.ok(section.includes(text), `${hazard.id} does not say “${text}”`);
    assert.equal(section.match(/^ {2}- /gm).length, controls.length, `${hazard.id} has other controls`);
  });
});

test('hazards: controls make a hazard no worse', () => {
  const severities = ['minor', 'significant', 'considerable', 'major', 'catastrophic'];
  const likelihoods = ['very low', 'low', 'medium', 'high', 'very high'];
  for (const { id, before, after } of hazards) {
    const severity = [before, after].map((rating) => severities.indexOf(rating.severity));
    const likelihood = [before, after].map((rating) => likelihoods.indexOf(rating.likelihood));
    assert.ok([...severity, ...likelihood].every((index) => index >= 0), `${id} has an unknown word`);
    assert.ok(severity[1] <= severity[0] && likelihood[1] <= likelihood[0], `${id} gets worse`);
    assert.ok(severity[1] + likelihood[1] < severity[0] + likelihood[0], `${id} gets no better`);
  }
});

test('hazards: the starting points of clinical safety are all in the log', () => {
  const ids = hazards.map(({ id }) => id);
  for (const id of ['missed_risk', 'false_alarm', 'wrong_number', 'closed_line', 'wrong_nation', 'wrong_person',
    'minor_as_adult', 'abuser_sees', 'stale_fact', 'taken_for_a_person', 'outage', 'dead_end', 'odd_text',
    'text_leaks', 'unreviewed_content']) {
    assert.ok(ids.includes(id), `${id} is missing`);
  }
});

test('hazards: every crisis plan says that the guide is automated', () => {
  const { plans } = JSON.parse(read(`${NET}/crisis_plan.json`));
  for (const { category, tier, parts } of plans) {
    assert.ok(parts.some(({ text, nation }) => text === 'crisis.automated' && !nation),
      `${category} ${tier ?? ''}`);
  }
  const { prompts } = JSON.parse(read(`${NET}/prompts/en-GB/crisis.json`));
  assert.match(prompts['crisis.automated'], /automated/);
  assert.match(prompts['crisis.automated'], /[Nn]o person reads this/);
});

test('hazards: the intended purpose is written down and linked', () => {
  const purpose = read(`${NET}/INTENDED_PURPOSE.md`);
  for (const words of ['not a medical device', 'informs and signposts', 'diagnose', 'emergency service']) {
    assert.ok(purpose.includes(words), `the purpose does not say “${words}”`);
  }
  for (const page of ['README.md', 'dialogs/README.md']) {
    assert.ok(read(page).includes('INTENDED_PURPOSE.md'), `${page} does not link to it`);
  }
});

/** Codes as the engine's sources write them, apart from the list of codes itself. */
const codesInSources = () => {
  const codes = new Set();
  for (const name of readdirSync(join(root, 'engine'), { recursive: true }).map(String)) {
    if (!/\.(cc|h)$/.test(name) || name.endsWith('diagnostic_codes.cc')) continue;
    for (const [code] of read(`engine/${name}`).matchAll(/(?<=")WM\d{3}(?=")/g)) codes.add(code);
  }
  return [...codes].sort();
};

test('diagnostics: the list of codes, the sources and the page of explanations agree', () => {
  const listed = [...read('engine/compile/diagnostic_codes.cc').matchAll(/WM\d{3}/g)].map(([code]) => code);
  const explained = [...read('dialogs/DIAGNOSTICS.md').matchAll(/^### (WM\d{3})$/gm)].map(([, code]) => code);
  assert.deepEqual([...listed].sort(), listed, 'the list is not in order');
  assert.deepEqual(codesInSources(), listed);
  assert.deepEqual([...explained].sort(), listed);
});
