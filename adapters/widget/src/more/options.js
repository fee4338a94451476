/** The options: a copy of the conversation, times, language. */

import { dress, make, makeButton } from '../page.js';
import { wordsFor } from './more_words.js';
import { linesOf, transcript } from './transcript.js';

/** @typedef {import('../wire.d.ts').Desk} Desk */
/** @typedef {import('./more_words.js').MoreWords} MoreWords */

const PRINT_STYLE = `body { font: 12pt/1.5 sans-serif; margin: 2cm; color: #000 }
  p { white-space: pre-line; margin: 0 0 1em; break-inside: avoid } h1 { font-size: 16pt }`;

/** @param {Desk} desk @param {MoreWords} words */
const save = (desk, words) => {
  const text = transcript(desk.entries(), desk.heading, words);
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  make('a', { href: address, download: words.fileName }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};

/** Prints from an empty frame, so that the page around the widget stays off the paper. */
const print = (/** @type {Desk} */ desk, /** @type {MoreWords} */ words) => {
  const frame = make('iframe', { title: words.print, hidden: '' });
  document.body.append(frame);
  const page = frame.contentDocument;
  if (!page || !frame.contentWindow) return;
  dress(page, PRINT_STYLE);
  page.body.append(make('h1', {}, desk.heading));
  for (const { who, time, text } of linesOf(desk.entries(), desk.heading, words)) {
    page.body.append(make('p', {}, make('strong', {}, `${who}, ${time}`), `\n${text}`));
  }
  frame.contentWindow.print();
  setTimeout(() => frame.remove(), 1000);
};

/** @param {Desk} desk @param {MoreWords} words */
const makeLanguages = (desk, words) => {
  const known = new Map(desk.locales().map(({ id, label }) => [id, label]));
  if (known.size < 2) return null;
  const select = make('select', { id: 'language', class: 'field' },
    ...[...known].map(([id, label]) => make('option', { value: id, lang: id }, label)));
  select.value = desk.locale();
  select.onchange = () => desk.switchTo(select.value);
  return make('div', { class: 'row' }, make('label', { for: 'language' }, words.language), select);
};

/** @param {Desk} desk @param {MoreWords} words */
const makeTimes = (desk, words) => {
  const tick = make('input', { id: 'times', type: 'checkbox' });
  tick.checked = desk.areTimesShown();
  tick.onchange = () => desk.showTimes(tick.checked);
  return make('div', { class: 'row' }, make('label', { for: 'times', class: 'tick' }, tick, words.times));
};

/** @param {HTMLElement} place @param {Desk} desk */
export const fillOptions = (place, desk) => {
  const words = wordsFor(desk.host);
  const state = make('p', { role: 'status' });
  const copy = () => {
    const text = transcript(desk.entries(), desk.heading, words);
    const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    done.then(() => { state.textContent = words.copied; },
      () => { state.textContent = words.notCopied; });
  };
  place.replaceChildren(
    make('h3', {}, words.transcript),
    make('div', { class: 'ways' },
      makeButton('way', words.copy, copy),
      makeButton('way', words.print, () => print(desk, words)),
      makeButton('way', words.save, () => save(desk, words))),
    state,
    make('p', {}, words.transcriptNote),
    makeTimes(desk, words),
    makeLanguages(desk, words) ?? '');
};
