import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import { browserLine } from './browser-line';
import type { Listener } from './live';

/** Follows one article over the stream that all tabs share; reads it anew when too much was missed. Returns how to stop. */
export function followArticle(
  actor: Actor,
  articleId: string,
  after: () => number,
  listener: Listener,
): () => void {
  const line = browserLine(actor);
  let stop = (): void => {};
  let isStopped = false;

  function follow(from: () => number): void {
    stop();
    stop = line.followArticle(articleId, from, {
      ...listener,
      onBehind: () => void readAnew(),
    });
  }

  async function readAnew(): Promise<void> {
    listener.onLost();
    const answer = await fetch(`/api/articles/${encodeURIComponent(articleId)}`, {
      headers: { 'x-galley-person': actor.userId },
    }).catch(() => null);
    if (isStopped) return;
    if (answer?.ok !== true) return listener.onEnd();
    // Our own door wrote it; its shape is the door's contract.
    const now = (await answer.json()) as ArticleState;
    listener.onRenew(now);
    follow(() => Math.max(after(), now.seq));
  }

  follow(after);
  return () => {
    isStopped = true;
    stop();
  };
}
