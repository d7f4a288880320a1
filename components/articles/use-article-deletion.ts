'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ArticleListItem } from '@/lib/domain/lists';
import { articles as articlesWords } from '../messages/articles';
import { useToast } from '../ui/Toast';
import { sendCommand } from './send-command';

/** Deletes articles from the list at once, with Undo; a refusal brings the line back and says why. */
export function useArticleDeletion(): {
  readonly gone: ReadonlySet<string>;
  readonly remove: (article: ArticleListItem) => Promise<void>;
} {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const toast = useToast();
  const router = useRouter();
  const words = articlesWords;

  const mark = (id: string, isGone: boolean) =>
    setGone((before) => new Set(isGone ? [...before, id] : [...before].filter((other) => other !== id)));

  const complain = (error: unknown) =>
    toast.show({ message: error instanceof Error ? error.message : words.noAnswer, tone: 'danger' });

  async function remove(article: ArticleListItem) {
    mark(article.id, true);
    try {
      await sendCommand(article.id, { type: 'article.delete' });
    } catch (error) {
      mark(article.id, false);
      complain(error);
      return;
    }
    toast.show({
      message: article.isSample ? words.sampleRemoved : words.deleted(article.title),
      onUndo: () => void restore(article),
    });
    router.refresh();
  }

  async function restore(article: ArticleListItem) {
    try {
      await sendCommand(article.id, { type: 'article.restore' });
    } catch (error) {
      complain(error);
      return;
    }
    mark(article.id, false);
    toast.show({ message: words.restored(article.title) });
    router.refresh();
  }

  return { gone, remove };
}
