// Lint: the C++ sources are laid out as .clang-format says. With --fix it lays them out.
//
//   node tests/lint/format.mjs ROOT [--fix]

import { finding, isProgram, report } from './finding.mjs';
import { run } from './jobs.mjs';
import { listFiles } from './source_tree.mjs';

const formatter = 'clang-format-19';

function sourcesOf(root) {
  return listFiles(root, ['engine', 'adapters', 'tests'], ['.h', '.cc']);
}

// Lays out every source in place.
async function layOut(root) {
  const { code, output } = await run([formatter, '-i', ...sourcesOf(root)], { cwd: root });
  return code === 0 ? [] : [finding('.clang-format', 1, output.trim())];
}

export async function check(root) {
  const sources = sourcesOf(root);
  if (sources.length === 0) return [];
  const { output } = await run([formatter, '--dry-run', ...sources], { cwd: root });
  const misplaced = new Map();
  for (const [, file, line] of output.matchAll(/^(.+?):(\d+):\d+: (?:warning|error): /gm)) {
    if (!misplaced.has(file)) misplaced.set(file, Number(line));
  }
  return [...misplaced].map(([file, line]) =>
    finding(file, line, 'from here on the layout differs: run `make format`'));
}

if (isProgram(import.meta.url)) {
  const [root, option] = process.argv.slice(2);
  await report('format', option === '--fix' ? layOut(root) : check(root));
}
