/*
 * <waymark-chat>: the conversation of a Waymark server on any page.
 *
 *   <script src="https://guide.example/widget.js" defer></script>
 *   <waymark-chat></waymark-chat>
 *
 * Until the visitor opens it, it shows a button and does nothing else: no request, no storage, no
 * connection. Help numbers and the way out are part of this file and need no server. What the
 * server sends becomes text nodes and never markup. README.md lists attributes, theme and storage;
 * ../protocol/PROTOCOL.md is the wire.
 */
(() => {
'use strict';

const ORIGIN = new URL(document.currentScript?.src ?? location.href).origin;
const TURN_URL = `${ORIGIN}/api/v1/turn`;
const SOCKET_URL = `${ORIGIN.replace('http', 'ws')}/ws`;
const TOKEN_KEY = 'waymark.token';
const EXIT_URL = 'https://www.bbc.co.uk/weather';

/** Shown by "Help now". Sources and dates of these facts: dialogs/safety-uk/services. */
const HELP = [
  { name: 'Life in danger', phone: '999',
    note: 'Ambulance, fire and police. You can also go to A&E.' },
  { name: 'Samaritans', phone: '116 123', note: 'To talk about anything. Free, day and night.' },
  { name: 'Shout', sms: '85258', sms_text: 'SHOUT',
    note: 'To text instead of talk. Free, day and night.' },
  { name: 'NHS 111', phone: '111',
    note: 'Urgent mental health help in England, Scotland and Wales. Day and night.' },
  { name: 'Lifeline', phone: '0808 808 8000', note: 'Northern Ireland. Free, day and night.' },
];

const TEXT = {
  launcher: 'Find help',
  heading: 'Support guide',
  about: 'Automated. Not a person.',
  close: 'Close the guide',
  help: 'Help now',
  exit: 'Leave this page',
  exitNote: '“Leave this page” blanks it and opens another website. Pressing Shift three times '
    + 'does the same. Your browser history may still show that you were here.',
  privacy: 'This guide follows written rules and keeps nothing that you type.',
  clear: 'Clear this conversation',
  log: 'Conversation',
  label: 'Your message',
  placeholder: 'Write in your own words',
  send: 'Send',
  you: 'You: ',
  guide: 'Guide: ',
  care: 'Get help now',
  choices: 'Choose one, or write in your own words',
  website: 'Website',
  newTab: ' (opens in a new tab)',
  waiting: 'Waiting to send',
  failed: 'Not sent',
  retry: 'Send again',
  offline: 'We cannot connect just now. What you write is kept here and will be sent when the '
    + 'connection is back. The numbers in “Help now” work without it.',
  refused: 'Sorry, that did not work. Please send it again, or use “Help now” to reach people.',
  resumed: 'You can go on from where you were. Earlier messages were not kept.',
  restarted: 'The conversation has started again, because the one before has ended.',
};

/* ---- Look ---------------------------------------------------------------------------------- */

const SMALL_SCREEN = '(max-width: 40em), (max-height: 30em)';

const DARK = `
  --_accent: var(--waymark-accent, #8fd0cc); --_on-accent: var(--waymark-on-accent, #06231f);
  --_head: var(--waymark-head, #12302f); --_surface: var(--waymark-surface, #1b2929);
  --_ground: var(--waymark-ground, #121c1d); --_ink: var(--waymark-ink, #eaf1ef);
  --_muted: var(--waymark-muted, #aebfbc); --_line: #38494a; --_edge: #8a9f9e;
  --_own: var(--waymark-own, #22484a); --_care: var(--waymark-care, #3d4f94);
  --_care-ground: #1f2740;`;

const STYLE = `
:host {
  all: initial;
  --_accent: var(--waymark-accent, #0e5a63); --_on-accent: var(--waymark-on-accent, #fff);
  --_head: var(--waymark-head, #0f4a52); --_surface: var(--waymark-surface, #fff);
  --_ground: var(--waymark-ground, #f4f3ee); --_ink: var(--waymark-ink, #17302f);
  --_muted: var(--waymark-muted, #4b5f5e); --_line: #d8dcd6; --_edge: #6b7f7e;
  --_own: var(--waymark-own, #d6e9e5); --_care: var(--waymark-care, #2c3c7c);
  --_care-ground: #eef1fb; --_radius: var(--waymark-radius, 16px);
  --_offset: var(--waymark-offset, 24px);
  position: fixed; inset-block-end: var(--_offset); inset-inline-end: var(--_offset);
  z-index: 2147483000; color: var(--_ink); color-scheme: light; text-align: start;
  font: medium/1.5 var(--waymark-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
    Arial, sans-serif);
}
@media (prefers-color-scheme: dark) { :host(:not([theme=light])) { color-scheme: dark; ${DARK} } }
:host([theme=dark]) { color-scheme: dark; ${DARK} }
@media print { :host { display: none } }
* { box-sizing: border-box }
[hidden] { display: none !important }
h2, h3, p { margin: 0; font-size: 1em }
button, textarea { font: inherit; color: inherit; margin: 0 }
button, .way { cursor: pointer; touch-action: manipulation }
svg { inline-size: 1.25em; block-size: 1.25em; flex: none; fill: none; stroke: currentColor;
  stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
:focus-visible { outline: 3px solid #ffcf40; outline-offset: 1px; box-shadow: 0 0 0 6px #14282b }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap }

.launcher { display: flex; align-items: center; gap: 10px; min-block-size: 56px;
  padding: 0 24px 0 20px; border: 2px solid transparent; border-radius: 28px;
  background: var(--_accent); color: var(--_on-accent); font-weight: 600; font-size: 1.0625em }
.launcher:not(:focus-visible) { box-shadow: 0 2px 6px #0b2a2e33, 0 10px 28px #0b2a2e40 }
.launcher svg { inline-size: 1.6em; block-size: 1.6em }

dialog { position: fixed; inset: auto; inset-block-end: var(--_offset);
  inset-inline-end: var(--_offset); margin: 0; padding: 0; flex-direction: column;
  inline-size: 408px; block-size: min(720px, 100vh - 2 * var(--_offset));
  max-inline-size: none; max-block-size: none; overflow: clip; color: inherit;
  border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_ground);
  box-shadow: 0 4px 12px #0b2a2e26, 0 24px 64px #0b2a2e4d }
dialog[open] { display: flex }
dialog::backdrop { background: none }

.head { display: flex; align-items: center; gap: 12px; padding: 12px 8px 6px 16px }
.head, .safety-bar { flex: none; background: var(--_head); color: #fff }
.head > svg { inline-size: 2em; block-size: 2em; stroke-width: 1.6 }
.who { flex: 1; min-inline-size: 0; line-height: 1.3 }
h2 { font-weight: 650; font-size: 1.0625em }
.who p, .who span { display: block; font-size: .875em }
.close { display: grid; place-items: center; inline-size: 44px; block-size: 44px; padding: 0;
  border: 0; border-radius: 50%; background: none }
.safety-bar { display: flex; gap: 8px; padding: 6px 12px 12px }
.safety-bar button { display: flex; flex: 1 1 auto; align-items: center; justify-content: center;
  gap: 8px; min-block-size: 44px; padding: 4px 10px; border: 1.5px solid #ffffffb3;
  border-radius: 10px; background: none; font-weight: 600; font-size: .9375em; line-height: 1.2 }
.safety-bar .help-now { border-color: #fff; background: #fff; color: #0f3d44 }

.help { flex: 0 1 auto; max-block-size: 55%; overflow: auto; padding: 2px 16px 16px; background: var(--_surface);
  border-block-end: 1px solid var(--_line) }
.help > p { margin-block: 12px; font-size: .875em; color: var(--_muted) }

.log { position: relative; flex: 1 0 5em; overflow: auto; overscroll-behavior: contain;
  padding: 16px 14px; display: flex; flex-direction: column; gap: 16px }
.log:focus-visible { outline-offset: -3px; box-shadow: inset 0 0 0 6px #14282b }
.log > * { flex: none; scroll-margin: 14px }
.log > :first-child { margin-block-start: auto }
.reply { display: flex; flex-direction: column; align-items: flex-start; gap: 10px }
.bubble, .own, .contact, .card { padding: 10px 14px; border-radius: var(--_radius);
  overflow-wrap: anywhere; white-space: pre-line }
.bubble { max-inline-size: 94%; background: var(--_surface); border: 1px solid var(--_line);
  border-start-start-radius: 4px }
.bubble p + p { margin-block-start: .6em }
.own { align-self: flex-end; max-inline-size: 86%; background: var(--_own);
  border: 1px solid transparent; border-end-end-radius: 4px }
.state { display: block; margin-block-start: 4px; font-size: .8125em; color: var(--_muted) }
.notice { align-self: center; padding: 0 12px; font-size: .875em; text-align: center;
  color: var(--_muted) }
.dots { display: flex; gap: 5px; padding: 8px 4px }
.dots i { inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--_edge) }

.contact, .card { display: flex; gap: 8px 12px; inline-size: 100%; background: var(--_surface);
  border: 1px solid var(--_line) }
.card { flex-direction: column; align-items: flex-start }
.contact { flex-wrap: wrap; align-items: center }
.contact .who { flex: 1 0 100% }
.contact .who span { color: var(--_muted) }
.help .contact { padding: 9px 0; border: 0; border-block-end: 1px solid var(--_line);
  border-radius: 0 }
.help .contact .who { flex: 1 1 7.5em }
.ways, .choices { display: flex; flex-wrap: wrap; gap: 8px }
.way { display: inline-flex; align-items: center; gap: 6px; min-block-size: 44px; padding: 6px 14px;
  border: 1.5px solid var(--_accent); border-radius: 10px; color: var(--_accent); background: none;
  font-weight: 600; line-height: 1.3; text-decoration: none; text-align: start }
.way b { white-space: nowrap; font-weight: inherit }
.way.first { background: var(--_accent); color: var(--_on-accent) }
.way svg { inline-size: 1em; block-size: 1em }
.choices .way { background: var(--_surface) }

.care { inline-size: 100%; overflow: hidden; border: 2px solid var(--_care);
  border-radius: var(--_radius); background: var(--_care-ground) }
.care h3 { display: flex; align-items: center; gap: 8px; padding: 9px 14px; color: #fff;
  background: var(--_care); font-size: 1.0625em; font-weight: 650 }
.care .bubble { max-inline-size: none; padding: 12px 14px; border: 0; background: none }
.care .bubble + .bubble { padding-block-start: 0 }
.care .contact, .care .card { background: none; border: 0; border-radius: 0;
  border-block-start: 1px solid var(--_line) }
.care .bubble + .contact { padding-block-start: 0; border: 0 }
.care .contact + .bubble { border-block-start: 1px solid var(--_line); border-radius: 0 }
.care > .way { margin: 0 14px 12px }

form { display: flex; flex: none; align-items: flex-end; gap: 8px; padding: 10px 12px;
  background: var(--_surface); border-block-start: 1px solid var(--_line) }
textarea { flex: 1; min-inline-size: 0; min-block-size: 46px; max-block-size: 8.5em; resize: none;
  field-sizing: content; padding: 9px 14px; border: 1.5px solid var(--_edge); border-radius: 14px;
  background: var(--_surface) }
@supports not (field-sizing: content) { textarea { block-size: 4.5em } }
textarea:focus { outline: 3px solid var(--_accent); outline-offset: -1.5px; box-shadow: none }
textarea::placeholder { color: var(--_muted); opacity: 1 }
.send { display: grid; place-items: center; inline-size: 46px; block-size: 46px; padding: 0;
  border: 2px solid transparent; border-radius: 14px; background: var(--_accent);
  color: var(--_on-accent) }

@media (hover: hover) {
  .way:hover { text-decoration: underline; text-underline-offset: 3px }
  .safety-bar button:hover, .close:hover { background: #ffffff26 }
  .safety-bar .help-now:hover { background: #e3f0ee }
  .launcher:hover, .send:hover { filter: brightness(1.12) }
}
@media ${SMALL_SCREEN} {
  :host { --_offset: var(--waymark-offset, 16px) }
  dialog { inset: var(--_top, 0) 0 auto 0; inline-size: 100%; block-size: var(--_height, 100%);
    border: 0; border-radius: 0 }
}
@media (max-width: 22em) { .safety-bar svg { display: none } }
@media (max-height: 30em) {
  dialog[open] { display: block; overflow: auto }
  .safety-bar, form { position: sticky; inset-block: 0; z-index: 1 }
  .log { overflow: visible }
  .help { max-block-size: none }
  .log > *, .help { scroll-margin: 72px 70px }
}
@media (prefers-reduced-motion: no-preference) {
  .log { scroll-behavior: smooth }
  dialog[open] { animation: rise .18s ease-out }
  .dots i { animation: breathe 1.2s 4 ease-in-out }
  .dots i + i { animation-delay: .15s }
  .dots i + i + i { animation-delay: .3s }
  @keyframes rise { from { opacity: 0; transform: translateY(12px) } }
  @keyframes breathe { 50% { opacity: .3 } }
}
@media (forced-colors: active) {
  .launcher, .send, .close, .own, .safety-bar button, .way { border: 2px solid ButtonText }
  .care h3 { border-block-end: 2px solid CanvasText }
  .dots i { background: CanvasText }
}`;

const ICON = {
  signpost: 'M12 2.5v2M12 10v2.5M12 18v3.5M6 4.5h9.5l3 2.75-3 2.75H6zM18 12.5H8.5l-3 2.75 3 2.75H18z',
  close: 'M6 6l12 12M18 6L6 18',
  heart: 'M12 20S4 15 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3C20 15 12 20 12 20z',
  exit: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  send: 'M12 19V5M6 11l6-6 6 6',
  out: 'M8 6h10v10M18 6L6 18',
};

/* ---- Pieces of the page -------------------------------------------------------------------- */

const make = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) node.setAttribute(name, value);
  node.append(...children.filter(Boolean));
  return node;
};

