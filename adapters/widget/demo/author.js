/** author.html: each reply of the guide as the frame that it was, with its trace where the server sends one. */

const chat = document.querySelector('waymark-chat');
const turns = document.querySelector('#turns');
let said = '';
let sentAt = 0;

const make = (tag, name, ...children) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...children);
  return node;
};

const makeRow = (name, value) => [make('dt', '', name), make('dd', '', value)];

const makeValue = (value) => {
  if (value === null || typeof value !== 'object') return make('code', '', String(value));
  if (Array.isArray(value)) return make('ol', '', ...value.map((item) => make('li', '', makeValue(item))));
  return make('dl', '', ...Object.entries(value).flatMap(([name, item]) => makeRow(name, makeValue(item))));
};

const count = (parts) => {
  const kinds = new Map();
  for (const { type } of parts) kinds.set(type, (kinds.get(type) ?? 0) + 1);
  return [...kinds].map(([kind, number]) => `${number} ${kind}`).join(', ') || 'nothing';
};

/** A word that a shell passes on as it is. */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

const makeTrace = (trace) => {
  if (trace) return make('div', 'trace', makeValue(trace));
  const command = make('code', '', `waymark explain ${quoted(said || 'hello')}`);
  return make('p', 'note', 'This server sends no trace with its replies. The program says the same with ',
    command, '.');
};

chat.addEventListener('waymark:say', () => { sentAt = performance.now(); });

chat.addEventListener('waymark:reply', ({ detail }) => {
  document.querySelector('#none').hidden = true;
  const { trace, parts, turn, safety, offers = [] } = detail;
  const words = [...chat.shadowRoot.querySelectorAll('.own')].at(-1);
  said = words ? [...words.childNodes].find((node) => node.nodeType === Node.TEXT_NODE).data : '';
  const frame = make('pre', '', JSON.stringify(detail, null, 2));
  frame.tabIndex = 0;
  const facts = make('dl', 'facts',
    ...makeRow('Safety', safety ? 'yes: crisis help stands first' : 'no'),
    ...makeRow('Parts', count(parts)),
    ...makeRow('Offers', offers.join(', ') || 'nothing'),
    ...makeRow('Answered in', sentAt ? `${(performance.now() - sentAt).toFixed(1)} ms` : 'greeting'));
  sentAt = 0;
  turns.prepend(make('li', safety ? 'turn safety' : 'turn',
    make('h2', '', turn ? `${turn}. “${said}”` : 'The welcome'), facts, makeTrace(trace),
    make('details', '', make('summary', '', 'The frame'), frame)));
});

document.querySelector('#try').addEventListener('submit', (event) => {
  event.preventDefault();
  const line = document.querySelector('#line');
  if (line.value.trim()) chat.say(line.value);
  line.value = '';
  line.focus();
});

if (matchMedia('(min-width: 64rem)').matches) customElements.whenDefined('waymark-chat').then(() => chat.open());
