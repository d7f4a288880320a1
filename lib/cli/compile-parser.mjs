/**
 * Writes beside a program of the parser process what V8 has compiled of it once it has read a text of each common kind.
 * Takes the program's path.
 */
import { writeFileSync } from 'node:fs';
import { loadProgram } from '../server/imports/load-program.mjs';

const [path = ''] = process.argv.slice(2);
const { script, program } = loadProgram(path);
const words = Buffer.from(
  '<h1>Head</h1><p>Some <b>words</b>, <a href="https://example.org">a link</a>.</p><ul><li>One</li></ul>',
);
for (const format of ['html', 'markdown', 'text']) await program.answerTo({ format }, words);
writeFileSync(`${path}.compiled`, script.createCachedData());