const icon = (name) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(svg.namespaceURI, 'path'));
  svg.firstChild.setAttribute('d', ICON[name]);
  return svg;
};

const makeButton = (name, shape, label) =>
  make('button', { type: 'button', class: name }, icon(shape), label);

/** A constructed sheet passes a strict content security policy; old browsers get an element. */
const dress = (root) => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(make('style', {}, STYLE));
  }
};

const unseen = (text) => make('span', { class: 'unseen' }, text);

/** The address as a URL if we may open it: https, or http on this machine. Otherwise null. */
const safeUrl = (address) => {
  try {
    const url = new URL(address);
    const local = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
    return url.protocol === 'https:' || (url.protocol === 'http:' && local) ? url : null;
  } catch {
    return null;
  }
};

/** A link that leaves; a forbidden address leaves only its words. */
const wayOut = (address, label, who = '') => {
  const url = safeUrl(address);
  if (!url) return make('p', {}, label);
  return make('a', { class: 'way', href: url.href, target: '_blank', rel: 'noopener noreferrer' },
    make('span', {}, label ?? url.hostname, unseen(who + TEXT.newTab)), icon('out'));
};

/** A tel: or sms: link. The number shown and the number called are the same value. */
const wayToReach = (scheme, number, before, who, query = '') => {
  const digits = String(number).replace(/[^\d+]/g, '');
  return make('a', { class: 'way first', href: `${scheme}:${digits}${query}` },
    make('span', {}, `${before} `, make('b', {}, number), unseen(`, ${who}`)));
};

