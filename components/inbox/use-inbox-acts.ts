'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { InboxAct, InboxItem } from '@/lib/domain/notification';
import { askServer } from '../articles/ask-server';
import { articles as articlesWords } from '../messages/articles';
import { inbox as inboxWords } from '../messages/inbox';
import { useToast } from '../ui/Toast';

const words = inboxWords;

/** What the hand has changed and the server's list does not say yet. */
type Changed = { readonly isRead?: boolean; readonly isMuted?: boolean };

/** An act that can be taken back: at once, or, where the server has not answered yet, as soon as it has. */
type Step = { undo?: () => void; isWantedBack?: boolean };

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
  const latest = useRef<Step>(undefined);

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

  /** From now on it is what `undo` takes back. */
  function begin(): Step {
    latest.current = {};
    return latest.current;
  }

  function forget(step: Step): void {
    if (latest.current === step) latest.current = undefined;
  }

  function offer(step: Step, message: string, undo: () => void): void {
    const once = (): void => {
      forget(step);
      if (id !== undefined) toast.close(id);
      undo();
    };
    const id = step.isWantedBack === true ? undefined : toast.show({ message, onUndo: once });
    if (id === undefined) once();
    else step.undo = once;
  }

  async function showRead({ id }: InboxItem, isRead: boolean): Promise<boolean> {
    const show = (value: boolean) => setLines((now) => new Map(now).set(id, { isRead: value }));
    show(isRead);
    const answer = await ask({ act: 'read', ids: [id], isRead });
    if (answer === false) show(!isRead);
    return answer !== false;
  }

  async function setRead(item: InboxItem, isRead: boolean, how: 'quiet' | 'said' = 'said'): Promise<void> {
    if (how === 'quiet') {
      await showRead(item, isRead);
      return;
    }
    const step = begin();
    if (await showRead(item, isRead))
      offer(step, isRead ? words.readNow : words.unreadNow, () => void showRead(item, !isRead));
    else forget(step);
  }

  async function readAll(): Promise<void> {
    const step = begin();
    const before = lines;
    setAllRead(true);
    setLines(new Map());
    const at = await ask({ act: 'read_all' });
    if (at === false || at === undefined) {
      forget(step);
      setAllRead(false);
      setLines(before);
      return;
    }
    offer(step, words.allRead, () => {
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
    const step = begin();
    if (await set(isMuted))
      offer(step, (isMuted ? words.mutedNow : words.unmutedNow)(articleTitle), () => void set(!isMuted));
    else forget(step);
  }

  return {
    isRead: ({ id, readAt }: InboxItem): boolean => lines.get(id)?.isRead ?? (isAllRead || readAt !== null),
    isMuted: ({ articleId, isArticleMuted }: InboxItem): boolean => articles.get(articleId) ?? isArticleMuted,
    setRead,
    readAll,
    mute,
    undo: (): boolean => {
      const step = latest.current;
      if (step?.undo !== undefined) step.undo();
      else if (step !== undefined) step.isWantedBack = true;
      return step !== undefined;
    },
  };
}
