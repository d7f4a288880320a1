import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { type Anchor, anchorAt, anchorStates } from '@/lib/domain/anchor';
import { type Annotation, marks } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import { checkStatuses } from '@/lib/domain/check';
import type { Command, CommandOf } from '@/lib/domain/commands';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import { type ArticleStanding, standingOf } from '@/lib/domain/laws/article-sign-off';
import { carryAnchors } from '@/lib/domain/laws/carry-anchors';
import { type ClaimLink, linkedIdOf } from '@/lib/domain/laws/claim-links';
import type { Given } from '@/lib/domain/laws/decide';
import type { Transaction } from './client';
import type { Prisma } from './generated/client';
import type { LockedArticle } from './lock';
import { allParts, type PartName, withParts } from './parts';
import { findReplacedAnchor } from './replaced-anchor';
import { getRevisionText, type RevisionText } from './revision-text';
import { known, toEvidence, toEvidenceFile, toNote, toReply, toReplyRequest } from './rows';
import { readTeamRules } from './team-rules';

/** The part of what a decision rests on that has to be looked up: the thing that the command names. */
export type Named = Pick<
  Given,
  | 'annotation'
  | 'removed'
  | 'linked'
  | 'isLinkedTo'
  | 'rules'
  | 'standing'
  | 'knowsSource'
  | 'knowsOrigin'
  | 'knowsContact'
  | 'replyRequests'
  | 'file'
  | 'carried'
  | 'replaced'
>;

/** Looks up what a command names, inside its article only: an id of another article is not found. */
export async function findNamed(
  tx: Transaction,
  actor: Actor,
  article: Pick<LockedArticle, 'id' | 'teamId'>,
  revision: RevisionText,
  command: Command,
): Promise<Named> {
  const articleId = article.id;
  if (command.type === 'article.sign_off') return { standing: await findStanding(tx, articleId, revision) };
  if ('requestId' in command)
    return { replyRequests: await findReplyRequest(tx, articleId, command.requestId) };
  if (!('annotationId' in command)) return {};
  const { annotationId } = command;
  if (command.type === 'annotation.create_orphaned') return {};
  if (command.type === 'annotation.create') {
    const linked = await findLinked(tx, articleId, annotationId, command);
    return { ...linked, carried: await findCarried(tx, articleId, revision, command) };
  }
  if (command.type === 'annotation.restore') {
    const annotation = await findAnnotation(tx, articleId, annotationId, 'deleted', allParts);
    const carried = annotation && (await carryFrom(tx, articleId, revision, annotation.anchor));
    return { removed: { ...(annotation && { annotation }) }, carried };
  }
  const annotation = await findAnnotation(tx, articleId, annotationId, 'living', neededParts(command.type));
  if (command.type === 'annotation.change')
    return {
      annotation,
      ...(await findLinked(tx, articleId, annotationId, command.changes)),
      carried: await findCarried(tx, articleId, revision, {
        revisionId: command.revisionId,
        passage: command.changes.passage,
      }),
    };
  if (command.type === 'annotation.put_back')
    return { annotation, replaced: await findReplacedAnchor(tx, articleId, command) };
  if (needsRules(command.type)) return { annotation, rules: await readTeamRules(tx, article.teamId) };
  if (command.type === 'evidence.create' || command.type === 'evidence.change')
    return { annotation, ...(await findReferences(tx, actor, article, command)) };
  return { annotation, removed: await findRemoved(tx, command) };
}

/** A passage that somebody pointed at in an earlier revision of this article, where it stands now. */
async function findCarried(
  tx: Transaction,
  articleId: string,
  revision: RevisionText,
  {
    revisionId,
    passage,
  }: { readonly revisionId?: string | undefined; readonly passage?: Passage | undefined },
): Promise<Anchor | undefined> {
  if (passage === undefined || revisionId === undefined || revisionId === revision.id) return undefined;
  const earlier = await findEarlier(tx, articleId, revisionId);
  return earlier && carryOne(earlier, revision, anchorAt(earlier, passage));
}

async function carryFrom(
  tx: Transaction,
  articleId: string,
  revision: RevisionText,
  anchor: Anchor,
): Promise<Anchor | undefined> {
  if (anchor.revisionId === revision.id || anchor.state === 'orphaned') return undefined;
  const earlier = await findEarlier(tx, articleId, anchor.revisionId);
  return earlier && carryOne(earlier, revision, anchor);
}

function carryOne(from: RevisionText, to: RevisionText, anchor: Anchor): Anchor {
  const [carried] = carryAnchors({ from, to, edits: null, language: null }, [anchor]);
  return carried?.anchor ?? anchor;
}

async function findEarlier(
  tx: Transaction,
  articleId: string,
  id: string,
): Promise<RevisionText | undefined> {
  return (await tx.revision.count({ where: { id, articleId } })) === 0 ? undefined : getRevisionText(tx, id);
}

async function findReplyRequest(tx: Transaction, articleId: string, id: string) {
  return (await tx.replyRequest.findMany({ where: { id, articleId } })).map(toReplyRequest);
}

/** What evidence refers to outside its article, inside the team only. */
async function findReferences(
  tx: Transaction,
  { userId }: Actor,
  { id: articleId, teamId }: Pick<LockedArticle, 'id' | 'teamId'>,
  command: CommandOf<'evidence.create' | 'evidence.change'>,
): Promise<Pick<Named, 'knowsSource' | 'knowsOrigin' | 'knowsContact' | 'file'>> {
  const { sourceId, reusedFromId, contactId, file } =
    command.type === 'evidence.create' ? command.fields : command.changes;
  const ofTeam = { deletedAt: null, annotation: { deletedAt: null, article: { teamId, deletedAt: null } } };
  return {
    ...(sourceId && { knowsSource: (await tx.source.count({ where: { id: sourceId, teamId } })) > 0 }),
    ...(reusedFromId && {
      knowsOrigin: (await tx.evidence.count({ where: { id: reusedFromId, ...ofTeam } })) > 0,
    }),
    ...(contactId && { knowsContact: await isContactFor(tx, { id: contactId, teamId, userId }) }),
    ...(file && { file: await findFile(tx, articleId, file.id) }),
  };
}

