// Remembers which files passed a slow lint, so that only what changed is looked at again. A pass is
// an empty file named by a hash over the source, all of ours that it includes, and a salt (the
// tool's version and settings). Because includes are written from the root, following them needs no
// compiler.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { includesOf, readSource } from './source_tree.mjs';

// `path` and everything of ours that it includes, at any depth.
export function withIncludes(root, path, seen = new Set()) {
  if (seen.has(path) || !existsSync(join(root, path))) return seen;
  seen.add(path);
  for (const { name, quoted } of includesOf(readSource(root, path))) {
    if (quoted) withIncludes(root, name, seen);
  }
  return seen;
}

export class PassedBefore {
  constructor(root, folder) {
    this.root = root;
    this.folder = folder;
    this.used = new Set();
    mkdirSync(folder, { recursive: true });
  }

  // The name under which a pass of `path` is remembered.
  keyOf(path, salt) {
    const hash = createHash('sha256').update(salt);
    for (const file of [...withIncludes(this.root, path)].sort()) {
      hash.update(`\0${file}\0`).update(readSource(this.root, file));
    }
    const key = hash.digest('hex');
    this.used.add(key);
    return key;
  }

  has(key) {
    return existsSync(join(this.folder, key));
  }

  add(key) {
    writeFileSync(join(this.folder, key), '');
  }

  // Drops the passes that no file asked for since this was made.
  forgetUnused() {
    for (const name of readdirSync(this.folder)) {
      if (!this.used.has(name)) rmSync(join(this.folder, name));
    }
  }
}
