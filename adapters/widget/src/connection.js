/**
 * Carries frames to the server, one at a time and in order. A frame stays in the queue until it is
 * answered, and goes again with the same id on the next connection, so nothing typed is lost or
 * counted twice. Prefers a WebSocket; where none can be opened, posts the same frames over HTTP.
 */

/** @typedef {import('./wire.d.ts').Frame} Frame */
/** @typedef {import('./wire.d.ts').Answer} Answer */

/**
 * @typedef {object} Listener
 * @property {(frame: Frame, answer: Answer) => void} answered
 * @property {(failures: number) => void} waiting frames are stuck
 * @property {(frames: Frame[]) => void} refused the server will not take them
 */

const ANSWER_WITHIN = 10000;
const OPEN_WITHIN = 5000;
const TOO_FAST_PAUSE = 4000;
const ANSWER_TYPES = ['reply', 'error'];
const FINAL_CODES = [1002, 1003, 1007, 1009];

/** What to wait for, beyond the usual, after a close code of the server. */
const PAUSES = new Map([[4008, 60000], [4013, 5000]]);

/** The first tries come within a second each, later ones within eight. */
const QUICK_TRIES = 8;
const LONGEST_PAUSE = 8;

/** Ids are random, because a counter would start again with the page and meet answered ids. */
export const newId = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('');

/** @param {number} milliseconds */
const jittered = (milliseconds) => milliseconds * (0.5 + Math.random() / 2);

/** Members that would turn a harmless object into one that throws when it is shown. */
const TRAPS = ['toString', 'valueOf', '__proto__'];

/** What came, if it is a frame at all. @param {string} text @returns {Answer | null} */
const parse = (text) => {
  try {
    const answer = JSON.parse(text, (key, value) => (TRAPS.includes(key) ? undefined : value));
    return ANSWER_TYPES.includes(answer?.type) ? answer : null;
  } catch {
    return null;
  }
};

export class Connection {
  #server;
  #listener;
  #common;
  /** @type {WebSocket | null} */
  #socket = null;
  #overHttp = false;
  /** A conversation is under way: after a break, the token alone carries on. */
  #greeted;
  /** @type {Frame[]} */
  #queue = [];
  /** The frame whose answer is due. @type {Frame | null} */
  #awaited = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #deadline;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;
  #failures = 0;

  /**
   * @param {string} server origin, such as https://guide.example
   * @param {Listener} listener
   * @param {Record<string, unknown>} common what every frame carries, such as the locale
   * @param {string} [token] of a conversation to go on with
   * @param {boolean} [isKnown] what was said in it is still shown, so no greeting is needed
   */
  constructor(server, listener, common, token, isKnown = false) {
    this.#server = server;
    this.#listener = listener;
    this.#common = common;
    this.token = token;
    this.#greeted = isKnown && Boolean(token);
  }

  /** @param {Frame} frame */
  send(frame) {
    this.#queue.push(frame);
    this.wake();
  }

  /** Goes on with what is to be sent, and connects first if there is no connection. */
  wake() {
    if (this.#socket || this.#overHttp || this.#retry) this.#next();
    else this.#connect();
  }

  /** Drops what has not been sent, and the conversation it belongs to. */
  empty() {
    this.#queue = [];
    this.token = undefined;
  }

  close() {
    this.#drop();
    clearTimeout(this.#retry);
    this.#retry = undefined;
  }

  #connect() {
    /** @type {WebSocket} */
    let socket;
    try {
      socket = new WebSocket(`${this.#server.replace('http', 'ws')}/ws`, 'waymark.v1');
    } catch {
      this.#postInstead();
      return;
    }
    this.#socket = socket;
    let opened = false;
    const slow = setTimeout(() => {
      if (!opened) socket.close();
    }, OPEN_WITHIN);
    socket.onopen = () => {
      opened = true;
      this.#next();
    };
    socket.onmessage = ({ data }) => this.#receive(parse(data));
    socket.onclose = ({ code }) => {
      clearTimeout(slow);
      if (socket !== this.#socket) return;
      if (opened) this.#lost(code);
      else this.#postInstead();
    };
  }

  #postInstead() {
    this.#socket = null;
    this.#overHttp = true;
    this.#next();
  }

  #next() {
    const isOpen = this.#overHttp || this.#socket?.readyState === WebSocket.OPEN;
    /** @type {Frame} */
    const start = { type: 'start', id: newId() };
    const frame = this.#greeted ? this.#queue[0] : start;
    if (!isOpen || !frame || this.#awaited || this.#retry) return;
    this.#awaited = frame;
    this.#deadline = setTimeout(() => this.#lost(), ANSWER_WITHIN);
    // The server uses the token only where it does not know the conversation yet.
    const body = JSON.stringify({ ...this.#common, ...frame, token: this.token });
    if (this.#socket) this.#socket.send(body);
    else this.#post(frame, body);
  }

  /** @param {Frame} frame @param {string} body */
  async #post(frame, body) {
    const text = await fetch(`${this.#server}/api/v1/turn`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    }).then((response) => response.text()).catch(() => '');
    if (this.#awaited !== frame) return;
    const answer = parse(text);
    if (answer) this.#receive(answer);
    else this.#lost();
  }

  /** Takes one server frame. What does not answer the awaited frame is late or doubled. */
  #receive(/** @type {Answer | null} */ answer) {
    const frame = this.#awaited;
    if (!answer || !frame || (answer.id && answer.id !== frame.id)) return;
    this.#settle();
    if (answer.type === 'error' && answer.code === 'too_fast') {
      this.#pause(jittered(TOO_FAST_PAUSE));
      return;
    }
    this.#failures = 0;
    if (answer.type === 'reply') this.token = answer.token || undefined;
    this.#greeted = frame.type !== 'forget';
    if (this.#queue[0] === frame) this.#queue.shift();
    this.#listener.answered(frame, answer);
    this.#next();
  }

  #lost(code = 0) {
    this.#drop();
    if (FINAL_CODES.includes(code)) {
      this.#listener.refused(this.#queue.splice(0));
      return;
    }
    const isIdle = this.#greeted && !this.#queue.length;
    if (isIdle && !PAUSES.has(code)) return;  // the next thing to say connects again
    const seconds = Math.min(LONGEST_PAUSE, 2 ** Math.max(0, this.#failures - QUICK_TRIES));
    this.#failures += 1;
    this.#pause(jittered(1000 * seconds) + (PAUSES.get(code) ?? 0));
    if (!isIdle) this.#listener.waiting(this.#failures);
  }

  #pause(/** @type {number} */ milliseconds) {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.wake();
    }, milliseconds);
  }

  #settle() {
    clearTimeout(this.#deadline);
    this.#awaited = null;
  }

  #drop() {
    const socket = this.#socket;
    this.#socket = null;
    this.#overHttp = false;
    this.#settle();
    socket?.close();
  }
}
