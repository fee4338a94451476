// Lint: every source file has its test at the same path under tests/, every such test its source,
// and CMake knows of both (a test that is compiled nowhere never fails).
//
//   node tests/lint/mirror.mjs [ROOT]

import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { finding, isProgram, report } from './finding.mjs';
import { listFiles, readSource } from './source_tree.mjs';

// Source files without a test of their own, and why that is right.
const untested = new Map([
  ['adapters/cli/main.cc', 'the main function: tests/content runs the whole program'],
]);

function testOf(source) {
  return `tests/${source.replace(/\.cc$/, '_test.cc')}`;
}

function sourceProblems(root) {
  return listFiles(root, ['engine', 'adapters'], ['.cc'])
    .filter((source) => !untested.has(source) && !existsSync(join(root, testOf(source))))
    .map((source) => finding(source, 1, `write its test ${testOf(source)}`));
}

function testProblems(root) {
  const findings = [];
  for (const test of listFiles(root, ['tests/engine', 'tests/adapters'], ['.cc'])) {
    const stem = /^tests\/(.*)_test\.cc$/.exec(test)?.[1];
    if (!stem) {
      findings.push(finding(test, 1, 'name a test x_test.cc for its source; fakes go to tests/fakes/'));
    } else if (!existsSync(join(root, `${stem}.cc`)) && !existsSync(join(root, `${stem}.h`))) {
      findings.push(finding(test, 1, `there is no ${stem}.cc or .h: move this test with it`));
    }
  }
  return findings;
}

// The .cc files that the lists in `list` name, from the root.
function filesNamedBy(root, list) {
  const text = readSource(root, list).replace(/#.*/g, '');
  const names = text.match(/[\w./-]+\.cc\b/g) ?? [];
  return names.map((name) => posix.normalize(posix.join(dirname(list), name)));
}

function listProblems(root) {
  const folders = ['engine', 'adapters', 'tests/engine', 'tests/adapters'];
  const named = new Set(
    listFiles(root, folders, ['CMakeLists.txt']).flatMap((list) => filesNamedBy(root, list)));
  return listFiles(root, folders, ['.cc'])
    .filter((file) => !named.has(file))
    .map((file) => finding(file, 1, 'nothing compiles this file: name it in a CMakeLists.txt'));
}

export function check(root) {
  return [...sourceProblems(root), ...testProblems(root), ...listProblems(root)];
}

if (isProgram(import.meta.url)) await report('mirror', check(process.argv[2] ?? '.'));
