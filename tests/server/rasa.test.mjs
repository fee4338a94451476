// Rasa's REST channel, as its clients use it.

import assert from 'node:assert/strict';
import test from 'node:test';
import { startServer } from './waymark_server.mjs';

// Posts as the official widget does: JSON without a JSON content type.
async function send(server, body, { path = '/webhooks/rest/webhook', ...headers } = {}) {
  const response = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const itemsOf = ({ status, text }) => {
  assert.equal(status, 200);
  return JSON.parse(text);
};

test('Rasa: a talk with buttons, each answer a list of messages', async (t) => {
  const server = await startServer(t, { config: { channels: ['rasa'] } });
  const health = await fetch(`${server.url}/webhooks/rest/`);
  assert.deepEqual(await health.json(), { status: 'ok' });

  const items = itemsOf(await send(server, { sender: 'anna', message: 'what is interpersonal therapy' }));
  for (const item of items) {
    assert.equal(item.recipient_id, 'anna');
    assert.equal(typeof item.text, 'string');
    assert.ok(!item.text.includes('\n\n'));
  }
  assert.match(items.map(({ text }) => text).join(' '), /interpersonal/i);
  const { buttons } = items.find((item) => item.buttons);
  assert.match(buttons[0].payload, /^\/choose\{"choice":/);
  const next = itemsOf(await send(server, { sender: 'anna', message: buttons[0].payload }));
  assert.notDeepEqual(next, items);
  const crisis = itemsOf(await send(server, { sender: 'anna', message: 'i want to kill myself' }));
  assert.match(crisis.map(({ text }) => text).join('\n'), /Call 116 123/);
});

test('Rasa: a stream is an object a line', async (t) => {
  const server = await startServer(t, { config: { channels: ['rasa'] } });
  const { text, headers } = await send(server, { sender: 'x', message: 'hello' },
    { path: '/webhooks/rest/webhook?stream=true' });
  assert.match(headers.get('content-type'), /^text\/event-stream/);
  for (const line of text.trimEnd().split('\n')) assert.equal(JSON.parse(line).recipient_id, 'x');
});

test('Rasa: closed unless asked for, and to pages that are not listed', async (t) => {
  const closed = await startServer(t);
  assert.equal((await send(closed, { message: 'hello' })).status, 404);
  const server = await startServer(t, { config: { channels: ['rasa'], origins: ['https://friend.example'] } });
  assert.equal((await send(server, { message: 'hello' }, { origin: 'https://evil.example' })).status, 403);
  const friend = await send(server, { message: 'hello' }, { origin: 'https://friend.example' });
  assert.equal(friend.headers.get('access-control-allow-origin'), 'https://friend.example');
  assert.equal((await send(server, { text: 'hello' })).status, 400);
});
