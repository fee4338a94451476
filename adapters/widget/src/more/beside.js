/** What stands beside a reply: its sources, thumbs, and for authors the trace. */

import { fill, make, makeButton, objectsOf, safeUrl } from '../page.js';
import { ENGLISH } from '../words.js';
import { wayOut } from '../parts.js';
import { wordsFor } from './more_words.js';
import { makeTrace } from './trace.js';
import { takeVerdict } from './verdict.js';

/** @typedef {import('../wire.d.ts').Desk} Desk */
/** @typedef {import('../wire.d.ts').Reply} Reply */
/** @typedef {import('../wire.d.ts').Source} Source */
/** @typedef {import('./more_words.js').MoreWords} MoreWords */

/** @param {Source[]} sources @param {MoreWords} words */
const makeSources = (sources, words) => make('details', { class: 'sources' },
  make('summary', {}, `${words.sources} (${sources.length})`),
  make('ul', {}, ...sources.map(({ title, url, reviewed }) => make('li', {},
    safeUrl(url) ? wayOut(url, String(title), { ...ENGLISH, ...words }) : String(title),
    reviewed && ` ${fill(words.reviewed, String(reviewed))}`))));

/** @param {number} turn @param {MoreWords} words @param {Desk} desk */
const makeVerdict = (turn, words, desk) => {
  const place = make('div', { class: 'verdict', role: 'group', 'aria-label': words.helpful },
    make('span', {}, words.helpful));
  for (const helpful of [true, false]) {
    place.append(makeButton('way', helpful ? words.yes : words.no,
      () => takeVerdict(place, { turn, helpful }, desk)));
  }
  return place;
};

/**
 * @param {HTMLElement} place
 * @param {Reply} reply
 * @param {string[]} offers
 * @param {Desk} desk
 */
export const decorate = (place, reply, offers, desk) => {
  const words = wordsFor(desk.host);
  const { trace, turn, safety } = reply;
  const sources = objectsOf(reply.sources);
  if (sources.length) place.append(makeSources(sources, words));
  if (trace && desk.host.hasAttribute('developer')) place.append(makeTrace(trace, words));
  // Nobody in a crisis is asked what they think of the answer.
  if (offers.includes('feedback') && turn > 0 && !safety) place.append(makeVerdict(turn, words, desk));
};
