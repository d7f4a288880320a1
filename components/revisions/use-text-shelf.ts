'use client';

import { useEffect, useState } from 'react';
import type { TextShelf } from '@/lib/workbench/text-shelf';
import { textShelfOf } from './text-shelves';

/**
 * The unsaved texts of an article on this device; undefined until they are known. What was made from the current
 * revision is in hand again; what was made from an earlier one lies there to be offered.
 */
export function useTextShelf(userId: string, articleId: string, revisionId: string): TextShelf | undefined {
  const [shelf, setShelf] = useState<TextShelf>();
  useEffect(() => {
    let isLeft = false;
    void textShelfOf(userId, articleId).then((opened) => {
      if (isLeft) return;
      const inHand = opened.inHand();
      if (inHand !== undefined && inHand.revisionId !== revisionId) opened.putAside();
      const fitting = opened.lying().find((text) => text.revisionId === revisionId);
      if (opened.inHand() === undefined && fitting !== undefined) opened.takeUp(fitting.name);
      setShelf(opened);
    });
    return () => {
      isLeft = true;
    };
  }, [userId, articleId, revisionId]);
  return shelf;
}
