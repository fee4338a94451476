/**
 * What a visitor may ask for and most do not: the options with the transcript, forms, reasons for a
 * thumb, and the trace. A script of its own (widget-more.js), fetched when it is first needed.
 */

import { dress } from '../page.js';
import style from './more.css';

export { decorate } from './beside.js';
export { fillForm } from './form.js';
export { fillOptions } from './options.js';

/** @type {WeakSet<ShadowRoot>} */
const dressed = new WeakSet();

/** Adds the style of these parts, once. @param {ShadowRoot} root */
export const dressMore = (root) => {
  if (!dressed.has(root)) dress(root, style);
  dressed.add(root);
};
