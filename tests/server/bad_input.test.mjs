// Whatever a client sends, it gets a reply or an error with its code; never a crash, never silence.

import assert from 'node:assert/strict';
import test from 'node:test';
import { startServer } from './waymark_server.mjs';

test('bad input: frames that are refused, and the conversation goes on', async (t) => {
  const server = await startServer(t);
  const visitor = await server.connect();
  const refused = [
    ['bad_json', ''],
    ['bad_json', 'hello'],
    ['bad_json', '{"type":"say","id":"1","text":"x"'],
    ['bad_json', '{"type":"say","type":"say","id":"1","text":"x"}'],
    ['bad_json', `{"type":"forget","x":${'['.repeat(4)}${']'.repeat(4)}}`],
    ['bad_json', '['.repeat(16000)],
    ['bad_frame', '[]'],
    ['bad_frame', '"say"'],
    ['bad_frame', '{}'],
    ['bad_frame', { type: 'sing' }],
    ['bad_frame', { type: 'say', text: 'no id' }],
    ['bad_frame', { type: 'say', id: '1' }],
    ['bad_frame', { type: 'say', id: 1, text: 'x' }],
    ['bad_frame', { type: 'say', id: 'x'.repeat(65), text: 'x' }],
    ['bad_frame', { type: 'choose', id: '1' }],
    ['bad_frame', { type: 'start', token: 7 }],
    ['bad_encoding', Buffer.from('{"type":"start"}')],
    ['unknown_choice', { type: 'choose', id: '1', choice: 'no.such.choice' }],
  ];
  for (const [code, frame] of refused) {
    const answer = await visitor.ask(frame);
    assert.deepEqual([answer.type, answer.code], ['error', code], JSON.stringify(frame).slice(0, 80));
    assert.ok(answer.message.length > 0);
  }
  assert.equal((await visitor.ask({ type: 'sing', id: '9' })).id, '9');
  assert.equal((await visitor.ask({ type: 'say', id: '1', text: 'hello' })).type, 'reply');
});

test('bad input: every text that a visitor can type gets a reply', async (t) => {
  const server = await startServer(t);
  const visitor = await server.connect();
  const texts = ['', ' ', '\u0000', '\u0000\u0007\u001b[31m\r\n', '\u202eabc', '😀', '👩‍👩‍👧‍👦'.repeat(50), '\ud83d',
    'a'.repeat(15000), '\u0300'.repeat(5000), 'ﷺ'.repeat(2000), '1', '999', '{"type":"say"}', '<script>'];
  for (const [number, text] of texts.entries()) {
    const answer = await visitor.ask({ type: 'say', id: String(number + 1), text });
    assert.equal(answer.type, 'reply', JSON.stringify(text).slice(0, 40));
    assert.ok(answer.parts.length > 0);
    const posted = await server.post({ type: 'say', id: 'p', text });
    assert.deepEqual([posted.status, posted.frame.type], [200, 'reply']);
  }
});

test('bad input: a text of 100,000 characters is refused as too large, over both ways', async (t) => {
  const server = await startServer(t);
  const visitor = await server.connect();
  visitor.socket.send(JSON.stringify({ type: 'say', id: '1', text: 'a'.repeat(100000) }));
  assert.equal((await visitor.closed).code, 1009);
  const posted = await server.post({ type: 'say', id: '1', text: 'a'.repeat(100000) });
  assert.equal(posted.status, 413);
  assert.equal(posted.frame.type, 'error');
});

test('bad input: text that is not UTF-8 ends a WebSocket with 1007 and is mended over HTTP', async (t) => {
  const server = await startServer(t);
  const visitor = await server.connect();
  visitor.socket.send(Buffer.from('{"type":"say","id":"1","text":"\xff\xfe"}', 'latin1'), { binary: false });
  assert.equal((await visitor.closed).code, 1007);
  for (const bytes of ['\xff\xfe', '\xc3', '\xed\xa0\x80', '\xf4\x90\x80\x80', 'what is ipt \xe2\x82']) {
    const body = Buffer.from(`{"type":"say","id":"1","text":"${bytes}"}`, 'latin1');
    const posted = await server.post(body);
    assert.deepEqual([posted.status, posted.frame.type], [200, 'reply']);
  }
});

test('bad input: bytes that are no WebSocket frames end the connection, not the server', async (t) => {
  const server = await startServer(t);
  const visitors = await Promise.all(Array.from({ length: 20 }, () => server.connect()));
  for (const [number, visitor] of visitors.entries()) {
    visitor.socket._socket.write(Buffer.alloc(64, 0xf0 + (number % 16)));
    assert.equal((await visitor.closed).code, 1002);
  }
  assert.equal((await fetch(`${server.url}/health/ready`)).status, 200);
});
