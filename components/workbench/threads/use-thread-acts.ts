'use client';

import type { Annotation } from '@/lib/domain/annotation';
import type { Reply, Thread } from '@/lib/domain/thread';
import { messages } from '../../messages';
import { threads as threadsWords } from '../../messages/threads';
import { useToast } from '../../ui/Toast';
import { type CommandWithoutId, useWorkbench } from '../workbench-context';

const words = threadsWords;

/** What can be done to a conversation without typing. Each act shows at once and offers to be undone. */
export function useThreadActs({ id: annotationId }: Annotation) {
  const { propose } = useWorkbench();
  const { show } = useToast();

  async function act(command: CommandWithoutId): Promise<void> {
    const answer = await propose(command);
    if (!answer.ok) show({ message: messages.margin.refused(answer.error.message), tone: 'danger' });
  }

  function actWithUndo(command: CommandWithoutId, message: string, undo: CommandWithoutId): void {
    void act(command);
    show({ message, onUndo: () => void act(undo) });
  }

  const change = (type: 'thread.resolve' | 'thread.reopen', { id, version }: Thread, by = 0) =>
    ({ type, annotationId, threadId: id, version: version + by }) as const;

  return {
    resolve: (thread: Thread): void =>
      actWithUndo(change('thread.resolve', thread), words.resolvedNow, change('thread.reopen', thread, 1)),
    reopen: (thread: Thread): void =>
      actWithUndo(change('thread.reopen', thread), words.reopenedNow, change('thread.resolve', thread, 1)),
    sayReopened: (): void => void show({ message: words.reopenedByReply }),
    remove({ id: threadId }: Thread, { id: replyId, version }: Reply): void {
      const about = { annotationId, threadId, replyId };
      actWithUndo({ type: 'reply.delete', ...about, version }, words.removed, {
        type: 'reply.restore',
        ...about,
        version: version + 1,
      });
    },
  };
}
