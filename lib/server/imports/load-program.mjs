import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';

/**
 * Runs a program that `lib/cli/generate-parser.ts` has made, with what was compiled of it before where that is there and
 * of this Node; otherwise it is compiled anew. Answers with what the program exports.
 */
export function loadProgram(path) {
  const compiled = `${path}.compiled`;
  const script = new Script(readFileSync(path, 'utf8'), {
    filename: path,
    ...(existsSync(compiled) && { cachedData: readFileSync(compiled) }),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module);
  return { script, program: module.exports };
}
