// Runs the *.test.mjs files of one folder with `node --test`:
//
//   node tests/run_node_tests.mjs tests/content
//
// Exits like node, or with 77 (ctest: skipped) when there is no such file. It exists because node
// 18 knows no patterns and node 22 no folders on that command line.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const skippedCode = 77;

const folder = process.argv[2];
const files = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.test.mjs'))
  .sort()
  .map((name) => join(folder, name));
if (files.length === 0) {
  console.log(`${folder} has no *.test.mjs file`);
  process.exit(skippedCode);
}
const run = spawnSync(process.execPath, ['--test', '--test-reporter=spec', ...files], {
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
