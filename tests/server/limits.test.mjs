// Rates, places, idle time and secrecy.

import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { startServer } from './waymark_server.mjs';

const hello = (id) => ({ type: 'say', id: String(id), text: 'hello' });

test('limits: too fast is said first, and ends the connection only when it goes on', async (t) => {
  const server = await startServer(t, { config: { messages_per_minute: 1, message_burst: 3 } });
  const visitor = await server.connect();
  for (let id = 1; id <= 3; id += 1) assert.equal((await visitor.ask(hello(id))).type, 'reply');
  for (let id = 4; id <= 23; id += 1) assert.equal((await visitor.ask(hello(id))).code, 'too_fast');
  assert.equal((await visitor.closed).code, 4008);
  const other = await server.connect();
  assert.equal((await other.ask(hello(1))).type, 'reply');
});

test('limits: the messages of one address over HTTP', async (t) => {
  const server = await startServer(t, { config: { messages_per_minute_per_address: 20 } });
  const statuses = [];
  for (let id = 1; id <= 5; id += 1) statuses.push((await server.post(hello(id))).status);
  assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
});

test('limits: behind a trusted proxy each visitor is counted alone', async (t) => {
  const config = { messages_per_minute_per_address: 10, trusted_proxies: ['127.0.0.1'] };
  const server = await startServer(t, { config });
  const post = async (address) => (await server.post(hello(1), { 'x-forwarded-for': address })).status;
  assert.deepEqual([await post('192.0.2.1'), await post('192.0.2.1'), await post('192.0.2.1')], [200, 200, 429]);
  assert.equal(await post('192.0.2.2'), 200);
});

test('limits: a full house says so, with whom to call', async (t) => {
  const server = await startServer(t, { config: { connections: 2 } });
  const visitors = [await server.connect(), await server.connect()];
  const turnedAway = await server.connect();
  assert.equal((await turnedAway.closed).code, 4013);
  const page = await fetch(server.url);
  assert.equal(page.status, 503);
  assert.match(await page.text(), /116 123|999/);
  assert.equal((await visitors[0].ask(hello(1))).type, 'reply');
});

test('limits: a connection without a message for too long', async (t) => {
  const server = await startServer(t, { config: { idle_seconds: 1 } });
  const visitor = await server.connect();
  assert.equal((await visitor.ask(hello(1))).type, 'reply');
  assert.equal((await visitor.closed).code, 4000);
});

test('limits: compression is never agreed', async (t) => {
  const server = await startServer(t);
  const visitor = await server.connect({ perMessageDeflate: true });
  assert.equal(visitor.socket.extensions, '');
});

test('limits: nothing typed is in the logs, the output or the metrics', async (t) => {
  const secret = 'sentinel zebra quixotic';
  const server = await startServer(t);
  const visitor = await server.connect();
  await visitor.ask({ type: 'say', id: '1', text: secret });
  await visitor.ask(`{"type":"say","id":"1","text":"${secret}"`);
  await visitor.ask({ type: secret, id: secret });
  await visitor.ask({ type: 'choose', id: '2', choice: secret });
  await server.post({ type: 'say', id: '1', text: secret });
  await fetch(`${server.url}/${encodeURIComponent(secret)}`);
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  server.child.kill('SIGTERM');
  await server.exited;
  for (const text of [server.log.text, server.output.text, metrics]) {
    assert.doesNotMatch(text, /sentinel|zebra|quixotic/);
  }
});

test('limits: the key file is made for its owner alone', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-keys-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const keys = join(folder, 'keys');
  await startServer(t, { flags: ['--keys', keys] });
  assert.equal(statSync(keys).mode & 0o777, 0o600);
  chmodSync(keys, 0o644);
  await assert.rejects(startServer(t, { flags: ['--keys', keys] }), /chmod 600/);
});
