/**
 * A text of the server as nodes: paragraphs, lists, **strong**, *emphasised*, [words](https://...)
 * and bare https addresses. Whatever else stands there is text. One pass, no nesting but emphasis
 * around plain words; linear in the length.
 */

import { make, safeUrl, unseen } from './page.js';

/** @typedef {import('./wire.d.ts').Words} Words */

const MARKS = new RegExp([
  /\*\*(?<strong>[^*\n]+)\*\*/, /\*(?<em>[^*\s][^*\n]*)\*/,
  /\[(?<label>[^\][\n]+)\]\((?<target>[^()\s]+)\)/, /(?<bare>https:\/\/[^\s<>"]*[\w/])/,
].map(({ source }) => source).join('|'), 'g');

/**
 * A link inside a text. A forbidden address leaves only its words.
 * @param {string} address
 * @param {string} label
 * @param {Words} words
 */
const inlineLink = (address, label, words) => {
  const url = safeUrl(address);
  if (!url) return label;
  return make('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer' },
    label, unseen(words.newTab));
};

/**
 * @param {string} line
 * @param {Words} words
 * @returns {(Node | string)[]}
 */
const inline = (line, words) => {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let end = 0;
  for (const match of line.matchAll(MARKS)) {
    const { strong, em, label, target, bare } = match.groups ?? {};
    nodes.push(line.slice(end, match.index));
    if (strong) nodes.push(make('strong', {}, strong));
    else if (em) nodes.push(make('em', {}, em));
    else nodes.push(inlineLink(target ?? bare, label ?? bare, words));
    end = match.index + match[0].length;
  }
  nodes.push(line.slice(end));
  return nodes;
};

/**
 * A blank line parts blocks; a block whose lines all begin with `- ` is a list.
 * @param {unknown} text
 * @param {Words} words
 */
export const richText = (text, words) => String(text ?? '').split(/\n\s*\n/)
  .map((block) => block.trim()).filter(Boolean).map((block) => {
    const lines = block.split('\n');
    if (!lines.every((line) => /^[-•] /.test(line))) return make('p', {}, ...inline(block, words));
    return make('ul', {}, ...lines.map((line) => make('li', {}, ...inline(line.slice(2), words))));
  });
