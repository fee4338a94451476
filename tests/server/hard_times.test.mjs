// What the machine and its operators do to a server. ../../adapters/server/FAULTS.md says which
// fault is which.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { rawClient } from './raw_client.mjs';
import { startServer, wordsOf } from './waymark_server.mjs';

const say = (id, text, token) => ({ type: 'say', id: String(id), text, token });

function temporaryFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-hard-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const key = (number) => `${String(number).padStart(8, '0')} ${String(number % 10).repeat(64)}\n`;
const writeKeys = (path, text) => writeFileSync(path, text, { mode: 0o600 });

test('hard times: a server killed in the middle of turns loses none and takes none twice', async (t) => {
  const keys = join(temporaryFolder(t), 'keys');
  const other = await startServer(t, { flags: ['--keys', keys] });
  for (let round = 0; round < 5; round += 1) {
    const server = await startServer(t, { flags: ['--keys', keys] });
    const visitors = await Promise.all([1, 2, 3, 4].map(() => server.connect()));
    const kept = await Promise.all(visitors.map((visitor) => visitor.ask(say(1, 'what is ipt'))));
    const lost = visitors.map((visitor) => visitor.ask(say(2, 'how much does it cost')).catch(() => null));
    setTimeout(() => server.child.kill('SIGKILL'), round);
    const seen = await Promise.all(lost);
    for (const [number, { token }] of kept.entries()) {
      const { frame } = await other.post(say(2, 'how much does it cost', token));
      assert.equal(frame.turn, 2);
      if (seen[number]) assert.equal(wordsOf({ parts: frame.parts }), wordsOf({ parts: seen[number].parts }));
    }
  }
});

test('hard times: a server that was stopped for a while answers then, once', async (t) => {
  const server = await startServer(t);
  const visitor = await server.connect();
  await visitor.ask(say(1, 'hello'));
  server.child.kill('SIGSTOP');
  const answer = visitor.ask(say(2, 'hello'));
  await pause(1000);
  server.child.kill('SIGCONT');
  assert.equal((await answer).turn, 2);
  assert.equal((await visitor.ask(say(3, 'hello'))).turn, 3);
});

