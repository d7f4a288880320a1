import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import type { Command } from '@/lib/domain/commands';
import type { Instant } from '@/lib/domain/ids';
import type { Person } from '@/lib/domain/team';
import { isBlankDraft } from './blank-drafts';
import { createChangers } from './changers';
import type { AdoptedRow, Device } from './device';
import { type Draft, type Drafts, isSameDraft } from './drafts';
import type { Forms } from './forms';
import { createHistory, type History } from './history';
import { type DraftKeeper, keeperOf } from './keep-drafts';
import { type FormKeeper, formKeeperOf } from './keep-forms';
import { fittingHistory, readHistory } from './kept-history';
import { createOutbox, type Parked, type Waiting } from './outbox';
import type { Proposal } from './proposal';
import { baseOf, rebase } from './rebase';
import type { Recovered } from './save-state';
import type { Adopted, Refusal, Store } from './store';
import { createSync, type Sync } from './sync';
import type { Transport } from './transport';

/** A command that was asked for, and what was shown until then. */
export type Given = { readonly command: Command; readonly at: Instant; readonly before: ArticleState };

/** What the memory of an article does beside showing: it is fetched after the page has been painted. */
export type Late = {
  readonly sync: Omit<Sync, 'push'>;
  readonly history: History;
  /** Settles once the device was asked for the first time for what earlier pages have left. */
  readonly opened: Promise<void>;
  readonly push: (given: readonly Given[]) => void;
  /** Forgets a refused command for good. */
  readonly drop: (commandId: string) => void;
  readonly keepHistory: () => void;
  /** Whether something would be lost if the page went now. */
  readonly hasUnkept: () => boolean;
  /** Who changed a thing last, as far as this page has heard: an annotation, or what hangs on it, by its id. */
  readonly whoChanged: (id: string) => Person | undefined;
  readonly dismissRecovered: () => void;
  /** A wish that rests on what the margin shows, made to rest on what is there, where others changed something else. */
  readonly onPresent: (proposal: Proposal) => Proposal;
};

export type LateOptions = {
  readonly store: Store;
  readonly articleId: string;
  readonly actor: Actor;
  readonly transport: Transport;
  readonly drafts: Drafts;
  readonly forms: Forms;
  /** The person's store on this device; asked again until it is there. Undefined: not now. */
  readonly openDevice: () => Promise<Device | undefined>;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly random: () => number;
  readonly schedule: (callback: () => void, afterMs: number) => () => void;
};

const openAgainMs = 5_000;

