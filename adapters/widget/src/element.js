/**
 * <waymark-chat>: the conversation of a Waymark server on any page. Until the visitor opens it, it
 * shows a button and does nothing else: no request, no storage, no connection. Help numbers and the
 * way out are part of this file and need no server.
 */

import { Conversation } from './conversation.js';
import dark from './dark.css';
import { blankPage, goAway, onThreeShifts, sendForget } from './exit.js';
import { Memory } from './memory.js';
import { dress, make, makeButton, objectsOf } from './page.js';
import { makePanel } from './panel.js';
import style from './style.css';
import { ENGLISH } from './words.js';

/** @typedef {import('./wire.d.ts').Desk} Desk */
/** @typedef {import('./wire.d.ts').More} More */
/** @typedef {import('./wire.d.ts').Words} Words */

const SMALL_SCREEN = '(max-width: 40em), (max-height: 30em)';

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const HOME = new URL(script?.src || location.href).origin;

export class WaymarkChat extends HTMLElement {
  static observedAttributes = ['theme', 'locale'];

  /** Words of other languages by locale; what is missing is English. Set it before opening. */
  words = /** @type {Record<string, Partial<Words>>} */ ({});

  #memory = new Memory();
  #launcher = makeButton('launcher', '', () => this.open(), 'signpost');
  /** @type {AbortController | null} */
  #listeners = null;
  /** @type {CSSStyleSheet | null} */
  #dark = null;
  /** @type {ReturnType<typeof makePanel> | null} */
  #view = null;
  /** @type {Conversation | null} */
  #talk = null;
  /** @type {Element | null} */
  #opener = null;
  /** @type {Promise<More> | null} */
  #loading = null;
  #attempts = 0;  // to load what is loaded on demand

