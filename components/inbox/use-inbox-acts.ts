'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { InboxAct, InboxItem } from '@/lib/domain/notification';
import { askServer } from '../articles/ask-server';
import { articles as articlesWords } from '../messages/articles';
import { inbox as inboxWords } from '../messages/inbox';
import { useToast } from '../ui/Toast';

const words = inboxWords;

/** What the hand has changed and the server's list does not say yet. */
type Changed = { readonly isRead?: boolean; readonly isMuted?: boolean };

/**
 * What can be done in the inbox. Each act shows at once, is taken back with a sentence when the server refuses it, and
 * offers to be undone; `undo` takes back the latest.
 */
export function useInboxActs() {
  const router = useRouter();
  const toast = useToast();
  const [lines, setLines] = useState<ReadonlyMap<string, Changed>>(new Map());
  const [articles, setArticles] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [isAllRead, setAllRead] = useState(false);
  const [undoLatest, setUndoLatest] = useState<() => void>();

  async function ask(act: InboxAct): Promise<string | undefined | false> {
    try {
      // our own door made this answer; its shape is the door's contract
      const { at } = (await askServer('/api/inbox', { body: act })) as { readonly at?: string };
      router.refresh();
      return at;
    } catch (error) {
      const sentence = error instanceof Error ? error.message : articlesWords.noAnswer;
      toast.show({ message: words.refused(sentence), tone: 'danger' });
      return false;
    }
  }

  function offer(message: string, undo: () => void): void {
    const once = (): void => {
      setUndoLatest(undefined);
      toast.close(id);
      undo();
    };
    const id = toast.show({ message, onUndo: once });
    setUndoLatest(() => once);
  }

  async function setRead(item: InboxItem, isRead: boolean, how: 'quiet' | 'said' = 'said'): Promise<void> {
    const show = (value: boolean) => setLines((now) => new Map(now).set(item.id, { isRead: value }));
    show(isRead);
    const answer = await ask({ act: 'read', ids: [item.id], isRead });
    if (answer === false) show(!isRead);
    else if (how === 'said')
      offer(isRead ? words.readNow : words.unreadNow, () => void setRead(item, !isRead, 'quiet'));
  }

  async function readAll(): Promise<void> {
    const before = lines;
    setAllRead(true);
    setLines(new Map());
    const at = await ask({ act: 'read_all' });
    if (at === false || at === undefined) {
      setAllRead(false);
      setLines(before);
      return;
    }
    offer(words.allRead, () => {
      setAllRead(false);
      setLines(before);
      void ask({ act: 'unread_all', at });
    });
  }

  async function mute({ articleId, articleTitle }: InboxItem, isMuted: boolean): Promise<void> {
    const set = async (value: boolean): Promise<boolean> => {
      setArticles((now) => new Map(now).set(articleId, value));
      const answer = await ask({ act: 'mute', articleId, isMuted: value });
      if (answer === false) setArticles((now) => new Map(now).set(articleId, !value));
      return answer !== false;
    };
    if (await set(isMuted))
      offer((isMuted ? words.mutedNow : words.unmutedNow)(articleTitle), () => void set(!isMuted));
  }

  return {
    isRead: ({ id, readAt }: InboxItem): boolean => lines.get(id)?.isRead ?? (isAllRead || readAt !== null),
    isMuted: ({ articleId, isArticleMuted }: InboxItem): boolean => articles.get(articleId) ?? isArticleMuted,
    setRead,
    readAll,
    mute,
    undo: (): boolean => {
      undoLatest?.();
      return undoLatest !== undefined;
    },
  };
}
