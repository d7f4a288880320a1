import 'server-only';
import type { Anchor } from '@/lib/domain/anchor';
import type { CommandOf } from '@/lib/domain/commands';
import type { EventBody } from '@/lib/domain/events';
import type { Transaction } from './client';

/** The anchor that a change of this annotation's passage replaced, by the record; null when the record has no such change. */
export async function findReplacedAnchor(
  tx: Transaction,
  articleId: string,
  { annotationId, changeId: commandId }: CommandOf<'annotation.put_back'>,
): Promise<Anchor | null> {
  const row = await tx.articleEvent.findUnique({
    where: { articleId_commandId: { articleId, commandId } },
    select: { body: true },
  });
  // only `advance` writes bodies, and it takes an EventBody
  const body = (row?.body ?? null) as EventBody | null;
  if (body?.type !== 'annotation.changed' || body.annotationId !== annotationId) return null;
  return body.before.anchor ?? null;
}
