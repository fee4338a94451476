// Conversations over a raw WebSocket, as a page holds them.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { startServer, wordsOf } from './waymark_server.mjs';

test('conversation: a question is answered with choices to go on, and risk with help first', async (t) => {
  const server = await startServer(t);
  const visitor = await server.connect();
  assert.equal(visitor.socket.protocol, 'waymark.v1');

  const start = await visitor.ask({ type: 'start', id: 's', locale: 'en-GB' });
  assert.equal(start.type, 'reply');
  assert.equal(start.id, 's');
  assert.equal(start.turn, 0);
  assert.ok(start.parts.length > 0);

  const text = 'hi, ive been feeling really low since my mum died. what is interpersonal therapy??';
  const answer = await visitor.ask({ type: 'say', id: '1', text });
  assert.equal(answer.id, '1');
  assert.equal(answer.turn, 1);
  assert.equal(answer.safety, false);
  assert.match(wordsOf(answer), /interpersonal/i);
  const choices = answer.parts.find((part) => part.type === 'choices');
  assert.ok(choices && choices.choices.length > 0, 'there are choices to go on');

  const next = await visitor.ask({ type: 'choose', id: '2', choice: choices.choices[0].id });
  assert.equal(next.turn, 2);
  assert.ok(next.parts.length > 0);

  const risk = await visitor.ask({ type: 'say', id: '3', text: 'I want to die' });
  assert.equal(risk.safety, true);
  const contacts = risk.parts.filter((part) => part.type === 'contact');
  assert.ok(contacts.some((contact) => contact.phone?.replaceAll(' ', '') === '116123'), 'Samaritans');
  for (const contact of contacts.filter(({ url }) => url)) assert.match(contact.url, /^https:\/\//);
});

test('conversation: say begins one by itself, forget ends it', async (t) => {
  const server = await startServer(t);
  const visitor = await server.connect();
  assert.equal((await visitor.ask({ type: 'say', id: '1', text: 'hello' })).turn, 1);
  assert.equal((await visitor.ask({ type: 'say', id: '2', text: 'hello' })).turn, 2);
  const forgotten = await visitor.ask({ type: 'forget', id: 'f' });
  assert.deepEqual([forgotten.type, forgotten.id, forgotten.token], ['reply', 'f', '']);
  assert.equal((await visitor.ask({ type: 'say', id: '3', text: 'hello' })).turn, 1);
});

test('conversation: the same frame again gets the same answer and is no second turn', async (t) => {
  const server = await startServer(t);
  const visitor = await server.connect();
  const frame = { type: 'say', id: '1', text: 'what is ipt' };
  const { token: firstToken, ...first } = await visitor.ask(frame);
  const { token: againToken, ...again } = await visitor.ask(frame);
  assert.deepEqual(again, first);
  assert.notEqual(againToken, firstToken, 'every token is sealed anew');
  assert.equal((await visitor.ask({ type: 'say', id: '2', text: 'what is ipt' })).turn, 2);
  const risk = await visitor.ask({ type: 'say', id: '2', text: 'I want to die' });
  assert.equal(risk.safety, true, 'a new message under an old id is a new message');
});

test('conversation: a token goes on over a second socket, and a frame sent there again is one turn', async (t) => {
  const server = await startServer(t);
  const first = await server.connect();
  const answered = await first.ask({ type: 'say', id: '1', text: 'how much does it cost' });
  const lost = await first.ask({ type: 'say', id: '2', text: 'what is ipt' });
  first.socket.terminate();

  const second = await server.connect();
  const resumed = await second.ask({ type: 'start', id: 's', token: answered.token });
  assert.equal(resumed.turn, 1);
  const again = await second.ask({ type: 'say', id: '2', text: 'what is ipt' });
  assert.equal(again.turn, lost.turn);
  assert.equal(await server.metric('waymark_tokens_total{result="opened"}'), 1);
});

test('conversation: a token that cannot be opened begins a fresh one', async (t) => {
  const server = await startServer(t);
  const visitor = await server.connect();
  const { token } = await visitor.ask({ type: 'say', id: '1', text: 'hello' });
  const middle = token.length / 2;
  const flipped = token.slice(0, middle) + (token[middle] === 'A' ? 'B' : 'A') + token.slice(middle + 1);
  for (const bad of ['x', token.slice(1), `${token}A`, flipped, 'A'.repeat(5000)]) {
    const fresh = await visitor.ask({ type: 'start', token: bad });
    assert.deepEqual([fresh.type, fresh.turn], ['reply', 0]);
  }
  assert.equal(await server.metric('waymark_tokens_total{result="refused"}'), 5);
});

test('conversation: tokens outlive a restart when the keys do', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-keys-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const keys = join(folder, 'keys');
  const first = await startServer(t, { flags: ['--keys', keys] });
  const { frame } = await first.post({ type: 'say', id: '1', text: 'hello' });
  const other = await startServer(t);
  assert.equal((await other.post({ type: 'say', id: '2', text: 'hello', token: frame.token })).frame.turn, 1);
  const second = await startServer(t, { flags: ['--keys', keys] });
  const resumed = await second.post({ type: 'say', id: '2', text: 'hello', token: frame.token });
  assert.equal(resumed.frame.turn, 2);
});
