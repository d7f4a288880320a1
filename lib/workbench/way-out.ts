import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import type { Command } from '@/lib/domain/commands';

/** A command that names the version it has seen. */
export type Versioned = Extract<Command, { readonly version: number }>;

/**
 * What becomes of a change that met a newer version of the same thing and could not go again by itself (`rebase`).
 * `form`: its form is open again with both sides, to keep mine, take theirs or merge. `again`: a choice without words,
 * which may be made on top of what is there now, or not. `look`: it concludes something about what has changed; one
 * looks at that first and does it where it stands.
 */
export type WayOut = 'form' | 'again' | 'look';

const waysOut: Readonly<Record<Versioned['type'], WayOut>> = {
  'article.change': 'form',
  'reply_request.change': 'form',
  'reply_request.answer': 'form',
  'annotation.change': 'again',
  'annotation.accept_anchor': 'look',
  'annotation.put_back': 'look',
  'annotation.delete': 'again',
  'annotation.restore': 'again',
  'note.change': 'form',
  'note.delete': 'again',
  'note.restore': 'again',
  'evidence.change': 'form',
  'evidence.delete': 'again',
  'evidence.restore': 'again',
  'flag.change': 'form',
  'flag.look': 'form',
  'flag.reopen': 'again',
  'check.plan': 'again',
  'check.begin': 'look',
  'check.release': 'look',
  'check.wait': 'form',
  'check.resume': 'look',
  'check.propose': 'form',
  'check.join': 'form',
  'check.withdraw': 'form',
  'check.review': 'form',
  'check.dispute': 'form',
  'check.decide': 'form',
  'check.sign_off': 'look',
  'check.reopen': 'form',
  'check.recheck': 'look',
  'thread.resolve': 'again',
  'thread.reopen': 'again',
  'reply.change': 'form',
  'reply.delete': 'again',
  'reply.restore': 'again',
  'session.change': 'form',
  'session.freeze': 'look',
  'session.thaw': 'look',
  'session.close': 'form',
  'session.reopen': 'look',
};

/** The way out for a command that was overtaken. What is said of a claim has a form of its own. */
export function wayOutOf(command: Versioned): WayOut {
  if (command.type === 'annotation.change' && command.changes.claim !== undefined) return 'form';
  return waysOut[command.type];
}

/** The same choice made on what is there now; undefined where it is none, or where the thing is gone. */
export function madeAgain(command: Command, now: ArticleState): Versioned | undefined {
  if (!('version' in command) || !('annotationId' in command) || wayOutOf(command) !== 'again')
    return undefined;
  const annotation = now.annotations[command.annotationId];
  const thing = annotation && thingOf(command, annotation);
  return thing && { ...command, version: thing.version };
}

function thingOf(command: Versioned, annotation: Annotation): { readonly version: number } | undefined {
  const { notes, evidence, flags, threads, check } = annotation;
  const replies = threads.flatMap((thread) => thread.replies);
  if ('noteId' in command) return notes.find(({ id }) => id === command.noteId);
  if ('evidenceId' in command) return evidence.find(({ id }) => id === command.evidenceId);
  if ('flagId' in command) return flags.find(({ id }) => id === command.flagId);
  if ('replyId' in command) return replies.find(({ id }) => id === command.replyId);
  if ('threadId' in command) return threads.find(({ id }) => id === command.threadId);
  return command.type.startsWith('check.') ? check : annotation;
}
