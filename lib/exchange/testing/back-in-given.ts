import { createHash } from 'node:crypto';
import type { ArticleState } from '@/lib/domain/apply';
import type { BackInGiven } from '../back-in';

/** What a plan is worked out from, where the whole state of an article is at hand. */
export function givenOf(
  {
    revision,
    annotations,
    article,
  }: Pick<ArticleState, 'revision' | 'annotations'> & Partial<Pick<ArticleState, 'article'>>,
  more: Partial<BackInGiven> = {},
): BackInGiven {
  const { id, number, text, doc } = revision;
  return {
    actor: { userId: '00000000-0000-4000-8000-000000000001' },
    revisions: [{ id, number, text }],
    doc,
    article: { title: article?.title ?? '', version: article?.version ?? 1 },
    annotations: Object.values(annotations),
    isDeleted: () => false,
    idOf: hashedId,
    ...more,
  };
}

/** A UUID that the same words always give. */
export function hashedId(...words: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(words)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
