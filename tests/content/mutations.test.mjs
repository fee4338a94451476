// `waymark check` finds what breaks a pack: each row breaks a copy of the shipped packs in one way and
// names the code that must come of it.

import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, describe, test} from 'node:test';

const waymark = resolve(process.env.WAYMARK_BIN ?? 'build/dev/waymark');
const root = mkdtempSync(join(tmpdir(), 'waymark-mutations-'));
after(() => rmSync(root, {recursive: true, force: true}));

// A copy of dialogs/ that a row may break.
class Copy {
  constructor(name) {
    this.folder = join(root, name);
    cpSync('dialogs', this.folder, {recursive: true, filter: (path) => !/\/tests\/lines$/.test(path)});
  }
  path(file) {
    return join(this.folder, file);
  }
  // Changes the first `from` of a file; fails when there is none, so that a row cannot pass unbroken.
  replace(file, from, to) {
    const text = readFileSync(this.path(file), 'utf8');
    const changed = text.replace(from, () => to);
    assert.notEqual(changed, text, `${file} has no ${from}`);
    writeFileSync(this.path(file), changed);
  }
  // Reads a file as JSON, lets `change` edit it, and writes it back.
  edit(file, change) {
    const content = JSON.parse(readFileSync(this.path(file), 'utf8'));
    change(content);
    writeFileSync(this.path(file), JSON.stringify(content, null, 1));
  }
  write(file, content) {
    writeFileSync(this.path(file), JSON.stringify(content, null, 1));
  }
  check() {
    const command = ['check', '--pack', this.path('ipt-depression'), '--format', 'json'];
    return new Promise((done) => {
      execFile(waymark, command, {maxBuffer: 1 << 26}, (error, output) => {
        done({status: error ? error.code : 0, problems: JSON.parse(output).problems});
      });
    });
  }
}

const plan = 'safety-uk/crisis_plan.json';
const prompts = 'ipt-depression/prompts/en-GB/welcome.json';
const flow = 'ipt-depression/flows/help.cost.json';

const planOf = (content, category, tier) =>
  content.plans.find((each) => each.category === category && each.tier === tier);

// Adds a prompt of our own, so that rows do not depend on the words of the packs.
function addPrompt(copy, id, words) {
  copy.edit(prompts, (content) => { content.prompts[id] = words; });
}

// Adds a flow that an intent of our own starts.
function addFlow(copy, name, start, nodes) {
  copy.write(`ipt-depression/flows/${name}.json`, {flow: name, start, nodes});
  copy.write(`ipt-depression/intents/${name}.json`, {
    locale: 'en-GB',
    intents: [{id: name, class: 'question', title: 'welcome.title.test', starts: name,
      patterns: ['zebra crossing stripe'], examples: ['zebra crossing stripe',
        'a zebra crossing stripe', 'the zebra crossing stripe']}],
  });
  addPrompt(copy, 'welcome.title.test', 'Test');
}

// Adds an intent of our own with its flow.
function addRules(copy, name, rules) {
  addFlow(copy, name, 'done', {done: {kind: 'end'}});
  copy.edit(`ipt-depression/intents/${name}.json`, (content) => {
    Object.assign(content.intents[0], rules);
  });
}

// A flow with a case that an earlier one covers.
function addShadowed(copy) {
  addFlow(copy, 'zebra', 'by', {
    by: {kind: 'branch', cases: [{when: {slot: 'nation', known: true}, next: 'done'},
      {when: {slot: 'nation', is: 'wales'}, next: 'wales'}], else: 'done'},
    wales: {kind: 'say', parts: [{text: 'welcome.title.test'}], next: 'done'},
    done: {kind: 'end'},
  });
}

// A question of a round, of whose choices one takes the words for a person.
const roundNode = (next) => ({
  kind: 'ask', parts: [{text: 'welcome.title.test'}], when_left: 'resume',
  reask: Array(3).fill('welcome.title.test'),
  choices: [{id: 'on', label: 'welcome.title.test', next, intents: ['help.human']}],
});
const addRound = (copy) => addFlow(copy, 'zebra', 'one', {one: roundNode('two'), two: roundNode('one')});

