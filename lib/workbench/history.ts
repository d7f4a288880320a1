import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import type { EventBody } from '@/lib/domain/events';
import { inverseOf, type NoInverse } from './inverse';
import type { Act, KeptHistory } from './kept-history';
import type { Proposal } from './proposal';

/**
 * What an undo or redo should ask for, all of it together; `nothing` when there is no act left. `act` is what it takes
 * back, the latest of several that were one step.
 */
export type Step =
  | { readonly kind: 'step'; readonly proposals: readonly Proposal[]; readonly act: EventBody }
  | { readonly kind: 'impossible'; readonly reason: NoInverse }
  | { readonly kind: 'nothing' };

/** One's own acts, so that each can be taken back and done again. */
export type History = {
  /** Notes an act; a fresh one ends what could be redone. Acts of one `stepId` are taken back together. */
  readonly record: (act: Act, how?: 'fresh' | 'undo' | 'redo') => void;
  /** Notes that the server has an act: from now on it outlives a reload. */
  readonly confirm: (commandId: string) => void;
  /** Strikes out an act that was refused. */
  readonly forget: (commandId: string) => void;
  /** Takes the latest step, or the one that a command belongs to, off the list, with the commands that take it back. */
  readonly undo: (commandId?: string) => Step;
  readonly redo: () => Step;
  readonly has: (how: 'undo' | 'redo') => boolean;
  /** Puts the acts of the visit before underneath those of this one. */
  readonly recall: (kept: Pick<KeptHistory, 'done' | 'undone'>) => void;
  /** The confirmed acts, oldest first. */
  readonly confirmed: () => Pick<KeptHistory, 'done' | 'undone'>;
};

/** `getState` gives the state as it is shown now, `getActor` the person with the role that they have now. */
export function createHistory(getState: () => ArticleState, getActor: () => Actor): History {
  const done: Act[] = [];
  const undone: Act[] = [];
  const known = new Set<string>();
  const isKnown = ({ commandId }: Act): boolean => known.has(commandId);

  function takeBack(from: Act[], latest: Act | undefined): Step {
    if (latest === undefined) return { kind: 'nothing' };
    const step = from.filter(
      (act) => act === latest || (act.stepId !== undefined && act.stepId === latest.stepId),
    );
    for (const act of step) from.splice(from.indexOf(act), 1);
    const proposals: Proposal[] = [];
    // What was done last goes first; half a step would be no step.
    for (const one of step.reverse()) {
      const proposal = inverseOf(one.body, getState(), getActor(), one.before, one.commandId);
      if (typeof proposal === 'string') return { kind: 'impossible', reason: proposal };
      proposals.push(proposal);
    }
    return { kind: 'step', proposals, act: latest.body };
  }

  return {
    record(act, how = 'fresh') {
      if (inverseOf(act.body, getState(), getActor(), act.before) === 'never') return;
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
      takeBack(done, commandId === undefined ? done.at(-1) : done.find((act) => act.commandId === commandId)),
    redo: () => takeBack(undone, undone.at(-1)),
    has: (how) => (how === 'undo' ? done : undone).length > 0,
    recall(kept) {
      done.unshift(...kept.done);
      // Whoever has acted since the reload does not do again what was undone before it.
      if (done.length === kept.done.length) undone.unshift(...kept.undone);
      for (const { commandId } of [...kept.done, ...kept.undone]) known.add(commandId);
    },
    confirmed: () => ({ done: done.filter(isKnown), undone: undone.filter(isKnown) }),
  };
}
