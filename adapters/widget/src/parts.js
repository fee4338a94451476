/** What each kind of part of a reply looks like. */

import { fill, icon, make, safeUrl, unseen } from './page.js';
import { richText } from './rich_text.js';

/** @typedef {import('./wire.d.ts').Words} Words */
/** @typedef {import('./wire.d.ts').Part} Part */
/** @typedef {import('./wire.d.ts').ContactPart} ContactPart */

/**
 * A link that leaves; a forbidden address leaves only its words.
 * @param {unknown} address
 * @param {string | undefined} label
 * @param {Words} words
 * @param {string} [who] read out after the label
 */
export const wayOut = (address, label, words, who = '') => {
  const url = safeUrl(address);
  if (!url) return make('p', {}, label);
  return make('a', { class: 'way', href: url.href, target: '_blank', rel: 'noopener noreferrer' },
    make('span', {}, label ?? url.hostname, unseen(who + words.newTab)), icon('out'));
};

/**
 * A tel: or sms: link. The number shown and the number called are the same value.
 * @param {'tel' | 'sms'} scheme
 * @param {string} number
 * @param {string} label with {} in the place of the number
 * @param {string} who
 * @param {string} [query]
 */
const wayToReach = (scheme, number, label, who, query = '') => {
  const digits = String(number).replace(/[^\d+]/g, '');
  const [before, after] = label.split('{}');
  return make('a', { class: 'way first', href: `${scheme}:${digits}${query}` },
    make('span', {}, before, make('b', {}, String(number)), after, unseen(`, ${who}`)));
};

/** @param {ContactPart} contact @param {Words} words */
const wayToText = ({ sms, sms_text: text, name }, words) => {
  if (!sms) return null;
  if (!text) return wayToReach('sms', sms, words.text, name);
  // Phones differ in how they read a body; both iOS and Android understand `?&body=`.
  const label = fill(words.textWords, '{}', { words: text });
  return wayToReach('sms', sms, label, name, `?&body=${encodeURIComponent(text)}`);
};

/** @param {ContactPart} contact @param {Words} words */
export const makeContact = (contact, words) => {
  const { name, note, hours, phone, url } = contact;
  const lines = [note, hours].map((line) => line && make('span', {}, line));
  return make('div', { class: 'contact' },
    make('div', { class: 'who' }, make('strong', {}, name), ...lines),
    make('div', { class: 'ways' }, phone && wayToReach('tel', phone, words.call, name),
      wayToText(contact, words), url && wayOut(url, words.website, words, `, ${name}`)));
};

/** @param {Part} card @param {Words} words */
const makeCard = ({ title, text, url, label }, words) => make('div', { class: 'card' },
  make('strong', {}, title), ...richText(text, words), url && wayOut(url, label, words));

/** @type {Record<string, (part: any, words: Words) => Node>} */
const KINDS = {
  // @ts-expect-error: without a prototype, "constructor" is no kind of part
  __proto__: null,
  text: ({ text }, words) => make('div', { class: 'bubble' }, ...richText(text, words)),
  link: ({ url, label }, words) => wayOut(url, label, words),
  contact: makeContact,
  card: makeCard,
};

/**
 * The node of a part; null for kinds that are not known.
 * @param {Part} part
 * @param {Words} words
 */
export const makePart = (part, words) => KINDS[part.type]?.(part, words) ?? null;

/**
 * Cards that follow each other become one list, so that a screen reader counts them.
 * @param {HTMLElement} body
 */
export const listCards = (body) => {
  for (const card of body.querySelectorAll(':scope > .card')) {
    if (card.previousElementSibling?.matches('ul.cards')) {
      card.previousElementSibling.append(make('li', {}, card));
    } else if (card.nextElementSibling?.matches('.card')) {
      const list = make('ul', { class: 'cards', role: 'list' });
      card.before(list);
      list.append(make('li', {}, card));
    }
  }
};
