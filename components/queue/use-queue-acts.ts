'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { QueueItem } from '@/lib/domain/lists';
import { sendCommand } from '../articles/send-command';
import { messages } from '../messages';
import { useToast } from '../ui/Toast';

type Act = {
  readonly item: QueueItem;
  readonly does: 'look' | 'reopen';
  /** The version that the act gives the flag; undefined when it was refused. */
  readonly version: Promise<number | undefined>;
};

export type QueueActs = {
  /** Flags that have left this part of the queue. */
  readonly gone: ReadonlySet<string>;
  readonly look: (item: QueueItem, note: string) => Promise<boolean>;
  readonly reopen: (item: QueueItem) => Promise<boolean>;
  /** Takes back the latest act of this visit; false when there is none. */
  readonly undo: () => boolean;
};

/** What can be done to flags from the queue: shown at once, saved behind, taken back by Undo. */
export function useQueueActs(onReturn: (flagId: string) => void): QueueActs {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const versions = useRef(new Map<string, number>());
  const acts = useRef<readonly Act[]>([]);
  const router = useRouter();
  const toast = useToast();
  const words = messages.queue;

  const hide = (flagId: string) => setGone((before) => new Set([...before, flagId]));
  function bringBack(flagId: string) {
    setGone((before) => new Set([...before].filter((id) => id !== flagId)));
    onReturn(flagId);
  }

  async function send(item: QueueItem, does: Act['does'], version: number, note: string) {
    const { annotationId, flagId } = item;
    const flag = { annotationId, flagId, version };
    try {
      await sendCommand(
        item.articleId,
        does === 'look' ? { type: 'flag.look', ...flag, note } : { type: 'flag.reopen', ...flag },
      );
    } catch (error) {
      toast.show({
        message: words.refused(String(error instanceof Error ? error.message : error)),
        tone: 'danger',
      });
      return undefined;
    }
    versions.current.set(flagId, version + 1);
    router.refresh();
    return version + 1;
  }

  async function act(item: QueueItem, does: Act['does'], note = ''): Promise<boolean> {
    const seen = Math.max(item.flagVersion, versions.current.get(item.flagId) ?? 0);
    hide(item.flagId);
    const version = send(item, does, seen, note);
    const made: Act = { item, does, version };
    acts.current = [...acts.current, made];
    if ((await version) === undefined) {
      acts.current = acts.current.filter((other) => other !== made);
      bringBack(item.flagId);
      return false;
    }
    const message = does === 'look' ? words.looked : words.reopened;
    toast.show({ message, onUndo: () => void takeBack(made) });
    return true;
  }

  async function takeBack(made: Act): Promise<void> {
    if (!acts.current.includes(made)) return;
    acts.current = acts.current.filter((other) => other !== made);
    const version = await made.version;
    if (version === undefined) return;
    const { item, does } = made;
    const note = item.looked?.note ?? '';
    if ((await send(item, does === 'look' ? 'reopen' : 'look', version, note)) === undefined) return;
    bringBack(item.flagId);
    toast.show({ message: words.undone });
  }

  function undo(): boolean {
    const last = acts.current.at(-1);
    if (last !== undefined) void takeBack(last);
    return last !== undefined;
  }

  return { gone, look: (item, note) => act(item, 'look', note), reopen: (item) => act(item, 'reopen'), undo };
}