const wayToText = (number, words, who) => {
  if (!words) return wayToReach('sms', number, 'Text', who);
  // Phones differ in how they read a body; both iOS and Android understand `?&body=`.
  return wayToReach('sms', number, `Text ${words} to`, who, `?&body=${encodeURIComponent(words)}`);
};

/** Plain text as paragraphs; a blank line parts them. */
const paragraphs = (text) => String(text ?? '').split(/\n\s*\n/)
  .filter((block) => block.trim()).map((block) => make('p', {}, block.trim()));

const contact = ({ name, note, hours, phone, sms, sms_text: words, url }) => {
  const lines = [note, hours].filter(Boolean).map((line) => make('span', {}, line));
  return make('div', { class: 'contact' },
    make('div', { class: 'who' }, make('strong', {}, name), ...lines),
    make('div', { class: 'ways' }, phone && wayToReach('tel', phone, 'Call', name),
      sms && wayToText(sms, words, name), url && wayOut(url, TEXT.website, `, ${name}`)));
};

const card = ({ title, text, url, label }) => make('div', { class: 'card' },
  make('strong', {}, title), ...paragraphs(text), url && wayOut(url, label));

/** What each kind of part looks like; kinds that are not here are shown as nothing. */
const PARTS = {
  __proto__: null,
  text: ({ text }) => make('div', { class: 'bubble' }, ...paragraphs(text)),
  link: ({ url, label }) => wayOut(url, label),
  contact,
  card,
};

