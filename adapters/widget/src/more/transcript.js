/** The conversation as text, made in the page alone. */

import { objectsOf } from '../page.js';

/** @typedef {import('../wire.d.ts').Entry} Entry */
/** @typedef {import('../wire.d.ts').Part} Part */
/** @typedef {import('./more_words.js').MoreWords} MoreWords */

/** @param {Part} part @returns {string} */
const textOf = (part) => {
  switch (part.type) {
    case 'text': return String(part.text);
    case 'link': return `${part.label ?? ''} ${part.url ?? ''}`.trim();
    case 'card': return [part.title, part.text, part.url].filter(Boolean).join('\n');
    case 'form': return String(part.title);
    case 'contact': {
      const sms = part.sms && `${part.sms_text ?? ''} ${part.sms}`.trim();
      return [part.name, part.phone, sms, part.url, part.note, part.hours].filter(Boolean).join('\n');
    }
    case 'choices':
      return objectsOf(part.choices).map((/** @type {any} */ { label }) => `- ${label}`).join('\n');
    default: return '';
  }
};

/**
 * The lines of a conversation: who, when, what.
 * @param {Entry[]} entries
 * @param {string} guide name of the guide
 * @param {MoreWords} words
 */
export const linesOf = (entries, guide, words) => entries.map((entry) => {
  const time = new Date(entry.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  if ('said' in entry) return { who: words.you, time, text: entry.said };
  const { parts, safety } = entry.reply;
  const texts = objectsOf(parts).map(textOf).filter(Boolean);
  return { who: guide, time, text: [safety ? words.crisis : '', ...texts].filter(Boolean).join('\n\n') };
});

/**
 * @param {Entry[]} entries
 * @param {string} guide
 * @param {MoreWords} words
 */
export const transcript = (entries, guide, words) => {
  const lines = linesOf(entries, guide, words).map(({ who, time, text }) => `${who}, ${time}\n${text}`);
  return `${guide}, ${new Date().toLocaleDateString()}\n\n${lines.join('\n\n')}\n`;
};
