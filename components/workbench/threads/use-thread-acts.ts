'use client';

import type { Annotation } from '@/lib/domain/annotation';
import type { Reply, Thread } from '@/lib/domain/thread';
import { threads as threadsWords } from '../../messages/threads';
import { useToast } from '../../ui/Toast';
import { useAct } from '../use-act';

const words = threadsWords;

/** What can be done to a conversation without typing. Each act shows at once and offers to be undone. */
export function useThreadActs({ id: annotationId }: Annotation) {
  const { actWithUndo } = useAct();
  const { show } = useToast();

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
