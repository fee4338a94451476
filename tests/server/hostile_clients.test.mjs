// Clients that send slowly, never read, lie about lengths or break off. ../../adapters/server/FAULTS.md
// says which fault is which.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { closeCode, frame, rawClient, rawSocket, upgrade } from './raw_client.mjs';
import { startServer } from './waymark_server.mjs';

const HEAD = 'POST /api/v1/turn HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n';
const hello = (id) => JSON.stringify({ type: 'say', id: String(id), text: 'hello' });

// Kilobytes of memory that the server holds.
const memoryOf = (server) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))[1]);

async function stillAnswers(server) {
  assert.equal((await server.post({ type: 'say', id: '1', text: 'hello' })).status, 200);
}

test('hostile: a head, a body, a second request or a message that does not come is not waited for', async (t) => {
  const server = await startServer(t, { config: { handshake_seconds: 1 } });
  const silent = await rawClient(server);
  const head = await rawClient(server);
  head.write('GET / HTTP/1.1\r\nHost: te');
  const body = await rawClient(server);
  body.write(`${HEAD}Content-Length: 100\r\n\r\n{"type`);
  const second = await rawClient(server);
  second.write('GET /health/live HTTP/1.1\r\nHost: test\r\n\r\n');
  await second.until(/"ok"/);
  second.write('GET /health/live HT');
  const message = await rawSocket(server);
  message.write(frame({ opcode: 1, payload: '{"type":', fin: false }));
  const inFrame = await rawSocket(server);
  inFrame.write(frame({ opcode: 1, payload: '{"type":', length: 100 }));
  for (const client of [silent, head, body, second, message, inFrame]) await client.closed;
  assert.equal(await server.metric('waymark_refused_total{reason="late"}'), 6);
  await stillAnswers(server);
});

test('hostile: a message in small pieces, if they come soon, is a message', async (t) => {
  const server = await startServer(t);
  const client = await rawSocket(server);
  const text = hello(1);
  for (const [at, letter] of [...text].entries()) {
    client.write(frame({ opcode: at === 0 ? 1 : 0, payload: letter, fin: at === text.length - 1 }));
  }
  await client.until(/"type":"reply","id":"1"/);
});

test('hostile: a client that sends and never reads is cut off, and costs no memory', async (t) => {
  const server = await startServer(t, { config: { write_seconds: 1 } });
  const client = await rawSocket(server);
  client.socket.pause();
  const before = memoryOf(server);
  const gone = new Promise((resolve) => { client.socket.once('error', resolve); });
  const many = Buffer.concat(Array.from({ length: 200 }, (_, id) => frame({ opcode: 1, payload: hello(id) })));
  const write = () => {
    if (client.socket.destroyed) return;
    client.socket.write(many, () => setImmediate(write));
  };
  write();
  await gone;
  assert.equal(await server.metric('waymark_refused_total{reason="late"}'), 1);
  assert.ok(memoryOf(server) - before < 8 * 1024, 'kilobytes');
  await stillAnswers(server);
});

test('hostile: frames that say they are huge are refused by their head', async (t) => {
  const server = await startServer(t);
  const before = memoryOf(server);
  for (const [length, code] of [[16385n, 1009], [65536n, 1009], [2n ** 30n, 1009], [2n ** 63n - 1n, 1009]]) {
    const client = await rawSocket(server);
    client.write(frame({ opcode: 1, length }));
    await client.until(/\x88.[^]{2}/);
    assert.equal(closeCode(client), code, String(length));
    client.socket.destroy();
  }
  for (const length of [2n ** 63n, 2n ** 64n - 1n]) {
    const client = await rawSocket(server);
    client.write(frame({ opcode: 1, length }));
    await client.until(/\x88.[^]{2}/);
    assert.ok([1002, 1009].includes(closeCode(client)), String(length));
    client.socket.destroy();
  }
  assert.ok(memoryOf(server) - before < 4 * 1024, 'kilobytes');
  await stillAnswers(server);
});

test('hostile: floods that never become a message end', async (t) => {
  const server = await startServer(t);
  const floods = [
    frame({ opcode: 9, payload: 'x'.repeat(100) }),              // pings
    frame({ opcode: 10 }),                                       // pongs that nobody asked for
    frame({ opcode: 0, fin: false }),                            // empty pieces of one message
  ];
  await Promise.all(floods.map(async (piece, number) => {
    const client = await rawSocket(server);
    if (number === 2) client.write(frame({ opcode: 1, fin: false }));
    const many = Buffer.concat(Array.from({ length: 1000 }, () => piece));
    const write = () => {
      if (!client.socket.destroyed) client.socket.write(many, () => setTimeout(write, 20));
    };
    write();
    await client.closed;
    client.socket.destroy();
  }));
  await stillAnswers(server);
});

