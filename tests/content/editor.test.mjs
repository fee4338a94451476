// What an author sees in an editor, by the language service of VS Code: shipped files have no problem,
// every key of every schema is explained where the mouse rests on it, and offered where it may stand.

import assert from 'node:assert/strict';
import {readFileSync, readdirSync, statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import languageServer from 'vscode-json-languageservice';
import {named, resolved, samplesOf} from './schema_samples.mjs';

const {getLanguageService, TextDocument} = languageServer;
const dialogs = resolve(fileURLToPath(import.meta.url), '../../../dialogs');
const schemaFolder = join(dialogs, 'schema');
const schemas = readdirSync(schemaFolder).sort();
const readSchema = (name) => JSON.parse(readFileSync(join(schemaFolder, name), 'utf8'));

// As an editor does it: the schema is the one that the file itself names.
const service = getLanguageService({
  schemaRequestService: async (uri) => readFileSync(fileURLToPath(uri), 'utf8'),
  workspaceContext: {resolveRelativePath: (path, file) => new URL(path, file).href},
});
service.configure({validate: true, allowComments: false});

function opened(path, text) {
  const document = TextDocument.create(pathToFileURL(path).href, 'json', 1, text);
  return {document, json: service.parseJSONDocument(document)};
}

const sampleFile = (schema, value) => {
  const {$schema, ...content} = value;
  return opened(join(schemaFolder, 'sample', 'a.json'),
    JSON.stringify({$schema: `../${schema}`, ...content}, null, 1));
};

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

test('editor: no shipped file has a problem', async () => {
  let count = 0;
  for (const path of jsonFiles(dialogs)) {
    const {document, json} = opened(path, readFileSync(path, 'utf8'));
    const problems = await service.doValidation(document, json);
    assert.deepEqual(problems.map(({message, range}) => `${path}:${range.start.line + 1} ${message}`), []);
    ++count;
  }
  assert.ok(count > 20, `only ${count} files found`);
});

// Every place in a schema that stands for a value, with its path.
function* places(root, schema, path) {
  yield [path, schema];
  for (const [key, inner] of Object.entries(schema.properties ?? {})) yield* places(root, inner, `${path}/${key}`);
  for (const key of ['items', 'additionalProperties']) {
    if (typeof schema[key] === 'object') yield* places(root, schema[key], `${path}/${key}`);
  }
  for (const key of ['oneOf', 'anyOf']) {
    for (const [i, inner] of (schema[key] ?? []).entries()) {
      if (inner.type || inner.$ref) yield* places(root, inner, `${path}/${key}${i}`);
    }
  }
  for (const [name, inner] of Object.entries(schema.definitions ?? {})) yield* places(root, inner, `${path}#${name}`);
}

for (const name of schemas) {
  const root = readSchema(name);

  test(`editor: ${name} describes every key, and allows no value of just any kind`, () => {
    for (const [path, schema] of places(root, root, name)) {
      const meant = resolved(root, schema);
      assert.ok(meant.type ?? meant.enum ?? meant.oneOf ?? meant.anyOf ?? meant.const !== undefined,
        `${path} allows anything: give it a type`);
      for (const [key, inner] of Object.entries(schema.properties ?? {})) {
        assert.ok(resolved(root, inner).description, `${path}/${key} has no description`);
      }
      if (typeof schema.additionalProperties === 'object') {
        assert.ok(resolved(root, schema.additionalProperties).description, `${path}: its names have no description`);
      }
    }
  });

  test(`editor: ${name} explains every key where the mouse rests on it`, async () => {
    let count = 0;
    for (const value of samplesOf(root, root)) {
      const {document, json} = sampleFile(name, value);
      const keys = [];
      const visit = (node) => {
        if (node.type === 'property') keys.push(node.keyNode);
        for (const child of node.children ?? []) visit(child);
      };
      visit(json.root);
      for (const key of keys) {
        const hover = await service.doHover(document, document.positionAt(key.offset + 1), json);
        const words = [hover?.contents ?? []].flat().map((part) => part.value ?? part).join('');
        assert.ok(words.length > 5, `"${key.value}" is not explained in ${document.getText()}`);
        ++count;
      }
    }
    assert.ok(count > 5, `only ${count} keys`);
  });

  test(`editor: ${name} offers every key where it may stand`, async () => {
    for (const value of samplesOf(root, root)) {
      for (const [path, object] of objectsIn(value)) {
        if (object[named]) continue;
        const wanted = Object.keys(object).filter((key) => key !== 'kind' && key !== '$schema');
        const offered = await offeredAt(name, value, path, object.kind);
        if (object.kind) wanted.push('kind');
        if (object.kind) offered.push(...await offeredAt(name, value, path));
        for (const key of wanted) {
          assert.ok(offered.includes(key),
            `"${key}" is not offered at /${path.join('/')}; there are ${offered.join(' ')}`);
        }
      }
    }
  });
}

// Every object in a value, with the keys that lead to it.
function* objectsIn(value, path = []) {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* objectsIn(item, [...path, i]);
  } else if (value !== null && typeof value === 'object') {
    yield [path, value];
    for (const [key, item] of Object.entries(value)) yield* objectsIn(item, [...path, key]);
  }
}

// What is offered for a new key in the object at `path`, of which nothing but its kind is written yet.
async function offeredAt(schema, value, path, kind) {
  const bare = {...(kind && {kind}), '': 0};
  const replaced = (inner, [key, ...rest]) => {
    if (key === undefined) return bare;
    const copy = Array.isArray(inner) ? [...inner] : {...inner};
    copy[key] = replaced(inner[key], rest);
    return copy;
  };
  const {document, json} = sampleFile(schema, replaced(value, path));
  const offset = document.getText().indexOf('""') + 1;
  const list = await service.doComplete(document, document.positionAt(offset), json);
  return list.items.map(({label}) => label);
}

test('editor: a key that nobody knows is marked', async () => {
  const {document, json} = sampleFile('prompts.json', {locale: 'en-GB', prompts: {}, promts: {}});
  const [problem] = await service.doValidation(document, json);
  assert.match(problem?.message ?? '', /promts/);
});

test('editor: a kind of node that is none is marked, with those that there are', async () => {
  const {document, json} = sampleFile('flow.json', {flow: 'a', start: 'x', nodes: {x: {kind: 'shout'}}});
  const problems = await service.doValidation(document, json);
  assert.ok(problems.length > 0);
});
