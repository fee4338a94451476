// Starting, reloading and ending.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { startServer } from './waymark_server.mjs';

// The shipped packs in a folder of their own, to be changed.
function copiedPacks(t) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-packs-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const pack of ['safety-uk', 'ipt-depression']) {
    cpSync(join('dialogs', pack), join(folder, pack), { recursive: true });
  }
  return join(folder, 'ipt-depression');
}

test('life cycle: says where to go and what to try', async (t) => {
  const server = await startServer(t);
  assert.match(server.output.text, /Open http:\/\/localhost:\d+/);
  assert.match(server.output.text, /interpersonal therapy/);
  assert.match(server.log.text, /^\{"time":.*"event":"listening"/m);
});

test('life cycle: SIGTERM tells visitors to come back and ends with 0', async (t) => {
  for (const signal of ['SIGTERM', 'SIGINT']) {
    const server = await startServer(t, { flags: ['--threads', '2'] });
    const visitors = await Promise.all([1, 2, 3].map(() => server.connect()));
    for (const visitor of visitors) await visitor.ask({ type: 'start' });
    server.child.kill(signal);
    for (const visitor of visitors) assert.equal((await visitor.closed).code, 1001);
    assert.deepEqual(await server.exited, { code: 0, signal: null });
    assert.match(server.log.text, /"event":"stopped"/);
  }
});

test('life cycle: a client that does not close does not hold the server up', async (t) => {
  const server = await startServer(t, { config: { drain_seconds: 1 } });
  const visitor = await server.connect();
  visitor.socket._socket.pause();
  server.child.kill('SIGTERM');
  assert.equal((await server.exited).code, 0);
  visitor.socket.terminate();
});

test('life cycle: SIGHUP reads the pack again, and keeps the old one when the new is broken', async (t) => {
  const pack = copiedPacks(t);
  const server = await startServer(t, { flags: ['--pack', pack] });
  const visitor = await server.connect();
  await visitor.ask({ type: 'say', id: '1', text: 'hello' });

  server.child.kill('SIGHUP');
  await server.log.until(/"event":"pack_loaded"/);
  assert.equal((await visitor.ask({ type: 'say', id: '2', text: 'hello' })).turn, 2);

  const file = join(pack, 'pack.json');
  const good = readFileSync(file, 'utf8');
  writeFileSync(file, '{ "pack": ');
  server.child.kill('SIGHUP');
  await server.log.until(/"event":"pack_refused"/);
  assert.match(server.log.text, /"event":"pack_problem".*pack\.json:/);
  assert.equal((await visitor.ask({ type: 'say', id: '3', text: 'hello' })).turn, 3);
  assert.equal(await server.metric('waymark_reloads_total{result="refused"}'), 1);
  writeFileSync(file, good);
});

test('life cycle: a broken pack, a taken port or a wrong key file refuse to start', async (t) => {
  const pack = copiedPacks(t);
  writeFileSync(join(pack, 'pack.json'), '{}');
  writeFileSync(join(pack, 'flows', 'fallback.json'), '{');
  await assert.rejects(startServer(t, { flags: ['--pack', pack] }), /ended with 1: [^]*fallback\.json:1:/);
  await assert.rejects(startServer(t, { flags: ['--pack', '/no/such/pack'] }), /ended with 2/);
  await assert.rejects(startServer(t, { config: { no_such_key: 1 } }), /ended with 2: .*no_such_key/);
  const first = await startServer(t);
  const port = new URL(first.url).port;
  await assert.rejects(startServer(t, { port }), /ended with 1: .*--port/s);
});
