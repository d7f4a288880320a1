import type { Actor } from '../actor';
import { type Anchor, acceptedByHand, anchorAt, orphanedAnchor } from '../anchor';
import { type Annotation, findOpenFlag, type Note } from '../annotation';
import type { Article, Passage, Revision } from '../article';
import { freshCheck } from '../check';
import type { Command, CommandOf } from '../commands';
import { DomainError } from '../errors';
import type { EventBody } from '../events';
import type { Evidence } from '../evidence';
import { type EvidenceFile, type MayHaveFile, withCapture } from '../evidence-file';
import type { Instant } from '../ids';
import { ensureCan, frozenSentence } from '../policy';
import type { ReplyRequest } from '../reply-request-schema';
import { isFrozenAt } from '../session';
import { isSessionCommand, type SessionCommand } from '../session-command';
import type { TeamRules } from '../team-rules';
import type { Reply } from '../thread';
import type { ArticleStanding } from './article-sign-off';
import { refusalOfDeletion } from './check-laws';
import { ensureLink } from './claim-links';
import { decideArticleSignOff } from './decide-article-sign-off';
import { decideCheck } from './decide-check';
import { difference, ensureRevision, ensureVersion, named, part, removedThing } from './decide-parts';
import { decideReplyRequest } from './decide-reply-request';
import { decideThread } from './decide-thread';
import { withStaleness } from './staleness';

/** What a decision rests on. The server reads it from the database, the browser from what it shows. */
export type Given = {
  readonly actor: Actor;
  readonly at: Instant;
  readonly article: Article;
  readonly revision: Pick<Revision, 'id' | 'text'>;
  /** The annotation that the command names; absent when it does not exist or is deleted. */
  readonly annotation?: Annotation | undefined;
  /** For a restore: the deleted thing, at the version that its deletion gave it. */
  readonly removed?:
    | {
        readonly annotation?: Annotation;
        readonly note?: Note;
        readonly evidence?: Evidence;
        readonly reply?: Reply;
      }
    | undefined;
  /** The annotation that this one is to be a part or a repetition of. */
  readonly linked?: Annotation | undefined;
  /** Other annotations are parts or repetitions of the one that the command names. */
  readonly isLinkedTo?: boolean | undefined;
  /** From when on a session keeps the article as it is; null or absent where none does. */
  readonly frozenAt?: Instant | null | undefined;
  /** For what depends on the team's way of checking; absent where nothing does. */
  readonly rules?: TeamRules | undefined;
  /** The right-of-reply log, as far as the command asks. */
  readonly replyRequests?: readonly ReplyRequest[] | undefined;
  /** Whether the team's library has the source that evidence names; absent in the browser, which cannot know. */
  readonly knowsSource?: boolean | undefined;
  /** Whether the actor may see the contact that evidence names; absent in the browser. */
  readonly knowsContact?: boolean | undefined;
  /** The file that evidence names, as the server knows it; null when there is none, absent in the browser. */
  readonly file?: EvidenceFile | null | undefined;
  /** Whether the team has the evidence that new evidence is copied from; absent in the browser, which cannot know. */
  readonly knowsOrigin?: boolean | undefined;
  /** For the article's sign-off. */
  readonly standing?: ArticleStanding | undefined;
  /** Where a passage of an earlier revision stands now; absent where it was given in the present one. */
  readonly carried?: Anchor | undefined;
  /** The anchor that the change to be taken back replaced; null when there is no such change, absent in the browser. */
  readonly replaced?: Anchor | null | undefined;
  /** Number that the event will have. */
  readonly nextSeq?: number | undefined;
  /** SHA-256 in hex; absent in the browser, where the server's answer brings it. */
  readonly hashOf?: ((content: string) => string) | undefined;
};

/**
 * The laws of the check: what a command makes happen, or a refusal (FORBIDDEN, NOT_FOUND, STALE, INVALID).
 * Pure: the server decides with it what is written, the browser what is shown while the answer is on its way.
 */
export function decide(command: Command, given: Given): EventBody {
  if (isSessionCommand(command)) throw new Error('What is done in a session is decided by decideSession.');
  if (isFrozenAt(given.frozenAt, given.at)) throw new DomainError('INVALID', frozenSentence);
  return withStaleness(decideAlone(command, given), given);
}

