import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import { rulesMark } from '@/lib/domain/rules-mark';
import type { TeamRules } from '@/lib/domain/team-rules';
import type { Line } from './line';
import type { Listener } from './live';

/** Follows one article over the line that all tabs share; reads it anew when too much was missed. Returns how to stop. */
export function followArticle(
  line: Line,
  actor: Actor,
  articleId: string,
  known: () => ArticleState,
  listener: Listener,
): () => void {
  const after = (): number => known().seq;
  const headers = { 'x-galley-person': actor.userId };
  let isReadingRules = false;
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
      headers,
    }).catch(() => null);
    if (isStopped) return;
    if (answer?.ok !== true) return listener.onEnd();
    // Our own door wrote it; its shape is the door's contract.
    const now = (await answer.json()) as ArticleState;
    listener.onRenew(now);
    follow(() => Math.max(after(), now.seq));
  }

  async function readRules(): Promise<void> {
    isReadingRules = true;
    const answer = await fetch('/api/me/team-rules', { headers }).catch(() => null);
    isReadingRules = false;
    // What fails now is asked for when the stream stands anew.
    if (isStopped || answer?.ok !== true) return;
    // Our own door, as above.
    listener.onRules((await answer.json()) as TeamRules);
  }

  const stopRules = line.onRules((now) => {
    if (!isReadingRules && now !== rulesMark(known().rules)) void readRules();
  });
  follow(after);
  return () => {
    isStopped = true;
    stopRules();
    stop();
  };
}
