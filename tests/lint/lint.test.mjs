// Shows that each lint can fail: tiny trees, each with one fault, and the finding that must come.

import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { format as text } from './finding.mjs';
import { check as floors } from './floors.mjs';
import { check as format } from './format.mjs';
import { check as headersAlone } from './headers_alone.mjs';
import { check as mirror } from './mirror.mjs';
import { check as sizes, functionsOf } from './sizes.mjs';
import { check as tidy } from './tidy.mjs';

const repository = join(fileURLToPath(import.meta.url), '..', '..', '..');
const trees = [];

after(() => trees.forEach((tree) => rmSync(tree, { recursive: true })));

// A new tree with `files`: { path: text }.
function tree(files) {
  const root = mkdtempSync(join(tmpdir(), 'waymark-lint-'));
  trees.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const once = (body = '') => `#pragma once\n${body}`;

function assertFindings(findings, expected) {
  const texts = findings.map(text);
  assert.equal(texts.length, expected.length, texts.join('\n'));
  expected.forEach((pattern, index) => assert.match(texts[index], pattern));
}

const floorFaults = [
  ['a lower floor sees a higher one',
    { 'engine/text/a.h': once('#include "engine/match/b.h"\n'), 'engine/match/b.h': once() },
    /^engine\/text\/a\.h:2: text\/ \(floor 1\) must not see match\/ \(floor 2\)/],
  ['rooms of one floor see each other',
    { 'engine/match/a.h': once('#include "engine/safety/b.h"\n'), 'engine/safety/b.h': once() },
    /^engine\/match\/a\.h:2: match\/ and safety\/ share floor 2/],
  ['turn sees compile',
    { 'engine/turn/a.h': once('#include "engine/compile/b.h"\n'), 'engine/compile/b.h': once() },
    /^engine\/turn\/a\.h:2: turn\/ \(floor 3\) must not see compile\//],
  ['the engine sees an adapter',
    { 'engine/turn/a.h': once('#include "adapters/host/b.h"\n'), 'adapters/host/b.h': once() },
    /^engine\/turn\/a\.h:2: the engine knows nothing outside engine\//],
  ['an adapter sees more than the interface',
    { 'adapters/host/a.h': once('#include "engine/text/b.h"\n'), 'engine/text/b.h': once() },
    /^adapters\/host\/a\.h:2: adapters see only engine\/api\//],
  ['the product sees its tests',
    { 'adapters/host/a.h': once('#include "tests/fakes/b.h"\n'), 'tests/fakes/b.h': once() },
    /^adapters\/host\/a\.h:2: only tests see tests\//],
  ['a room without a floor', { 'engine/other/a.h': once() },
    /^engine\/other\/a\.h:1: this folder has no floor/],
  ['an include that is not written from the root',
    { 'engine/api/a.h': once('#include "b.h"\n'), 'engine/api/b.h': once() },
    /^engine\/api\/a\.h:2: write "b\.h" from the repository root/],
  ['an include of ours in angle brackets',
    { 'adapters/host/a.h': once('#include <engine/api/b.h>\n'), 'engine/api/b.h': once() },
    /^adapters\/host\/a\.h:2: write "engine\/api\/b\.h" in quotes/],
  ['an include of nothing', { 'tests/engine/a_test.cc': '#include "engine/api/b.h"\n' },
    /^tests\/engine\/a_test\.cc:1: there is no engine\/api\/b\.h/],
  ['ICU outside text', { 'engine/render/a.cc': '#include <unicode/msgfmt.h>\n' },
    /^engine\/render\/a\.cc:1: only \.cc files of engine\/text\/ may include ICU and RE2/],
  ['Snowball above text', { 'engine/match/a.cc': '#include <libstemmer.h>\n' },
    /^engine\/match\/a\.cc:1: only \.cc files of engine\/text\/ may include Snowball/],
  ['RE2 in a header', { 'engine/text/a.h': once('#include <re2/re2.h>\n') },
    /^engine\/text\/a\.h:2: only \.cc files of engine\/text\/ may include ICU and RE2/],
  ['JSON in the wrong part of compile', { 'engine/compile/a.cc': '#include <nlohmann/json.hpp>\n' },
    /^engine\/compile\/a\.cc:1: only engine\/compile\/source_reader\.cc, .* include nlohmann\/json/],
  ['Boost outside the server', { 'adapters/cli/a.cc': '#include <boost/asio.hpp>\n' },
    /^adapters\/cli\/a\.cc:1: only adapters\/server\/ may include Boost/],
  ['libsodium outside seal', { 'adapters/host/a.cc': '#include <sodium.h>\n' },
    /^adapters\/host\/a\.cc:1: only adapters\/seal\/ may include libsodium/],
  ['CLI11 outside cli', { 'adapters/host/a.cc': '#include <CLI/CLI.hpp>\n' },
    /^adapters\/host\/a\.cc:1: only adapters\/cli\/ may include CLI11/],
  ['a thread in the engine', { 'engine/turn/a.cc': '#include <thread>\n' },
    /^engine\/turn\/a\.cc:1: the engine is a pure function .* do without <thread>/],
  ['the system in the engine', { 'engine/turn/a.cc': '#include <unistd.h>\n' },
    /^engine\/turn\/a\.cc:1: <unistd\.h> is not standard C\+\+/],
  ['a header that may be read twice', { 'engine/api/a.h': 'struct A {};\n' },
    /^engine\/api\/a\.h:1: a header starts with `#pragma once`/],
  ['an own header that does not come first',
    { 'engine/api/a.h': once(), 'engine/api/a.cc': '#include <string>\n#include "engine/api/a.h"\n' },
    /^engine\/api\/a\.cc:1: include the file's own header "engine\/api\/a\.h" first/],
];
for (const [name, files, expected] of floorFaults) {
  test(`floors: finds ${name}`, () => assertFindings(floors(tree(files)), [expected]));
}

test('floors: finds nothing in a tidy house', () => {
  assertFindings(floors(tree({
    'engine/api/a.h': once('#include <string>\n'),
    'engine/text/b.h': once('#include "engine/api/a.h"\n'),
    'engine/text/b.cc': '#include "engine/text/b.h"\n\n#include <unicode/uchar.h>\n',
    'engine/turn/c.h': once('#include "engine/text/b.h"\n'),
    'adapters/server/d.h': once('#include <boost/asio.hpp>\n#include "engine/api/a.h"\n'),
    'tests/engine/text/b_test.cc': '#include "engine/text/b.h"\n#include <doctest/doctest.h>\n',
  })), []);
});

test('mirror: finds a source without a test, a test without a source, a file unlisted', () => {
  const root = tree({
    'engine/CMakeLists.txt': 'add_library(e api/a.cc)  # not api/b.cc\n',
    'engine/api/a.cc': '',
    'engine/api/b.cc': '',
    'adapters/CMakeLists.txt': 'add_executable(w cli/main.cc)\n',
    'adapters/cli/main.cc': '',
    'tests/engine/CMakeLists.txt': 'target_sources(t api/b_test.cc api/c_test.cc api/d.cc)\n',
    'tests/engine/api/b_test.cc': '',
    'tests/engine/api/c_test.cc': '',
    'tests/engine/api/d.cc': '',
  });
  assertFindings(mirror(root), [
    /^engine\/api\/a\.cc:1: write its test tests\/engine\/api\/a_test\.cc/,
    /^tests\/engine\/api\/c_test\.cc:1: there is no engine\/api\/c\.cc/,
    /^tests\/engine\/api\/d\.cc:1: name a test x_test\.cc/,
    /^engine\/api\/b\.cc:1: nothing compiles this file/,
  ]);
});

test('sizes: finds long files and long functions', () => {
  const root = tree({
    'engine/api/long.h': '\n'.repeat(401),
    'engine/api/right.h': '\n'.repeat(400),
    'engine/api/a.cc': `namespace a {\nint f() {\n${'  g();\n'.repeat(59)}}\n}\n`,
    'engine/api/b.cc': `namespace a {\nint f() {\n${'  g();\n'.repeat(58)}}\n}\n`,
  });
  assertFindings(sizes(root), [
    /^engine\/api\/a\.cc:2: a function of 61 lines, over 60/,
    /^engine\/api\/long\.h:401: 401 lines, over 400/,
  ]);
});

test('sizes: knows a function from what looks like one', () => {
  const code = [
    'const std::map<int, int> kTable = {', '    {1, f(2)},', '};',
    'template <class T>', 'class Box : public Base<int(int)> {', ' public:',
    '  Box(int a, Options o = {}) : a_{a}, b_(o) {', '    // }', '  }',
    '  bool operator==(const Box&) const = default;', ' private:', '  int a_ = 1\'000;', '};',
    'auto square = [](int a) {', '  return R"({)" + \'{\';', '};',
    'TEST_SUITE("box") {', 'TEST_CASE("box: holds") {', '}', '}',
  ].join('\n');
  assert.deepEqual(functionsOf(code), [
    { line: 7, length: 3 }, { line: 14, length: 3 }, { line: 18, length: 2 },
  ]);
});

test('format: finds a wrong layout', async () => {
  const root = tree({ 'engine/api/a.cc': 'int a;\nint   b;\n', 'engine/api/b.cc': 'int c;\n' });
  copyFileSync(join(repository, '.clang-format'), join(root, '.clang-format'));
  assertFindings(await format(root), [/^engine\/api\/a\.cc:2: .*`make format`/]);
});

test('headers_alone: finds a header that leans on others, also after it passed', async () => {
  const root = tree({
    'engine/api/a.h': once('#include "engine/api/b.h"\nusing A = B;\n'),
    'engine/api/b.h': once('#include <string>\nusing B = std::string;\n'),
  });
  const cache = join(root, 'cache');
  assertFindings(await headersAlone(root, cache), []);
  assertFindings(await headersAlone(root, cache), []);
  writeFileSync(join(root, 'engine/api/b.h'), once('using C = int;\n'));
  assertFindings(await headersAlone(root, cache),
    [/^engine\/api\/a\.h:3: does not compile alone \('B' does not name a type/]);
});

test('tidy: finds a fault in a source and in its header, until it is mended', async () => {
  const root = tree({
    'engine/api/a.h': once('struct bad_name {};\n'),
    'engine/api/a.cc': '#include "engine/api/a.h"\nint* zero() { return 0; }\n',
    'build/compile_commands.json': '',
  });
  copyFileSync(join(repository, '.clang-tidy'), join(root, '.clang-tidy'));
  const file = join(root, 'engine/api/a.cc');
  writeFileSync(join(root, 'build/compile_commands.json'),
    JSON.stringify([{ directory: root, file, command: `g++ -std=c++23 -I${root} -c ${file}` }]));
  const build = join(root, 'build');
  assertFindings(await tidy(root, build), [
    /^engine\/api\/a\.cc:2: use nullptr/,
    /^engine\/api\/a\.h:2: invalid case style for struct 'bad_name'/,
  ]);
  writeFileSync(join(root, 'engine/api/a.h'), once());
  writeFileSync(file, '#include "engine/api/a.h"\nint* zero() { return nullptr; }\n');
  assertFindings(await tidy(root, build), []);
  assertFindings(await tidy(root, build), []);
});
