'use client';

import { useEffect, useRef } from 'react';
import type { Annotation } from '@/lib/domain/annotation';

/**
 * A step takes its own button away: the card keeps the focus that was on it. Gives what is called when a step is
 * taken; nobody else's step moves the focus.
 */
export function useKeptFocus({ id, check }: Annotation): () => void {
  const wasOnCard = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the step has changed the check
  useEffect(() => {
    if (!wasOnCard.current) return;
    wasOnCard.current = false;
    if (document.activeElement !== document.body) return;
    const card = document.querySelector(`[data-annotation-card="${id}"]`);
    card?.querySelector<HTMLElement>('[data-card-toggle]')?.focus({ preventScroll: true });
  }, [check.version, id]);
  return () => {
    wasOnCard.current = (document.activeElement?.closest(`[data-annotation-card="${id}"]`) ?? null) !== null;
  };
}
