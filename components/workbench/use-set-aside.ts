'use client';

import { maxSetAsideLength, type SetAsideKind } from '@/lib/domain/set-aside';
import { useAct } from './use-act';

/** Hands words that lost against newer ones to the article's history, so that they can be found again. */
export function useSetAside(annotationId: string) {
  const { act } = useAct();
  return (about: SetAsideKind, itemId: string, words: string): void => {
    const kept = words.trim().slice(0, maxSetAsideLength);
    if (kept !== '') void act({ type: 'words.set_aside', annotationId, about, itemId, words: kept });
  };
}