  connectedCallback() {
    if (!this.shadowRoot) this.#build(this.attachShadow({ mode: 'open' }));
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    onThreeShifts(() => this.leave(), signal);
    addEventListener('keydown', (event) => {
      const isOurs = event.key === 'Escape' && !event.isComposing && !event.defaultPrevented;
      if (isOurs) this.#escape(event);
    }, { signal });
    addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('[data-waymark-open]')) this.open();
    }, { signal });
    // A phone's keyboard covers the page without shrinking it: follow what can be seen.
    for (const change of ['resize', 'scroll']) {
      window.visualViewport?.addEventListener(change, () => this.#followViewport(), { signal });
    }
  }

  disconnectedCallback() {
    this.#listeners?.abort();
    this.#talk?.close();
  }

  /** @param {string} name @param {string | null} before @param {string | null} value */
  attributeChangedCallback(name, before, value) {
    if (name === 'theme') this.#colour();
    else if (this.#view && before !== value) this.#translate();
  }

  open() {
    if (this.#view?.panel.open) return;
    this.#opener = document.activeElement;
    const view = this.#view ?? this.#prepare(true);
    if (matchMedia(SMALL_SCREEN).matches) view.panel.showModal();
    else view.panel.show();
    this.#launcher.hidden = true;
    this.#talk?.log.showEnd();
    view.input.focus();
    this.#talk?.wake();
    this.#tell('open');
  }

  close() {
    if (!this.#view?.panel.open) return;
    const hadFocus = Boolean(this.shadowRoot?.activeElement);
    this.#view.panel.close();
    this.#launcher.hidden = false;
    this.#tell('close');
    if (!hadFocus) return;
    const opener = this.#opener;
    const isOurs = !opener || opener === this || opener === document.body;
    (isOurs ? this.#launcher : /** @type {HTMLElement} */ (opener)).focus();
  }

  /** Opens the panel and says something for the visitor. @param {string} text */
  say(text) {
    this.open();
    this.#say(String(text));
  }

  /** Drops the conversation, here and at the server, and begins a new one. */
  forget() {
    const token = this.#memory.token;
    this.#memory.clear();
    if (this.#talk) this.#talk.forget();
    else if (token) sendForget(this.#turnUrl, token);
    this.#tell('forget');
  }

  /** Quick exit. The page is emptied first; what follows may take its time. */
  leave() {
    const address = this.getAttribute('exit-url');
    const token = this.#talk?.token ?? this.#memory.token;
    const url = this.#turnUrl;
    blankPage();
    this.#memory.clear();
    if (token) sendForget(url, token);
    goAway(address);
  }

  /* Settings */

  get #server() {
    return this.getAttribute('server')?.replace(/\/$/, '') ?? HOME;
  }

  get #turnUrl() {
    return `${this.#server}/api/v1/turn`;
  }

  get #locale() {
    return this.getAttribute('locale') ?? '';
  }

  /** @returns {Words} */
  get #words() {
    return { ...ENGLISH, ...this.words[this.#locale] };
  }

  get #heading() {
    return this.getAttribute('heading') ?? this.#words.heading;
  }

  /* Building */

  #build(/** @type {ShadowRoot} */ root) {
    dress(root, style);
    this.#dark = dress(root, dark);
    this.#colour();
    this.#launcher.append(this.getAttribute('label') ?? this.#words.launcher);
    this.#launcher.setAttribute('aria-haspopup', 'dialog');
    root.append(this.#launcher);
  }

  #colour() {
    const isFixed = { dark: 'all', light: 'not all' }[this.getAttribute('theme') ?? ''];
    if (this.#dark) this.#dark.media.mediaText = isFixed ?? '(prefers-color-scheme: dark)';
  }

  /**
   * Makes the panel, with the conversation so far if this tab has one.
   * @param {boolean} isKnown no greeting is needed if there is one
   */
  #prepare(isKnown) {
    const memory = this.#memory;
    if (!memory.entries.length) memory.recall();
    const talk = new Conversation({
      server: this.#server,
      locale: this.#locale,
      isDeveloper: this.hasAttribute('developer'),
      words: this.#words,
      memory,
      fillForm: (place, part) =>
        this.#onDemand((more) => more.fillForm(place, part, this.#desk), place),
      decorate: (place, reply, offers) =>
        this.#onDemand((more) => more.decorate(place, reply, offers, this.#desk)),
      focusAfterChoice: () => this.#focusAfterChoice(),
      focusText: () => this.#view?.input.focus(),
      offerHelp: () => this.#offerHelp(),
      tell: (name, detail) => this.#tell(name, detail),
    }, isKnown && memory.entries.length > 0);
    this.#talk = talk;
    const view = makePanel(this.#words, this.#heading, this.#server, talk.log.node, {
      close: () => this.close(),
      leave: () => this.leave(),
      clear: () => this.#clear(),
      showHelp: (isShown) => this.#showHelp(isShown),
      showMore: (isShown) => this.#showMore(isShown),
      submit: (event) => this.#submit(event),
      typing: () => talk.wake(),
    });
    view.panel.oncancel = (event) => this.#escape(event);
    view.panel.onclose = () => { this.#launcher.hidden = view.panel.open; };
    this.#view = view;
    this.shadowRoot?.append(view.panel);
    return view;
  }

  /** The locale changed: the panel is made again, and the server greets in the new language. */
  #translate() {
    const wasOpen = this.#view?.panel.open;
    this.#talk?.close();
    this.#view?.panel.remove();
    this.#memory.dropUnspoken();
    this.#prepare(false);
    if (wasOpen) this.open();
  }

  /* The panel */

  #escape(/** @type {Event} */ event) {
    if (!this.#view?.panel.open) return;
    event.preventDefault();
    if (!this.#view.help.hidden) this.#showHelp(false);
    else if (!this.#view.more.hidden) this.#showMore(false);
    else this.close();
  }

  /** Help by itself, but not over the options that somebody is using. */
  #offerHelp() {
    if (this.#view?.more.hidden) this.#showHelp(true);
  }

  #showHelp(/** @type {boolean} */ isShown) {
    if (!this.#view) return;
    if (isShown) this.#showMore(false);
    this.#unfold(this.#view.help, this.#view.helpButton, isShown);
  }

  #showMore(/** @type {boolean} */ isShown) {
    if (!this.#view) return;
    const { more, moreButton } = this.#view;
    if (isShown) {
      this.#showHelp(false);
      more.replaceChildren();
      this.#onDemand(({ fillOptions }) => fillOptions(more, this.#desk), more);
    }
    this.#unfold(more, moreButton, isShown);
  }

  /** @param {HTMLElement} section @param {HTMLElement} button @param {boolean} isShown */
  #unfold(section, button, isShown) {
    if (!isShown && section.contains(this.shadowRoot?.activeElement ?? null)) button.focus();
    section.hidden = !isShown;
    button.setAttribute('aria-expanded', String(isShown));
    if (!isShown) return;
    this.#talk?.log.showEnd();  // it has less room now
    section.scrollIntoView({ block: 'start' });
  }

  #followViewport() {
    const { height, offsetTop, scale } = /** @type {VisualViewport} */ (window.visualViewport);
    if (scale !== 1) return;  // the visitor zooms; that is not a keyboard
    this.#view?.panel.style.setProperty('--_height', `${height}px`);
    this.#view?.panel.style.setProperty('--_top', `${offsetTop}px`);
  }

  /* What the visitor does */

  #submit(/** @type {Event} */ event) {
    event.preventDefault();
    const input = /** @type {HTMLTextAreaElement} */ (this.#view?.input);
    const text = input.value;
    input.value = '';
    this.#say(text);
  }

  #say(/** @type {string} */ text) {
    if (!text.trim()) return;
    this.#showHelp(false);
    this.#showMore(false);
    this.#talk?.say(text);
  }

  #focusAfterChoice() {
    // On a touch screen, focus in the text box would bring up the keyboard over the answer.
    const isTouch = matchMedia('(pointer: coarse)').matches;
    (isTouch ? this.#talk?.log.node : this.#view?.input)?.focus({ preventScroll: true });
  }

  #clear() {
    this.forget();
    this.#showHelp(false);
    this.#view?.input.focus();
  }

  /* What is loaded on demand */

  /** @returns {Desk} */
  get #desk() {
    return {
      host: this,
      heading: this.#heading,
      entries: () => this.#memory.entries,
      locales: () => this.#memory.replies.flatMap(({ locales }) => objectsOf(locales)),
      locale: () => this.#locale,
      showTimes: (isShown) => this.#talk?.log.showTimes(isShown),
      areTimesShown: () => Boolean(this.#talk?.log.areTimesShown),
      switchTo: (locale) => this.setAttribute('locale', locale),
      send: (frame, words) => this.#talk?.send(frame, words),
    };
  }

  /** @param {(more: More) => void} act @param {HTMLElement} [place] that tells when it failed */
  #onDemand(act, place) {
    const query = this.#attempts ? `?${this.#attempts}` : '';  // a failed import is remembered
    this.#loading ??= import(`${this.#server}/widget-more.js${query}`);
    this.#loading.then((more) => {
      more.dressMore(/** @type {ShadowRoot} */ (this.shadowRoot));
      act(more);
    }, () => {
      this.#loading = null;
      this.#attempts += 1;
      place?.append(make('p', {}, this.#words.notLoaded));
    });
  }

  /** @param {string} name @param {unknown} [detail] */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`waymark:${name}`,
      { detail, bubbles: true, composed: true }));
  }
}
