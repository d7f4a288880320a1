import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder Galley was cloned into: absolute, no slash at the end. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What this installation keeps between starts: data, secrets, logs. Never committed. */
export const galleyDir = join(root, '.galley');

/** The Node 24 that npm installed, whatever the host's own Node is. */
export const nodePath = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** A file that npm installed, by its path below node_modules. */
export function modulePath(...parts: readonly string[]): string {
  return join(root, 'node_modules', ...parts);
}
