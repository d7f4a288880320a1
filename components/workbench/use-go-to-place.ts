'use client';

import type { Passage } from '@/lib/domain/article';
import { useIsPhone } from './use-is-phone';
import { useWorkbench } from './workbench-context';

/** The way from a card to a place in the text, which is said aloud. On a phone the sheet gives way: it would cover the place. */
export function useGoToPlace(): (place: Passage, said: string) => void {
  const { setActive, goTo } = useWorkbench();
  const isPhone = useIsPhone();
  return (place, said) => {
    if (!isPhone) {
      goTo(place, said);
      return;
    }
    setActive(null, 'pointer');
    // The sheet gives the focus back as it goes; only then the text can have it.
    requestAnimationFrame(() => requestAnimationFrame(() => goTo(place, said)));
  };
}