function decideAlone(command: Exclude<Command, SessionCommand>, given: Given): EventBody {
  switch (command.type) {
    case 'article.change':
      return changeArticle(command, given);
    case 'article.delete':
      ensureCan(given.actor, 'article.delete');
      return { type: 'article.deleted' };
    case 'article.restore':
      ensureCan(given.actor, 'article.restore');
      return { type: 'article.restored' };
    case 'reply_request.create':
    case 'reply_request.change':
    case 'reply_request.answer':
      return decideReplyRequest(command, given);
    case 'annotation.create':
      return createAnnotation(command, given);
    case 'annotation.create_orphaned':
      ensureCan(given.actor, 'annotation.create');
      ensureRevision(command.revisionId, given.revision);
      return newAnnotation(command, orphanedAnchor(given.revision, command.quote), given);
    case 'annotation.change':
      return changeAnnotation(command, given);
    case 'annotation.accept_anchor':
      return acceptAnchor(command, given);
    case 'annotation.put_back':
      return putBack(command, given);
    case 'annotation.delete': {
      const annotation = named(given);
      ensureCan(given.actor, 'annotation.delete', { authorId: annotation.authorId });
      ensureVersion(command.version, annotation, 'This annotation');
      const refusal = refusalOfDeletion(annotation);
      if (refusal !== undefined) throw new DomainError('INVALID', refusal, { current: annotation });
      return { type: 'annotation.deleted', annotationId: annotation.id, version: annotation.version + 1 };
    }
    case 'annotation.restore': {
      const removed = removedThing(given.removed?.annotation, 'annotation');
      ensureCan(given.actor, 'annotation.restore', { authorId: removed.authorId });
      ensureVersion(command.version, removed, 'This annotation');
      const anchor = given.carried ?? removed.anchor;
      return {
        type: 'annotation.restored',
        annotation: { ...removed, anchor, version: removed.version + 1 },
      };
    }
    case 'note.create':
    case 'note.change':
    case 'note.delete':
    case 'note.restore':
      return decideNote(command, given);
    case 'evidence.create':
    case 'evidence.change':
    case 'evidence.delete':
    case 'evidence.restore':
      return decideEvidence(command, given);
    case 'flag.raise':
    case 'flag.change':
    case 'flag.look':
    case 'flag.reopen':
      return decideFlag(command, given);
    case 'words.set_aside': {
      ensureCan(given.actor, 'words.set_aside');
      const { about, itemId, words } = command;
      return { type: 'words.set_aside', annotationId: named(given).id, about, itemId, words };
    }
    case 'article.sign_off':
    case 'article.withdraw_sign_off':
      return decideArticleSignOff(command, given);
    case 'thread.open':
    case 'thread.reply':
    case 'thread.resolve':
    case 'thread.reopen':
    case 'reply.change':
    case 'reply.delete':
    case 'reply.restore':
      return decideThread(command, given);
    default:
      return decideCheck(command, given);
  }
}

function changeArticle(command: CommandOf<'article.change'>, given: Given): EventBody {
  ensureCan(given.actor, 'article.change');
  ensureVersion(command.version, given.article, 'The details of this article');
  const { changes, before } = difference(given.article, command.changes);
  return { type: 'article.changed', version: given.article.version + 1, changes, before };
}

function createAnnotation(command: CommandOf<'annotation.create'>, given: Given): EventBody {
  ensureCan(given.actor, 'annotation.create');
  const { partOfId = null, repeatsId = null } = command;
  ensureLink(command.annotationId, { partOfId, repeatsId }, given);
  const anchor = placed(command.revisionId, command.passage, given);
  return newAnnotation({ ...command, partOfId, repeatsId }, anchor, given);
}

type NewMark = Pick<Annotation, 'mark'> &
  Partial<Pick<Annotation, 'partOfId' | 'repeatsId'>> & { readonly annotationId: string };