/** Whether a contact may be seen by this person: of one that may not, nobody learns that it is there. */
async function isContactFor(
  tx: Transaction,
  { id, teamId, userId }: { readonly id: string; readonly teamId: string; readonly userId: string },
): Promise<boolean> {
  const OR = [{ createdById: userId }, { visibleToIds: { has: userId } }];
  return (await tx.contact.count({ where: { id, teamId, OR } })) > 0;
}

/** Held until the commit, so that nobody clears it away as unused meanwhile. */
async function findFile(tx: Transaction, articleId: string, id: string): Promise<EvidenceFile | null> {
  const [row] = await tx.$queryRaw<Prisma.StoredFileModel[]>`
    SELECT * FROM "StoredFile" WHERE "id" = ${id}::uuid AND "articleId" = ${articleId}::uuid FOR UPDATE`;
  return row === undefined ? null : toEvidenceFile(row);
}

/** What a restore of a part names: the deleted thing, below its own annotation only. */
async function findRemoved(tx: Transaction, command: Command): Promise<Named['removed']> {
  switch (command.type) {
    case 'note.restore': {
      const { noteId: id, annotationId } = command;
      const row = await tx.note.findFirst({ where: { id, annotationId, deletedAt: { not: null } } });
      return { ...(row && { note: toNote(row) }) };
    }
    case 'evidence.restore': {
      const { evidenceId: id, annotationId } = command;
      const row = await tx.evidence.findFirst({
        where: { id, annotationId, deletedAt: { not: null } },
        include: { file: true },
      });
      return { ...(row && { evidence: toEvidence(row) }) };
    }
    case 'reply.restore': {
      const { replyId: id, threadId, annotationId } = command;
      const row = await tx.reply.findFirst({
        where: { id, threadId, thread: { annotationId }, deletedAt: { not: null } },
      });
      return { ...(row && { reply: toReply(row) }) };
    }
    default:
      return undefined;
  }
}

async function findLinked(
  tx: Transaction,
  articleId: string,
  annotationId: string,
  wish: ClaimLink,
): Promise<Pick<Named, 'linked' | 'isLinkedTo'>> {
  const id = linkedIdOf(wish);
  if (id === undefined) return {};
  const other = await tx.annotation.findFirst({
    where: { articleId, deletedAt: null, OR: [{ partOfId: annotationId }, { repeatsId: annotationId }] },
    select: { id: true },
  });
  return { linked: await findAnnotation(tx, articleId, id, 'living', []), isLinkedTo: other !== null };
}

/** What stands against the article's sign-off, read under its lock. */
async function findStanding(
  tx: Transaction,
  articleId: string,
  { sentences }: RevisionText,
): Promise<ArticleStanding> {
  const rows = await tx.annotation.findMany({
    where: { articleId, deletedAt: null },
    select: {
      id: true,
      mark: true,
      status: true,
      start: true,
      end: true,
      anchorState: true,
      repeatsId: true,
    },
  });
  const queries = await tx.thread.findMany({
    where: {
      kind: 'author_query',
      resolvedAt: null,
      annotation: { articleId, deletedAt: null },
      replies: { some: { deletedAt: null } },
    },
    select: { annotationId: true },
  });
  const open = new Map<string, number>();
  for (const { annotationId } of queries) open.set(annotationId, (open.get(annotationId) ?? 0) + 1);
  const query = { kind: 'author_query', resolved: null } as const;
  return standingOf(
    { sentences },
    rows.map(({ id, mark, status, start, end, anchorState, repeatsId }) => ({
      mark: known(marks, mark),
      check: { status: known(checkStatuses, status) },
      repeatsId,
      anchor: { start, end, state: known(anchorStates, anchorState) },
      threads: Array.from({ length: open.get(id) ?? 0 }, () => query),
    })),
  );
}

/** What depends on the team's scales, people or blind second checks. */
function needsRules(type: Command['type']): boolean {
  return ['check.plan', 'check.propose', 'check.join', 'check.review', 'check.dispute'].includes(type);
}

/** What a decision looks at below the annotation; the rest is not read, because each part is a round trip. */
function neededParts(type: Command['type']): readonly PartName[] {
  switch (type) {
    case 'note.change':
    case 'note.delete':
    case 'note.restore':
      return ['notes'];
    case 'evidence.change':
    case 'evidence.delete':
    case 'evidence.restore':
      return ['evidence'];
    case 'flag.raise':
    case 'flag.change':
    case 'flag.look':
    case 'flag.reopen':
      return ['flags'];
    case 'check.sign_off':
      return ['evidence', 'threads'];
    case 'thread.reply':
    case 'thread.resolve':
    case 'thread.reopen':
    case 'reply.change':
    case 'reply.delete':
    case 'reply.restore':
      return ['threads'];
    case 'annotation.change':
    case 'annotation.delete':
      return allParts;
    default:
      return [];
  }
}

async function findAnnotation(
  tx: Transaction,
  articleId: string,
  id: string,
  state: 'living' | 'deleted',
  parts: readonly PartName[],
): Promise<Annotation | undefined> {
  const row = await tx.annotation.findFirst({
    where: { id, articleId, deletedAt: state === 'deleted' ? { not: null } : null },
  });
  if (row === null) return undefined;
  const [annotation] = await withParts(tx, [row], { wanted: parts });
  return annotation;
}
