/** The panel: head, safety bar, help that needs no server, options, log and text box. */

import contacts from 'waymark:contacts';
import { icon, make, makeButton, makeDisclosure, safeUrl, unseen } from './page.js';
import { makeContact, wayOut } from './parts.js';

/** @typedef {import('./wire.d.ts').Words} Words */

/**
 * @typedef {object} Acts
 * @property {() => void} close
 * @property {() => void} leave
 * @property {() => void} clear
 * @property {(isShown: boolean) => void} showHelp
 * @property {(isShown: boolean) => void} showMore
 * @property {(event: Event) => void} submit
 * @property {() => void} typing
 */

/** @param {Words} words @param {string} heading @param {Acts} acts @param {HTMLButtonElement} more */
const makeHead = (words, heading, acts, more) => make('div', { class: 'head' },
  icon('signpost'),
  make('div', { class: 'who' }, make('h2', { id: 'heading' }, heading), make('p', {}, words.about)),
  more,
  makeButton('round close', unseen(words.close), acts.close, 'close'));

/** @param {Words} words @param {string} server @param {Acts} acts */
const makeHelp = (words, server, acts) => {
  const leaving = `${server}/leaving.html`;
  return make('section', { id: 'help', class: 'help', 'aria-label': words.help, hidden: '' },
    ...contacts.map((contact) => makeContact(contact, words)),
    make('p', {}, words.exitNote),
    safeUrl(leaving) && wayOut(leaving, words.exitMore, words),
    make('p', {}, words.privacy),
    makeButton('way clear', words.clear, acts.clear));
};

/** @param {Words} words @param {Acts} acts */
const makeForm = (words, acts) => {
  const input = make('textarea', { id: 'text', class: 'input', rows: '1', autocomplete: 'off',
    placeholder: words.placeholder, enterkeyhint: 'send' });
  input.oninput = acts.typing;
  input.onkeydown = (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) acts.submit(event);
  };
  const send = make('button', { class: 'send' }, icon('send'), unseen(words.send));
  const label = make('label', { class: 'unseen', for: 'text' }, words.label);
  const form = make('form', { class: 'say' }, label, input, send);
  form.onsubmit = acts.submit;
  return { form, input };
};

/**
 * @param {Words} words
 * @param {string} heading
 * @param {string} server
 * @param {HTMLElement} log
 * @param {Acts} acts
 */
export const makePanel = (words, heading, server, log, acts) => {
  const help = makeHelp(words, server, acts);
  const more = make('section',
    { id: 'more', class: 'help options', 'aria-label': words.more, hidden: '' });
  const moreButton = makeButton('round more', unseen(words.more),
    () => acts.showMore(more.hidden), 'more');
  const helpButton = makeButton('help-now', words.help, () => acts.showHelp(help.hidden), 'heart');
  const exit = makeButton('exit', words.exit, acts.leave, 'exit');
  const { form, input } = makeForm(words, acts);
  makeDisclosure(moreButton, more);
  makeDisclosure(helpButton, help);
  const panel = make('dialog', { class: 'panel', 'aria-labelledby': 'heading' },
    makeHead(words, heading, acts, moreButton), make('div', { class: 'safety-bar' }, helpButton, exit),
    help, more, log, form);
  return { panel, help, helpButton, more, moreButton, input };
};
