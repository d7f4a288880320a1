import type { Actor } from '@/lib/domain/actor';
import type { Annotation, Note } from '@/lib/domain/annotation';
import { type ArticleState, applyEvent } from '@/lib/domain/apply';
import type { Command, CommandAnswer } from '@/lib/domain/commands';
import { DomainError } from '@/lib/domain/errors';
import type { ArticleEvent } from '@/lib/domain/events';
import type { Evidence } from '@/lib/domain/evidence';
import { decide } from '@/lib/domain/laws/decide';
import { givenIn } from '@/lib/domain/laws/given-in';
import type { Reply } from '@/lib/domain/thread';
import { at } from './build-state';

/** A door in memory with the promises of the real one: gapless `seq`, one answer for ever per `commandId`. */
export type FakeServer = {
  readonly getState: () => ArticleState;
  readonly log: readonly ArticleEvent[];
  readonly execute: (command: Command, actor: Actor) => CommandAnswer;
};

/** A server that holds one article and decides by the same laws as the real one. */
export function createFakeServer(initial: ArticleState): FakeServer {
  let state = initial;
  const log: ArticleEvent[] = [];
  const removed = {
    annotations: new Map<string, Annotation>(),
    notes: new Map<string, Note>(),
    evidence: new Map<string, Evidence>(),
    replies: new Map<string, Reply>(),
  };

  function execute(command: Command, actor: Actor): CommandAnswer {
    const first = log.find((event) => event.commandId === command.commandId);
    if (first) return { ok: true, event: first };
    const annotation = 'annotationId' in command ? state.annotations[command.annotationId] : undefined;
    const lostAnnotation =
      'annotationId' in command ? removed.annotations.get(command.annotationId) : undefined;
    const lostNote = 'noteId' in command ? removed.notes.get(command.noteId) : undefined;
    const lostEvidence = 'evidenceId' in command ? removed.evidence.get(command.evidenceId) : undefined;
    const { article, revision } = state;
    const now = at(10 + log.length);
    const lostReply = 'replyId' in command ? removed.replies.get(command.replyId) : undefined;
    try {
      const body = decide(
        command,
        givenIn(command, state, {
          actor,
          at: now,
          removed: {
            ...(lostAnnotation && { annotation: lostAnnotation }),
            ...(lostNote && { note: lostNote }),
            ...(lostEvidence && { evidence: lostEvidence }),
            ...(lostReply && { reply: lostReply }),
          },
        }),
      );
      if (body.type === 'reply.deleted') {
        const thread = annotation?.threads.find(({ id }) => id === body.threadId);
        const reply = thread?.replies.find(({ id }) => id === body.replyId);
        if (reply) removed.replies.set(reply.id, { ...reply, version: body.version });
      }
      if (body.type === 'annotation.deleted' && annotation)
        removed.annotations.set(annotation.id, { ...annotation, version: body.version });
      if (body.type === 'note.deleted') {
        const note = annotation?.notes.find(({ id }) => id === body.noteId);
        if (note) removed.notes.set(note.id, { ...note, version: body.version });
      }
      if (body.type === 'evidence.deleted') {
        const item = annotation?.evidence.find(({ id }) => id === body.evidenceId);
        if (item) removed.evidence.set(item.id, { ...item, version: body.version });
      }
      const event: ArticleEvent = {
        articleId: article.id,
        seq: state.seq + 1,
        commandId: command.commandId,
        actor: { id: actor.userId, name: actor.name },
        revisionId: revision.id,
        at: now,
        body,
      };
      log.push(event);
      state = applyEvent(state, event);
      return { ok: true, event };
    } catch (refusal) {
      if (!(refusal instanceof DomainError)) throw refusal;
      const { code, message, details } = refusal;
      return { ok: false, error: { code, message, id: 'e1', current: details?.current } };
    }
  }

  return { getState: () => state, log, execute };
}
