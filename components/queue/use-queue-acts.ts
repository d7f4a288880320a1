'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { QueueItem, QueueSplit } from '@/lib/domain/queue';
import { queue as queueWords } from '../messages/queue';
import { queueActs as queueActsWords } from '../messages/queue-acts';
import { useToast } from '../ui/Toast';
import { type ActResult, type Failure, sendForItems, snoozeItems } from './do-queue-act';
import { commandsOf, fits, type QueueAct, type SeenVersions, undoCommandsOf } from './queue-act';

/** An act on its way or done. `result` says to which claims it was done. */
type Made = { readonly act: QueueAct; readonly result: Promise<ActResult> };

export type QueueActs = {
  /** Keys of items that have left this part of the queue. */
  readonly gone: ReadonlySet<string>;
  /** What the latest act could not be done to, with reasons. */
  readonly failures: readonly Failure[];
  readonly dismissFailures: () => void;
  /** Does it to all items; the answer has those that it was done to. */
  readonly act: (act: QueueAct, items: readonly QueueItem[]) => Promise<readonly QueueItem[]>;
  /** Takes back the latest act of this visit; false when there is none. */
  readonly undo: () => boolean;
};

/** What can be done to claims from the queue: shown at once, saved behind, taken back by Undo. */
export function useQueueActs(split: QueueSplit, onReturn: (key: string) => void): QueueActs {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const versions = useRef(new Map<string, SeenVersions>());
  const made = useRef<readonly Made[]>([]);
  const offers = useRef(new Map<Made, string>());
  const router = useRouter();
  const toast = useToast();
  const words = queueActsWords;

  const hide = (items: readonly QueueItem[]) =>
    setGone((before) => new Set([...before, ...items.map(({ key }) => key)]));
  function bringBack(items: readonly QueueItem[]) {
    const keys = new Set(items.map(({ key }) => key));
    setGone((before) => new Set([...before].filter((key) => !keys.has(key))));
    const [first] = items;
    if (first !== undefined) onReturn(first.key);
  }
  const seenOf = ({ key, checkVersion, flag }: QueueItem): SeenVersions => {
    const seen = versions.current.get(key);
    return {
      check: Math.max(checkVersion, seen?.check ?? 0),
      flag: Math.max(flag?.version ?? 0, seen?.flag ?? 0),
    };
  };
  function learn(result: ActResult): ActResult {
    for (const [key, seen] of result.versions)
      versions.current.set(key, { ...versions.current.get(key), ...seen });
    if (result.done.length > 0) router.refresh();
    return result;
  }

  async function act(act: QueueAct, items: readonly QueueItem[]): Promise<readonly QueueItem[]> {
    setFailures([]);
    const fitting = items.filter((item) => fits(act, item));
    const unfit = items.filter((item) => !fits(act, item));
    const isLeaving = leaves(act, split);
    if (isLeaving) hide(fitting);
    const one: Made = { act, result: send(act, fitting).then(learn) };
    made.current = [...made.current, one];
    const result = await one.result;
    const failed = [...result.failures, ...unfit.map((item) => ({ item, message: words.unfit(act.kind) }))];
    if (isLeaving) bringBack(result.failures.map(({ item }) => item));
    setFailures(failed);
    if (result.done.length === 0) made.current = made.current.filter((other) => other !== one);
    tell(one, result.done.length, failed);
    return result.done;
  }

  function tell(one: Made, count: number, failed: readonly Failure[]) {
    const [first] = failed;
    if (count > 0) {
      const message = words.done(one.act, count, failed.length);
      offers.current.set(one, toast.show({ message, onUndo: () => void takeBack(one) }));
    } else if (first !== undefined)
      toast.show({ message: queueWords.refused(first.message), tone: 'danger' });
  }

  const send = (act: QueueAct, items: readonly QueueItem[]) =>
    act.kind === 'snooze'
      ? snoozeItems(items, () => act.until)
      : sendForItems(items, (item) => commandsOf(act, item, seenOf(item)));

  async function takeBack(one: Made): Promise<void> {
    if (!made.current.includes(one)) return;
    made.current = made.current.filter((other) => other !== one);
    const { done } = await one.result;
    toast.close(offers.current.get(one) ?? '');
    const result = await (one.act.kind === 'snooze'
      ? snoozeItems(done, ({ snoozedUntil }) => snoozedUntil)
      : sendForItems(done, (item) => undoCommandsOf(one.act, item, seenOf(item)))
    ).then(learn);
    setFailures(result.failures);
    bringBack(result.done);
    const [first] = result.failures;
    if (first === undefined) toast.show({ message: queueWords.undone });
    else toast.show({ message: queueWords.refused(first.message), tone: 'danger' });
  }

  function undo(): boolean {
    const last = made.current.at(-1);
    if (last !== undefined) void takeBack(last);
    return last !== undefined;
  }

  return { gone, failures, dismissFailures: () => setFailures([]), act, undo };
}

/** Whether a claim leaves the list by an act, so that it can go before the server has answered. */
function leaves({ kind, ...act }: QueueAct, split: QueueSplit): boolean {
  switch (kind) {
    case 'look':
      return split === 'open';
    case 'reopen':
      return split === 'looked';
    case 'snooze':
      return 'until' in act && (act.until === null) === (split === 'snoozed');
    default:
      return false;
  }
}
