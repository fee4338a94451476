// Starts the program as a server at a free port, for the tests of this folder:
//
//   const server = await startServer(t, { config: { message_burst: 2 } });
//   const visitor = await server.connect();
//   const reply = await visitor.ask({ type: 'say', id: '1', text: 'what is IPT?' });
//
// The server ends with the test `t`. WAYMARK_BIN names the program.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';

const program = process.env.WAYMARK_BIN ?? 'build/dev/waymark';

// Tests send faster than people do.
const quick = { messages_per_minute: 100_000, message_burst: 10_000, messages_per_minute_per_address: 1_000_000 };

// A promise that fails when nothing came of it in time, so that a test ends and says what it waited for.
function soon(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited too long for ${what()}`)), 60_000);
    timer.unref();
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

// What a child process wrote so far, and a promise of a line of it.
class Output {
  text = '';
  #waiting = [];

  constructor(stream) {
    stream.setEncoding('utf8');
    stream.on('data', (data) => {
      this.text += data;
      this.#waiting = this.#waiting.filter(({ pattern, resolve }) => {
        const match = pattern.exec(this.text);
        if (match) resolve(match);
        return !match;
      });
    });
  }

  until(pattern) {
    const match = pattern.exec(this.text);
    if (match) return Promise.resolve(match);
    const found = new Promise((resolve) => this.#waiting.push({ pattern, resolve }));
    return soon(found, () => `${pattern} in:\n${this.text}`);
  }
}

// One WebSocket: frames in the order in which they came, and how it was closed.
class Visitor {
  #frames = [];
  #waiting = [];
  #ended;

  constructor(socket) {
    this.socket = socket;
    socket.on('message', (data) => {
      const frame = JSON.parse(data.toString());
      const waiting = this.#waiting.shift();
      if (waiting) waiting(frame);
      else this.#frames.push(frame);
    });
    this.#ended = new Promise((resolve) => {
      socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
  }

  // How the connection was closed: { code, reason }.
  get closed() {
    return soon(this.#ended, () => 'the end of the connection');
  }

  next() {
    if (this.#frames.length > 0) return Promise.resolve(this.#frames.shift());
    const frame = new Promise((resolve) => this.#waiting.push(resolve));
    const ended = this.#ended.then(({ code }) => Promise.reject(new Error(`closed with ${code}`)));
    return soon(Promise.race([frame, ended]), () => 'a frame');
  }

  ask(frame) {
    this.socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
    return this.next();
  }
}

class RunningServer {
  #exit;

  constructor(child, output, log, url) {
    this.child = child;
    this.output = output;
    this.log = log;
    this.url = url;
    this.#exit = new Promise((resolve) => {
      child.on('exit', (code, signal) => resolve({ code, signal }));
    });
  }

  // How the program ended: { code, signal }.
  get exited() {
    return soon(this.#exit, () => 'the end of the program');
  }

  connect({ protocol = 'waymark.v1', path = '/ws', ...options } = {}) {
    const socket = new WebSocket(this.url.replace('http', 'ws') + path, protocol, options);
    return new Promise((resolve, reject) => {
      const visitor = new Visitor(socket);
      socket.on('open', () => resolve(visitor));
      socket.on('error', reject);
    });
  }

  async post(frame, headers = {}) {
    const response = await fetch(`${this.url}/api/v1/turn`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame),
    });
    return { status: response.status, headers: response.headers, frame: await response.json() };
  }

  async metric(line) {
    const text = await (await fetch(`${this.url}/metrics`)).text();
    const found = text.split('\n').find((each) => each.startsWith(`${line} `));
    return Number(found?.split(' ')[1]);
  }
}

// The program under a shell that takes something away from it: open files (`files` are left), or
// anybody to read its log (`deafLog`).
function hindered(command, folder, { files, deafLog }) {
  if (files) return ['sh', '-c', `ulimit -n ${files}; exec "$@"`, 'sh', ...command];
  if (!deafLog) return command;
  const script = 'mkfifo "$0"; exec 3<>"$0"; dd if=/dev/zero of="$0" bs=4096 oflag=nonblock 2>&-; '
    + 'exec "$@" 2>&3';
  return ['sh', '-c', script, join(folder, 'log'), ...command];
}

export async function startServer(t, { port = '0', config = {}, flags = [], ...hindrances } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-server-'));
  const configFile = join(folder, 'config.json');
  writeFileSync(configFile, JSON.stringify({ ...quick, ...config }));
  const command = [program, 'serve', '--port', port, '--config', configFile, ...flags];
  const [first, ...others] = hindered(command, folder, hindrances);
  const child = spawn(first, others);
  const output = new Output(child.stdout);
  const log = new Output(child.stderr);
  const failed = new Promise((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${program} ended with ${code}: ${log.text}`)));
  });
  const [, url] = await Promise.race([output.until(/(http:\/\/localhost:\d+)/), failed]);
  failed.catch(() => {});
  t.after(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  return new RunningServer(child, output, log, url.replace('localhost', '127.0.0.1'));
}

// Everything that a reply says in words.
export function wordsOf(reply) {
  return reply.parts.flatMap((part) => Object.values(part).filter((value) => typeof value === 'string')).join('\n');
}
