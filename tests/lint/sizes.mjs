// Lint: no file over 400 lines, no C++ function over 60.
//
// Functions are found by their braces. Outside function bodies, the text between the last `;`, `{`
// or `}` and a `{` says what opens there: a namespace or class is walked into, a function is
// measured, an initialiser is passed over. That is not C++, but it is right for code laid out as
// ours is.
//
//   node tests/lint/sizes.mjs [ROOT]

import { finding, isProgram, report } from './finding.mjs';
import { blankCommentsAndLiterals, listFiles, readSource } from './source_tree.mjs';

const fileLimit = 400;
const functionLimit = 60;

// `text` without comments, literals and preprocessor lines, at the same offsets.
function codeOf(text) {
  const directive = /^[ \t]*#(?:[^\n]*\\\n)*[^\n]*/gm;
  return blankCommentsAndLiterals(text).replace(directive, (found) => found.replace(/[^\n]/g, ' '));
}

// The offset of the bracket that closes the one at `open`, or the last offset.
function closingBrace(code, open) {
  let depth = 0;
  for (let position = open; position < code.length; position += 1) {
    if (code[position] === '{') depth += 1;
    if (code[position] === '}') depth -= 1;
    if (depth === 0) return position;
  }
  return code.length - 1;
}

// What a heading comes down to: its words, with `@` for each pair of parentheses, and without
// template parameters and attributes, which may hold a misleading `=` or `class`.
function bareHeading(heading) {
  let bare = heading.replace(/\[\[[^\]]*\]\]/g, '');
  let before;
  do {
    before = bare;
    bare = bare.replace(/\([^()]*\)/g, '@').replace(/<[^<>]*>/g, '');
  } while (bare !== before);
  return bare.replace(/\b(alignas|decltype|explicit|noexcept|requires)\s*@/g, '')
    .replace(/operator\s*[=!<>]*=/g, 'operator').replace(/^\s*template\b/, '').trim();
}

// What a `{` after `heading` opens: 'scope', 'function' or 'data'.
function kindOf(heading) {
  const bare = bareHeading(heading);
  if (/^(inline\s+)?(namespace|class|struct|union|TEST_SUITE)\b/.test(bare)) return 'scope';
  if (bare === 'extern') return 'scope';
  if (/^enum\b/.test(bare) || !bare.includes('@')) return 'data';
  return bare.includes('=') && !/\]\s*@/.test(bare) ? 'data' : 'function';
}

const endsHeading = /(?:[;}]|\b(?:public|private|protected)\s*:)$/;

const lineAt = (code, position) => code.slice(0, position).split('\n').length;

// The functions of a C++ text: { line, length } in lines, the heading included.
export function functionsOf(text) {
  const code = codeOf(text);
  const functions = [];
  let headingStart = 0;
  let parentheses = 0;
  for (let position = 0; position < code.length; position += 1) {
    const character = code[position];
    if (character === '(') parentheses += 1;
    if (character === ')') parentheses -= 1;
    if (parentheses === 0 && ';}:'.includes(character)) {
      if (endsHeading.test(code.slice(headingStart, position + 1))) headingStart = position + 1;
    }
    if (character !== '{') continue;

    const heading = code.slice(headingStart, position);
    const kind = parentheses > 0 ? 'data' : kindOf(heading);
    if (kind === 'scope') {
      headingStart = position + 1;
      continue;
    }
    const end = closingBrace(code, position);
    const isMemberInitialiser = /^\s*[,{]/.test(code.slice(end + 1));
    if (kind === 'function' && !isMemberInitialiser) {
      const start = headingStart + heading.search(/\S/);
      const line = lineAt(code, start);
      functions.push({ line, length: lineAt(code, end) - line + 1 });
      headingStart = end + 1;
    }
    position = end;
  }
  return functions;
}

function fileProblems(path, text) {
  const lines = text.split('\n').length - 1;
  return lines > fileLimit
    ? [finding(path, fileLimit + 1, `${lines} lines, over ${fileLimit}: split it by its ideas`)]
    : [];
}

function functionProblems(path, text) {
  return functionsOf(text)
    .filter(({ length }) => length > functionLimit)
    .map(({ line, length }) => finding(path, line,
      `a function of ${length} lines, over ${functionLimit}: give its steps names of their own`));
}

export function check(root) {
  const endings = ['.h', '.cc', '.js', '.mjs'];
  return listFiles(root, ['engine', 'adapters', 'tests'], endings).flatMap((path) => {
    const text = readSource(root, path);
    const functions = /\.(h|cc)$/.test(path) ? functionProblems(path, text) : [];
    return [...fileProblems(path, text), ...functions];
  });
}

if (isProgram(import.meta.url)) await report('sizes', check(process.argv[2] ?? '.'));
