import type { Actor } from '../actor';
import { type ArticleState, applyEvent } from '../apply';
import type { Command } from '../commands';
import { coverageOf } from '../coverage';
import type { ArticleEvent, EventBody } from '../events';
import type { Instant } from '../ids';
import { decide } from '../laws/decide';
import { decideSession } from '../laws/decide-session';
import { givenIn } from '../laws/given-in';
import { isSessionCommand } from '../session-command';
import { articleId, idOf, revisionId, type Wish } from './desk';

/** An article in memory with the record of what happened on it, as the server keeps it: for tests of sessions. */
export type Room = { readonly state: ArticleState; readonly events: readonly ArticleEvent[] };

/** The room after an actor’s command at an instant, or its refusal: what the server does, without a database. */
export function roomAfter(room: Room, actor: Actor, wish: Wish, at: Instant): Room {
  const seq = room.state.seq + 1;
  // the same command with the one field that was left out
  const command = { commandId: idOf(10_000 + seq), ...wish } as Command;
  const event: ArticleEvent = {
    articleId,
    seq,
    commandId: command.commandId,
    actor: { id: actor.userId, name: actor.name },
    revisionId,
    at,
    body: bodyOf(room, actor, command, at),
  };
  return { state: applyEvent(room.state, event), events: [...room.events, event] };
}

function bodyOf({ state }: Room, actor: Actor, command: Command, at: Instant): EventBody {
  if (!isSessionCommand(command))
    return decide(command, {
      ...givenIn(command, state, { actor, at, removed: {} }),
      hashOf: (text) => text,
    });
  const { session: latest, ballots, annotations, rules, revision, clocks } = state;
  const ofSession = ballots.filter(({ sessionId }) => sessionId === latest?.id);
  const { decided, total } = coverageOf(revision.sentences, Object.values(annotations));
  return decideSession(command, {
    actor,
    at,
    nextSeq: state.seq + 1,
    rules,
    latest,
    named: latest?.id === command.sessionId ? latest : undefined,
    ballots: ofSession,
    annotation: 'annotationId' in command ? annotations[command.annotationId] : undefined,
    coverage: { decided, total },
    heldIds: Object.values(annotations).flatMap(({ id, check }) => (check.holder === null ? [] : [id])),
    clocks,
  });
}
