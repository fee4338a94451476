// Plain HTTP: turns, pages, health, metrics and headers.

import assert from 'node:assert/strict';
import test from 'node:test';
import { startServer, wordsOf } from './waymark_server.mjs';

test('HTTP: a conversation in which every frame carries the token of the reply before', async (t) => {
  const server = await startServer(t);
  const first = await server.post({ type: 'say', id: '1', text: 'what is ipt' });
  assert.equal(first.status, 200);
  assert.match(first.headers.get('content-type'), /^application\/json/);
  assert.equal(first.headers.get('cache-control'), 'no-store');
  assert.equal(first.frame.turn, 1);
  const frame = { type: 'say', id: '2', text: 'how much does it cost', token: first.frame.token };
  const second = await server.post(frame);
  assert.equal(second.frame.turn, 2);
  const again = await server.post(frame);
  assert.equal(again.frame.turn, 2);
  assert.equal(wordsOf({ ...again.frame, token: '' }), wordsOf({ ...second.frame, token: '' }));
});

test('HTTP: errors come with their status', async (t) => {
  const server = await startServer(t);
  const rows = [
    [400, 'bad_json', '{'],
    [400, 'bad_frame', { type: 'sing' }],
    [400, 'unknown_choice', { type: 'choose', id: '1', choice: 'no.such.choice' }],
  ];
  for (const [status, code, frame] of rows) {
    const answer = await server.post(frame);
    assert.deepEqual([answer.status, answer.frame.code], [status, code]);
  }
  const asText = await server.post({ type: 'start' }, { 'content-type': 'text/plain' });
  assert.equal(asText.status, 415);
});

test('HTTP: pages, scripts and what is not there', async (t) => {
  const server = await startServer(t);
  const page = await fetch(`${server.url}/`);
  assert.equal(page.status, 200);
  const html = await page.text();
  const linked = [...html.matchAll(/(?:src|href)="(\/[^"#]*)"/g)].map(([, path]) => path);
  assert.ok(linked.includes('/widget.js'));
  for (const path of linked) assert.equal((await fetch(server.url + path)).status, 200, path);
  const script = await fetch(`${server.url}/widget.js`);
  assert.match(script.headers.get('content-type'), /^text\/javascript/);
  assert.equal(script.headers.get('cross-origin-resource-policy'), 'cross-origin');
  const same = await fetch(`${server.url}/widget.js`, { headers: { 'if-none-match': script.headers.get('etag') } });
  assert.equal(same.status, 304);
  const missing = await fetch(`${server.url}/nothing`);
  assert.equal(missing.status, 404);
  assert.match(await missing.text(), /^[A-Z].*\.\n$/);
  const wrong = await fetch(`${server.url}/api/v1/turn`);
  assert.equal(wrong.status, 405);
  assert.equal(wrong.headers.get('allow'), 'POST, OPTIONS');
});

test('HTTP: security headers on every answer', async (t) => {
  const server = await startServer(t);
  for (const path of ['/', '/widget.js', '/health/live', '/metrics', '/nothing', '/api/v1/turn']) {
    const { headers } = await fetch(server.url + path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('x-frame-options'), 'DENY');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    const policy = headers.get('content-security-policy');
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    assert.equal(headers.get('set-cookie'), null);
    assert.equal(headers.get('server'), null);
  }
});

test('HTTP: health and metrics', async (t) => {
  const server = await startServer(t);
  for (const path of ['/health/live', '/health/ready']) {
    const response = await fetch(server.url + path);
    assert.deepEqual([response.status, await response.json()], [200, { status: 'ok' }]);
  }
  await server.post({ type: 'say', id: '1', text: 'I want to die' });
  assert.equal(await server.metric('waymark_turns_total{decision="crisis"}'), 1);
  const forwarded = await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '192.0.2.1' } });
  assert.equal(forwarded.status, 404, 'metrics are for this machine');
});

test('HTTP: pages of other sites talk only when they are listed', async (t) => {
  const server = await startServer(t, { config: { origins: ['https://friend.example'] } });
  const frame = { type: 'start' };
  const friend = await server.post(frame, { origin: 'https://friend.example' });
  assert.equal(friend.headers.get('access-control-allow-origin'), 'https://friend.example');
  for (const origin of ['https://friend.example.evil.example', 'http://friend.example', 'null']) {
    const response = await fetch(`${server.url}/api/v1/turn`, {
      method: 'POST', headers: { 'content-type': 'application/json', origin }, body: JSON.stringify(frame),
    });
    assert.equal(response.status, 403, origin);
    assert.equal(response.headers.get('access-control-allow-origin'), null);
    await assert.rejects(server.connect({ origin }), /403/);
  }
  const own = await server.connect({ origin: server.url });
  assert.equal((await own.ask(frame)).type, 'reply');
  await assert.rejects(server.connect({ path: '/ws?token=secret' }), /400/);
});
