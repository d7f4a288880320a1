import type { Command, CommandAnswer } from '@/lib/domain/commands';
import { plainToRichText } from '@/lib/domain/rich-text';
import { plainProposal } from '@/lib/domain/testing/plain-proposal';
import { createOutbox } from '../outbox';
import type { Proposal } from '../proposal';
import { baseOf } from '../rebase';
import { createStore } from '../store';
import { createSync, slowMs } from '../sync';
import type { Setback, Transport } from '../transport';
import { annotationOn, articleId, at, buildState, id, mara } from './build-state';
import { createFakeServer } from './fake-server';

// One claim under work on a line that breaks in every way.
export const annotationId = id(10);
export const claim = annotationOn('412 million', { id: annotationId });
export const note = (n: number): Proposal => ({
  type: 'note.create',
  annotationId,
  noteId: id(200 + n),
  body: plainToRichText(`Note ${n}`),
});

export const confirmed = plainProposal;

export type Sent = Awaited<ReturnType<Transport['send']>>;
/** What becomes of one request: the door's own answer, or a mishap before or after the door has done its work. */
export type Fate =
  | 'answered'
  | { readonly before: Setback }
  | { readonly after: Setback }
  | { readonly as: Sent };
export const unreachable: Setback = { kind: 'unreachable', cause: 'network' };

/** A workbench on a line that the test breaks as it likes. Requests wait until the test lets them through. */
export function setUp(random = () => 0.5) {
  const server = createFakeServer(buildState([claim]));
  const requests: (readonly Command[])[] = [];
  const arrivals: (() => void)[] = [];
  type Timer = { readonly callback: () => void; readonly afterMs: number };
  const timers: Timer[] = [];
  const slowTimers: Timer[] = [];
  const fates: Fate[] = [];
  let giveUp = (): void => {};
  let eventRequests = 0;
  let eventFate: Setback | undefined;

  const execute = (commands: readonly Command[]): CommandAnswer[] =>
    commands.map((command) => server.execute(command, mara));

  function meet(commands: readonly Command[], fate: Fate): Sent {
    if (fate === 'answered') return { kind: 'answers', answers: execute(commands) };
    if ('as' in fate) return fate.as;
    if ('before' in fate) return fate.before;
    execute(commands);
    return fate.after;
  }
  const transport: Transport = {
    send: (commands) =>
      new Promise((resolve) => {
        requests.push(commands);
        giveUp = () => resolve(unreachable);
        arrivals.push(() => resolve(meet(commands, fates.shift() ?? 'answered')));
      }),
    giveUp: () => {
      giveUp();
      return true;
    },
    findEvents: async (after) => {
      eventRequests += 1;
      if (eventFate) return eventFate;
      const events = server.log.filter(({ seq }) => seq > after).slice(0, 2);
      return { kind: 'events', events, isWhole: events.length < 2 };
    },
  };
  let made = 100;
  let clock = 5;
  const outbox = createOutbox(articleId);
  const store = createStore({
    state: buildState([claim]),
    actor: mara,
    now: () => at(clock),
    newId: () => id(++made),
    send: (command, at, before) => sync.push([{ command, at, base: baseOf(command, before) }]),
  });
  const sync = createSync({
    store,
    outbox,
    transport,
    now: () => at(6),
    newId: () => id(++made),
    random,
    inTurn: (work) => work(),
    getTrouble: () => undefined,
    getRecovered: () => undefined,
    schedule(callback, afterMs) {
      const timer = { callback, afterMs };
      const list = afterMs === slowMs ? slowTimers : timers;
      list.push(timer);
      return () => {
        const index = list.indexOf(timer);
        if (index >= 0) list.splice(index, 1);
      };
    },
  });
  return {
    server,
    store,
    sync,
    outbox,
    requests,
    timers,
    slowTimers,
    setFates: (...next: Fate[]) => fates.push(...next),
    setEventFate: (fate: Setback | undefined) => {
      eventFate = fate;
    },
    eventRequests: () => eventRequests,
    setClock: (minute: number) => {
      clock = minute;
    },
    /** Lets the request under way reach the server and its answer come back. */
    async arrive() {
      arrivals.shift()?.();
      await settle();
    },
    async ring() {
      timers.shift()?.callback();
      await settle();
    },
    settle,
    notes: () => server.getState().annotations[annotationId]?.notes.map(({ id: noteId }) => noteId) ?? [],
  };
}

/** Lets everything happen that waits for nothing. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