// What is broken, the code that must come of it, how it is done, and how serious it is.
const mutations = [
  ['a crisis plan without its contacts', 'WM219', (copy) => copy.edit(plan, (content) => {
    const due = planOf(content, 'safety.suicide', 'indirect');
    due.parts = due.parts.filter((part) => !part.contact);
  })],
  ['a crisis plan for one nation only', 'WM215', (copy) => copy.edit(plan, (content) => {
    const due = planOf(content, 'safety.child', undefined);
    due.parts = [{contact: 'childline', nation: 'england'}];
  })],
  ['a category without a plan', 'WM215', (copy) => copy.edit(plan, (content) => {
    content.plans = content.plans.filter((each) => each.category !== 'safety.psychosis');
  })],
  ['no words of last resort', 'WM215', (copy) => copy.edit(plan, (content) => {
    content.last_resort = [];
  })],
  ['a plan so long that its contacts are cut off', 'WM801', (copy) => {
    copy.edit('safety-uk/prompts/en-GB/crisis.json', (content) => {
      content.prompts['crisis.child'] = Array(45).fill('More.').join('\n\n');
    });
  }],
  ['an unknown service in a plan', 'WM204',
    (copy) => copy.replace(plan, '"contact": "samaritans"', '"contact": "samaritan"')],
  ['a plan shows a contact that nobody confirmed', 'WM605', (copy) => {
    copy.edit('safety-uk/services/listening.json', (content) => {
      content.services.find((each) => each.id === 'samaritans').last_verified = null;
    });
  }],
  ['a fact that has expired', 'WM601', (copy) => {
    copy.edit('safety-uk/services/emergency.json', (content) => {
      content.services[0].last_verified = '2020-01-01';
    });
  }],
  ['a prompt that is missing', 'WM201', (copy) => copy.edit(flow, (content) => {
    const said = Object.values(content.nodes).find((node) => node.parts?.length > 0);
    said.parts.push({text: 'help.cost.no_such_prompt'});
  })],
  ['a prompt that the engine says is missing', 'WM201', (copy) => {
    copy.edit('safety-uk/prompts/en-GB/engine.json', (content) => {
      delete content.prompts['engine.resume'];
    });
  }],
  ['a reference to a flow that is not there', 'WM202', (copy) => {
    addFlow(copy, 'zebra', 'say', {say: {kind: 'say', parts: [], next: 'flow:no.such.flow'}});
  }],
  ['a reference to a node that is not there', 'WM203', (copy) => {
    addFlow(copy, 'zebra', 'say', {say: {kind: 'say', parts: [], next: 'nowhere'}});
  }],
  ['a question without choices', 'WM502', (copy) => {
    addFlow(copy, 'zebra', 'ask', {ask: {kind: 'ask', parts: [{text: 'welcome.title.test'}],
      choices: [], when_left: 'forget'}});
  }],
  ['a question whose buttons lead back to it', 'WM805', (copy) => {
    addFlow(copy, 'zebra', 'ask', {ask: {kind: 'ask', parts: [{text: 'welcome.title.test'}],
      choices: [{id: 'again', label: 'welcome.title.test', next: 'ask'}], when_left: 'forget'}});
  }],
  ['a choice that tells of risk, and a plan that is cut off', 'WM810', (copy) => {
    addFlow(copy, 'zebra', 'ask', {
      ask: {kind: 'ask', parts: [{text: 'welcome.title.test'}], when_left: 'forget',
        choices: [{id: 'no', label: 'welcome.title.test', next: 'done'},
          {id: 'yes', label: 'welcome.title.test', next: 'done',
            risk: {category: 'safety.child', tier: 'explicit'}}]},
      done: {kind: 'end'}});
    copy.edit('safety-uk/prompts/en-GB/crisis.json', (content) => {
      content.prompts['crisis.child'] = Array(45).fill('More.').join('\n\n');
    });
  }],
  ['a node that no talk comes to', 'WM811', (copy) => addShadowed(copy)],
  ['a case of a branch that never holds', 'WM812', (copy) => addShadowed(copy)],
  ['questions whose buttons never end', 'WM813', addRound],
  ['a way out that is not near', 'WM814', addRound],
  ['a question that is not come back to', 'WM818', addRound],
  ['a prompt that shows a slot before it is known', 'WM815', (copy) => {
    addPrompt(copy, 'welcome.nation.test', 'In {nation}.');
    addFlow(copy, 'zebra', 'say', {
      say: {kind: 'say', parts: [{text: 'welcome.nation.test'}], next: 'done'}, done: {kind: 'end'}});
  }],
  ['an answer that no question takes', 'WM816', (copy) => {
    addPrompt(copy, 'welcome.title.test', 'Test');
    copy.write('ipt-depression/intents/zebra.json', {locale: 'en-GB', intents: [{id: 'zebra', class: 'answer',
      title: 'welcome.title.test', patterns: ['zebra crossing stripe'],
      examples: ['zebra crossing stripe', 'a zebra crossing stripe', 'the zebra crossing stripe']}]});
  }],
  ['a call that leads back to its own flow', 'WM817', (copy) => {
    addFlow(copy, 'zebra', 'ask', {
      ask: {kind: 'ask', parts: [{text: 'welcome.title.test'}], when_left: 'forget',
        choices: [{id: 'again', label: 'welcome.title.test', next: 'call'},
          {id: 'done', label: 'welcome.title.test', next: 'done'}]},
      call: {kind: 'call', flow: 'zebra', next: 'done'},
      done: {kind: 'end'}});
  }],
  ['a slot in a form that is not there', 'WM206', (copy) => {
    addFlow(copy, 'zebra', 'form', {
      form: {kind: 'form', when_left: 'resume', summary: [], confirm: 'welcome.title.test',
        change: 'welcome.title.test', which: 'welcome.title.test', keep: 'welcome.title.test', next: 'done',
        questions: [{id: 'one', name: 'welcome.title.test', slot: 'no_such_slot', parts: [],
          choices: [{id: 'a', label: 'welcome.title.test', value: 0}]}]},
      done: {kind: 'end'}});
  }],
  ['a flow that goes round without a question', 'WM501', (copy) => {
    addFlow(copy, 'zebra', 'say', {
      say: {kind: 'say', parts: [{text: 'welcome.title.test'}], next: 'again'},
      again: {kind: 'say', parts: [], next: 'say'},
    });
  }],
  ['a node that nothing leads to', 'WM503', (copy) => {
    addFlow(copy, 'zebra', 'done', {done: {kind: 'end'}, lost: {kind: 'end'}});
  }],
  ['words that come to nothing', 'WM802', (copy) => {
    addFlow(copy, 'zebra', 'say', {
      say: {kind: 'say', parts: [{text: 'welcome.nothing.test'}], next: 'done'},
      done: {kind: 'end'},
    });
    addPrompt(copy, 'welcome.nothing.test', '{nation, select, other {}}');
  }],
  ['a menu without a way to a person', 'WM804', (copy) => {
    copy.edit('ipt-depression/pack.json', (content) => { content.menu = ['bot.what_can_you_do']; });
    copy.write('ipt-depression/flows/bot.what_can_you_do.json', {flow: 'bot.what_can_you_do',
      start: 'done', nodes: {done: {kind: 'end'}}});
    copy.write('ipt-depression/flows/fallback.json', {flow: 'fallback', start: 'done',
      nodes: {done: {kind: 'end'}}});
  }],
  ['a phone number in a prompt', 'WM213',
    (copy) => addPrompt(copy, 'welcome.number.test', 'Call 0300 123 4567.')],
  ['a scope set that is missing', 'WM313', (copy) => {
    copy.edit('safety-uk/lexicon/scope.json', (content) => { delete content.sets['scope.past']; });
  }],
  ['a risk rule that is silent on its own line', 'WM403', (copy) => {
    copy.edit('safety-uk/risk/suicide_explicit.json', (content) => {
      content.rules[0].fires.push('the weather is nice today');
    });
  }],
  ['JSON that is none', 'WM101', (copy) => copy.replace(flow, '{', '{,')],
  ['a key that stands twice', 'WM102',
    (copy) => copy.replace(flow, '"flow"', '"flow": "help.cost", "flow"')],
  ['an id that stands twice', 'WM207', (copy) => {
    copy.edit('safety-uk/services/emergency.json', (content) => {
      content.services.push(content.services[0]);
    });
  }],
  ['a slot that has no such value', 'WM209', (copy) => {
    addFlow(copy, 'zebra', 'set', {set: {kind: 'set', set: {nation: 'france'}, next: 'done'},
      done: {kind: 'end'}});
  }],
  ['a prompt that is no MessageFormat', 'WM212',
    (copy) => addPrompt(copy, 'welcome.braces.test', 'Hello {nation')],
  ['rules of two intents for the same words, and no cues', 'WM821', (copy) => {
    rmSync(copy.path('ipt-depression/cues'), {recursive: true});
    addRules(copy, 'zebra', {patterns: ['zebra [crossing] stripe']});
    addRules(copy, 'horse', {patterns: ['zebra crossing [stripe]']});
  }],
  ['a pattern that its own unless cancels', 'WM822', (copy) => {
    addRules(copy, 'zebra', {patterns: ['zebra', 'zebra crossing'], unless: ['zebra * crossing']});
  }, 'warning'],
  ['a pattern that always scores less than another', 'WM823', (copy) => {
    addRules(copy, 'zebra', {patterns: ['zebra']});
    addRules(copy, 'horse', {class: 'smalltalk', patterns: ['horse', 'look a zebra']});
  }, 'warning'],
  ['an intent that nothing can be taken for', 'WM824', (copy) => {
    addRules(copy, 'zebra', {patterns: ['zebra crossing'], unless: ['zebra']});
    addRules(copy, 'horse', {patterns: ['horse'], unless: ['horse']});
  }],
  ['an overlap that is said to be meant and is none', 'WM825', (copy) => {
    addRules(copy, 'zebra', {patterns: ['zebra'], overlaps: {'chat.stop': 'Both stop.'}});
  }, 'warning'],
  ['an overlap that is said to be meant without a reason', 'WM113', (copy) => {
    addRules(copy, 'zebra', {patterns: ['zebra'], overlaps: {'chat.stop': ''}});
  }],
];

let foundUnbroken = new Set();

before(async () => {
  const {problems} = await new Copy('unbroken').check();
  foundUnbroken = new Set(problems.map((problem) => problem.code));
});

describe('mutations', {concurrency: availableParallelism()}, () => {
  for (const [what, code, mutate, severity = 'error'] of mutations) {
    test(`check finds ${what}: ${code}`, async () => {
      assert.ok(!foundUnbroken.has(code), `the packs have ${code} already`);
      const copy = new Copy(what.replace(/\W+/g, '-'));
      mutate(copy);
      const {status, problems} = await copy.check();
      const codes = [...new Set(problems.map((problem) => problem.code))].sort();
      const isError = problems.some((problem) => problem.severity === 'error');
      assert.equal(status, isError ? 1 : 0);
      const found = problems.find((problem) => problem.code === code);
      assert.ok(found, `found only ${codes.join(' ') || 'nothing'}`);
      assert.equal(found.severity, severity);
      assert.ok(found.file && found.line > 0, 'a place');
      rmSync(copy.folder, {recursive: true, force: true});
    });
  }
});
