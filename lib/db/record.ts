import 'server-only';
import type { ArticleEvent, EventBody } from '@/lib/domain/events';
import { withDepth } from '@/lib/domain/evidence';
import type { Person } from '@/lib/domain/team';
import { canonicalJson, sha256 } from './canonical';
import type { Prisma } from './generated/client';

type EventRow = Prisma.ArticleEventModel;

/** What the hash of an event covers. `at` as an ISO instant; `previousHash` is empty for the first event. */
export type Link = {
  readonly previousHash: string;
  readonly seq: number;
  readonly commandId: string;
  readonly actorId: string;
  readonly revisionId: string;
  readonly at: string;
  readonly type: string;
  readonly bodyHash: string;
};

/** SHA-256 in hex over the event's fields, one per line in the order of `Link`. */
export function hashLink(link: Link): string {
  const { previousHash, seq, commandId, actorId, revisionId, at, type, bodyHash } = link;
  return sha256([previousHash, seq, commandId, actorId, revisionId, at, type, bodyHash].join('\n'));
}

/** SHA-256 in hex of an event's body in canonical JSON. */
export function hashBody(body: unknown): string {
  return sha256(canonicalJson(body));
}

/** A line of the log in the words of the domain. Absent when its body has been erased with its article. */
export function toEvent(row: EventRow, actor: Person): ArticleEvent | undefined {
  if (row.body === null) return undefined;
  return {
    articleId: row.articleId,
    seq: row.seq,
    commandId: row.commandId,
    actor,
    revisionId: row.revisionId,
    at: row.at.toISOString(),
    // only `advance` writes bodies, and it takes an EventBody
    body: upgraded(row.body as EventBody),
  };
}

/** Evidence in the oldest events lacks the fields that came later: they were not given. */
function upgraded(body: EventBody): EventBody {
  if ('annotation' in body)
    return { ...body, annotation: { ...body.annotation, evidence: body.annotation.evidence.map(withDepth) } };
  return 'evidence' in body ? { ...body, evidence: withDepth(body.evidence) } : body;
}
