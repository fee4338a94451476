// The ways in which people hide a word from a filter, or mistype it: each makes another line of a line, the
// same one every time. For disguises.test.mjs.

const ZERO_WIDTH = ['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD'];
const EMOJI = ['😢', '💔', '🖤', '🙃'];
const LOOK_ALIKES = {
  a: 'а', c: 'с', e: 'е', i: 'і', j: 'ј', o: 'ο', p: 'р', s: 'ѕ', x: 'х', y: 'у',
  A: 'А', B: 'В', E: 'Ε', H: 'Η', I: 'І', K: 'Κ', M: 'М', N: 'Ν', O: 'О', P: 'Р', T: 'Т', X: 'Х',
};
const DIGITS = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' };
const SIGNS = { a: '@', i: '!', s: '$', o: '0', e: '3' };
const NEIGHBOURS = {
  a: 's', b: 'v', c: 'x', d: 's', e: 'r', f: 'g', g: 'h', h: 'j', i: 'o', j: 'k', k: 'l', l: 'k', m: 'n', n: 'm',
  o: 'p', p: 'o', q: 'w', r: 't', s: 'd', t: 'y', u: 'i', v: 'b', w: 'e', x: 'c', y: 'u', z: 'x',
};

const isLetter = (c) => /^[a-z]$/i.test(c);

/** `line` with each letter replaced by what `of(letter, place)` gives. */
function eachLetter(line, of) {
  return [...line].map((c, place) => (isLetter(c) ? of(c, place) : c)).join('');
}

/** `line` with each run of letters and apostrophes replaced by what `of(word)` gives. */
function eachWord(line, of) {
  return line.replace(/[a-z][a-z'’]*/gi, of);
}

/** `mark(n)` between the letters of each word. */
function between(line, mark) {
  let n = 0;
  return eachWord(line, (word) => [...word].reduce((out, c) =>
    out + (out && isLetter(c) && isLetter(out.at(-1)) ? mark(n++) : '') + c, ''));
}

/** The words of `line` without its marks, apart from apostrophes: what a chain of dots is made of. */
function wordsOf(line) {
  return line.replace(/[^\p{L}\p{N}'’]+/gu, ' ').trim().split(' ');
}

/** `line` with one fault in the word that `isRisky` picks: the longest such, or the longest of all. */
function withFault(line, isRisky, fault) {
  const words = (line.match(/[a-z]+(?:['’][a-z]+)?/gi) ?? []).filter((word) => word.length >= 5 && !/['’]/.test(word));
  const risky = words.filter((word) => isRisky(word.toLowerCase()));
  const longest = (risky.length > 0 ? risky : words).reduce((best, word) => (word.length > best.length ? word : best), '');
  if (longest === '') return null;
  const at = line.indexOf(longest);
  return line.slice(0, at) + fault(longest) + line.slice(at + longest.length);
}

function swapped(word) {
  const at = Math.floor(word.length / 2);
  return word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1);
}

const middle = (word) => Math.floor(word.length / 2);

/** The rewrites by name: of a line, and of what is a word of risk where that matters; null where there is none. */
export const disguises = {
  'zero width': (line) => between(line, (n) => ZERO_WIDTH[n % ZERO_WIDTH.length]),
  'look-alikes': (line) => eachLetter(line, (c) => LOOK_ALIKES[c] ?? c),
  'every other look-alike': (line) => eachLetter(line, (c, place) => (place % 2 ? LOOK_ALIKES[c] ?? c : c)),
  'full width': (line) => eachLetter(line, (c) => String.fromCodePoint(c.codePointAt(0) + 0xFEE0)),
  'digits for vowels': (line) => eachWord(line, (word) => (word.length < 3 ? word
    : eachLetter(word, (c) => ('aeio'.includes(c) ? DIGITS[c] : c)))),
  'digits for letters': (line) => eachLetter(line, (c) => DIGITS[c.toLowerCase()] ?? c),
  'signs for letters': (line) => eachWord(line, (word) => (word.length < 3 ? word
    : word[0] + eachLetter(word.slice(1, -1), (c) => SIGNS[c] ?? c) + word.at(-1))),
  'last letter repeated': (line) => eachWord(line, (word) => word + word.at(-1).repeat(3)),
  'vowels repeated': (line) => eachWord(line, (word) => word.replace(/[aeiou]/gi, (c) => c.repeat(3))),
  'every letter repeated': (line) => eachLetter(line, (c) => c.repeat(3)),
  'spaced words': (line) => between(line, () => ' '),
  'spaced words, wide gaps': (line) => between(line.replaceAll(' ', '   '), () => ' '),
  'dotted letters': (line) => between(line, () => '.'),
  'dots for blanks': (line) => wordsOf(line).join('.'),
  'long dots for blanks': (line) => wordsOf(line).join('...'),
  'dashes between letters': (line) => between(line, () => '-'),
  'emoji between letters': (line) => between(line, (n) => EMOJI[n % EMOJI.length]),
  'emoji for blanks': (line) => wordsOf(line).join(' 😢 '),
  'no blanks': (line) => wordsOf(line).join(''),
  'every other blank left out': (line) => line.split(' ').reduce((out, word, n) => out + (n % 2 ? '' : ' ') + word, ''),
  'a letter left out': (line, isRisky) => withFault(line, isRisky, (word) => word.slice(0, middle(word)) + word.slice(middle(word) + 1)),
  'letters swapped': (line, isRisky) => withFault(line, isRisky, swapped),
  'a letter doubled': (line, isRisky) => withFault(line, isRisky, (word) => word.slice(0, middle(word)) + word.slice(middle(word) - 1)),
  'a key beside': (line, isRisky) => withFault(line, isRisky, (word) =>
    word.slice(0, middle(word)) + NEIGHBOURS[word[middle(word)].toLowerCase()] + word.slice(middle(word) + 1)),
};
