'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { Capture } from '@/lib/domain/capture';
import { browserLine } from '@/lib/workbench/browser-line';
import { createTurns } from '@/lib/workbench/turns';
import { askServer } from '../articles/ask-server';

/** What was captured of an annotation's evidence, latest first, and how to have one fetched or taken back. */
export type Captures = {
  readonly latestOf: (evidenceId: string) => Capture | undefined;
  readonly ask: (evidenceId: string) => Promise<void>;
  readonly cancel: (captureId: string) => Promise<void>;
};

/** The live stream says when one has come; where it does not, this asks. */
const askEveryMs = 4_000;

/** Asked for once a card with web addresses is open, and anew whenever somebody's capture begins, comes or is cancelled. */
export function useCaptures(actor: Actor, { id, evidence }: Annotation): Captures {
  const [items, setItems] = useState<readonly Capture[]>([]);
  const hasAddress = evidence.some(({ address }) => address !== null);
  const isWaiting = items.some(({ at }) => at === null);
  const [begin] = useState(createTurns);

  const read = useCallback(
    async (signal?: AbortSignal): Promise<void> => {
      const isNewest = begin();
      try {
        const answer = await askServer(`/api/annotations/${id}/captures`, { signal });
        if (!isNewest()) return;
        // Our own door made this list; its shape is the door's contract.
        setItems((answer as { readonly items: readonly Capture[] }).items);
      } catch {
        // What is known already stays; a wish that fails says so itself.
      }
    },
    [id, begin],
  );

  useEffect(() => {
    if (!hasAddress) return;
    const leave = new AbortController();
    void read(leave.signal);
    const stop = browserLine(actor).onCapture(id, () => void read(leave.signal));
    return () => {
      leave.abort();
      stop();
    };
  }, [actor, id, hasAddress, read]);

  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => void read(), askEveryMs);
    return () => clearInterval(timer);
  }, [isWaiting, read]);

  return {
    latestOf: (evidenceId) => items.find((item) => item.evidenceId === evidenceId),
    async ask(evidenceId) {
      await askServer(`/api/annotations/${id}/captures`, { body: { evidenceId } });
      await read();
    },
    async cancel(captureId) {
      await askServer(`/api/annotations/${id}/captures/${captureId}`, { method: 'DELETE' });
      await read();
    },
  };
}
