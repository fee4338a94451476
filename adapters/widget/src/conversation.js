/**
 * What is said between visitor and server: takes a message to the connection, the answer to the
 * log, and both to the memory of the tab. The panel around it is the element's.
 */

import { Connection, newId } from './connection.js';
import { Log } from './log.js';
import { make, objectsOf } from './page.js';

/** @typedef {import('./wire.d.ts').Answer} Answer */
/** @typedef {import('./wire.d.ts').Choice} Choice */
/** @typedef {import('./wire.d.ts').Frame} Frame */
/** @typedef {import('./wire.d.ts').Reply} Reply */
/** @typedef {import('./wire.d.ts').Words} Words */
/** @typedef {import('./memory.js').Memory} Memory */
/** @typedef {import('./log.js').Handlers} Handlers */

/**
 * What the element does for a conversation.
 * @typedef {object} Host
 * @property {string} server origin
 * @property {string} locale
 * @property {boolean} isDeveloper
 * @property {Words} words
 * @property {Memory} memory
 * @property {Handlers['fillForm']} fillForm
 * @property {(place: HTMLElement, reply: Reply, offers: string[]) => void} decorate
 * @property {() => void} focusAfterChoice
 * @property {() => void} focusText
 * @property {() => void} offerHelp the server cannot be reached
 * @property {(name: string, detail?: unknown) => void} tell dispatches an event
 */

const MESSAGES = ['say', 'choose', 'submit'];
const MANY_FAILURES = 2;

/** The beginning and the end of a text too long for a frame: risk is looked for at both. */
const fitting = (/** @type {string} */ text) =>
  (text.length > 4000 ? `${text.slice(0, 2000)}\n${text.slice(-2000)}` : text);

export class Conversation {
  #host;
  #words;
  #memory;
  #connection;
  #turn = 0;
  /** The visitor's bubbles by frame id, until they are answered. @type {Map<string, HTMLElement>} */
  #sent = new Map();
  #helpOffered = false;