test('hard times: SIGTERM lets a request that has begun end, and takes no new ones', async (t) => {
  const server = await startServer(t);
  const client = await rawClient(server);
  const body = JSON.stringify(say(1, 'hello'));
  client.write('POST /api/v1/turn HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n'
    + `Content-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
  await server.post(say(1, 'hello'));  // the other one has come by now
  server.child.kill('SIGTERM');
  await server.log.until(/"event":"stopping"/);
  await pause(200);
  await assert.rejects(rawClient(server), /ECONNREFUSED/);
  client.write(body.slice(10));
  await client.until(/"turn":1[^]*/);
  assert.match(client.text, /Connection: close/);
  client.socket.end();
  assert.equal((await server.exited).code, 0);
});

test('hard times: keys are renewed under conversations, and a broken key file changes nothing', async (t) => {
  const path = join(temporaryFolder(t), 'keys');
  writeKeys(path, key(1));
  const server = await startServer(t, { flags: ['--keys', path] });
  let { token, turn } = (await server.post(say(1, 'hello'))).frame;
  const goOn = async () => {
    const { frame } = await server.post(say(2, 'hello', token));
    assert.equal(frame.turn, turn + 1);
    ({ token, turn } = frame);
  };
  let reloads = 0;
  const reload = async (text, event) => {
    if (text === null) rmSync(path); else writeKeys(path, text);
    server.child.kill('SIGHUP');
    reloads += 1;
    await server.log.until(new RegExp(`("event":"${event}"[^]*){1}`));
    await server.log.until(new RegExp(`("event":"pack_loaded"[^]*){${reloads}}`));
  };
  await reload(key(2) + key(1), 'keys_loaded');
  await goOn();
  await reload(key(2), 'keys_loaded');  // the token moved on to the new key
  await goOn();
  await reload(key(2).slice(0, 40), 'keys_refused');
  await goOn();
  await reload('', 'keys_refused');
  await goOn();
  await reload(null, 'keys_refused');
  await goOn();
  assert.doesNotMatch(server.log.text, /2{64}|1{64}/);
  await reload(key(3), 'keys_loaded');
  assert.equal((await server.post(say(9, 'hello', token))).frame.turn, 1, 'an old key is gone for good');
});

test('hard times: whatever a pack becomes, the old one goes on answering', async (t) => {
  const folder = temporaryFolder(t);
  for (const pack of ['safety-uk', 'ipt-depression']) cpSync(join('dialogs', pack), join(folder, pack), { recursive: true });
  const pack = join(folder, 'ipt-depression');
  const server = await startServer(t, { flags: ['--pack', pack] });
  const file = join(pack, 'pack.json');
  const good = readFileSync(file, 'utf8');
  const faults = [
    () => writeFileSync(file, good.slice(0, good.length / 2)),
    () => writeFileSync(file, ''),
    () => symlinkSync('/dev/zero', file),
    () => symlinkSync('/no/such/file', file),
    () => mkdirSync(file),
    () => spawn('mkfifo', [file]),
    () => writeFileSync(file, '['.repeat(100_000)),
    () => {},
  ];
  for (const [number, fault] of faults.entries()) {
    rmSync(file, { recursive: true, force: true });
    const made = fault();
    if (made) await new Promise((resolve) => { made.once('exit', resolve); });
    server.child.kill('SIGHUP');
    await server.log.until(new RegExp(`("event":"pack_refused"[^]*){${number + 1}}`));
    assert.equal((await server.post(say(1, 'hello'))).status, 200);
  }
  rmSync(file, { recursive: true, force: true });
  writeFileSync(file, good);
  server.child.kill('SIGHUP');
  await server.log.until(/"event":"pack_loaded"/);
});

test('hard times: reloads while people talk lose no turn', async (t) => {
  const server = await startServer(t, { flags: ['--threads', '2'] });
  const visitors = await Promise.all(Array.from({ length: 8 }, () => server.connect()));
  let ended = false;
  const talks = visitors.map(async (visitor) => {
    let turn = 0;
    while (!ended) {
      turn += 1;
      assert.equal((await visitor.ask(say(turn, 'hello'))).turn, turn);
      await pause(5);  // far from the rate that one connection may have
    }
  });
  for (let count = 1; count <= 5; count += 1) {
    server.child.kill('SIGHUP');
    await server.log.until(new RegExp(`("event":"pack_loaded"[^]*){${count}}`));
  }
  ended = true;
  await Promise.all(talks);
});

test('hard times: the same token in two tabs makes two talks that do not touch', async (t) => {
  const server = await startServer(t);
  const { frame: begun } = await server.post(say(1, 'what is ipt'));
  const tabs = await Promise.all([server.connect(), server.connect()]);
  for (const tab of tabs) assert.equal((await tab.ask({ type: 'start', token: begun.token })).turn, 1);
  const risk = await tabs[0].ask(say(2, 'i want to die'));
  const other = await tabs[1].ask(say(2, 'how much does it cost'));
  assert.deepEqual([risk.turn, risk.safety, other.turn, other.safety], [2, true, 2, false]);
  assert.equal((await tabs[0].ask(say(3, 'hello'))).turn, 3);
});

test('hard times: few files leave fewer places, and the rest is told whom to call', async (t) => {
  const server = await startServer(t, { files: 300 });
  assert.match(server.log.text, /"event":"places_reduced","connections":36/);
  const first = await server.connect();
  await first.ask(say(1, 'hello'));
  const others = await Promise.all(Array.from({ length: 35 }, () => server.connect()));
  const full = await server.connect();
  assert.equal((await full.closed).code, 4013);
  const page = await fetch(`${server.url}/chat`, { headers: { accept: 'text/html' } });
  assert.equal(page.status, 503);
  assert.match(await page.text(), /href="tel:116123"/);
  assert.equal((await first.ask(say(2, 'hello'))).turn, 2);
  for (const visitor of others) visitor.socket.terminate();
});

test('hard times: many come back at once', async (t) => {
  const config = { connections_per_address: 1000 };
  const server = await startServer(t, { config });
  const { frame } = await server.post(say(1, 'hello'));
  const visitors = await Promise.all(Array.from({ length: 500 }, () => server.connect()));
  const turns = await Promise.all(visitors.map((visitor) => visitor.ask(say(2, 'hello', frame.token))));
  assert.ok(turns.every(({ turn }) => turn === 2));
  for (const visitor of visitors) visitor.socket.terminate();
});

test('hard times: with too much to do, those who come wait first', async (t) => {
  const server = await startServer(t, { config: { messages_per_minute_in_all: 100 } });  // 11 at once
  const visitors = [];
  for (let count = 0; count < 9; count += 1) {
    const visitor = await server.connect();
    assert.equal((await visitor.ask(say(1, 'hello'))).turn, 1);
    visitors.push(visitor);
  }
  const newcomer = await server.connect();
  const told = await newcomer.ask(say(1, 'hello'));
  assert.equal(told.code, 'busy');
  assert.match(told.message, /116 123/);
  assert.equal((await newcomer.closed).code, 4013);
  assert.equal((await visitors[0].ask(say(2, 'hello'))).turn, 2);
});

test('hard times: an address that connects again and again is not heard', async (t) => {
  const server = await startServer(t, { config: { connections_per_address: 4 } });
  let cut = 0;
  for (let count = 0; count < 30; count += 1) {
    // The reset may come before the client knows that it is connected.
    const client = await rawClient(server).catch(() => null);
    if (client === null) {
      cut += 1;
      continue;
    }
    client.write('GET /health/live HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n');
    await client.closed;
    if (client.text === '') cut += 1;
    client.socket.destroy();
  }
  assert.ok(cut > 0 && cut < 30, `${cut} cut off`);
});

test('hard times: only the names that are served are served, but health for all', async (t) => {
  const server = await startServer(t, { config: { hosts: ['guide.example'] } });
  const ask = async (path, host) => {
    const client = await rawClient(server);
    client.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    await client.closed;
    return Number(client.text.slice(9, 12));
  };
  assert.equal(await ask('/', 'guide.example:443'), 200);
  assert.equal(await ask('/', 'rebound.example'), 421);
  assert.equal(await ask('/health/live', '10.0.0.7:8080'), 200);
});

test('hard times: a proxy that adds a line of its own is believed, not the line before it', async (t) => {
  const config = { messages_per_minute_per_address: 10, trusted_proxies: ['127.0.0.1'] };
  const server = await startServer(t, { config });
  const body = JSON.stringify(say(1, 'hello'));
  const post = async (made_up) => {
    const client = await rawClient(server);
    client.write('POST /api/v1/turn HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n'
      + `X-Forwarded-For: ${made_up}\r\nX-Forwarded-For: 192.0.2.1\r\nConnection: close\r\n`
      + `Content-Length: ${body.length}\r\n\r\n${body}`);
    await client.closed;
    return Number(client.text.slice(9, 12));
  };
  assert.deepEqual([await post('1.1.1.1'), await post('2.2.2.2'), await post('3.3.3.3')], [200, 200, 429]);
});

test('hard times: a log that nobody reads holds nobody up', async (t) => {
  const server = await startServer(t, { deafLog: true });
  for (let count = 0; count < 3; count += 1) server.child.kill('SIGHUP');
  assert.equal((await server.post(say(1, 'hello'))).status, 200);
  server.child.kill('SIGTERM');
  assert.equal((await server.exited).code, 0);
});
