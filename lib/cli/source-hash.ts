import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folders and endings that do not change what is built. */
const IRRELEVANT =
  /(^|\/)(node_modules|\.next|\.galley|generated|migrations|cli|testing)(\/|$)|\.test\.tsx?$|\.md$/;

/**
 * SHA-256 (hex) over the names and contents of files and of everything in folders, given by their path below
 * `base`. What is absent counts as absent; tests, docs and generated code do not count.
 */
export function hashFiles(base: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(base, path))) {
    const content = readFileSync(join(base, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesBelow(base: string, path: string): readonly string[] {
  if (IRRELEVANT.test(path)) return [];
  const stats = statSync(join(base, path), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(join(base, path))
    .sort()
    .flatMap((name) => filesBelow(base, `${path}/${name}`));
}
