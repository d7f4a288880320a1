import { spawn } from 'node:child_process';
import { modulePath, nodePath, root } from './paths';

/** What a checking program answered. */
export type CheckResult = { readonly name: string; readonly passed: boolean; readonly output: string };

/** Types, checked by the compiler. */
export function checkTypes(): Promise<CheckResult> {
  return runCheck('types', modulePath('typescript', 'bin', 'tsc'), ['--noEmit', '--pretty', 'false']);
}

/** Format, lint and the doors between the rooms; changes nothing. */
export function checkLint(): Promise<CheckResult> {
  return runCheck('lint', modulePath('@biomejs', 'biome', 'bin', 'biome'), ['ci', '--colors=off', '.']);
}

/** Types of the pages' addresses, which the compiler needs and Next writes. */
export function writeRouteTypes(): Promise<CheckResult> {
  return runCheck('route types', modulePath('next', 'dist', 'bin', 'next'), ['typegen']);
}

function runCheck(name: string, script: string, args: readonly string[]): Promise<CheckResult> {
  return new Promise((resolve) => {
    const child = spawn(nodePath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ name, passed: false, output: error.message }));
    child.on('close', (code) => resolve({ name, passed: code === 0, output: output.trim() }));
  });
}
