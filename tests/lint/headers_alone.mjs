// Lint: every header compiles alone, so that the order of includes never matters.
//
//   node tests/lint/headers_alone.mjs ROOT CACHE_FOLDER [COMPILER]

import { finding, isProgram, report } from './finding.mjs';
import { mapInParallel, run } from './jobs.mjs';
import { PassedBefore } from './passed_before.mjs';
import { listFiles } from './source_tree.mjs';

const flags = ['-std=c++23', '-fsyntax-only', '-I.', '-x', 'c++', '-'];

async function headerProblems(root, compiler, header) {
  const input = `#include "${header}"\n`;
  const { code, output } = await run([compiler, ...flags], { cwd: root, input });
  if (code === 0) return [];
  const first = /^(.*?):(\d+):\d+: (?:fatal )?error: (.*)$/m.exec(output);
  const [file, line, message] = first ? first.slice(1) : [header, 1, output];
  const place = file === header ? [header, Number(line)] : [header, 1];
  return [finding(...place, `does not compile alone (${message}): include what it uses`)];
}

export async function check(root, cacheFolder, compiler = 'g++') {
  const version = (await run([compiler, '--version'], { cwd: root })).output;
  const passed = new PassedBefore(root, cacheFolder);
  const headers = listFiles(root, ['engine', 'adapters', 'tests'], ['.h']);
  const findings = await mapInParallel(headers, async (header) => {
    const key = passed.keyOf(header, version + flags.join(' '));
    if (passed.has(key)) return [];
    const problems = await headerProblems(root, compiler, header);
    if (problems.length === 0) passed.add(key);
    return problems;
  });
  passed.forgetUnused();
  return findings.flat();
}

if (isProgram(import.meta.url)) await report('headers_alone', check(...process.argv.slice(2)));
