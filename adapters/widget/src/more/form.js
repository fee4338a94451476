/**
 * A form of the server. Its fields are native ones with names, hints and errors in words. What was
 * filled in goes as one `submit` frame and stands in the conversation as said by the visitor.
 */

import { fill, make, objectsOf } from '../page.js';
import { wordsFor } from './more_words.js';

/** @typedef {import('../wire.d.ts').Desk} Desk */
/** @typedef {import('../wire.d.ts').FormField} FormField */
/** @typedef {import('../wire.d.ts').Part} Part */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/** Input types by kind; any other kind is a line of text. */
const TYPES = new Map(['email', 'tel', 'number', 'date'].map((kind) => [kind, kind]));
const LONGEST = '1000';
let count = 0;

/** @param {FormField} field @param {Record<string, string>} attributes @returns {Control} */
const makeControl = ({ kind = 'text', options }, attributes) => {
  if (kind === 'long') return make('textarea', { ...attributes, rows: '3', maxlength: LONGEST });
  if (kind === 'tick') return make('input', { ...attributes, class: '', type: 'checkbox' });
  if (kind !== 'choice') {
    return make('input', { ...attributes, type: TYPES.get(kind) ?? 'text', maxlength: LONGEST });
  }
  return make('select', attributes, make('option', { value: '' }),
    ...objectsOf(options).map(({ value, label }) => make('option', { value: String(value) }, String(label))));
};

/** @param {Control} control */
const valueOf = (control) => {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    return control.checked ? 'yes' : '';
  }
  return control.value.trim();
};

/** What a visitor reads back: the label of a choice, not its value. @param {Control} control */
const shownValue = (control) => (control instanceof HTMLSelectElement
  ? control.selectedOptions[0]?.label ?? '' : valueOf(control));

/** @param {HTMLElement} place @param {Part} part @param {Desk} desk */
export const fillForm = (place, part, desk) => {
  const words = wordsFor(desk.host);
  count += 1;
  const fields = objectsOf(part.fields).map(
    (/** @type {FormField} */ field, /** @type {number} */ index) => {
      const id = `form-${count}-${index}`;
      const control = makeControl(field, { id, class: 'field',
        ...(field.required && { required: '' }),
        ...(field.hint && { 'aria-describedby': `${id}-hint` }) });
      const label = make('label', { for: id }, String(field.label), field.required && words.required);
      const hint = field.hint && make('span', { class: 'hint', id: `${id}-hint` }, String(field.hint));
      return { field, control, row: make('div', { class: 'row' }, label, hint, control) };
    });
  const problem = make('p', { class: 'problem', role: 'alert' });
  const form = make('form', { novalidate: '' }, ...fields.map(({ row }) => row), problem,
    make('button', { class: 'way first' }, String(part.submit ?? words.submit)));
  form.onsubmit = (event) => {
    event.preventDefault();
    const missing = fields.filter(({ field, control }) => {
      const isMissing = (field.required && !valueOf(control)) || !control.checkValidity();
      control.setAttribute('aria-invalid', String(isMissing));
      return isMissing;
    });
    if (missing.length) {
      problem.textContent = fill(words.missing, missing.map(({ field }) => field.label).join(', '));
      missing[0].control.focus();
      return;
    }
    const values = Object.fromEntries(fields.map(({ field, control }) => [field.name, valueOf(control)]));
    const said = fields.filter(({ control }) => valueOf(control))
      .map(({ field, control }) => `${field.label}: ${shownValue(control)}`).join('\n');
    form.remove();
    desk.send({ type: 'submit', form: String(part.id), values }, said || String(part.title));
  };
  place.append(form);
};
