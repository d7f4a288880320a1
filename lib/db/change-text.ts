import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import type { ArticleEvent } from '@/lib/domain/events';
import type { Instant } from '@/lib/domain/ids';
import { decideRevision, type GivenText } from '@/lib/domain/laws/decide-revision';
import type { TextCommand } from '@/lib/domain/text-commands';
import { advance } from './advance';
import { canonicalJson, sha256 } from './canonical';
import type { Transaction } from './client';
import { still } from './counters';
import type { LockedArticle } from './lock';
import { notify } from './notify';
import { findPeople } from './people';
import { readCarriables } from './read-carriables';
import { toRevision } from './rows';
import { writeRevision } from './write-revision';

/** Whose turn it is, on which article, and when. The article must be locked. */
export type TextTurn = { readonly actor: Actor; readonly article: LockedArticle; readonly at: Instant };

/**
 * Gives an article new text: every annotation gets a checked anchor on it, and what was confirmed of other words is
 * unsettled, in the transaction of the event. Throws what `decideRevision` refuses.
 */
export async function changeText(
  tx: Transaction,
  command: TextCommand,
  { actor, article, at }: TextTurn,
): Promise<ArticleEvent> {
  const given = await readText(tx, { actor, article, at });
  const decided = await namingTheOther(tx, given, () => decideRevision(command, given));
  const event: ArticleEvent = {
    articleId: article.id,
    seq: article.seq + 1,
    commandId: command.commandId,
    actor: { id: actor.userId, name: actor.name },
    revisionId: decided.revision.id,
    at,
    body: decided.body,
  };
  await writeRevision(tx, decided, { articleId: article.id, actorId: actor.userId });
  await notify(tx, event, article.teamId, undefined);
  await advance(tx, event, article.eventHash, still);
  return event;
}

type Read = GivenText & { readonly madeById: string };

async function readText(tx: Transaction, { actor, article, at }: TextTurn): Promise<Read> {
  const row = await tx.revision.findUniqueOrThrow({ where: { id: article.currentRevisionId } });
  const { language } = article;
  return {
    actor,
    at,
    language,
    frozenAt: article.frozenAt?.toISOString(),
    revision: toRevision(row),
    annotations: await readCarriables(tx, article.id),
    hashOf: sha256,
    isPresentDoc: (doc) => canonicalJson(doc) === canonicalJson(row.doc),
    madeById: row.createdById,
  };
}

/** A refusal for competing text says who was first. */
async function namingTheOther<T>(tx: Transaction, given: Read, decide: () => T): Promise<T> {
  try {
    return decide();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'STALE') throw error;
    const people = await findPeople(tx, given.actor.teamId, [given.madeById]);
    const by = people[given.madeById];
    const { number, id: revisionId, createdAt } = given.revision;
    throw new DomainError(
      'STALE',
      `${by?.name ?? 'Somebody'} saved revision ${number} meanwhile. Your text is kept: take it over into the new one.`,
      { current: { revisionId, number, createdAt, by } },
    );
  }
}