/* ---- The connection ------------------------------------------------------------------------ */

const ANSWER_WITHIN = 10000;
const OPEN_WITHIN = 5000;
const TOO_FAST_PAUSE = 4000;
const ANSWER_TYPES = ['reply', 'error'];
const FINAL_CODES = [1002, 1003, 1007, 1009];
const PAUSES = { 4008: 60000, 4013: 5000 };

/** Ids are random, because a counter would start again with the page and meet answered ids. */
const newId = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('');

const jittered = (milliseconds) => milliseconds * (0.5 + Math.random() / 2);

/**
 * Carries frames to the server, one at a time and in order. A frame stays in the queue until it is
 * answered, and goes again with the same id on the next connection, so nothing typed is lost or
 * counted twice. Prefers a WebSocket; where none can be opened, posts the same frames over HTTP.
 *
 * The listener has `answered(frame, answer)`, `waiting(failures)` when frames are stuck, and
 * `refused(frames)` when the server will not take them.
 */
class Connection {
  #listener;
  #locale;
  #socket = null;
  #overHttp = false;
  #greeted = false;  // `start` was answered; after a break, the token alone carries on
  #queue = [];
  #awaited = null;  // the frame whose answer is due
  #deadline = 0;
  #retry = 0;
  #failures = 0;

