import type { Command } from '../commands';
import type { EventBody } from '../events';
import { ensureCan } from '../policy';
import type { Given } from './decide';
import { ensureVersion, named, part, removedThing } from './decide-parts';

/** A command about a verification note. */
export type NoteCommand = Extract<Command, { readonly type: `note.${string}` }>;

/** Verification notes of an annotation: what a command makes happen, or a refusal. */
export function decideNote(command: NoteCommand, given: Given): EventBody {
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
