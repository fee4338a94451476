// The states in which a visitor may meet the widget, each reached in a page of its own from what a
// fake server says. `access.test.mjs` looks at each of them with axe.

import { launcher, log, openWidget, replies, say, textBox } from './browser.mjs';
import { visitFake } from './fake_server.mjs';

const contact = (name, rest) =>
  ({ type: 'contact', name, hours: 'Open now, day and night', note: 'Free', ...rest });

const CRISIS = {
  safety: true,
  parts: [
    { type: 'text', text: 'I am really glad that you told me. You do not have to be alone with this.' },
    contact('999 (ambulance, police)', { phone: '999' }),
    contact('Samaritans', { phone: '116 123', url: 'https://www.samaritans.org' }),
    contact('Shout (by text message)', { sms: '85258', sms_text: 'SHOUT' }),
    { type: 'choices', choices: [{ id: 'a', label: 'I want to talk to a person' }] },
  ],
};

const RESULTS = {
  parts: [
    { type: 'text', text: 'Here are **three** therapists near *Leeds*. You can [read how to choose]'
      + '(https://choose.example/).\n\n- Ask about training\n- Ask about price' },
    ...['Amira Khan', 'Tom Ellis', 'Dr Jo Marsh'].map((title) => ({ type: 'card', title,
      text: 'IPT, in person and by video. 50 minutes, £55.', url: 'https://one.example/',
      label: `Website of ${title}` })),
    { type: 'choices', choices: ['More results', 'Another place', 'What to ask'].map(
      (label, index) => ({ id: `c.${index}`, label })) },
  ],
  sources: [{ title: 'IPT-UK', url: 'https://www.iptuk.net/', reviewed: '22 November 2026' }],
  trace: { intent: 'find.therapist', decision: { kind: 'answer', reason: 'first of two' },
    tokens: [{ text: 'find' }, { text: 'therapist' }] },
};

const FORM = {
  parts: [{
    type: 'form', id: 'booking', title: 'Ask for a first session', submit: 'Ask for it',
    fields: [
      { name: 'name', label: 'Your name', required: true },
      { name: 'way', label: 'How to reach you', kind: 'choice', hint: 'They answer in two days',
        options: [{ value: 'mail', label: 'By email' }, { value: 'tel', label: 'By phone' }] },
      { name: 'note', label: 'Anything they should know', kind: 'long' },
      { name: 'ok', label: 'I am over 18', kind: 'tick', required: true },
    ],
  }],
};

const WELCOME = {
  parts: [
    { type: 'text', text: 'Hello. I am an automated guide. I follow written rules, and no person '
      + 'reads this.' },
    { type: 'choices', choices: [{ id: 'w.1', label: 'What is IPT?' },
      { id: 'w.2', label: 'Find a therapist' }, { id: 'w.3', label: 'Help for someone else' }] },
  ],
  offers: ['feedback'],
  locales: [{ id: 'en-GB', label: 'English' }, { id: 'cy', label: 'Cymraeg' }],
};

const ANSWERS = { crisis: CRISIS, results: RESULTS, form: FORM };

export const answerOf = ({ type, text }) => {
  if (type === 'start') return WELCOME;
  return ANSWERS[text];
};

const options = (page) => page.getByRole('button', { name: 'More options' });

/** Name of each state, and the way from the open panel to it. */
const WAYS = {
  welcome: async () => {},
  results: async (page) => {
    const reply = await say(page, 'results');
    await reply.getByText('Where this comes from').click();
    await reply.getByText('Was this helpful?').waitFor();
  },
  crisis: (page) => say(page, 'crisis'),
  form: async (page) => {
    const reply = await say(page, 'form');
    await reply.getByRole('button', { name: 'Ask for it' }).click();
    await reply.getByText('Please fill in').waitFor();
  },
  help: (page) => page.getByRole('button', { name: 'Help now' }).click(),
  options: async (page) => {
    await options(page).click();
    await page.getByRole('button', { name: 'Print' }).waitFor();
  },
  offline: async (page, seen) => {
    seen.isGone = true;
    await textBox(page).fill('Is anyone there?');
    await textBox(page).press('Enter');
    await log(page).getByText('Waiting to send').waitFor();
  },
};

export const STATES = ['launcher', ...Object.keys(WAYS)];

/** A page in the state of that name. */
export async function pageIn(browser, state, context = {}) {
  const seen = await visitFake(browser, (frame, socket) => {
    if (!seen.isGone) return answerOf(frame);
    socket.close({ code: 1001 });
    return null;
  }, context);
  await seen.visit();
  const { page } = seen;
  await page.locator('waymark-chat').evaluate((chat) => chat.setAttribute('developer', ''));
  if (state === 'launcher') {
    await launcher(page).waitFor();
    return seen;
  }
  await openWidget(page);
  await replies(page).first().waitFor();
  await WAYS[state](page, seen);
  return seen;
}
