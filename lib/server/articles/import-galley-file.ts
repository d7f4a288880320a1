import 'server-only';
import { randomUUID } from 'node:crypto';
import { authorsOf } from '@/lib/db/people';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import { type Check, mapPeople, openProposal } from '@/lib/domain/check';
import { withoutContact } from '@/lib/domain/evidence';
import { foreignCheck } from '@/lib/domain/foreign-check';
import { ensureCan } from '@/lib/domain/policy';
import type { GalleyFile } from '@/lib/exchange/galley-json';
import { derivedId } from '../derived-id';
import { type CreatedArticle, firstRevision, insertOnce } from './create-article';

/** A Galley file that `parseGalleyFile` has read. With `commandId`, sending it again gives the first answer again. */
export type GalleyFileRequest = {
  readonly articleId?: string | undefined;
  readonly commandId?: string | undefined;
  readonly file: GalleyFile;
  readonly isSample?: boolean | undefined;
};

/**
 * Puts an exported article with all its marks, notes, evidence and flags into the actor's team. Everything gets new
 * ids. Its authors are known by name only: a file can say who wrote something, but it cannot speak for a member.
 */
export async function importGalleyFile(
  actor: Actor,
  { file, commandId = randomUUID(), isSample = false, ...request }: GalleyFileRequest,
): Promise<CreatedArticle> {
  ensureCan(actor, 'article.import');
  const articleId = request.articleId ?? derivedId('article', actor.userId, commandId);
  const at = new Date().toISOString();
  const { id: _id, signOff, ...details } = file.article;
  const revision = firstRevision(file.revision.doc, details.language, at);
  const names = new Map(file.people.map(({ id, name }) => [id, name]));
  const person = (id: string) => derivedId('person', actor.teamId, id, nameOf(names, id));
  const ids = new Map(file.annotations.map(({ id }) => [id, randomUUID()]));
  const annotations = file.annotations.map((annotation) =>
    renewed(annotation, { articleId, revisionId: revision.id, person, ids }),
  );
  const replyRequests = file.replyRequests.map((request) => ({
    ...request,
    id: randomUUID(),
    authorId: person(request.authorId),
    createdAt: instant(request.createdAt),
    changedAt: instant(request.changedAt),
    answer: request.answer && {
      ...request.answer,
      byId: person(request.answer.byId),
      at: instant(request.answer.at),
    },
  }));
  const askers = file.replyRequests.flatMap(({ authorId, answer }) => [
    authorId,
    ...(answer ? [answer.byId] : []),
  ]);
  const signers = signOff === null ? [] : [signOff.byId];
  return insertOnce(actor, {
    id: articleId,
    commandId,
    details,
    isSample,
    revision,
    annotations,
    replyRequests,
    annotationCommandIds: [...annotations, ...replyRequests].map(() => randomUUID()),
    signOff: signOff && {
      ...signOff,
      byId: person(signOff.byId),
      revisionId: revision.id,
      seq: annotations.length + replyRequests.length + 1,
    },
    people: [...new Set([...signers, ...askers, ...authorsOf(file.annotations)])].map((id) => ({
      id: person(id),
      name: nameOf(names, id),
    })),
    at,
  });
}

type Renewal = {
  readonly articleId: string;
  readonly revisionId: string;
  readonly person: (id: string) => string;
  /** The new id of each annotation of the file. */
  readonly ids: ReadonlyMap<string, string>;
};

/** A check that names the revision which the text came in as. */
function renewedCheck(check: Check, revisionId: string): Check {
  const proposal = openProposal(check);
  return {
    ...check,
    proposal: proposal === undefined ? check.proposal : { ...proposal, revisionId },
    signOff: check.signOff && { ...check.signOff, revisionId },
  };
}

/** The same annotation under new ids, on the new revision, with its times as the database keeps them. */
function renewed(
  from: GalleyFile['annotations'][number],
  { articleId, revisionId, person, ids }: Renewal,
): Annotation {
  const linked = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? null));
  const written = (item: { authorId: string; createdAt: string; changedAt: string }) => ({
    id: randomUUID(),
    authorId: person(item.authorId),
    createdAt: instant(item.createdAt),
    changedAt: instant(item.changedAt),
  });
  return {
    ...from,
    ...written(from),
    id: ids.get(from.id) ?? randomUUID(),
    articleId,
    partOfId: linked(from.partOfId),
    repeatsId: linked(from.repeatsId),
    check: renewedCheck(mapPeople(foreignCheck(from.check), person), revisionId),
    anchor: { ...from.anchor, revisionId },
    notes: from.notes.map((note) => ({ ...note, ...written(note) })),
    // the library, contacts and files that it came from are not this team's; the hash of a capture stays
    evidence: from.evidence.map((item) => ({
      ...withoutContact(item),
      ...written(item),
      sourceId: null,
      reusedFromId: null,
      file: null,
    })),
    flags: from.flags.map((flag) => ({
      ...flag,
      id: randomUUID(),
      raisedById: person(flag.raisedById),
      raisedAt: instant(flag.raisedAt),
      looked: flag.looked && {
        ...flag.looked,
        byId: person(flag.looked.byId),
        at: instant(flag.looked.at),
      },
    })),
    threads: from.threads.map((thread) => ({
      ...thread,
      id: randomUUID(),
      authorId: person(thread.authorId),
      createdAt: instant(thread.createdAt),
      resolved: thread.resolved && { byId: person(thread.resolved.byId), at: instant(thread.resolved.at) },
      replies: thread.replies.map((reply) => ({
        ...reply,
        ...written(reply),
        mentions: reply.mentions.map(person),
      })),
    })),
  };
}

const instant = (time: string): string => new Date(time).toISOString();

function nameOf(names: ReadonlyMap<string, string>, id: string): string {
  return names.get(id) ?? 'Not named in the file';
}
