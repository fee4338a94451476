// A plain TCP connection for tests that send what no honest client sends:
//
//   const client = await rawClient(server);
//   client.write(upgrade());
//   await client.until(/101 Switching/);
//   client.write(frame({ opcode: 1, payload: 'x', fin: false }));
//   await client.closed;

import { connect } from 'node:net';

const PATIENCE = 60_000;

class RawClient {
  text = '';
  #waiting = [];

  constructor(socket) {
    this.socket = socket;
    socket.on('data', (data) => {
      this.text += data.toString('latin1');
      this.#waiting = this.#waiting.filter(({ pattern, resolve }) => {
        const match = pattern.exec(this.text);
        if (match) resolve(match);
        return !match;
      });
    });
    socket.on('error', () => {});
    this.ended = new Promise((resolve) => { socket.once('close', resolve); });
  }

  write(bytes) {
    return this.socket.write(bytes);
  }

  // The first match in what has come, or fails in the end.
  until(pattern) {
    const match = pattern.exec(this.text);
    if (match) return match;
    return this.#soon(new Promise((resolve) => this.#waiting.push({ pattern, resolve })), pattern);
  }

  // When the other end has closed.
  get closed() {
    return this.#soon(this.ended, 'the end of the connection');
  }

  #soon(promise, what) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`waited too long for ${what} in: ${this.text.slice(-300)}`)),
        PATIENCE);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
  }
}

export function rawClient(server) {
  const { hostname, port } = new URL(server.url);
  const socket = connect({ host: hostname, port: Number(port) });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(new RawClient(socket)));
    socket.once('error', reject);
  });
}

// The head of a request that becomes a WebSocket.
export const upgrade = () => 'GET /ws HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\n'
  + 'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n'
  + 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: waymark.v1\r\n\r\n';

// A raw client that has become a WebSocket.
export async function rawSocket(server) {
  const client = await rawClient(server);
  client.write(upgrade());
  await client.until(/101 Switching Protocols[^]*\r\n\r\n/);
  return client;
}

// One frame, masked with zeros. `length` may say something else than the payload's.
export function frame({ opcode, payload = '', fin = true, length }) {
  const bytes = Buffer.from(payload, 'latin1');
  const size = BigInt(length ?? bytes.length);
  const first = (fin ? 0x80 : 0) | opcode;
  let head;
  if (size < 126n) head = Buffer.from([first, 0x80 | Number(size)]);
  else if (size < 65536n) head = Buffer.from([first, 0xfe, Number(size >> 8n), Number(size & 255n)]);
  else {
    head = Buffer.alloc(10);
    head[0] = first;
    head[1] = 0xff;
    head.writeBigUInt64BE(size, 2);
  }
  return Buffer.concat([head, Buffer.alloc(4), bytes]);
}

// The code of the close frame at the end of what a server sent, or nothing.
export function closeCode(client) {
  const bytes = Buffer.from(client.text, 'latin1');
  const at = bytes.lastIndexOf(Buffer.from([0x88]));
  return at >= 0 && at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : undefined;
}
