import 'server-only';
import { randomUUID } from 'node:crypto';
import { db, type Transaction } from '@/lib/db/client';
import { eachInTurns } from '@/lib/db/each-in-turns';
import type { NewArticle } from '@/lib/db/insert-article';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleSignOff } from '@/lib/domain/article-sign-off-schema';
import { ensureCan } from '@/lib/domain/policy';
import type { Person } from '@/lib/domain/team';
import type { GalleyFile } from '@/lib/exchange/galley/file-schema';
import { peopleNamedIn, type Renewal, renewIds } from '@/lib/exchange/galley/renew-ids';
import { derivedId } from '../derived-id';
import { type CreatedArticle, firstRevision, insertOnce } from './create-article';
import { keepGalleyFiles } from './keep-galley-files';
import { annotationIdsOf, renewedAnnotation } from './renewed-annotation';
import { presentRevision, renewedWhole } from './renewed-whole';

/** A Galley file that was read (`readGalleyFile`). With `commandId`, sending it again gives the first answer again. */
export type GalleyFileRequest = {
  readonly articleId?: string | undefined;
  readonly commandId?: string | undefined;
  readonly file: GalleyFile;
  readonly isSample?: boolean | undefined;
};

/**
 * Puts an exported article with all its marks, notes, evidence and flags into the actor's team; of one that was exported
 * whole also its revisions, record, sessions, captures, attached files and corrections, all in one transaction.
 * Everything gets new ids. Its authors are known by name only, and a name that a member has says where it comes from: a
 * file can say who wrote something, but it cannot speak for a member.
 */
export async function importGalleyFile(
  actor: Actor,
  { file, commandId = randomUUID(), isSample = false, ...request }: GalleyFileRequest,
): Promise<CreatedArticle> {
  ensureCan(actor, 'article.import');
  const articleId = request.articleId ?? derivedId('article', actor.userId, commandId);
  const at = new Date().toISOString();
  const first =
    file.whole === null ? await firstRevision(file.revision.doc, file.article.language, at) : undefined;
  const members = await findMemberNames(actor.teamId);
  const { renewal, people } = renewalOf(actor, { articleId, file, members, onlyRevisionId: first?.id });
  const ids = annotationIdsOf(file);
  const annotations: Annotation[] = [];
  await eachInTurns(file.annotations, (annotation) => {
    annotations.push(renewedAnnotation(annotation, { articleId, renewal, ids }));
  });
  const replyRequests = renewIds(file.replyRequests, renewal);
  const whole =
    file.whole === null ? undefined : renewedWhole(file, file.whole, { articleId, renewal, ids, at });
  const revision = first ?? presentRevision(file, renewal);
  const article: NewArticle = {
    id: articleId,
    commandId,
    details: detailsOf(file),
    isSample,
    revision,
    ...{ annotations, replyRequests, whole, at },
    annotationCommandIds: [...annotations, ...replyRequests].map(() => randomUUID()),
    signOff: signOffOf(file, renewal, annotations.length + replyRequests.length + 1),
    people: people(),
  };
  const files = keepGalleyFiles(actor.teamId, file.whole?.files ?? []);
  return insertOnce(actor, article, (tx: Transaction) => files.keep(tx)).catch(async (error: unknown) => {
    await files.giveUp();
    throw error;
  });
}

/**
 * New ids for everything. Those of people are made of the team, the id and the name in the file: the same person of two
 * files is one, and nobody's id of this team can come out. `onlyRevisionId` where the text comes in as one new revision.
 */
function renewalOf(
  { teamId }: Actor,
  {
    articleId,
    file,
    members,
    onlyRevisionId,
  }: {
    readonly articleId: string;
    readonly file: GalleyFile;
    /** Names of the team's members, as `plainName` gives them. */
    readonly members: ReadonlySet<string>;
    readonly onlyRevisionId: string | undefined;
  },
): { readonly renewal: Renewal; readonly people: () => readonly Person[] } {
  const names = new Map(file.people.concat(file.whole?.people ?? []).map(({ id, name }) => [id, name]));
  const ids = new Map([[file.article.id, articleId]]);
  const known = new Map<string, Person>();
  const there = new Set([...evidenceIdsOf(file), ...heldFilesOf(file)]);
  const fresh = (id: string): string => {
    const made = ids.get(id) ?? derivedId('galley file', articleId, id);
    ids.set(id, made);
    return made;
  };
  const person = (id: string): string => {
    const name = names.get(id) ?? 'Not named in the file';
    const shown = members.has(plainName(name)) ? `${name} (from a file)` : name;
    const made = known.get(id) ?? { id: derivedId('person', teamId, id, name), name: shown };
    known.set(id, made);
    return made.id;
  };
  for (const id of peopleNamedIn([file.annotations, file.replyRequests, file.article.signOff])) person(id);
  const revision = onlyRevisionId === undefined ? fresh : () => onlyRevisionId;
  const renewal = { fresh, person, revision, isThere: (id: string) => there.has(id) };
  return { renewal, people: () => [...known.values()] };
}

async function findMemberNames(teamId: string): Promise<ReadonlySet<string>> {
  const members = await db.user.findMany({
    where: { memberships: { some: { teamId } } },
    select: { name: true },
    orderBy: { id: 'asc' },
    take: 10_000,
  });
  return new Set(members.map(({ name }) => plainName(name)));
}

/** A name without what the eye does not tell apart. */
const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

function evidenceIdsOf({ annotations, whole }: GalleyFile): readonly string[] {
  const deleted = whole?.deleted;
  return [
    ...annotations.flatMap(({ evidence }) => evidence.map(({ id }) => id)),
    ...(deleted?.annotations ?? []).flatMap(({ annotation }) => annotation.evidence.map(({ id }) => id)),
    ...(deleted?.evidence ?? []).map(({ evidence }) => evidence.id),
  ];
}

const heldFilesOf = ({ whole }: GalleyFile): readonly string[] =>
  (whole?.files ?? []).flatMap(({ id, content }) => (content === null ? [] : [id]));

function detailsOf({ article }: GalleyFile): NewArticle['details'] {
  const { id: _id, signOff: _signed, version: _version, ...details } = article;
  return details;
}

/** The approval of the article. It is the latest that happened where it was when the file was written. */
function signOffOf(
  { article: { signOff }, whole, record }: GalleyFile,
  renewal: Renewal,
  lastSeq: number,
): ArticleSignOff | null {
  if (signOff === null) return null;
  const seq = whole === null ? lastSeq : signOff.seq === record.seq ? record.seq + 1 : signOff.seq;
  return { ...renewIds(signOff, renewal), seq };
}
