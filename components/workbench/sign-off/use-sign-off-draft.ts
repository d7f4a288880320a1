'use client';

import { useMemo, useState } from 'react';
import { blankSignOffDraft, type SignOffDraft, signOffShelf } from '@/lib/workbench/sign-off-draft';

/** What this person has typed for the sign-off of an article; it outlives the dialog and a reload of the page. */
export function useSignOffDraft(userId: string, articleId: string) {
  const shelf = useMemo(() => signOffShelf(window.sessionStorage, userId, articleId), [userId, articleId]);
  const [draft, setDraft] = useState(shelf.read);
  function write(next: SignOffDraft): void {
    shelf.write(next);
    setDraft(next);
  }
  return {
    draft,
    change: (changes: Partial<SignOffDraft>) => write({ ...draft, ...changes }),
    clear: () => write(blankSignOffDraft),
  };
}
