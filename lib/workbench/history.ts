import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import type { EventBody } from '@/lib/domain/events';
import { inverseOf, type NoInverse } from './inverse';
import { type Act, emptyHistory, type KeptHistory } from './kept-history';
import type { Proposal } from './proposal';

/** What an undo or redo should ask for; `nothing` when there is no act left. `act` is what it takes back. */
export type Step =
  | { readonly kind: 'step'; readonly proposal: Proposal; readonly act: EventBody }
  | { readonly kind: 'impossible'; readonly reason: NoInverse }
  | { readonly kind: 'nothing' };

/** One's own acts, so that each can be taken back and done again. */
export type History = {
  /** Notes an act; a fresh one ends what could be redone. */
  readonly record: (act: Act, how?: 'fresh' | 'undo' | 'redo') => void;
  /** Notes that the server has an act: from now on it outlives a reload. */
  readonly confirm: (commandId: string) => void;
  /** Strikes out an act that was refused. */
  readonly forget: (commandId: string) => void;
  /** Takes the latest act, or the one named, off the list, with the command that takes it back. */
  readonly undo: (commandId?: string) => Step;
  readonly redo: () => Step;
  readonly has: (how: 'undo' | 'redo') => boolean;
  /** The confirmed acts, oldest first. */
  readonly confirmed: () => Pick<KeptHistory, 'done' | 'undone'>;
};

/** `getState` gives the state as it is shown now; `kept` are the acts of the visit before. */
export function createHistory(
  getState: () => ArticleState,
  actor: Actor,
  kept: Pick<KeptHistory, 'done' | 'undone'> = emptyHistory,
): History {
  const done: Act[] = [...kept.done];
  const undone: Act[] = [...kept.undone];
  const known = new Set([...done, ...undone].map(({ commandId }) => commandId));
  const isKnown = ({ commandId }: Act): boolean => known.has(commandId);

  function takeBack(from: Act[], index: number): Step {
    const [act] = index < 0 ? [] : from.splice(index, 1);
    if (act === undefined) return { kind: 'nothing' };
    const proposal = inverseOf(act.body, getState(), actor);
    return typeof proposal === 'string'
      ? { kind: 'impossible', reason: proposal }
      : { kind: 'step', proposal, act: act.body };
  }

  return {
    record(act, how = 'fresh') {
      if (inverseOf(act.body, getState(), actor) === 'never') return;
      if (how === 'fresh') undone.length = 0;
      (how === 'undo' ? undone : done).push(act);
    },
    confirm: (commandId) => known.add(commandId),
    forget(commandId) {
      for (const list of [done, undone]) {
        const index = list.findIndex((act) => act.commandId === commandId);
        if (index >= 0) list.splice(index, 1);
      }
    },
    undo: (commandId) =>
      takeBack(
        done,
        commandId === undefined ? done.length - 1 : done.findIndex((act) => act.commandId === commandId),
      ),
    redo: () => takeBack(undone, undone.length - 1),
    has: (how) => (how === 'undo' ? done : undone).length > 0,
    confirmed: () => ({ done: done.filter(isKnown), undone: undone.filter(isKnown) }),
  };
}
