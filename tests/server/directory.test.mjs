// The finder of a served pack with a directory that was imported, and without one.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { startServer, wordsOf } from './waymark_server.mjs';

const program = process.env.WAYMARK_BIN ?? 'build/dev/waymark';
const lists = 'dialogs/ipt-depression/directory';
const madeUp = readdirSync(lists).filter((name) => name.endsWith('.csv')).map((name) => join(lists, name));

function folderFor(t) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

// Says the lines one after the other; gives the last reply.
async function talk(server, lines) {
  let reply;
  for (const [i, text] of lines.entries()) {
    reply = (await server.post({ type: 'say', id: String(i + 1), text, token: reply?.token })).frame;
  }
  return reply;
}

const search = ['i need to find a therapist', 'england', 'in person', 'i would pay myself'];

test('directory: what `make serve` imports is shown as cards with a number and a link', async (t) => {
  const file = join(folderFor(t), 'directory.sqlite');
  execFileSync(program, ['import', 'directory', ...madeUp, '--out', file]);
  const server = await startServer(t, { config: { directory: file } });
  const reply = await talk(server, [...search, 'LS6 3AB', 'anxiety', 'skip', 'skip']);
  const unhelped = await talk(server, [...search, 'LS6 3AB', 'depression or low mood', 'english', 'up to £60']);
  for (const found of [reply, unhelped]) assert.equal(found.type, 'reply');
  const cards = unhelped.parts.filter((part) => part.type === 'contact');
  assert.ok(cards.length >= 2, wordsOf(unhelped));
  for (const card of cards) {
    assert.match(card.name, /\(made up\)$/);
    assert.match(card.phone, /^(01632 960|020 7946 0)/);
    assert.match(card.url, /^https:\/\/[a-z-]+\.example\.org$/);
    assert.match(card.note, /a session\./);
  }
});

test('directory: without one the finder leads on by the registers', async (t) => {
  const server = await startServer(t);
  const reply = await talk(server, search);
  assert.match(wordsOf(reply), /BACP/);
  assert.doesNotMatch(wordsOf(reply), /made up/);
});

test('directory: a file that is none is refused at the start, with the remedy', (t) => {
  const file = join(folderFor(t), 'directory.sqlite');
  writeFileSync(file, 'this is no database, but it is long enough to be looked at as one');
  for (const [path, expected] of [[file, /cannot be used/], ['/no/such/file', /is not there/]]) {
    const outcome = spawnSync(program, ['serve', '--port', '0', '--directory', path], { encoding: 'utf8' });
    assert.equal(outcome.status, 2);
    assert.match(outcome.stderr, expected);
    assert.match(outcome.stderr, /waymark import directory/);
  }
});