function newAnnotation(
  { annotationId, mark, partOfId = null, repeatsId = null }: NewMark,
  anchor: Anchor,
  { actor, at, article }: Given,
): EventBody {
  return {
    type: 'annotation.created',
    annotation: {
      id: annotationId,
      articleId: article.id,
      mark,
      anchor,
      check: freshCheck,
      partOfId,
      repeatsId,
      claim: { claimTypes: [], claimant: null, claimedOn: null },
      authorId: actor.userId,
      createdAt: at,
      changedAt: at,
      version: 1,
      notes: [],
      evidence: [],
      flags: [],
      threads: [],
    },
  };
}

function changeAnnotation(command: CommandOf<'annotation.change'>, given: Given): EventBody {
  const annotation = named(given);
  ensureCan(given.actor, 'annotation.change', { authorId: annotation.authorId });
  ensureVersion(command.version, annotation, 'This annotation');
  const { mark, passage, claim, partOfId, repeatsId } = command.changes;
  ensureLink(annotation.id, { partOfId, repeatsId }, given, annotation);
  return {
    type: 'annotation.changed',
    annotationId: annotation.id,
    version: annotation.version + 1,
    ...difference(annotation, {
      mark,
      anchor: passage && placed(command.revisionId, passage, given),
      claim: claim && { ...annotation.claim, ...difference(annotation.claim, claim).changes },
      partOfId,
      repeatsId,
    }),
  };
}

/** Where a passage stands in the present text. Throws STALE for one that counts in a revision nobody has carried over. */
function placed(revisionId: string | undefined, passage: Passage, { revision, carried }: Given): Anchor {
  if (carried !== undefined) return carried;
  if (revisionId !== undefined) ensureRevision(revisionId, revision);
  return anchorAt(revision, passage);
}

function acceptAnchor({ version }: CommandOf<'annotation.accept_anchor'>, given: Given): EventBody {
  const annotation = named(given);
  ensureCan(given.actor, 'annotation.change', { authorId: annotation.authorId });
  ensureVersion(version, annotation, 'This annotation');
  const { before: _seen, ...anchor } = annotation.anchor;
  if (anchor.state !== 'touched' && anchor.state !== 'moved')
    throw new DomainError('INVALID', 'There is nothing to accept here.', { current: annotation });
  return {
    type: 'annotation.changed',
    annotationId: annotation.id,
    version: annotation.version + 1,
    changes: { anchor: { ...anchor, state: 'exact', drift: null, method: acceptedByHand, certainty: 1 } },
    before: { anchor: annotation.anchor },
  };
}

/** Takes back that a passage was accepted or chosen: it waits again, or is lost again, as it was before. */
function putBack(command: CommandOf<'annotation.put_back'>, given: Given): EventBody {
  const annotation = named(given);
  ensureCan(given.actor, 'annotation.change', { authorId: annotation.authorId });
  ensureVersion(command.version, annotation, 'This annotation');
  if (given.replaced === null)
    throw new DomainError('INVALID', 'This step is not in the record of this annotation.');
  const anchor = given.replaced ?? command.anchor;
  // A lost passage counts in the text that had it last; every other one in the text that is shown.
  if (anchor.state !== 'orphaned') ensureRevision(anchor.revisionId, given.revision);
  return {
    type: 'annotation.changed',
    annotationId: annotation.id,
    version: annotation.version + 1,
    changes: { anchor },
    before: { anchor: annotation.anchor },
  };
}

function decideNote(
  command: CommandOf<'note.create' | 'note.change' | 'note.delete' | 'note.restore'>,
  given: Given,
): EventBody {
  const { actor, at } = given;
  const annotation = named(given);
  const annotationId = annotation.id;
  if (command.type === 'note.create') {
    ensureCan(actor, 'note.create');
    const { noteId: id, body } = command;
    const note = { id, body, authorId: actor.userId, createdAt: at, changedAt: at, version: 1 };
    return { type: 'note.created', annotationId, note };
  }
  if (command.type === 'note.restore') {
    const removed = removedThing(given.removed?.note, 'note');
    ensureCan(actor, 'note.restore', { authorId: removed.authorId });
    ensureVersion(command.version, removed, 'This note');
    return { type: 'note.restored', annotationId, note: { ...removed, version: removed.version + 1 } };
  }
  const note = part(annotation.notes, command.noteId, 'note');
  const { noteId } = command;
  ensureCan(actor, command.type, { authorId: note.authorId });
  ensureVersion(command.version, note, 'This note');
  const version = note.version + 1;
  return command.type === 'note.change'
    ? { type: 'note.changed', annotationId, noteId, version, body: command.body, before: note.body }
    : { type: 'note.deleted', annotationId, noteId, version };
}

