'use client';

import { useEffect, useRef, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Passage } from '@/lib/domain/article';
import { createPlaceTeller, type PlaceTeller } from '@/lib/workbench/tell-place';
import { headerHeightPx } from '../header-height';
import type { Pane } from '../pane';

type PlaceOptions = {
  readonly actor: Actor;
  readonly articleId: string;
  readonly client: string;
  readonly pane: Pane;
  readonly passage: Passage | null;
  readonly activeId: string | null;
};

/** How long somebody is said to write after they last did. */
const writingMs = 5_000;

/** Tells colleagues where one is: what is in sight, selected or open, and whether something is being written. */
export function usePlace({ actor, articleId, client, pane, passage, activeId }: PlaceOptions): void {
  const [teller] = useState(() => createTeller(articleId, actor.userId));
  const view = useView(pane);
  const isWriting = useWriting();
  useEffect(() => {
    teller.move({ view, passage, annotationId: activeId, isWriting: isWriting && activeId !== null });
  }, [teller, view, passage, activeId, isWriting]);
  useEffect(() => teller.knownAs(client), [teller, client]);
  useEffect(() => teller.stop, [teller]);
}

/** The way in which one's place goes to the server. */
export function createTeller(articleId: string, userId: string): PlaceTeller {
  return createPlaceTeller({
    post: (client, at) => {
      // What is not heard is said again with the next movement.
      void fetch(`/api/articles/${encodeURIComponent(articleId)}/presence`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-galley-person': userId },
        body: JSON.stringify({ client, at }),
      }).catch(() => undefined);
    },
    schedule: (callback, afterMs) => {
      const timer = setTimeout(callback, afterMs);
      return () => clearTimeout(timer);
    },
  });
}

/** The offset of the first line in sight, read when scrolling has come to rest. */
function useView(pane: Pane): number | null {
  const [view, setView] = useState<number | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => setView(pane.visible(headerHeightPx(), window.innerHeight).start);
    const readSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(read, 150);
    };
    readSoon();
    window.addEventListener('scroll', readSoon, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', readSoon);
    };
  }, [pane]);
  return view;
}

function useWriting(): boolean {
  const [isWriting, setWriting] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const stop = (): void => setWriting(false);
    const hear = ({ target }: Event): void => {
      if (!(target instanceof Element) || target.closest('[data-annotation-card]') === null) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(stop, writingMs);
      setWriting(true);
    };
    document.addEventListener('input', hear);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('input', hear);
    };
  }, []);
  return isWriting;
}
