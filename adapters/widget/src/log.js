/**
 * The conversation as it is seen and heard: one live region. Each entry is appended whole, so that
 * it is announced once; crisis help interrupts what is being read, anything else waits its turn.
 */

import { fill, icon, make, makeButton, objectsOf, unseen } from './page.js';
import { listCards, makePart } from './parts.js';

/** @typedef {import('./wire.d.ts').Words} Words */
/** @typedef {import('./wire.d.ts').Reply} Reply */
/** @typedef {import('./wire.d.ts').Choice} Choice */
/** @typedef {import('./wire.d.ts').Part} Part */

/**
 * @typedef {object} Handlers
 * @property {(choice: Choice) => void} choose
 * @property {(place: HTMLElement, part: Part) => void} fillForm puts the form of a part into place
 * @property {(place: HTMLElement, reply: Reply) => void} decorate adds what the server offers beside
 *   a reply
 */

const DOTS_AFTER = 400;

export class Log {
  #words;
  #handlers;
  /** @type {HTMLElement | null} */
  #notice = null;
  #dots;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #dotsTimer;

  /** @param {Words} words @param {Handlers} handlers */
  constructor(words, handlers) {
    this.#words = words;
    this.#handlers = handlers;
    this.node = make('div',
      { class: 'log', role: 'log', 'aria-label': words.log, 'aria-live': 'polite', tabindex: '0' });
    // Not announced: the reply that follows is.
    this.#dots = make('div', { class: 'dots', 'aria-hidden': 'true' },
      make('i'), make('i'), make('i'));
  }

  get isOffline() {
    return Boolean(this.#notice);
  }

  get areTimesShown() {
    return this.node.classList.contains('timed');
  }

  /** @param {string} words @param {number} at milliseconds since 1970 */
  addOwn(words, at) {
    this.node.querySelectorAll('.choices').forEach((choices) => choices.remove());
    const bubble = make('div', { class: 'own' }, unseen(this.#words.you), words);
    return this.#show(this.#stamped(bubble, at));
  }

  /** @param {Reply} reply @param {number} at */
  addReply(reply, at) {
    const { parts, safety } = reply;
    const node = make('div', { class: 'reply' }, unseen(this.#words.guide));
    const body = safety ? make('section', { class: 'care' }) : node;
    if (safety) {
      body.append(make('h3', {}, icon('heart'), this.#words.care));
      node.append(body);
    }
    for (const part of objectsOf(parts)) this.#addPart(node, body, part);
    listCards(body);
    if (node.children.length < 2) return;
    this.#handlers.decorate(node, reply);
    this.#live(safety ? 'assertive' : 'polite');
    this.#show(this.#stamped(node, at), safety ? 'instant' : 'auto');
  }

  /** @param {string} text */
  addNotice(text) {
    return this.#show(make('p', { class: 'notice' }, text));
  }

  /** Sets or takes away the line under a message that tells what became of it. */
  mark(/** @type {HTMLElement | undefined} */ bubble, state = '') {
    const line = bubble?.querySelector('.state');
    if (!bubble || line?.textContent === state) return;
    line?.remove();
    if (state) bubble.append(make('span', { class: 'state' }, state));
  }

  /** @param {HTMLElement} bubble @param {() => void} again */
  offerAgain(bubble, again) {
    this.mark(bubble, this.#words.failed);
    bubble.lastElementChild?.append(makeButton('way', this.#words.retry, () => {
      this.mark(bubble);
      again();
    }));
  }

  showDotsSoon() {
    clearTimeout(this.#dotsTimer);
    this.#dotsTimer = setTimeout(() => this.#show(this.#dots), DOTS_AFTER);
  }

  hideDots() {
    clearTimeout(this.#dotsTimer);
    this.#dots.remove();
  }

  showOffline() {
    this.hideDots();
    this.#notice ??= this.addNotice(this.#words.offline);
  }

  /** The server answered: neither dots nor the notice are true any more. */
  quiet() {
    this.hideDots();
    this.#notice?.remove();
    this.#notice = null;
  }

  empty() {
    this.quiet();
    this.node.replaceChildren();
  }

  /** Seen again after it was hidden or had less room. */
  showEnd() {
    this.node.lastElementChild?.scrollIntoView({ block: 'start' });
  }

  /** Time stamps appear in silence: they are not news. @param {boolean} shown */
  showTimes(shown) {
    this.#live('off');
    this.node.classList.toggle('timed', shown);
  }

  #live(/** @type {'off' | 'polite' | 'assertive'} */ manner) {
    this.node.setAttribute('aria-live', manner);
  }

  /** @param {HTMLElement} node @param {HTMLElement} body @param {Part} part */
  #addPart(node, body, part) {
    if (part.type === 'choices') {
      node.append(this.#makeChoices(objectsOf(part.choices)));
    } else if (part.type === 'form') {
      const place = make('div', { 'aria-live': 'off' });  // its title is what is announced
      body.append(make('div', { class: 'card form' }, make('strong', {}, String(part.title)), place));
      this.#handlers.fillForm(place, part);
    } else {
      body.append(makePart(part, this.#words) ?? '');
    }
  }

  /** The arrow keys move between the choices; Tab passes them in one step. */
  #makeChoices(/** @type {Choice[]} */ choices) {
    const buttons = choices.map((choice, index) => {
      const button = makeButton('way', String(choice.label), () => this.#handlers.choose(choice));
      button.tabIndex = index ? -1 : 0;
      return button;
    });
    const count = buttons.length;
    const label = fill(count === 1 ? this.#words.choice : this.#words.choices, count);
    const group = make('div', { class: 'choices', role: 'toolbar',
      'aria-label': label + this.#words.choicesAfter }, unseen(`${label}: `), ...buttons);
    group.onkeydown = (event) => {
      const from = buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target));
      const isRtl = getComputedStyle(group).direction === 'rtl';
      const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
      const backward = isRtl ? 'ArrowRight' : 'ArrowLeft';
      /** @type {Record<string, number>} */
      const targets = { [forward]: from + 1, ArrowDown: from + 1, [backward]: from - 1,
        ArrowUp: from - 1, Home: 0, End: count - 1 };
      const to = targets[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = buttons[(to + count) % count];
      for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
      next.focus();
    };
    return group;
  }

  /** @param {HTMLElement} node @param {number} at */
  #stamped(node, at) {
    const date = new Date(at);
    const shown = date.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
    node.append(make('time', { datetime: date.toISOString() }, shown));
    return node;
  }

  /**
   * A long one is shown from its beginning.
   * @template {HTMLElement} Shown
   * @param {Shown} node
   * @param {ScrollBehavior} [behavior]
   */
  #show(node, behavior = 'auto') {
    if (this.node.getAttribute('aria-live') === 'off') this.#live('polite');
    this.node.append(node);
    node.scrollIntoView({ block: 'start', behavior });
    return node;
  }
}
