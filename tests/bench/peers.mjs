// Other rule engines on the rules and messages of turn_bench.cc: a turn from text to reply, in
// microseconds of one core.
//
//   node tests/bench/peers.mjs build/bench/tests/bench/bench_workload

import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const RiveScript = require('rivescript');
const { NlpManager } = require('node-nlp');

const kLeastMilliseconds = 2000;

function workload(program, phrases, bytes) {
  const json = execFileSync(program, [phrases, bytes], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return JSON.parse(json);
}

async function rivescript({ phrases }) {
  const bot = new RiveScript();
  const rules = phrases.map(({ trigger }, i) => `+ ${trigger}\n- reply ${i}\n`).join('\n');
  bot.stream(`${rules}\n+ *\n- nothing\n`);
  bot.sortReplies();
  const told = (message) => bot.reply('visitor', message);
  return { turn: told, isFound: (reply) => reply !== 'nothing' };
}

async function nodeNlp({ phrases }) {
  const manager = new NlpManager({
    languages: ['en'], forceNER: false, autoSave: false, nlu: { log: false },
  });
  phrases.forEach(({ example }, i) => {
    manager.addDocument('en', example, `p${i}`);
    manager.addAnswer('en', `p${i}`, `reply ${i}`);
  });
  await manager.train();
  const told = (message) => manager.process('en', message);
  return { turn: told, isFound: ({ intent }) => intent !== 'None' };
}

// The mean over as many messages as two seconds hold, and at least four.
async function measure({ turn, isFound }, messages) {
  await turn(messages[0]);
  let turns = 0;
  let found = 0;
  const begin = process.cpuUsage();
  let used = 0;
  while (turns < 4 || (used < kLeastMilliseconds * 1000 && turns < 4 * messages.length)) {
    if (isFound(await turn(messages[turns % messages.length]))) ++found;
    ++turns;
    const { user, system } = process.cpuUsage(begin);
    used = user + system;
  }
  return { microseconds: used / turns, turns, found: found / turns };
}

const program = process.argv[2];
const engines = { rivescript, 'node-nlp': nodeNlp };
console.log('engine          rules  bytes      load ms     us a turn  turns  found');
for (const [name, load] of Object.entries(engines)) {
  for (const phrases of ['100', '1000']) {
    const begin = performance.now();
    const engine = await load(workload(program, phrases, '80'));
    const loaded = Math.round(performance.now() - begin);
    for (const bytes of ['80', '1000']) {
      const { microseconds, turns, found } =
        await measure(engine, workload(program, phrases, bytes).messages);
      console.log([
        name.padEnd(12), phrases.padStart(8), bytes.padStart(6), String(loaded).padStart(12),
        microseconds.toFixed(1).padStart(13), String(turns).padStart(6), found.toFixed(2).padStart(6),
      ].join(' '));
    }
  }
}
