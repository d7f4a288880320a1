'use client';

import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Pane } from './pane';

/**
 * Where the first line of each annotation stands, in pixels below the top of the row that text and margin share.
 * Lines are measured when they are asked for and once only, until the text is laid out anew; the function is
 * another one whenever an answer may differ.
 */
export function useLineTops(
  pane: Pane | null,
  row: RefObject<HTMLElement | null>,
  annotations: readonly Annotation[],
): (annotationId: string) => number | null {
  const layout = useLayoutCount(pane);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout makes all measures void
  const measured = useMemo(() => new Map<number, number>(), [pane, layout]);
  return useMemo(() => {
    const offsets = new Map(
      annotations
        .filter(({ anchor }) => anchor.state !== 'orphaned')
        .map(({ id, anchor }) => [id, anchor.start]),
    );
    return (annotationId) => {
      const offset = offsets.get(annotationId);
      const frame = row.current;
      if (offset === undefined || pane === null || frame === null) return null;
      const known = measured.get(offset);
      if (known !== undefined) return known;
      const top = pane.lineTop(offset) - frame.getBoundingClientRect().top;
      measured.set(offset, top);
      return top;
    };
  }, [annotations, pane, row, measured]);
}

/** Counts the layouts of the text: its box has changed, or a font has arrived. */
function useLayoutCount(pane: Pane | null): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (pane === null) return;
    const renew = (): void => setCount((before) => before + 1);
    const observer = new ResizeObserver(renew);
    observer.observe(pane.element);
    document.fonts.addEventListener('loadingdone', renew);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', renew);
    };
  }, [pane]);
  return count;
}