/** Joins what sends, keeps, recovers and takes back. */
export function createLate(options: LateOptions): Late {
  const { store, articleId, actor, transport, drafts, forms, openDevice, now, newId, random, schedule } =
    options;
  const outbox = createOutbox(articleId, () => sync.publish());
  const changers = createChangers();
  const history = createHistory(() => store.getView().visible, actor);
  const historyRowId = `history ${newId()}`;
  let device: Device | undefined;
  let keeper: DraftKeeper | undefined;
  let formKeeper: FormKeeper | undefined;
  let recovered: Recovered | undefined;
  let isOpening = false;

  const sync = createSync({
    store: {
      ...store,
      receive(events) {
        for (const event of events) changers.note(event);
        store.receive(events);
      },
    },
    outbox,
    transport,
    now,
    newId,
    random,
    schedule,
    inTurn: (work) => (device === undefined ? work() : device.inTurn(articleId, work)),
    getTrouble: () => device?.getTrouble(),
    getRecovered: () => recovered,
  });

  async function open(): Promise<void> {
    if (device !== undefined || isOpening) return;
    isOpening = true;
    // The code for it may fail to come, as anything over a network.
    const opened = await openDevice().catch(() => undefined);
    isOpening = false;
    if (opened === undefined) {
      schedule(() => void open(), openAgainMs);
      return;
    }
    device = opened;
    outbox.keepOn(device);
    keeper = keeperOf({ drafts, device, newId, schedule });
    formKeeper = formKeeperOf({ forms, device, newId, schedule });
    await recover(device, keeper, formKeeper);
    sync.wake();
  }

  async function recover(from: Device, drafting: DraftKeeper, filling: FormKeeper): Promise<void> {
    const rows = await from.adopt(articleId);
    recallHistory(rows.filter(({ kind }) => kind === 'history'));
    filling.adopt(rows.filter(({ kind }) => kind === 'form'));
    const left = drafting.adopt(rows.filter(({ kind }) => kind === 'draft'));
    const items = rows.filter(({ kind }) => kind === 'command').flatMap(({ value }) => itemIn(value) ?? []);
    outbox.adopt(items);
    const waiting = items.filter((item) => !('error' in item));
    const refused = items.filter((item): item is Parked => 'error' in item);
    for (const draft of left) settleDraft(draft, waiting, refused);
    store.adopt(
      waiting.map((item) => adopted(item, left)),
      refused.map(({ command, error }): Refusal => ({ command, error })),
    );
    const elsewhere = await from.findElsewhere(articleId);
    const unfinished = left.filter(({ state, isRecovered }) => state !== 'sent' && isRecovered);
    if (waiting.length + unfinished.length + elsewhere.length === 0) return;
    recovered = { commands: waiting.map(({ command }) => command), drafts: unfinished, elsewhere };
  }

  /** What was on its way goes on with its command; without one it is a draft again, unless it has arrived. */
  function settleDraft(draft: Draft, waiting: readonly Waiting[], refused: readonly Parked[]): void {
    if (draft.state !== 'sent') return;
    const isIts = ({ command }: Waiting): boolean => command.commandId === draft.commandId;
    if (waiting.some(isIts)) return;
    const refusal = refused.find(isIts);
    const message = refusal?.error.message ?? null;
    drafts.write({ ...draft, state: message === null ? 'writing' : 'refused', message }, articleId);
  }

  function adopted({ command, at }: Waiting, left: readonly Draft[]): Adopted {
    const draft = left.find(({ commandId }) => commandId === command.commandId);
    return {
      command,
      at,
      onSettled(answer) {
        const now = draft && drafts.of(draft.annotationId).find((other) => isSameDraft(other, draft));
        if (now?.state !== 'sent') return;
        if (answer.ok) drafts.remove(now);
        else drafts.write({ ...now, state: 'refused', message: answer.error.message }, articleId);
      },
    };
  }

  function recallHistory(rows: readonly AdoptedRow[]): void {
    for (const { id, value, isOwnTab } of rows) {
      void device?.drop(id);
      // Another day's acts in another tab are not what Ctrl+Z means.
      if (!isOwnTab) continue;
      const kept = readHistory(value, now());
      history.recall(kept);
      store.recall(kept.removed);
    }
  }

  const opened = open();
  return {
    opened,
    sync: {
      ...sync,
      resume() {
        void open();
        sync.resume();
      },
    },
    history,
    push(given) {
      sync.push(given.map(({ command, at, before }) => ({ command, at, base: baseOf(command, before) })));
    },
    drop: outbox.remove,
    keepHistory() {
      const value = fittingHistory({ ...history.confirmed(), removed: store.getRemoved() });
      void device?.keep({ id: historyRowId, kind: 'history', articleId, value });
    },
    hasUnkept() {
      const { waiting, kept } = sync.getState();
      if (waiting > kept) return true;
      if (keeper !== undefined && formKeeper !== undefined && device?.getTrouble() === undefined)
        return keeper.isBehind() || formKeeper.isBehind();
      return drafts.all().some(({ draft }) => draft.state !== 'sent' && !isBlankDraft(draft));
    },
    whoChanged: changers.of,
    onPresent(proposal) {
      const { visible, held } = store.getView();
      const annotationId = 'annotationId' in proposal ? proposal.annotationId : '';
      const seen = held.get(annotationId);
      if (seen === undefined) return proposal;
      const command: Command = { commandId: '', ...proposal };
      const shown = { ...visible, annotations: { ...visible.annotations, [annotationId]: seen } };
      const rebased = rebase(command, baseOf(command, shown), visible);
      return rebased === undefined || !('version' in rebased)
        ? proposal
        : { ...proposal, version: rebased.version };
    },
    dismissRecovered() {
      recovered = undefined;
      sync.publish();
    },
  };
}

/** Only the outbox writes these rows; another version's shape is left where it is. */
function itemIn(value: unknown): Waiting | Parked | undefined {
  const isItem = typeof value === 'object' && value !== null && 'command' in value && 'at' in value;
  // Written by `createOutbox` alone, under a key that proves it.
  return isItem ? (value as Waiting | Parked) : undefined;
}
