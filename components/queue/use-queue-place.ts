'use client';

import { useSearchParams } from 'next/navigation';
import { type RefObject, useRef, useState } from 'react';
import type { QueueItem, QueueLook } from '@/lib/domain/queue';
import { queueAddress } from './queue-address';

type PlaceOptions = {
  readonly look: QueueLook;
  readonly items: readonly QueueItem[];
  /** Keys of items that have left the list. */
  readonly gone: ReadonlySet<string>;
  /** The end of what is loaded comes near. */
  readonly onNearEnd: () => void;
};

export type QueuePlace = {
  readonly shown: readonly QueueItem[];
  readonly at: number;
  readonly current: QueueItem | undefined;
  readonly isInDetail: boolean;
  readonly setInDetail: (isInDetail: boolean) => void;
  readonly show: (place: number, how: 'list' | 'detail') => void;
  /** Moves to a neighbour; the focus stays on the side where it is. */
  readonly step: (by: 1 | -1) => boolean;
  readonly goToList: () => void;
  /** After an act the next claim opens by itself. */
  readonly advance: (takesFocus: boolean) => void;
  readonly listRef: RefObject<HTMLUListElement | null>;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
};

/** Which claim of the list is open, on which side one works, and how to come to the next. */
export function useQueuePlace(
  options: PlaceOptions,
  [open, setOpen]: readonly [OpenAt, (open: OpenAt) => void],
): QueuePlace {
  const { look, items, gone, onNearEnd } = options;
  const listRef = useRef<HTMLUListElement>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  // Read here and not on the server: Back to this page shows it from memory, with the address as it was left.
  const annotationId = useSearchParams().get('annotation');
  const named = items.findIndex((item) => item.annotationId === annotationId);
  const [isInDetail, setInDetail] = useState(named !== -1);
  const wanted = open.key ?? items[named]?.key;

  const shown = items.filter(({ key }) => !gone.has(key));
  const found = shown.findIndex(({ key }) => key === wanted);
  // What was open has left the list: whoever now stands at its place is the next.
  const at = found === -1 ? Math.max(0, Math.min(open.place, shown.length - 1)) : found;
  const current = shown[at];

  function show(place: number, how: 'list' | 'detail'): void {
    const item = shown[place];
    if (item === undefined) return;
    setOpen({ key: item.key, place });
    window.history.replaceState(null, '', queueAddress(look, item.annotationId));
    reachLine(listRef.current, item.key, how === 'list');
    if (how === 'detail') requestAnimationFrame(() => headingRef.current?.focus());
    if (place >= shown.length - 3) onNearEnd();
  }

  return {
    shown,
    at,
    current,
    isInDetail,
    setInDetail,
    show,
    listRef,
    headingRef,
    step(by) {
      const place = Math.min(shown.length - 1, Math.max(0, at + by));
      const isLineFocused = listRef.current?.contains(document.activeElement) ?? false;
      show(place, isLineFocused || !isInDetail ? 'list' : 'detail');
      return current !== undefined;
    },
    goToList() {
      setInDetail(false);
      if (current !== undefined) requestAnimationFrame(() => reachLine(listRef.current, current.key, true));
    },
    advance(takesFocus) {
      setOpen({ key: (shown[at + 1] ?? shown[at - 1])?.key, place: at });
      if (takesFocus) requestAnimationFrame(() => headingRef.current?.focus());
    },
  };
}

/** The open claim: its key, and its place for when it has left the list. */
export type OpenAt = { readonly key: string | undefined; readonly place: number };

/** Brings the line of a claim into view, and the focus onto it where wished. */
function reachLine(list: HTMLElement | null, key: string, takesFocus: boolean): void {
  const line = list?.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`);
  if (takesFocus) line?.focus({ preventScroll: true });
  line?.scrollIntoView({ block: 'nearest' });
}
