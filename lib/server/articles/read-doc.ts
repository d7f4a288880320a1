import 'server-only';
import { z } from 'zod';
import { eachInTurns } from '@/lib/db/each-in-turns';
import type { ArticleBlock, ArticleDoc } from '@/lib/domain/article-doc';
import { articleBlocksSchema } from '@/lib/domain/article-doc-schema';
import { DomainError } from '@/lib/domain/errors';
import { sentenceOfIssues } from '../validate';

/** A document at a door, of which only the outside was looked at: `readDoc` validates the rest. */
export const unreadDoc = z.strictObject({ type: z.literal('doc'), content: z.array(z.unknown()).min(1) });

/**
 * Validates a document block by block, as `articleDocSchema` does in one piece; a long one holds nobody up meanwhile.
 * Throws INVALID.
 */
export async function readDoc({ content }: z.output<typeof unreadDoc>): Promise<ArticleDoc> {
  const blocks: ArticleBlock[] = [];
  await eachInTurns(content, (block) => {
    const parsed = articleBlocksSchema.safeParse([block]);
    if (!parsed.success) throw new DomainError('INVALID', sentenceOfIssues(parsed.error.issues));
    blocks.push(...parsed.data);
  });
  return { type: 'doc', content: blocks };
}
