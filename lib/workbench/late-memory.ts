import type { ArticleState } from '@/lib/domain/apply';
import type { Command } from '@/lib/domain/commands';
import type { Instant } from '@/lib/domain/ids';
import type { Person } from '@/lib/domain/team';
import { isBlankDraft } from './blank-drafts';
import { createChangers } from './changers';
import type { Device } from './device';
import type { Drafts } from './drafts';
import type { Forms } from './forms';
import { createHistory, type History } from './history';
import { keeperOf } from './keep-drafts';
import { formKeeperOf } from './keep-forms';
import { fittingHistory } from './kept-history';
import { createOutbox } from './outbox';
import type { Proposal } from './proposal';
import { baseOf, rebase } from './rebase';
import { recoverWork } from './recover';
import type { Recovered } from './save-state';
import { createElsewhere } from './send-elsewhere';
import type { Store } from './store';
import { createSync, type Sync } from './sync';
import type { Transport } from './transport';
import { createUnread, type Shelf, type Unread } from './unread';

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
  readonly unread: Unread;
  readonly dismissRecovered: () => void;
  /** A wish that rests on what the margin shows, made to rest on what is there, where others changed something else. */
  readonly onPresent: (proposal: Proposal) => Proposal;
};

export type LateOptions = {
  readonly store: Store;
  readonly articleId: string;
  readonly transport: (articleId: string) => Transport;
  readonly drafts: Drafts;
  readonly forms: Forms;
  /** The person's store on this device; asked again until it is there. Undefined: not now. */
  readonly openDevice: () => Promise<Device | undefined>;
  /** Where it is kept what this person has not looked at yet. */
  readonly unreadShelf: Shelf;
  /** Called when something else is unread. */
  readonly onUnread: () => void;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly random: () => number;
  readonly schedule: (callback: () => void, afterMs: number) => () => void;
};

const firstOpenAgainMs = 5_000;
const longestOpenAgainMs = 60_000;

/** Joins what sends, keeps, recovers and takes back. Long, because each of these rests on the others. */
export function createLate(options: LateOptions): Late {
  const { store, articleId, transport, drafts, forms, openDevice, now, newId, random, schedule } = options;
  const { unreadShelf, onUnread } = options;
  const outbox = createOutbox(articleId, () => sync.publish());
  const changers = createChangers();
  const way = transport(articleId);
  const unread = createUnread({
    store,
    shelf: unreadShelf,
    findEvents: way.findEvents,
    onChange: onUnread,
  });
  const history = createHistory(() => store.getView().visible, store.getActor);
  const elsewhere = createElsewhere({ articleId, store, transport, now, newId, random, schedule });
  const historyRowId = `history ${newId()}`;
  let device: Device | undefined;
  /** Whether something typed is not on the device yet; unknown while there is none. */
  let isBehind: (() => boolean) | undefined;
  let recovered: Recovered | undefined;
  let isOpening = false;
  let openAgainMs = firstOpenAgainMs;
  let cancelOpening = (): void => {};

  const sync = createSync({
    store: {
      ...store,
      receive(events) {
        for (const event of events) changers.note(event);
        store.receive(events);
        unread.note(events);
      },
    },
    outbox,
    transport: way,
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
      cancelOpening();
      cancelOpening = schedule(() => void open(), openAgainMs);
      openAgainMs = Math.min(longestOpenAgainMs, openAgainMs * 2);
      return;
    }
    device = opened;
    outbox.keepOn(device);
    await recover(device);
    sync.wake();
  }

  async function recover(from: Device): Promise<void> {
    const keepers = {
      draftKeeper: keeperOf({ drafts, device: from, newId, schedule }),
      formKeeper: formKeeperOf({ forms, device: from, newId, schedule }),
    };
    isBehind = () => keepers.draftKeeper.isBehind() || keepers.formKeeper.isBehind();
    const parts = { articleId, device: from, store, outbox, history, drafts, now, ...keepers };
    const found = { ...(await recoverWork(parts)), elsewhere: await elsewhere.send(from) };
    if (found.commands.length + found.drafts.length + found.elsewhere > 0) recovered = found;
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
    drop(commandId) {
      outbox.remove(commandId);
      elsewhere.drop(commandId);
    },
    keepHistory() {
      const value = fittingHistory({ ...history.confirmed(), removed: store.getRemoved() });
      void device?.keep({ id: historyRowId, kind: 'history', articleId, value });
    },
    hasUnkept() {
      const { waiting, kept } = sync.getState();
      if (waiting > kept) return true;
      if (isBehind !== undefined && device?.getTrouble() === undefined) return isBehind();
      const isTyped = drafts.all().some(({ draft }) => draft.state !== 'sent' && !isBlankDraft(draft));
      return isTyped || forms.names().length > 0;
    },
    whoChanged: changers.of,
    unread,
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
