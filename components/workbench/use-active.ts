'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArticleState } from '@/lib/domain/apply';
import { messages } from '../messages';
import { useToast } from '../ui/Toast';
import { headerHeightPx } from './header-height';
import type { Pane } from './pane';
import { isPhoneNow } from './use-is-phone';

type Active = {
  readonly activeId: string | null;
  readonly setActive: (id: string | null, how: 'pointer' | 'key' | 'link') => void;
};

/** How much of a phone's screen the text keeps while a card is open. */
const aboveSheet = 0.42;

/**
 * The annotation whose card is open. Its passage is brought into sight where it is not; a link in the address
 * opens one as soon as the text is there, whatever the filters hide.
 */
export function useActive(
  pane: Pane | null,
  annotations: ArticleState['annotations'],
  query: string,
): Active {
  const [linkedId] = useState(() => new URLSearchParams(query).get('annotation'));
  const [activeId, setActiveId] = useState<string | null>(null);
  const { show } = useToast();
  const known = useRef(annotations);
  useEffect(() => {
    known.current = annotations;
  });

  const setActive = useCallback(
    (id: string | null): void => {
      setActiveId(id);
      const anchor = id === null ? undefined : known.current[id]?.anchor;
      if (pane !== null && anchor !== undefined && anchor.state !== 'orphaned') {
        // On a phone the sheet with the card takes the lower part of the screen.
        pane.reveal(anchor, headerHeightPx(), window.innerHeight * (isPhoneNow() ? aboveSheet : 1));
      }
    },
    [pane],
  );

  const isLinkFollowed = useRef(false);
  useEffect(() => {
    if (pane === null || linkedId === null || isLinkFollowed.current) return;
    isLinkFollowed.current = true;
    if (known.current[linkedId] === undefined) show({ message: messages.workbench.done.notFound });
    else setActive(linkedId);
  }, [pane, linkedId, setActive, show]);

  // What a colleague deletes is no longer open.
  const isThere = activeId !== null && annotations[activeId] !== undefined;
  return { activeId: isThere ? activeId : null, setActive };
}
