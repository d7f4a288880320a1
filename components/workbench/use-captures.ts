'use client';

import { useEffect, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Capture, NewCapture } from '@/lib/domain/capture';
import { askServer } from '../articles/ask-server';

/** What was captured of an annotation's evidence, latest first, and how to capture one anew. */
export type Captures = {
  readonly latestOf: (evidenceId: string) => Capture | undefined;
  readonly capture: (evidenceId: string, signal: AbortSignal) => Promise<NewCapture>;
};

/** Asked for once a card with web addresses is open. */
export function useCaptures({ id, evidence }: Annotation): Captures {
  const [items, setItems] = useState<readonly Capture[]>([]);
  const hasAddress = evidence.some(({ address }) => address !== null);
  useEffect(() => {
    if (!hasAddress) return;
    const leave = new AbortController();
    askServer(`/api/annotations/${id}/captures`, { signal: leave.signal })
      // Our own door made this list; its shape is the door's contract.
      .then((answer) => setItems((answer as { readonly items: readonly Capture[] }).items))
      // Without an answer nothing is known of earlier captures; a new one says so itself.
      .catch(() => setItems([]));
    return () => leave.abort();
  }, [id, hasAddress]);
  return {
    latestOf: (evidenceId) => items.find((item) => item.evidenceId === evidenceId),
    async capture(evidenceId, signal) {
      const body = { evidenceId };
      // Our own door made this capture; its shape is the door's contract.
      const made = (await askServer(`/api/annotations/${id}/captures`, { body, signal })) as NewCapture;
      setItems((now) => [made, ...now]);
      return made;
    },
  };
}
