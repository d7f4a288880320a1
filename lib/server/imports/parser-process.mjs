/**
 * The process in which files of strangers are read (see run-parser.ts). Takes a job as a line of JSON and then the bytes
 * on its input, writes how far it is and what it has read as lines of JSON to its output, and ends. Its program,
 * answer-job.ts and all that it needs, is made beforehand by lib/cli/generate-parser.ts.
 */
import { fileURLToPath } from 'node:url';
import { loadProgram } from './load-program.mjs';

const { program } = loadProgram(fileURLToPath(new URL('generated/parser.js', import.meta.url)));

const parts = [];
for await (const part of process.stdin) parts.push(part);
const input = Buffer.concat(parts);
const end = input.indexOf('\n');
const job = JSON.parse(input.subarray(0, end).toString());
// Writing to a pipe happens at once, so that whoever waits hears of it while the reading goes on.
const write = (words) => process.stdout.write(words);
const onProgress = (progress) => write(`${JSON.stringify({ progress })}\n`);
const answer = await program.answerTo(job, new Uint8Array(input.subarray(end + 1)), onProgress);
program.writeAnswer(answer, write);