  /**
   * @param {Host} host
   * @param {boolean} isKnown what was said before is shown again, and needs no greeting
   */
  constructor(host, isKnown) {
    this.#host = host;
    this.#words = host.words;
    this.#memory = host.memory;
    this.log = new Log(host.words, {
      choose: (choice) => this.#choose(choice),
      fillForm: host.fillForm,
      decorate: (node, reply) => this.#decorate(node, reply),
    });
    this.#connection = new Connection(host.server, {
      answered: (frame, answer) => this.#answered(frame, answer),
      waiting: (failures) => this.#waiting(failures),
      refused: (frames) => this.#refused(frames),
    }, { locale: host.locale || undefined, trace: host.isDeveloper || undefined },
    this.#memory.token, isKnown);
    this.#restore();
  }

  get token() {
    return this.#connection.token;
  }

  wake() {
    this.#connection.wake();
  }

  close() {
    this.#connection.close();
    this.log.quiet();
  }

  /** @param {string} text */
  say(text) {
    const words = text.trim();
    if (words) this.send({ type: 'say', text: fitting(words) }, words);
  }

  /**
   * Sends a frame; with words, as something that the visitor said.
   * @param {Omit<Frame, 'id'>} bare
   * @param {string} [words]
   */
  send(bare, words) {
    const frame = { ...bare, id: newId() };
    if (!words) {
      this.#connection.send(frame);
      return;
    }
    const at = Date.now();
    this.#memory.add({ at, said: words, frame });
    this.#memory.keepToken(this.token);
    this.#deliver(frame, this.log.addOwn(words, at));
    this.#host.tell('say', { id: frame.id });
  }

  /** Drops the conversation, here and at the server, and begins a new one. */
  forget() {
    this.#sent.clear();
    this.log.empty();
    this.#turn = 0;
    this.#connection.empty();
    this.#connection.send({ type: 'forget', id: newId() });
  }

  #restore() {
    for (const entry of this.#memory.entries) {
      if ('reply' in entry) {
        this.#turn = entry.reply.turn;
        this.log.addReply(entry.reply, entry.at);
        continue;
      }
      const bubble = this.log.addOwn(entry.said, entry.at);
      if (entry.frame) this.#deliver(entry.frame, bubble);
    }
  }

  #choose(/** @type {Choice} */ { id, label }) {
    this.#host.focusAfterChoice();
    this.send({ type: 'choose', choice: id }, label);
  }

  #deliver(/** @type {Frame} */ frame, /** @type {HTMLElement} */ bubble) {
    this.#sent.set(frame.id, bubble);
    if (this.log.isOffline) this.log.mark(bubble, this.#words.waiting);
    else this.log.showDotsSoon();
    this.#connection.send(frame);
  }

  /* What the connection reports */

  #answered(/** @type {Frame} */ frame, /** @type {Answer} */ answer) {
    const bubble = this.#sent.get(frame.id);
    if (MESSAGES.includes(frame.type) && !bubble) return;  // cleared in the meantime
    if (this.log.isOffline) this.#host.tell('online');
    this.log.quiet();
    this.log.mark(bubble);
    this.#sent.delete(frame.id);
    this.#memory.settle(frame.id);
    if (this.#sent.size) this.log.showDotsSoon();
    if (answer.type === 'error') {
      if (bubble) this.#failed(frame, bubble, answer);
      return;
    }
    this.#memory.keepToken(answer.token);
    if (frame.type === 'start' && answer.turn > 0 && !this.#memory.entries.length) {
      this.log.addNotice(this.#words.resumed);
    }
    if (bubble && answer.turn <= this.#turn) this.log.addNotice(this.#words.restarted);
    this.#turn = answer.turn;
    this.#showReply(answer);
  }

  #waiting(/** @type {number} */ failures) {
    for (const bubble of this.#sent.values()) this.log.mark(bubble, this.#words.waiting);
    if (!this.log.isOffline) this.#host.tell('offline');
    this.log.showOffline();
    if (failures < MANY_FAILURES || this.#helpOffered) return;
    this.#helpOffered = true;
    this.#host.offerHelp();
  }

  #refused(/** @type {Frame[]} */ frames) {
    this.log.quiet();
    this.#sayOurselves(this.#words.refused);
    for (const frame of frames) this.#offerAgain(frame, this.#sent.get(frame.id));
    this.#sent.clear();
  }

  /** @param {Frame} frame @param {HTMLElement} bubble @param {{code: string, message: string}} error */
  #failed(frame, bubble, { code, message }) {
    this.#sayOurselves(/^(internal|busy)$/.test(code) ? message : this.#words.refused);
    this.#offerAgain(frame, bubble);
  }

  /** @param {Frame} frame @param {HTMLElement} [bubble] */
  #offerAgain(frame, bubble) {
    if (!bubble) return;
    this.log.offerAgain(bubble, () => {
      this.#host.focusText();
      this.#deliver(frame, bubble);
    });
  }

  /* What the log shows */

  #sayOurselves(/** @type {string} */ text) {
    const parts = [{ type: 'text', text }];
    this.log.addReply({ type: 'reply', turn: this.#turn, safety: false, parts }, Date.now());
  }

  #showReply(/** @type {Reply} */ reply) {
    const at = Date.now();
    const { token, trace, ...kept } = reply;
    if (objectsOf(reply.parts).length) this.#memory.add({ at, reply: kept });
    this.log.addReply(reply, at);
    this.#host.tell('reply', { trace, ...kept });
  }

  /** What stands beside a reply if the server offers it: sources, thumbs, the trace. */
  #decorate(/** @type {HTMLElement} */ node, /** @type {Reply} */ reply) {
    const isOffered = reply.sources?.length || this.#offered.length || reply.trace;
    if (!isOffered) return;
    const place = make('div', { class: 'beside', 'aria-live': 'off' });  // it is not news
    node.append(place);
    this.#host.decorate(place, reply, this.#offered);
  }

  /** The last that the server said of what it offers. @returns {string[]} */
  get #offered() {
    return this.#memory.replies.filter(({ offers }) => Array.isArray(offers)).at(-1)?.offers ?? [];
  }
}
