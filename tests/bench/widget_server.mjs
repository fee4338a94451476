// A bot for the other widgets, which says "Answer to ..." in the protocol of each: the WebSocket of
// deep-chat, and Direct Line 3 for Bot Framework WebChat. It also serves the page of each and its script.
// It keeps nothing, so it can be ended and started again at will.

import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const page = (head, body) => `<!DOCTYPE html><html lang="en"><head><title>Bench</title>
  <link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">${head}</head>
  <body><main><h1>Bench</h1>${body}</main></body></html>`;

const pages = {
  '/deep-chat': page('<script type="module" src="/deep-chat.js"></script>',
    '<deep-chat></deep-chat><script type="module" src="/deep-chat-start.js"></script>'),
  '/webchat': page('<script src="/webchat.js"></script>',
    '<div id="chat" style="height: 500px"></div><script src="/webchat-start.js"></script>'),
  '/blank': page('', ''),
};

const starts = {
  '/deep-chat-start.js': `document.querySelector('deep-chat').connect =
    { url: location.origin.replace('http', 'ws') + '/deep', websocket: true };`,
  '/webchat-start.js': `WebChat.renderWebChat({ directLine: WebChat.createDirectLine({
    domain: location.origin + '/directline', token: 'token', webSocket: true }), userID: 'dl_me' },
    document.querySelector('#chat'));`,
};

const bodyOf = async (request) => {
  let text = '';
  for await (const piece of request) text += piece;
  return text ? JSON.parse(text) : {};
};

/** Starts the bot. `scripts` has the bytes of each script by path; `port` 0 is any that is free. */
export async function startBot(scripts, port = 0) {
  const streams = new Set();
  const sockets = new Set();
  let number = Date.now();
  const say = (activity) => {
    const whole = { id: String(number += 1), timestamp: new Date().toISOString(), type: 'message', ...activity };
    for (const stream of streams) {
      stream.send(JSON.stringify({ activities: [whole], watermark: String(number) }));
    }
    return whole.id;
  };

  const answer = async (request, response) => {
    const { pathname } = new URL(request.url, 'http://bot');
    const send = (type, content) => response.setHeader('content-type', type).end(content);
    if (pages[pathname]) return send('text/html', pages[pathname]);
    if (starts[pathname]) return send('text/javascript', starts[pathname]);
    if (scripts[pathname]) return send('text/javascript', scripts[pathname]);
    if (pathname.endsWith('/activities') && request.method === 'POST') {
      const activity = await bodyOf(request);
      const id = say(activity);
      if (activity.type === 'message') say({ from: { id: 'bot', role: 'bot' }, text: `Answer to ${activity.text}` });
      return send('application/json', JSON.stringify({ id }));
    }
    if (!pathname.startsWith('/directline')) return response.writeHead(404).end();
    const streamUrl = `ws://localhost:${server.address().port}/stream`;
    return send('application/json',
      JSON.stringify({ conversationId: 'c', token: 'token', expires_in: 1800, streamUrl }));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  const upgrades = new WebSocketServer({ server });
  upgrades.on('connection', (socket, { url }) => {
    sockets.add(socket);
    if (url.startsWith('/stream')) streams.add(socket);
    socket.on('close', () => streams.delete(socket));
    socket.on('message', (data) => {
      if (!url.startsWith('/deep')) return;
      const { messages } = JSON.parse(data);
      socket.send(JSON.stringify({ text: `Answer to ${messages.at(-1).text}` }));
    });
  });
  await new Promise((ready) => { server.listen(port, 'localhost', ready); });
  const stop = async () => {
    for (const socket of sockets) socket.terminate();
    server.closeAllConnections();
    await new Promise((done) => { server.close(done); });
  };
  return { address: `http://localhost:${server.address().port}`, port: server.address().port, stop };
}
