// A pack with a form of nine questions: it fits its schemas, `waymark check` proves it, and its
// conversations hold. The pack extends safety-uk, so it is copied beside it.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join, resolve} from 'node:path';
import {after, test} from 'node:test';
import Ajv from 'ajv';

const waymark = resolve(process.env.WAYMARK_BIN ?? 'build/dev/waymark');
const root = mkdtempSync(join(tmpdir(), 'waymark-forms-'));
after(() => rmSync(root, {recursive: true, force: true}));
const source = 'tests/content/packs/check_up';
const pack = join(root, 'check_up');
cpSync('dialogs/safety-uk', join(root, 'safety-uk'), {recursive: true});
cpSync(source, pack, {recursive: true});

test('form pack: every file fits its schema', () => {
  const ajv = new Ajv({strict: true, strictTypes: false, strictRequired: false, allErrors: true});
  const files = readdirSync(source, {recursive: true}).map(String).filter((name) => name.endsWith('.json'));
  assert.ok(files.length > 8, `only ${files.length} files`);
  const validators = new Map();
  for (const file of files) {
    const content = JSON.parse(readFileSync(join(source, file), 'utf8'));
    const schema = basename(content.$schema);
    if (!validators.has(schema)) {
      validators.set(schema, ajv.compile(JSON.parse(readFileSync(`dialogs/schema/${schema}`, 'utf8'))));
    }
    const validate = validators.get(schema);
    assert.ok(validate(content), `${file}: ${ajv.errorsText(validate.errors)}`);
  }
});

test('form pack: check proves it', () => {
  const run = spawnSync(waymark, ['check', '--strict', '--pack', pack], {encoding: 'utf8'});
  assert.equal(run.status, 0, run.stdout + run.stderr);
});

test('form pack: interrupted, taken up again, changed, undone, finished', () => {
  const run = spawnSync(waymark, ['test', '--pack', pack], {encoding: 'utf8'});
  assert.equal(run.status, 0, run.stdout + run.stderr);
});
