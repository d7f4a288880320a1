import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CommandError } from './command';
import { modulePath, nodePath, root } from './paths';
import { hashFiles } from './source-hash';

const generated = join(root, 'lib', 'db', 'generated');
// Beside what it speaks of: a copy of the client is known as up to date wherever it is used.
const stamp = join(generated, 'made-from');

/** Makes the database client in lib/db/generated when the schema is newer than it; true when it made one. */
export async function generateClient(): Promise<boolean> {
  const hash = hashFiles(root, ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']);
  const isThere = existsSync(join(generated, 'client.ts'));
  if (isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  await runGenerator();
  writeFileSync(stamp, hash);
  return true;
}

async function runGenerator(): Promise<void> {
  const script = modulePath('prisma', 'build', 'index.js');
  try {
    await promisify(execFile)(nodePath, [script, 'generate', '--no-hints'], {
      cwd: root,
      // Generating needs no engine, but Prisma would download one; any program that exists stops it from that.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: nodePath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    });
  } catch (error) {
    const detail = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new CommandError(
      `The database client could not be made from prisma/schema.prisma:\n${detail.trim()}`,
    );
  }
}
