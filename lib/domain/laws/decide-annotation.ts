import { type Anchor, acceptedByHand, anchorAt, orphanedAnchor } from '../anchor';
import type { Annotation } from '../annotation';
import type { Passage } from '../article';
import { freshCheck } from '../check';
import type { Command, CommandOf } from '../commands';
import { DomainError } from '../errors';
import type { EventBody } from '../events';
import { ensureCan } from '../policy';
import { refusalOfDeletion } from './check-laws';
import { ensureLink } from './claim-links';
import type { Given } from './decide';
import { difference, ensureRevision, ensureVersion, named, removedThing } from './decide-parts';

/** A command about an annotation itself: its mark, its passage, what it says of the claim. */
export type AnnotationCommand = Extract<Command, { readonly type: `annotation.${string}` }>;

/** An annotation and where it stands: what a command makes happen, or a refusal. */
export function decideAnnotation(command: AnnotationCommand, given: Given): EventBody {
  switch (command.type) {
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
    case 'annotation.delete':
      return deleteAnnotation(command, given);
    case 'annotation.restore':
      return restoreAnnotation(command, given);
  }
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

function deleteAnnotation(command: CommandOf<'annotation.delete'>, given: Given): EventBody {
  const annotation = named(given);
  ensureCan(given.actor, 'annotation.delete', { authorId: annotation.authorId });
  ensureVersion(command.version, annotation, 'This annotation');
  const refusal = refusalOfDeletion(annotation);
  if (refusal !== undefined) throw new DomainError('INVALID', refusal, { current: annotation });
  return { type: 'annotation.deleted', annotationId: annotation.id, version: annotation.version + 1 };
}

function restoreAnnotation(command: CommandOf<'annotation.restore'>, given: Given): EventBody {
  const removed = removedThing(given.removed?.annotation, 'annotation');
  ensureCan(given.actor, 'annotation.restore', { authorId: removed.authorId });
  ensureVersion(command.version, removed, 'This annotation');
  const anchor = given.carried ?? removed.anchor;
  return { type: 'annotation.restored', annotation: { ...removed, anchor, version: removed.version + 1 } };
}
