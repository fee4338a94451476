// What every lint does around its own check. A lint is a module with `check(root, ...)` that
// returns (a promise of) findings; run as a program it prints them, one a line, and exits with 1 if
// any:
//
//   if (isProgram(import.meta.url)) await report('mirror', check(process.argv[2] ?? '.'));

import { pathToFileURL } from 'node:url';

// A place and a sentence that says what is wrong there and how to mend it. Lines count from 1.
export function finding(file, line, message) {
  return { file, line, message };
}

export function format(found) {
  return `${found.file}:${found.line}: ${found.message}`;
}

export function isProgram(moduleUrl) {
  return moduleUrl === pathToFileURL(process.argv[1]).href;
}

export async function report(name, checked) {
  const findings = await checked;
  for (const found of findings) console.log(format(found));
  console.log(findings.length === 0 ? `${name}: fine` : `${name}: ${findings.length} to mend`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
