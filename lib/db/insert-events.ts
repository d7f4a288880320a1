import 'server-only';
import { setImmediate } from 'node:timers/promises';
import type { EventBody } from '@/lib/domain/events';
import type { Instant } from '@/lib/domain/ids';
import { chunks } from './chunks';
import type { Transaction } from './client';
import { insertRows } from './insert-rows';
import { hashBody, hashLink } from './record';

/** A line of a record before it has its number and its hash. */
export type EventLine = {
  readonly commandId: string;
  readonly actorId: string;
  readonly revisionId: string;
  readonly at: Instant;
  readonly body: EventBody;
};

/**
 * Writes the whole record of a new article, each line hashed together with the one before. Returns the hash of the last.
 * A long record lets others run in between.
 */
export async function insertEvents(
  tx: Transaction,
  articleId: string,
  lines: readonly EventLine[],
): Promise<string> {
  let previousHash = '';
  let seq = 0;
  for (const part of chunks(lines, 100)) {
    const rows = part.map(({ body, ...line }) => {
      seq += 1;
      const link = { ...line, previousHash, seq, type: body.type, bodyHash: hashBody(body) };
      previousHash = hashLink(link);
      return { ...link, articleId, body, hash: previousHash };
    });
    await insertRows(tx, 'ArticleEvent', rows);
    await setImmediate();
  }
  return previousHash;
}
