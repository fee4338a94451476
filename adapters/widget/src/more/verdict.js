/** Thumbs: a verdict on a reply, and with a bad one the offer to say why. */

import { make, makeButton } from '../page.js';
import { wordsFor } from './more_words.js';

/** @typedef {import('../wire.d.ts').Desk} Desk */

/**
 * @param {HTMLElement} place
 * @param {{ turn: number, helpful: boolean }} verdict
 * @param {Desk} desk
 */
export const takeVerdict = (place, verdict, desk) => {
  const words = wordsFor(desk.host);
  const send = (reason = '') => {
    desk.send({ type: 'feedback', ...verdict, ...(reason && { reason }) });
    desk.host.dispatchEvent(new CustomEvent('waymark:feedback',
      { detail: { ...verdict, reason }, bubbles: true, composed: true }));
    const thanks = make('p', { tabindex: '-1' }, words.thanks);
    place.replaceChildren(thanks);
    thanks.focus();
  };
  if (verdict.helpful) {
    send();
    return;
  }
  const question = make('p', { id: `why-${verdict.turn}`, tabindex: '-1' }, words.whyNot);
  const other = make('input', { class: 'field', maxlength: '300', 'aria-labelledby': question.id });
  const ways = make('div', { class: 'ways' },
    ...words.reasons.map((reason) => makeButton('way', reason, () => send(reason))),
    other,
    makeButton('way', words.sendReason, () => send(other.value.trim())),
    makeButton('way', words.skipReason, () => send()));
  place.replaceChildren(question, ways);
  question.focus();
};