test('hostile: text that is not UTF-8, split over pieces, ends with 1007', async (t) => {
  const server = await startServer(t);
  const client = await rawSocket(server);
  client.write(frame({ opcode: 1, payload: '{"type":"say","id":"1","text":"\xe2\x82', fin: false }));
  client.write(frame({ opcode: 0, payload: '\x28"}' }));
  await client.until(/\x88.[^]{2}/);
  assert.equal(closeCode(client), 1007);
});

test('hostile: connections that are reset at any moment leave nothing behind', async (t) => {
  const server = await startServer(t);
  const breaks = [
    '', 'GET / HT', `${HEAD}Content-Length: 50\r\n\r\n{`, upgrade().slice(0, 60), upgrade(),
    upgrade() + frame({ opcode: 1, payload: hello(1), length: 200 }).toString('latin1'),
    upgrade() + frame({ opcode: 1, payload: hello(1) }).toString('latin1'),
    upgrade() + frame({ opcode: 8, payload: '\x03\xe8' }).toString('latin1'),
  ];
  for (let round = 0; round < 10; round += 1) {
    for (const bytes of breaks) {
      const client = await rawClient(server);
      client.write(Buffer.from(bytes, 'latin1'));
      if (round % 2) await new Promise((resolve) => { setImmediate(resolve); });
      client.socket.resetAndDestroy();
      await client.ended;
    }
  }
  await stillAnswers(server);
  while (await server.metric('waymark_websockets') > 0) await new Promise((r) => { setTimeout(r, 50); });
  while (await server.metric('waymark_connections') > 3) await new Promise((r) => { setTimeout(r, 50); });
});

test('hostile: any bytes, before or after the handshake, are answered or cut off', async (t) => {
  const server = await startServer(t, { config: { handshake_seconds: 1 } });
  let seed = 7;
  const random = () => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed; };
  const noise = () => Buffer.from(Array.from({ length: 200 }, () => (random() >> 8) & 255));
  const clients = await Promise.all(Array.from({ length: 40 }, () => rawClient(server)));
  for (const client of clients) client.write(noise());
  const sockets = await Promise.all(Array.from({ length: 40 }, () => rawSocket(server)));
  for (const client of sockets) client.write(noise());
  for (const client of [...clients, ...sockets]) {
    client.socket.end();
    await client.closed;
  }
  await stillAnswers(server);
});

test('hostile: requests that two programs could read in two ways are refused', async (t) => {
  const server = await startServer(t);
  for (const fields of ['Content-Length: 2\r\nContent-Length: 3\r\n', 'Transfer-Encoding: chunked\r\n',
    'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n', 'Host: other\r\nContent-Length: 2\r\n',
    'Transfer-Encoding: xchunked\r\n', 'Content-Length: -1\r\n', 'Content-Length: 99999999999999999999\r\n']) {
    const client = await rawClient(server);
    client.write(`${HEAD}${fields}\r\n{}`);
    await client.until(/^HTTP\/1\.1 4\d\d /);
    await client.closed;
  }
});

test('hostile: a form may hold 64 KB, a frame 16 KB, and neither is read beyond', async (t) => {
  const server = await startServer(t);
  const post = (path, body, type) =>
    fetch(server.url + path, { method: 'POST', body, headers: { 'content-type': type } });
  const form = 'application/x-www-form-urlencoded';
  assert.equal((await post('/chat', `text=${'a'.repeat(40_000)}`, form)).status, 200);
  const long = await post('/chat', `text=${'a'.repeat(70_000)}`, form);
  assert.equal(long.status, 413);
  assert.match(await long.text(), /href="tel:999"/);
  assert.equal((await post('/api/v1/turn', hello('x'.repeat(20_000)), 'application/json')).status, 413);
  const liar = await rawClient(server);
  liar.write(`${HEAD}Content-Length: 9999999999\r\n\r\n`);
  await liar.until(/^HTTP\/1\.1 413 /);
});

test('hostile: a longer history and message than anybody has still fit into a form', async (t) => {
  const server = await startServer(t);
  let page = await (await fetch(`${server.url}/chat`)).text();
  const field = (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)[1];
  for (let turn = 0; turn < 12; turn += 1) {
    const body = new URLSearchParams({
      token: field('token'), history: field('history'), id: field('id'), text: '\u20ac'.repeat(4000),
    });
    const response = await fetch(`${server.url}/chat`, { method: 'POST', body });
    assert.equal(response.status, 200, `${body.toString().length} bytes`);
    page = await response.text();
  }
  assert.match(page, /Earlier messages are not shown/);
});
