/** Leaving in an instant. */

import { make, safeUrl } from './page.js';

const NEUTRAL_SITE = 'https://www.bbc.co.uk/weather';

/** So long the three presses of Shift may take: the pattern of GOV.UK, "Exit a page quickly". */
const PRESSES_WITHIN = 5000;

/**
 * Calls `act` when Shift alone is pressed three times.
 * @param {() => void} act
 * @param {AbortSignal} signal
 */
export const onThreeShifts = (act, signal) => {
  let alone = false;
  /** @type {number[]} */
  let presses = [];
  addEventListener('keydown', ({ key }) => {
    alone = key === 'Shift';
    if (!alone) presses = [];
  }, { capture: true, signal });
  addEventListener('keyup', ({ key, timeStamp }) => {
    if (key !== 'Shift' || !alone) return;
    presses = [...presses, timeStamp].slice(-3);
    if (presses.length === 3 && presses[2] - presses[0] <= PRESSES_WITHIN) act();
  }, { capture: true, signal });
};

/** Empties the page at once; what follows may take its time. */
export const blankPage = () => document.documentElement.replaceChildren(make('title', {}, 'Loading'));

/**
 * Tells the server to forget, without waiting. A beacon always carries cookies, which another
 * origin may not allow; there a request that outlives the page does the same.
 * @param {string} url
 * @param {string} token
 */
export const sendForget = (url, token) => {
  const body = new Blob([JSON.stringify({ type: 'forget', token })], { type: 'application/json' });
  if (new URL(url).origin === location.origin && navigator.sendBeacon?.(url, body)) return;
  fetch(url, { method: 'POST', body, keepalive: true, credentials: 'omit' }).catch(() => {});
};

/** Replaces the page, so that Back does not return to it. @param {string | null} address */
export const goAway = (address) => location.replace(safeUrl(address) ?? NEUTRAL_SITE);
