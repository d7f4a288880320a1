import 'server-only';

/** A list in parts that fit into one statement: Postgres takes 65 535 values, and the widest row here has 36. */
export function chunks<T>(list: readonly T[], size = 1_000): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, n) =>
    list.slice(n * size, (n + 1) * size),
  );
}
