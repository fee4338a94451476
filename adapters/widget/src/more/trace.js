/** "Why this answer?": the trace of a turn, for authors. Any JSON is shown; names are not known. */

import { make } from '../page.js';

const DEEPEST = 6;
const LONGEST_LIST = 50;

/**
 * @param {unknown} value
 * @param {number} depth
 * @returns {Node}
 */
const makeValue = (value, depth) => {
  if (value === null || typeof value !== 'object' || depth > DEEPEST) {
    return make('code', {}, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  if (Array.isArray(value)) {
    if (!value.length) return make('code', {}, '–');
    return make('ol', {}, ...value.slice(0, LONGEST_LIST).map((item) =>
      make('li', {}, makeValue(item, depth + 1))));
  }
  const rows = Object.entries(value).flatMap(([name, item]) =>
    [make('dt', {}, name), make('dd', {}, makeValue(item, depth + 1))]);
  return make('dl', {}, ...rows);
};

/** @param {unknown} trace @param {import('./more_words.js').MoreWords} words */
export const makeTrace = (trace, words) => make('details', { class: 'sources' },
  make('summary', {}, words.why),
  make('div', { class: 'trace', tabindex: '0', role: 'region', 'aria-label': words.trace },
    makeValue(trace, 0)));
