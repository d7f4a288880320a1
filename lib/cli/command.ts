import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { DomainError } from '@/lib/domain/errors';
import { root } from './paths';

/** Something the person at the terminal can understand and act on: its message is one or two sentences. */
export class CommandError extends Error {}

/** Runs a command's body: reads `.env`, prints refusals as plain sentences, and ends with the right exit code. */
export async function runCommand(
  main: (args: readonly string[]) => Promise<number | undefined>,
): Promise<void> {
  // A closed pipe (`npm start | head`) must not end Galley with a stack trace.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  let code = 1;
  try {
    if (existsSync(join(root, '.env'))) loadEnvFile(join(root, '.env'));
    code = (await main(process.argv.slice(2))) ?? 0;
  } catch (error) {
    console.error(sentenceOf(error));
  }
  process.exit(code); // connections that a use case keeps for later would hold the command open
}

/** One line of progress for the person at the terminal. */
export function say(line: string): void {
  console.log(line);
}

/** What to print for an error: the sentence of a refusal, everything for a surprise. */
export function sentenceOf(error: unknown): string {
  if (error instanceof CommandError || error instanceof DomainError) return error.message;
  const file = forbiddenFile(error);
  if (file !== undefined)
    return `${file} may not be read or written by this account. Run Galley as the account that the folder belongs to, or give the folder to yours.`;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${detail}\nThis should not happen. "npm run doctor" looks for the cause.`;
}

/** The file that the system refused for want of rights; absent for every other error. */
function forbiddenFile(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return undefined;
  const isForbidden = error.code === 'EACCES' || error.code === 'EPERM';
  return isForbidden && typeof error.path === 'string' ? error.path : undefined;
}
