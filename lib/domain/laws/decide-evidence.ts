import type { Command } from '../commands';
import { DomainError } from '../errors';
import type { EventBody } from '../events';
import type { Evidence } from '../evidence';
import { type MayHaveFile, withCapture } from '../evidence-file';
import { ensureCan } from '../policy';
import type { Given } from './decide';
import { difference, ensureVersion, named, part, removedThing } from './decide-parts';

/** A command about a piece of evidence. */
export type EvidenceCommand = Extract<Command, { readonly type: `evidence.${string}` }>;

/** Evidence of an annotation: what a command makes happen, or a refusal. */
export function decideEvidence(command: EvidenceCommand, given: Given): EventBody {
  const { actor, at } = given;
  const annotation = named(given);
  const annotationId = annotation.id;
  ensureCan(actor, command.type);
  ensureKnown(given);
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

/** Refuses what names a source, contact, file or origin that the team does not have. */
function ensureKnown(given: Given): void {
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
