import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync, statSync } from 'node:fs';
import { CommandError } from './command';

/**
 * How to start Postgres's programs: Postgres refuses to run as root, so root hands over to another account.
 * `own` gives a path to that account and does nothing for ordinary users.
 */
export type PostgresAccount = {
  readonly command: (program: string, args: readonly string[]) => readonly [string, readonly string[]];
  readonly ids: { readonly uid?: number; readonly gid?: number };
  readonly own: (path: string) => void;
};

const ACCOUNT = 'postgres';

const ordinaryAccount: PostgresAccount = {
  command: (program, args) => [program, args],
  ids: {},
  own: () => undefined,
};

/**
 * The account for a program and the folder of its data, which is given to that account. Throws CommandError when
 * the data belong to somebody else, or when root has no way to let another account reach them.
 */
export function postgresAccount(program: string, folder: string): PostgresAccount {
  const owner = statSync(folder);
  const self = process.getuid?.();
  if (self !== 0) {
    if (self === undefined || owner.uid === self) return ordinaryAccount;
    throw new CommandError(
      `${folder} belongs to another account. Run Galley as that account (root made it if you began with sudo), or give the folder to yours.`,
    );
  }
  // Data that an ordinary user made stay that user's, also when root starts Galley later.
  const { uid, gid } = owner.uid === 0 ? findOrCreateAccount() : owner;
  const paths = [program, folder];
  chownSync(folder, uid, gid);
  const own = (path: string) => chownSync(path, uid, gid);
  if (paths.every((path) => canReach(path, uid, gid))) {
    return { command: (program, args) => [program, args], ids: { uid, gid }, own };
  }
  const prefix = findReachingPrefix(paths, uid, gid);
  return { command: (program, args) => ['setpriv', [...prefix, program, ...args]], ids: {}, own };
}

function findOrCreateAccount(): { uid: number; gid: number } {
  const found = readAccount();
  if (found !== undefined) return found;
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    ACCOUNT,
  ]);
  const created = readAccount();
  if (created !== undefined) return created;
  throw new CommandError(
    'Postgres does not run as root, and the system account "postgres" could not be made. Run Galley as an ordinary user, or set DATABASE_URL to a Postgres of your own.',
  );
}

function readAccount(): { uid: number; gid: number } | undefined {
  const [, , uid, gid] =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${ACCOUNT}:`))
      ?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

function canReach(path: string, uid: number, gid: number): boolean {
  return spawnSync('test', ['-r', path], { uid, gid }).status === 0;
}

/**
 * A clone below /root, say, is closed to every other account. There the account keeps one right of root's, to pass
 * through closed folders; containers may withhold the narrower of the two.
 */
function findReachingPrefix(paths: readonly string[], uid: number, gid: number): readonly string[] {
  for (const right of ['dac_read_search', 'dac_override']) {
    const prefix = [
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      `--inh-caps=+${right}`,
      `--ambient-caps=+${right}`,
      // Without this the kernel drops the right again when Postgres asks whether it may run its own program.
      '--securebits=+no_setuid_fixup',
    ];
    if (paths.every((path) => spawnSync('setpriv', [...prefix, 'test', '-r', path]).status === 0))
      return prefix;
  }
  throw new CommandError(
    `Postgres does not run as root, and the account "${ACCOUNT}" cannot enter ${paths[1]}. Move Galley to a folder that others may enter, such as /srv/galley, or run it as an ordinary user.`,
  );
}
