import postgres from 'postgres';

/** What the tables hold of an article, read past the app. */
export type Truth = {
  /** Every `seq`, in order. */
  readonly seqs: readonly number[];
  /** How often each command id was carried out. */
  readonly commands: ReadonlyMap<string, number>;
  readonly annotations: readonly string[];
  readonly notes: readonly string[];
};

/** Reads the truth of an article from the database at `url`. */
export async function readTruth(url: string, articleId: string): Promise<Truth> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const events = await sql<{ seq: number; commandId: string }[]>`
      select "seq", "commandId" from "ArticleEvent" where "articleId" = ${articleId} order by "seq"`;
    const annotations = await sql<{ id: string }[]>`
      select "id" from "Annotation" where "articleId" = ${articleId}`;
    const notes = await sql<{ id: string }[]>`
      select n."id" from "Note" n join "Annotation" a on a."id" = n."annotationId"
      where a."articleId" = ${articleId}`;
    const commands = new Map<string, number>();
    for (const { commandId } of events) commands.set(commandId, (commands.get(commandId) ?? 0) + 1);
    return {
      seqs: events.map(({ seq }) => seq),
      commands,
      annotations: annotations.map(({ id }) => id),
      notes: notes.map(({ id }) => id),
    };
  } finally {
    await sql.end();
  }
}

/** How many of `wanted` are missing among `found`, how many of `found` nobody wanted, and how many stand there twice. */
export function compare(wanted: readonly string[], found: readonly string[]) {
  const have = new Set(found);
  const want = new Set(wanted);
  return {
    lost: [...want].filter((id) => !have.has(id)).length,
    strange: [...have].filter((id) => !want.has(id)).length,
    duplicate: found.length - have.size,
  };
}
