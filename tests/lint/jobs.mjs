// Runs programs, as many at once as there are processors.

import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

// Runs `command` (a list, the program first) with `input` on its standard input. Gives
// { code, output }; output joins both streams, in plain English. A program that cannot be started
// rejects.
export function run(command, { cwd, input = '' }) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C' };
    const child = spawn(command[0], command.slice(1), { cwd, env });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => {
      reject(new Error(`cannot run ${command[0]} (${error.code}): tests/setup test installs it`));
    });
    child.on('close', (code) => resolve({ code, output }));
    child.stdin.on('error', () => {}); // a program may end without reading its input
    child.stdin.end(input);
  });
}

// Maps `items` through the asynchronous `work`, in order of items whatever ends first.
export async function mapInParallel(items, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}
