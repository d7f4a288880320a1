'use client';

import { useState } from 'react';
import type { SessionCommand } from '@/lib/domain/session-command';
import { Refusal } from '../articles/ask-server';
import { sendCommand } from '../articles/send-command';
import { articles as articlesWords } from '../messages/articles';
import { sessions as words } from '../messages/sessions';
import { useToast } from '../ui/Toast';

/** `Omit` for each kind of command by itself. */
type WithoutId<T> = T extends unknown ? Omit<T, 'commandId'> : never;

export type SessionActs = {
  readonly isBusy: boolean;
  /** Sends what is done in a session; the refusal in a sentence, or null when it is saved. */
  readonly send: (command: WithoutId<SessionCommand>, said?: string) => Promise<string | null>;
};

/**
 * What is done in a session goes to the server and comes back to everybody by the stream. `catchUp` fetches it at once
 * for whoever did it; `said` is shown when it is saved, and without it a refusal is left to the caller to show.
 */
export function useSessionActs(articleId: string, catchUp: () => Promise<void>): SessionActs {
  const [isBusy, setBusy] = useState(false);
  const toast = useToast();

  async function send(command: WithoutId<SessionCommand>, said?: string): Promise<string | null> {
    setBusy(true);
    try {
      await sendCommand(articleId, command);
      await catchUp();
      if (said !== undefined) toast.show({ message: said });
      return null;
    } catch (error) {
      const sentence = error instanceof Refusal ? error.message : articlesWords.noAnswer;
      if (said !== undefined) toast.show({ message: words.failed(sentence), tone: 'danger' });
      await catchUp();
      return sentence;
    } finally {
      setBusy(false);
    }
  }

  return { isBusy, send };
}
