import connect from 'postgres';
import { CommandError } from './command';

/**
 * Throws CommandError when a Galley with another NEXTAUTH_SECRET serves the database at `url` at this moment: who signed in
 * at the one would be a stranger at the other. `name` is what this installation's own connections are called.
 */
export async function refuseOtherSecret(url: string, name: string): Promise<void> {
  const sql = connect(url, { max: 1, onnotice: () => undefined });
  try {
    const others = await sql`
      select from pg_stat_activity
      where datname = current_database() and application_name ~ '^galley [0-9a-f]{12}$' and application_name <> ${name}
      limit 1`;
    if (others.length === 0) return;
  } finally {
    await sql.end();
  }
  throw new CommandError(
    'Another Galley serves this database with another NEXTAUTH_SECRET. Give all of them the same one (NEXTAUTH_SECRET, or a file named by NEXTAUTH_SECRET_FILE), or stop the others first.',
  );
}
