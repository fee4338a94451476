// The repository's sources as the lints see them. Paths are relative to the root, with `/`, sorted.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const generatedFolders = new Set(['build', 'node_modules', '.git']);

// The files under `folders` (those that exist) whose names end in one of `endings`.
export function listFiles(root, folders, endings) {
  const files = [];
  const visit = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!generatedFolders.has(entry.name)) visit(path);
      } else if (endings.some((ending) => entry.name.endsWith(ending))) {
        files.push(path);
      }
    }
  };
  for (const folder of folders) {
    if (existsSync(join(root, folder))) visit(folder);
  }
  return files.sort();
}

export function readSource(root, path) {
  return readFileSync(join(root, path), 'utf8');
}

// The include lines of a C++ text: { line, name, quoted }.
export function includesOf(text) {
  const includes = [];
  text.split('\n').forEach((content, index) => {
    const match = /^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)/.exec(content);
    if (match) {
      const [, quoted, angled] = match;
      includes.push({ line: index + 1, name: quoted ?? angled, quoted: quoted !== undefined });
    }
  });
  return includes;
}

const tokens = [
  /\/\/[^\n]*/y, // comment to the end of the line
  /\/\*[\s\S]*?\*\//y, // comment
  /R"([^()\\ ]*)\([\s\S]*?\)\1"/y, // raw string
  /"(?:\\.|[^"\\\n])*"/y, // string
  /(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'/y, // character, not a digit separator
];

// A C++ text of the same length and lines in which comments and literals are blanks.
export function blankCommentsAndLiterals(text) {
  let blanked = '';
  let position = 0;
  while (position < text.length) {
    const length = literalLength(text, position);
    if (length === 0) {
      blanked += text[position];
      position += 1;
    } else {
      blanked += text.slice(position, position + length).replace(/[^\n]/g, ' ');
      position += length;
    }
  }
  return blanked;
}

function literalLength(text, position) {
  for (const token of tokens) {
    token.lastIndex = position;
    const match = token.exec(text);
    if (match) return match[0].length;
  }
  return 0;
}
