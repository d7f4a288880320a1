'use client';

import { type ArticleDoc, canonicalText } from '@/lib/domain/article-doc';
import { revisions } from '../messages/revisions';
import { useToast } from '../ui/Toast';

const words = revisions.edit.conflict;

/** Copies the words of a text, and says whether the browser let it. */
export function useCopyText(): (doc: ArticleDoc) => Promise<void> {
  const { show } = useToast();
  return async (doc) => {
    try {
      await navigator.clipboard.writeText(canonicalText(doc));
      show({ message: words.copied });
    } catch {
      // Browsers forbid it on pages without https.
      show({ message: words.copyFailed });
    }
  };
}
