// Lint: clang-tidy with the checks of .clang-tidy finds nothing in engine/ and adapters/. It reads
// the compile database of a build made with g++; a file that passed is looked at again only when
// it, what it includes, its flags or the checks change.
//
//   node tests/lint/tidy.mjs ROOT BUILD_FOLDER

import { join, relative, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { finding, isProgram, report } from './finding.mjs';
import { mapInParallel, run } from './jobs.mjs';
import { PassedBefore } from './passed_before.mjs';
import { readSource } from './source_tree.mjs';

const tidy = 'clang-tidy-19';
const options = ['--quiet', '--extra-arg=-Wno-error'];

// The compile database's entries for the product's own sources: { path, command }.
function sourcesOf(root, buildFolder) {
  const database = JSON.parse(readFileSync(join(buildFolder, 'compile_commands.json'), 'utf8'));
  return database
    .map(({ file, command }) => ({ path: relative(resolve(root), file), command }))
    .filter(({ path }) => /^(engine|adapters)\//.test(path));
}

// clang-tidy's output as findings, each once; paths inside the root become relative.
function findingsIn(root, path, output) {
  const findings = [];
  const line = /^(\/.+?):(\d+):\d+: (?:warning|error): (.*)$/gm;
  for (const [, file, number, message] of output.matchAll(line)) {
    findings.push(finding(relative(resolve(root), file), Number(number), message));
  }
  return findings.length > 0 ? findings : [finding(path, 1, `${tidy} failed: ${output.trim()}`)];
}

async function sourceProblems(root, buildFolder, path) {
  const command = [tidy, '-p', resolve(buildFolder), ...options, resolve(root, path)];
  const { code, output } = await run(command, { cwd: root });
  return code === 0 ? [] : findingsIn(root, path, output);
}

// By place, each once: a header's finding comes up in every source that includes it.
function inOrder(findings) {
  const seen = new Map(findings.map((found) => [JSON.stringify(found), found]));
  return [...seen.values()].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

export async function check(root, buildFolder) {
  const version = (await run([tidy, '--version'], { cwd: root })).output;
  const salt = version + readSource(root, '.clang-tidy') + options.join(' ');
  const passed = new PassedBefore(root, join(buildFolder, 'lint', 'tidy'));
  const findings = await mapInParallel(sourcesOf(root, buildFolder), async ({ path, command }) => {
    const key = passed.keyOf(path, salt + command);
    if (passed.has(key)) return [];
    const problems = await sourceProblems(root, buildFolder, path);
    if (problems.length === 0) passed.add(key);
    return problems;
  });
  passed.forgetUnused();
  return inOrder(findings.flat());
}

if (isProgram(import.meta.url)) await report('tidy', check(...process.argv.slice(2)));
