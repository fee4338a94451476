// Every content file that we ship fits the JSON Schema of its kind, and the schemas are strict enough to
// refuse the mistakes that authors make. What an editor makes of them is in editor.test.mjs.

import assert from 'node:assert/strict';
import {readFileSync, readdirSync, statSync} from 'node:fs';
import {basename, dirname, join, relative, resolve} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import Ajv from 'ajv';

const dialogs = resolve(dirname(fileURLToPath(import.meta.url)), '../../dialogs');
const schemaFolder = join(dialogs, 'schema');

const ajv = new Ajv({strict: true, strictTypes: false, strictRequired: false, allErrors: true});
const validators = new Map();
for (const name of readdirSync(schemaFolder)) {
  const schema = JSON.parse(readFileSync(join(schemaFolder, name), 'utf8'));
  validators.set(name, ajv.compile(schema));
}

function* jsonFiles(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      if (name !== 'tests' && name !== 'schema') yield* jsonFiles(path);
    } else if (name.endsWith('.json')) {
      yield path;
    }
  }
}

test('shipped content: every file names its schema and fits it', () => {
  let count = 0;
  for (const path of jsonFiles(dialogs)) {
    const content = JSON.parse(readFileSync(path, 'utf8'));
    const place = relative(dialogs, path);
    assert.equal(typeof content.$schema, 'string', `${place} names no $schema`);
    const target = resolve(dirname(path), content.$schema);
    assert.equal(dirname(target), schemaFolder, `${place}: $schema leads to ${target}`);
    const validate = validators.get(basename(target));
    assert.ok(validate, `${place}: there is no schema ${basename(target)}`);
    assert.ok(validate(content), `${place}: ${ajv.errorsText(validate.errors)}`);
    ++count;
  }
  assert.ok(count > 20, `only ${count} files found`);
});

const intent = {
  id: 'help.cost', class: 'question', title: 'help.cost.title', starts: 'help.cost',
  patterns: ['cost'], examples: ['a', 'b', 'c'],
};
const rating = {severity: 'minor', likelihood: 'low'};
const hazard = {
  id: 'h', hazard: 'h', cause: 'c', effect: 'e', before: rating, after: rating, evidence: 'e',
  controls: [{control: 'c', code: 'WM101'}],
};
const refused = [
  ['intents.json', {locale: 'en-GB', intents: [{...intent, class: 'shout'}]}, 'an unknown class'],
  ['intents.json', {locale: 'en-GB', intents: [{...intent, id: 'Help Cost'}]}, 'a bad id'],
  ['intents.json', {locale: 'en-GB', intents: [{...intent, pattern: []}]}, 'a misspelt key'],
  ['intents.json', {locale: 'en-GB', intents: [{...intent, examples: ['a']}]}, 'too few examples'],
  ['flow.json', {flow: 'a', start: 'x', nodes: {x: {kind: 'shout'}}}, 'an unknown kind of node'],
  ['flow.json', {flow: 'a', start: 'x', nodes: {x: {kind: 'say', parts: []}}}, 'a say without next'],
  ['flow.json', {flow: 'a', start: 'x', nodes: {x: {kind: 'ask', parts: [], choices: [], when_left: 'resume'}}},
    'a question without choices'],
  ['services.json', {services: [{id: 'a', name: 'A', nations: ['all'], audience: 'anyone', source: 's',
    last_verified: '2026-11-22', phone: 'call us'}]}, 'a phone number in words'],
  ['services.json', {services: [{id: 'a', name: 'A', nations: ['all'], audience: 'anyone', source: 's'}]},
    'a fact without a date'],
  ['hazards.json', {hazards: [{...hazard, controls: []}]}, 'a hazard that nothing is done about'],
  ['hazards.json', {hazards: [{...hazard, controls: [{control: 'c'}]}]}, 'a control without a proof'],
  ['hazards.json', {hazards: [{...hazard, before: {severity: 'bad', likelihood: 'low'}}]}, 'an unknown severity'],
  ['prompts.json', {locale: 'en-GB', prompts: {'a.b': []}}, 'a prompt without words'],
  ['pack.json', {pack: 'p', version: '1', title: 'T', locales: ['en-GB']}, 'a version that is none'],
  ['risk.json', {locale: 'en-GB', rules: [{id: 'r', category: 'suicide', tier: 'explicit', patterns: ['a'],
    fires: ['a']}]}, 'an unknown category'],
];
for (const [schema, content, what] of refused) {
  test(`schemas: ${schema} refuses ${what}`, () => {
    assert.equal(validators.get(schema)(content), false);
  });
}
