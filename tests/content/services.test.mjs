// Facts of the shipped packs: typed a second time here, from the collected facts and not from the pack,
// so that a slip of a finger in a number is seen; and the same numbers where they are written by hand.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const folder = 'dialogs/safety-uk/services';
const files = [...readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  'dialogs/ipt-depression/services.json'];
const services = files.flatMap((path) => JSON.parse(read(path)).services);
const byId = new Map(services.map((service) => [service.id, service]));

// id, number to call, number to text, hours: "always", "unknown" or days and times; "null" is a fact
// that no trusted source confirmed.
const typedAgain = `
emergency.999              999            -              always
emergency.999.sms          -              999            always
emergency.999.bsl          -              -              always
emergency.999.relay        999            -              always
nhs.111                    111            -              always
nhs.111.england            111            -              always
nhs.111.online             -              -              always
nhs.111.wales              111            -              always
nhs.24.scotland            111            -              always
lifeline.ni                08088088000    -              always
lifeline.ni.textphone      08088088000    -              always
samaritans                 116123         -              always
samaritans.welsh           08081640123    -              unknown  null
shout                      -              85258          always
calm                       0800585858     -              daily/17:00-24:00
papyrus                    08000684141    88247          always
childline                  08001111       -              always
nspcc                      08088005000    -              unknown
sos                        08081151505    -              mon-fri/20:00-24:00+sat,sun/16:00-24:00
saneline                   03003047000    -              daily/18:00-22:00  null
breathing_space            0800838587     -              mon-thu/18:00-02:00+fri/18:00-24:00+sat,sun/00:00-24:00+mon/00:00-06:00
call_wales                 0800132737     81066          always
mind.infoline              03001233393    -              mon-fri/09:00-18:00
mind.support               03001021234    -              mon-fri/09:00-18:00  null
silver_line                08004708090    -              always
switchboard                08000119100    -              daily/10:00-22:00
cruse                      08088081677    -              mon,wed-fri/09:30-17:00+tue/13:00-20:00
cruse.scotland             08088026161    -              mon-fri/09:00-20:00+sat,sun/10:00-14:00
sobs                       03001115065    -              daily/09:00-19:00  null
help_is_at_hand            -              -              always  null
refuge.england             08082000247    -              always
domestic_abuse.scotland    08000271234    -              always
live_fear_free.wales       08088010800    07860077333    always
domestic_abuse.ni          08088021414    -              always
mens_advice_line           08088010327    -              unknown
respect_phoneline          08088024040    -              unknown
galop                      08009995428    -              mon-thu/10:00-20:30+fri/10:00-16:30
rape_crisis                08085002222    -              always
beat.england               08088010677    -              mon-fri/15:00-20:00
beat.scotland              08088010432    -              mon-fri/15:00-20:00
beat.wales                 08088010433    -              mon-fri/15:00-20:00
beat.ni                    08088010434    -              mon-fri/15:00-20:00
frank                      03001236600    -              always
frank.text                 -              82111          unknown  null
drinkline                  03001231110    -              unknown  null
pandas                     08081961776    -              daily/11:00-22:00  null
pandas.text                -              85258          always
`.trim().split('\n').map((line) => line.trim().split(/\s+/));

const digits = (number) => (number === undefined ? '-' : number.replaceAll(' ', ''));
const hoursOf = ({ hours }) => {
  if (hours === undefined) return 'unknown';
  if (hours === 'always') return hours;
  return hours.map(({ days, from, to }) => `${days}/${from}-${to}`).join('+');
};

test('services: every line of the safety net is here, and no other', () => {
  const net = files.slice(0, -1).flatMap((path) => JSON.parse(read(path)).services);
  assert.deepEqual(net.map(({ id }) => id).sort(), typedAgain.map(([id]) => id).sort());
});

for (const [id, phone, sms, hours, verified] of typedAgain) {
  test(`services: ${id} has the numbers and hours that were typed a second time`, () => {
    const service = byId.get(id);
    assert.deepEqual([digits(service.phone), digits(service.sms), hoursOf(service)],
      [phone, sms, hours]);
    assert.equal(service.last_verified === null, verified === 'null');
  });
}

test('services: each says whom and where it serves, and where its facts come from', () => {
  for (const service of services) {
    for (const key of ['id', 'name', 'audience', 'source']) {
      assert.ok(service[key]?.trim(), `${service.id} has no ${key}`);
    }
    assert.ok(service.nations.length > 0, `${service.id} has no nation`);
    assert.ok('last_verified' in service, `${service.id} does not say when it was verified`);
  }
});

test('services: a number that somebody texts is reached with the words that it expects', () => {
  assert.equal(byId.get('shout').sms_text, 'SHOUT');
  assert.equal(byId.get('pandas.text').sms_text, 'PANDAS');
  assert.equal(byId.get('call_wales').sms_text, 'help');
});

test('services: nothing that nobody confirmed is shown', () => {
  const unconfirmed = services.filter(({ last_verified: date }) => date === null).map(({ id }) => id);
  assert.ok(unconfirmed.length > 0);
  const shown = [read('dialogs/safety-uk/crisis_plan.json')];
  for (const name of readdirSync(join(root, 'dialogs/ipt-depression/flows'), { recursive: true })) {
    if (String(name).endsWith('.json')) shown.push(read(`dialogs/ipt-depression/flows/${name}`));
  }
  for (const id of unconfirmed) {
    const uses = new RegExp(`"(?:contact|link)": *"${id.replaceAll('.', '\\.')}"`);
    assert.ok(!shown.some((text) => uses.test(text)), `${id} is shown`);
  }
});

// Numbers written by hand, because they must be there without the server.
const page = read('adapters/widget/demo/index.html');

test('services: a link written by hand calls the number that it shows, and one that is in the table', () => {
  let count = 0;
  const known = new Set(services.flatMap(({ phone, sms }) => [phone, sms]).filter(Boolean).map(digits));
  for (const [, target, text] of page.matchAll(/href="(?:tel|sms):(\d+)[^"]*">([^<]*)</g)) {
    assert.equal(target, digits(text));
    assert.ok(known.has(target), `${target} is in no services file`);
    ++count;
  }
  assert.ok(count >= 5, `only ${count} numbers found`);
});

test('services: no prompt repeats a number of the table', () => {
  const numbers = services.flatMap(({ phone, sms }) => [phone, sms]).filter(Boolean)
    .filter((number) => digits(number).length > 3);
  for (const pack of ['safety-uk', 'ipt-depression']) {
    const prompts = `dialogs/${pack}/prompts/en-GB`;
    for (const name of readdirSync(join(root, prompts))) {
      const text = read(`${prompts}/${name}`);
      for (const number of numbers) {
        assert.ok(!text.includes(number) && !text.includes(digits(number)),
          `${prompts}/${name} says ${number}`);
      }
    }
  }
});