function decideEvidence(
  command: CommandOf<'evidence.create' | 'evidence.change' | 'evidence.delete' | 'evidence.restore'>,
  given: Given,
): EventBody {
  const { actor, at } = given;
  const annotation = named(given);
  const annotationId = annotation.id;
  ensureCan(actor, command.type);
  if (given.knowsSource === false)
    throw new DomainError('INVALID', 'This source is not in the library of your team. Choose another one.');
  if (given.knowsContact === false)
    throw new DomainError(
      'INVALID',
      'This contact is not there, or only others may see it. Choose another one.',
    );
  if (given.file === null)
    throw new DomainError('INVALID', 'This file is not here any more. Attach it again.');
  if (given.knowsOrigin === false)
    throw new DomainError('INVALID', 'The evidence that this is copied from is not there any more.');
  if (command.type === 'evidence.create') {
    const created = {
      id: command.evidenceId,
      authorId: actor.userId,
      createdAt: at,
      changedAt: at,
      version: 1,
    };
    return {
      type: 'evidence.created',
      annotationId,
      evidence: { ...captured(command.fields, given), ...created },
    };
  }
  if (command.type === 'evidence.restore') {
    const removed = removedThing(given.removed?.evidence, 'evidence');
    ensureVersion(command.version, removed, 'This evidence');
    return {
      type: 'evidence.restored',
      annotationId,
      evidence: { ...removed, version: removed.version + 1 },
    };
  }
  const evidence = part(annotation.evidence, command.evidenceId, 'evidence');
  const { evidenceId } = command;
  ensureVersion(command.version, evidence, 'This evidence');
  const version = evidence.version + 1;
  return command.type === 'evidence.change'
    ? {
        type: 'evidence.changed',
        annotationId,
        evidenceId,
        version,
        ...difference(evidence, released(evidence, captured(command.changes, given))),
      }
    : { type: 'evidence.deleted', annotationId, evidenceId, version };
}

/** What a client says of a file is only which: the rest is what the server knows of it. */
function captured<T extends MayHaveFile>(fields: T, { file }: Given): T {
  return withCapture(fields.file && file ? { ...fields, file } : fields);
}

/** A file that is taken away takes its hash along. */
function released<T extends MayHaveFile>({ file, captureHash }: Evidence, changes: T): T {
  const goesToo = changes.file === null && changes.captureHash === undefined && file?.sha256 === captureHash;
  return goesToo ? { ...changes, captureHash: null } : changes;
}

function decideFlag(
  command: CommandOf<'flag.raise' | 'flag.change' | 'flag.look' | 'flag.reopen'>,
  given: Given,
): EventBody {
  const { actor, at } = given;
  const annotation = named(given);
  const annotationId = annotation.id;
  const { flagId } = command;
  ensureCan(actor, command.type);
  const open = findOpenFlag(annotation);
  if (command.type === 'flag.raise') {
    if (open) throw new DomainError('INVALID', 'This passage is flagged already.', { current: open });
    const flag = {
      ...command.fields,
      id: flagId,
      raisedById: actor.userId,
      raisedAt: at,
      looked: null,
      version: 1,
    };
    return { type: 'flag.raised', annotationId, flag };
  }
  const flag = part(annotation.flags, flagId, 'flag');
  ensureVersion(command.version, flag, 'This flag');
  const version = flag.version + 1;
  switch (command.type) {
    case 'flag.change':
      return { type: 'flag.changed', annotationId, flagId, version, ...difference(flag, command.changes) };
    case 'flag.look':
      if (flag.looked)
        throw new DomainError('INVALID', 'Somebody has looked at this flag already.', { current: flag });
      return { type: 'flag.looked', annotationId, flagId, version, note: command.note };
    case 'flag.reopen':
      if (!flag.looked) throw new DomainError('INVALID', 'This flag is open already.', { current: flag });
      if (open) throw new DomainError('INVALID', 'This passage has a newer open flag.', { current: open });
      return { type: 'flag.reopened', annotationId, flagId, version };
  }
}
