import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { derivedId } from '../derived-id';
import type { CreatedArticle } from './create-article';
import { importGalleyFile } from './import-galley-file';
import { sampleArticle } from './sample-article';

/**
 * Puts the sample article with the beginning of its check into the actor's team, once: a team that has had it, and
 * perhaps removed it, gets nothing and the answer is undefined.
 */
export async function addSampleArticle(actor: Actor): Promise<CreatedArticle | undefined> {
  const team = await db.team.findUniqueOrThrow({
    where: { id: actor.teamId },
    select: { sampleAddedAt: true },
  });
  if (team.sampleAddedAt !== null) return undefined;
  const now = new Date();
  const created = await importGalleyFile(actor, {
    articleId: derivedId('sample', actor.teamId),
    commandId: derivedId('sample command', actor.teamId),
    file: sampleArticle(randomUUID, now),
    isSample: true,
  });
  await db.team.update({ where: { id: actor.teamId }, data: { sampleAddedAt: now } });
  return created;
}
