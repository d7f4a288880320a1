'use client';

import { readSignOffDraft, type SignOffDraft } from '@/lib/workbench/sign-off-draft';
import { useKeptForm } from '../use-kept-form';

/** What this person has typed for the sign-off of an article; it outlives the dialog and the page. */
export function useSignOffDraft(userId: string, articleId: string) {
  const [kept, keep] = useKeptForm<SignOffDraft>(`sign-off ${articleId}`, { userId, articleId });
  const draft = readSignOffDraft(kept);
  return {
    draft,
    change: (changes: Partial<SignOffDraft>) => keep({ ...draft, ...changes }),
    clear: () => keep(null),
  };
}
