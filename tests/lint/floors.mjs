// Lint: who may include what. The rooms of engine/ stand on floors; a file includes its own room
// and the floors below it, rooms on one floor do not see each other, and adapters see engine/api
// alone. Each third-party library has its own few rooms, which keeps builds quick and the engine
// pure.
//
//   node tests/lint/floors.mjs [ROOT]

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { finding, isProgram, report } from './finding.mjs';
import { includesOf, listFiles, readSource } from './source_tree.mjs';

const floors = {
  api: 0,
  text: 1,
  match: 2,
  safety: 2,
  dialog: 2,
  render: 2,
  session: 2,
  turn: 3,
  compile: 4,
  verify: 5,
};

// The rooms in which each library may be included.
const libraries = [
  {
    name: 'ICU and RE2',
    header: /^(unicode|re2)\//,
    home: /^engine\/text\/.*\.cc$/,
    rooms: '.cc files of engine/text/',
  },
  {
    name: 'Snowball',
    header: /^libstemmer\.h$/,
    home: /^engine\/text\/.*\.cc$/,
    rooms: '.cc files of engine/text/',
  },
  {
    name: 'nlohmann/json',
    header: /^nlohmann\//,
    home: /^(engine\/compile\/source_reader\.cc$|adapters\/(protocol|host|directory)\/)/,
    rooms: 'engine/compile/source_reader.cc, adapters/protocol/, adapters/host/ and adapters/directory/',
  },
  {
    name: 'Boost',
    header: /^boost\//,
    home: /^adapters\/server\//,
    rooms: 'adapters/server/',
  },
  {
    name: 'libsodium',
    header: /^sodium(\.h$|\/)/,
    home: /^adapters\/seal\//,
    rooms: 'adapters/seal/',
  },
  {
    name: 'CLI11',
    header: /^CLI\//,
    home: /^adapters\/cli\//,
    rooms: 'adapters/cli/',
  },
  {
    name: 'SQLite',
    header: /^sqlite3\.h$/,
    home: /^adapters\/(storage|directory|host)\//,
    rooms: 'adapters/storage/, adapters/directory/ and adapters/host/',
  },
  {
    name: 'PostgreSQL',
    header: /^(postgresql\/)?libpq/,
    home: /^adapters\/storage\//,
    rooms: 'adapters/storage/',
  },
  {
    name: 'doctest',
    header: /^doctest\//,
    home: /^tests\//,
    rooms: 'tests/',
  },
];

// Standard headers for what a pure function does not do.
const impure = new Set([
  'condition_variable', 'cstdio', 'ctime', 'fstream', 'future', 'iostream', 'mutex', 'random',
  'shared_mutex', 'thread',
]);

const noFloor = 'has no floor: move the file, or give its folder one in tests/lint/floors.mjs';

const roomOf = (path) => path.split('/')[1];

function engineProblem(path, included) {
  const room = roomOf(path);
  const other = roomOf(included);
  if (!included.startsWith('engine/')) {
    return 'the engine knows nothing outside engine/: move this to an adapter';
  }
  if (!(other in floors)) return `engine/${other}/ ${noFloor}`;
  if (room === other || floors[other] < floors[room]) return null;
  if (floors[other] === floors[room]) {
    return `${room}/ and ${other}/ share floor ${floors[room]} and do not see each other: ` +
      'move what they share down, or join them in turn/';
  }
  return `${room}/ (floor ${floors[room]}) must not see ${other}/ (floor ${floors[other]}): ` +
    'move what it needs down, or the code that needs it up';
}

function projectProblem(root, path, included) {
  if (!/^(engine|adapters|tests)\//.test(included)) {
    return `write "${included}" from the repository root, as in "engine/api/reply.h"`;
  }
  if (!existsSync(join(root, included))) return `there is no ${included}`;
  if (path.startsWith('tests/')) return null;
  if (included.startsWith('tests/')) return 'only tests see tests/';
  if (path.startsWith('engine/')) return engineProblem(path, included);
  if (included.startsWith('engine/') && !included.startsWith('engine/api/')) {
    return 'adapters see only engine/api/: let engine/api/ offer what this needs';
  }
  return null;
}

function libraryProblem(path, included) {
  if (/^(engine|adapters|tests)\//.test(included)) return `write "${included}" in quotes`;
  const library = libraries.find(({ header }) => header.test(included));
  if (library) {
    return library.home.test(path) || path.startsWith('tests/')
      ? null
      : `only ${library.rooms} may include ${library.name}: go through a header of ours`;
  }
  if (!path.startsWith('engine/')) return null;
  if (/[./]/.test(included)) {
    return `<${included}> is not standard C++, and has no room in tests/lint/floors.mjs`;
  }
  return impure.has(included)
    ? `the engine is a pure function without I/O, clock, chance or locks: do without <${included}>`
    : null;
}

// `#pragma once` in headers; a source file's own header first.
function shapeProblem(root, path, text, includes) {
  if (path.endsWith('.h')) {
    return /^#pragma once$/m.test(text) ? null : 'a header starts with `#pragma once`';
  }
  const own = path.replace(/\.cc$/, '.h');
  const wanted = existsSync(join(root, own)) && includes[0]?.name !== own;
  return wanted ? `include the file's own header "${own}" first` : null;
}

export function check(root) {
  const findings = [];
  for (const path of listFiles(root, ['engine', 'adapters', 'tests'], ['.h', '.cc'])) {
    const text = readSource(root, path);
    const includes = includesOf(text);
    const note = (line, problem) => problem && findings.push(finding(path, line, problem));
    if (path.startsWith('engine/') && !(roomOf(path) in floors)) {
      note(1, `this folder ${noFloor}`);
      continue;
    }
    note(1, shapeProblem(root, path, text, includes));
    for (const { line, name, quoted } of includes) {
      note(line, quoted ? projectProblem(root, path, name) : libraryProblem(path, name));
    }
  }
  return findings;
}

if (isProgram(import.meta.url)) await report('floors', check(process.argv[2] ?? '.'));
