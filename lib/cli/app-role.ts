import connect from 'postgres';

/**
 * Gives the app's database role what it needs and no more: it may add to the record but not change or remove from
 * it, whatever a fault in the app asks for. `url` is the owner's address. To be called after each migration.
 */
export async function grantAppRole(url: string): Promise<void> {
  const sql = connect(url, { max: 1, onnotice: () => undefined });
  try {
    await sql.begin(async (transaction) => await transaction.unsafe(GRANTS));
  } finally {
    await sql.end();
  }
}

const GRANTS = `
  grant usage on schema public to galley_app;
  grant select, insert, update, delete on all tables in schema public to galley_app;
  grant usage, select on all sequences in schema public to galley_app;
  revoke insert, update, delete on public._prisma_migrations from galley_app;
  revoke update, delete on "ArticleEvent", "AuditEvent" from galley_app;
  grant update ("body") on "ArticleEvent" to galley_app; -- emptied, and nothing else, when an article is erased
  -- The queue of e-mails keeps its own tables, apart from Galley's; the app's role may not make a schema itself.
  create schema if not exists galley_queue authorization galley_app;
`;
