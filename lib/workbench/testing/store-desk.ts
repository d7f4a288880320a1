import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import type { Command, CommandAnswer } from '@/lib/domain/commands';
import type { ArticleEvent } from '@/lib/domain/events';
import { createStore } from '../store';
import { at, buildState, id, mara } from './build-state';
import { createFakeServer } from './fake-server';

/** An owner: nobody else may do all that a work session does. */
export const editor = { ...mara, role: 'owner' as const };

/** A store, what it has sent, and the server that would answer. */
export function setUp(state: ArticleState = buildState(), actor: Actor = mara) {
  const sent: Command[] = [];
  const server = createFakeServer(state);
  let made = 100;
  const store = createStore({
    state,
    actor,
    now: () => at(10 + sent.length),
    newId: () => id(++made),
    send: (command) => sent.push(command),
  });
  return { store, sent, server };
}

/** Without the times, which the server sets anew. */
export function timeless(state: ArticleState): unknown {
  return JSON.parse(
    JSON.stringify(state, (key, value: unknown) =>
      ['createdAt', 'changedAt', 'raisedAt', 'at', 'seq'].includes(key) ? 0 : value,
    ),
  );
}

/** The event that an answer brings; throws the refusal. */
export function eventOf(answer: CommandAnswer): ArticleEvent {
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.event;
}