  constructor(listener, locale, token) {
    this.#listener = listener;
    this.#locale = locale;
    this.token = token;
  }

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
    this.#retry = 0;
  }

  #connect() {
    try {
      this.#socket = new WebSocket(SOCKET_URL, 'waymark.v1');
    } catch {
      this.#postInstead();
      return;
    }
    const socket = this.#socket;
    let opened = false;
    const slow = setTimeout(() => !opened && socket.close(), OPEN_WITHIN);
    socket.onopen = () => {
      opened = true;
      this.#next();
    };
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
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
    const start = { type: 'start', id: newId(), locale: this.#locale };
    const frame = this.#greeted ? this.#queue[0] : start;
    if (!isOpen || !frame || this.#awaited || this.#retry) return;
    this.#awaited = frame;
    this.#deadline = setTimeout(() => this.#lost(), ANSWER_WITHIN);
    // The server uses the token only where it does not know the conversation yet.
    const body = JSON.stringify({ ...frame, token: this.token });
    if (this.#overHttp) this.#post(frame, body);
    else this.#socket.send(body);
  }

  async #post(frame, body) {
    const answer = await fetch(TURN_URL, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    }).then((response) => response.json()).catch(() => null);
    if (this.#awaited !== frame) return;
    if (ANSWER_TYPES.includes(answer?.type)) this.#receive(answer);
    else this.#lost();
  }

  /** Takes one server frame. What does not answer the awaited frame is late or doubled. */
  #receive(answer) {
    const frame = this.#awaited;
    if (!frame || (answer.id && answer.id !== frame.id)) return;
    this.#settle();
    if (answer.code === 'too_fast') {
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

  #lost(code) {
    this.#drop();
    if (FINAL_CODES.includes(code)) {
      this.#listener.refused(this.#queue.splice(0));
      return;
    }
    const isIdle = this.#greeted && !this.#queue.length;
    if (isIdle && !PAUSES[code]) return;  // the next thing to say connects again
    // The first tries come within a second, later ones within eight.
    const pause = 1000 * Math.min(8, 2 ** Math.max(0, this.#failures - 8));
    this.#failures += 1;
    this.#pause(jittered(pause) + (PAUSES[code] ?? 0));
    if (!isIdle) this.#listener.waiting(this.#failures);
  }

  #pause(milliseconds) {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#retry = 0;
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

/* ---- The element --------------------------------------------------------------------------- */

/** Storage may be forbidden; the conversation then lives as long as the page. */
const stored = (use) => {
  try {
    return use(sessionStorage) ?? undefined;
  } catch {
    return undefined;
  }
};

const storage = {
  read: () => stored((place) => place.getItem(TOKEN_KEY)),
  write: (token) => stored((place) => place.setItem(TOKEN_KEY, token)),
  clear: () => stored((place) => place.removeItem(TOKEN_KEY)),
};

const DOTS_AFTER = 400;

/** Calls `act` when Shift alone is pressed three times within five seconds. */
const onThreeShifts = (act, signal) => {
  let alone = false;
  let presses = [];
  addEventListener('keydown', ({ key }) => {
    alone = key === 'Shift';
    if (!alone) presses = [];
  }, { capture: true, signal });
  addEventListener('keyup', ({ key, timeStamp }) => {
    if (key !== 'Shift' || !alone) return;
    presses = [...presses, timeStamp].slice(-3);
    if (presses.length === 3 && presses[2] - presses[0] <= 5000) act();
  }, { capture: true, signal });
};

/** The beginning and the end of a text too long for a frame: risk is looked for at both. */
const fitting = (text) =>
  (text.length > 4000 ? `${text.slice(0, 2000)}\n${text.slice(-2000)}` : text);

class WaymarkChat extends HTMLElement {
  #connection = null;
  #listeners = null;
  #opener = null;
  #spoken = false;  // the visitor has said something, so the token may be stored
  #turn = 0;
  #sent = new Map();  // frame id → the visitor's bubble, until it is answered
  #notice = null;
  #dots = null;
  #dotsTimer = 0;
  #helpOffered = false;

  connectedCallback() {
    if (!this.shadowRoot) this.#build();
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    onThreeShifts(() => this.leave(), signal);
    addEventListener('keydown', (event) => {
      const isOurs = event.key === 'Escape' && !event.isComposing && !event.defaultPrevented;
      if (isOurs) this.#escape(event);
    }, { signal });
    addEventListener('click', ({ target }) => {
      if (target.closest?.('[data-waymark-open]')) this.open();
    }, { signal });
    // A phone's keyboard covers the page without shrinking it: follow what can be seen.
    for (const change of ['resize', 'scroll']) {
      window.visualViewport?.addEventListener(change, () => this.#followViewport(), { signal });
    }
  }

  disconnectedCallback() {
    this.#listeners.abort();
    this.#connection?.close();
    this.#quiet();
  }

  open() {
    if (this.panel.open) return;
    this.#opener = document.activeElement;
    if (matchMedia(SMALL_SCREEN).matches) this.panel.showModal();
    else this.panel.show();
    this.launcher.hidden = true;
    this.input.focus();
    if (!this.#connection) {
      const token = storage.read();
      this.#spoken = Boolean(token);
      this.#connection = new Connection({
        answered: (frame, answer) => this.#answered(frame, answer),
        waiting: (failures) => this.#waiting(failures),
        refused: (frames) => this.#refused(frames),
      }, this.getAttribute('locale') ?? undefined, token);
    }
    this.#connection.wake();
  }

  close() {
    if (!this.panel.open) return;
    const hadFocus = Boolean(this.shadowRoot.activeElement);
    this.panel.close();
    this.launcher.hidden = false;
    if (!hadFocus) return;
    if ([null, this, document.body].includes(this.#opener)) this.launcher.focus();
    else this.#opener.focus();
  }

  /** Quick exit. The page is emptied first; what follows may take its time. */
  leave() {
    const url = safeUrl(this.getAttribute('exit-url')) ?? EXIT_URL;
    const token = this.#connection?.token ?? storage.read();
    document.documentElement.replaceChildren(make('title', {}, 'Loading'));
    storage.clear();
    if (token) {
      const frame = JSON.stringify({ type: 'forget', token });
      const body = new Blob([frame], { type: 'application/json' });
      navigator.sendBeacon?.(TURN_URL, body);
    }
    location.replace(url);
  }

  /* Building */

  #build() {
    const root = this.attachShadow({ mode: 'open' });
    this.launcher = makeButton('launcher', 'signpost', this.getAttribute('label') ?? TEXT.launcher);
    this.launcher.setAttribute('aria-haspopup', 'dialog');
    this.launcher.onclick = () => this.open();
    this.log = make('div', { class: 'log', role: 'log', 'aria-label': TEXT.log, tabindex: '0' });
    this.panel = make('dialog', { 'aria-labelledby': 'heading' },
      this.#makeHeader(), this.#makeSafetyBar(), this.#makeHelp(), this.log, this.#makeForm());
    this.panel.oncancel = (event) => this.#escape(event);
    this.panel.onclose = () => { this.launcher.hidden = this.panel.open; };
    dress(root);
    root.append(this.launcher, this.panel);
  }

  #makeHeader() {
    const close = makeButton('close', 'close', unseen(TEXT.close));
    close.onclick = () => this.close();
    const heading = make('h2', { id: 'heading' }, this.getAttribute('heading') ?? TEXT.heading);
    const who = make('div', { class: 'who' }, heading, make('p', {}, TEXT.about));
    return make('div', { class: 'head' }, icon('signpost'), who, close);
  }

  #makeSafetyBar() {
    this.helpButton = makeButton('help-now', 'heart', TEXT.help);
    this.helpButton.setAttribute('aria-expanded', 'false');
    this.helpButton.setAttribute('aria-controls', 'help');
    this.helpButton.onclick = () => this.#showHelp(this.help.hidden);
    const exit = makeButton('exit', 'exit', TEXT.exit);
    exit.onclick = () => this.leave();
    return make('div', { class: 'safety-bar' }, this.helpButton, exit);
  }

  #makeHelp() {
    const clear = make('button', { type: 'button', class: 'way clear' }, TEXT.clear);
    clear.onclick = () => this.#clear();
    this.help = make('section', { id: 'help', class: 'help', 'aria-label': TEXT.help, hidden: '' },
      ...HELP.map(contact), make('p', {}, TEXT.exitNote), make('p', {}, TEXT.privacy), clear);
    return this.help;
  }

  #makeForm() {
    this.input = make('textarea', { id: 'text', rows: '1', placeholder: TEXT.placeholder,
      autocomplete: 'off', enterkeyhint: 'send' });
    this.input.oninput = () => this.#connection.wake();
    this.input.onkeydown = (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.#submit(event);
    };
    const send = make('button', { class: 'send' }, icon('send'), unseen(TEXT.send));
    const label = make('label', { class: 'unseen', for: 'text' }, TEXT.label);
    const form = make('form', {}, label, this.input, send);
    form.onsubmit = (event) => this.#submit(event);
    return form;
  }

  /* The panel */

  #escape(event) {
    if (!this.panel.open) return;
    event.preventDefault();
    if (this.help.hidden) this.close();
    else this.#showHelp(false);
  }

  #showHelp(isShown) {
    if (!isShown && this.help.contains(this.shadowRoot.activeElement)) this.helpButton.focus();
    this.help.hidden = !isShown;
    this.helpButton.setAttribute('aria-expanded', String(isShown));
    if (!isShown) return;
    this.log.lastElementChild?.scrollIntoView({ block: 'start' });  // the log has less room now
    this.help.scrollIntoView({ block: 'start' });
  }

  #followViewport() {
    const { height, offsetTop, scale } = window.visualViewport;
    if (scale !== 1) return;  // the visitor zooms; that is not a keyboard
    this.panel.style.setProperty('--_height', `${height}px`);
    this.panel.style.setProperty('--_top', `${offsetTop}px`);
  }

  /* What the visitor does */

  #submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = '';
    this.#say({ id: newId(), type: 'say', text: fitting(text) }, text);
  }

  #choose({ id, label }) {
    // On a touch screen, focus in the text box would bring up the keyboard over the answer.
    const next = matchMedia('(pointer: coarse)').matches ? this.log : this.input;
    next.focus({ preventScroll: true });
    this.#say({ id: newId(), type: 'choose', choice: id }, label);
  }

  #say(frame, words) {
    for (const choices of this.log.querySelectorAll('.choices')) choices.remove();
    const bubble = make('div', { class: 'own' }, unseen(TEXT.you), words);
    this.#spoken = true;
    this.#showHelp(false);
    this.#show(bubble);
    this.#deliver(frame, bubble);
  }

  #deliver(frame, bubble) {
    this.#sent.set(frame.id, bubble);
    if (this.#notice) this.#mark(bubble, TEXT.waiting);
    else this.#showDotsSoon();
    this.#connection.send(frame);
  }

  #clear() {
    storage.clear();
    this.#connection.empty();
    this.#sent.clear();
    this.#quiet();
    this.log.replaceChildren();
    this.#spoken = false;
    this.#turn = 0;
    this.#showHelp(false);
    this.input.focus();
    this.#connection.send({ type: 'forget', id: newId() });
  }

  /* What the connection reports */

  #answered(frame, answer) {
    const bubble = this.#sent.get(frame.id);
    const isCleared = !bubble && ['say', 'choose'].includes(frame.type);
    if (isCleared) return;
    this.#quiet();
    this.#mark(bubble);
    this.#sent.delete(frame.id);
    if (this.#sent.size) this.#showDotsSoon();
    if (answer.type !== 'reply') {
      this.#failed(frame, bubble, answer.code === 'internal' ? answer.message : TEXT.refused);
      return;
    }
    if (this.#spoken) storage.write(answer.token);
    if (frame.type === 'start' && answer.turn > 0) this.#showNotice(TEXT.resumed);
    if (bubble && answer.turn <= this.#turn) this.#showNotice(TEXT.restarted);
    this.#showReply(answer);
    this.#turn = answer.turn;
  }

  #waiting(failures) {
    this.#hideDots();
    for (const bubble of this.#sent.values()) this.#mark(bubble, TEXT.waiting);
    this.#notice ??= this.#showNotice(TEXT.offline);
    if (failures < 2 || this.#helpOffered) return;
    this.#helpOffered = true;
    this.#showHelp(true);
  }

  #refused(frames) {
    this.#quiet();
    this.#showReply({ parts: [{ type: 'text', text: TEXT.refused }] });
    for (const frame of frames) this.#offerAgain(frame, this.#sent.get(frame.id));
    this.#sent.clear();
  }

  #failed(frame, bubble, message) {
    this.#showReply({ parts: [{ type: 'text', text: message }] });
    this.#offerAgain(frame, bubble);
  }

  #offerAgain(frame, bubble) {
    if (!bubble) return;
    this.#mark(bubble, TEXT.failed);
    const again = make('button', { type: 'button', class: 'way' }, TEXT.retry);
    again.onclick = () => {
      this.input.focus();
      this.#mark(bubble);
      this.#deliver(frame, bubble);
    };
    bubble.lastChild.append(again);
  }

  /* What the log shows */

  #showReply({ parts, safety }) {
    const reply = make('div', { class: 'reply' }, unseen(TEXT.guide));
    const body = safety ? make('section', { class: 'care' }) : reply;
    if (safety) {
      body.append(make('h3', {}, icon('heart'), TEXT.care));
      reply.append(body);
    }
    for (const part of parts ?? []) {
      if (part.type === 'choices') reply.append(this.#makeChoices(part.choices));
      else body.append(PARTS[part.type]?.(part) ?? '');
    }
    if (reply.children.length > 1) this.#show(reply);
  }

  #makeChoices(choices) {
    const buttons = choices.map((choice) => {
      const button = make('button', { type: 'button', class: 'way' }, choice.label);
      button.onclick = () => this.#choose(choice);
      return button;
    });
    return make('div', { class: 'choices', role: 'group', 'aria-label': TEXT.choices }, ...buttons);
  }

  /** Appended whole, so that it is announced once. A long one is shown from its beginning. */
  #show(node) {
    this.log.append(node);
    node.scrollIntoView({ block: 'start' });
    return node;
  }

  #showNotice(text) {
    return this.#show(make('p', { class: 'notice' }, text));
  }

  /** Sets or takes away the line under a message of the visitor that tells what became of it. */
  #mark(bubble, state) {
    const line = bubble?.querySelector('.state');
    if (!bubble || line?.textContent === state) return;
    line?.remove();
    if (state) bubble.append(make('span', { class: 'state' }, state));
  }

  #showDotsSoon() {
    clearTimeout(this.#dotsTimer);
    this.#dotsTimer = setTimeout(() => {
      const dots = [make('i'), make('i'), make('i')];
      this.#dots ??= make('div', { class: 'dots', 'aria-hidden': 'true' }, ...dots);
      this.#show(this.#dots);
    }, DOTS_AFTER);
  }

  #hideDots() {
    clearTimeout(this.#dotsTimer);
    this.#dots?.remove();
  }

  #quiet() {
    this.#hideDots();
    this.#notice?.remove();
    this.#notice = null;
  }
}

customElements.define('waymark-chat', WaymarkChat);
})();
