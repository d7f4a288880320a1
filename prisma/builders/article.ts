import type { Actor } from '@/lib/domain/actor';
import { type ArticleDetails, unknownDetails } from '@/lib/domain/article';
import type { ArticleDoc } from '@/lib/domain/article-doc';
import { type CreatedArticle, createArticle } from '@/lib/server/articles/create-article';

/** A document of plain paragraphs, divided by empty lines, the first without a lead. */
export function plainDoc(text: string): ArticleDoc {
  return {
    type: 'doc',
    content: text.split('\n\n').map((words, index) => ({
      type: 'paragraph',
      attrs: { lead: index === 0 ? '' : '\n\n' },
      content: [{ type: 'text', text: words }],
    })),
  };
}

/** Details with nothing known but the headline. */
export function plainDetails(title: string): ArticleDetails {
  return {
    ...unknownDetails,
    title,
    language: 'en',
  };
}

/** Builds an article from paragraphs of plain text through the same use case as everybody's import. */
export async function makeArticle(
  actor: Actor,
  {
    title = 'The harbour grows',
    text,
    sourceAddress = null,
  }: { readonly title?: string; readonly text: string; readonly sourceAddress?: string | null },
): Promise<CreatedArticle> {
  return createArticle(actor, { details: { ...plainDetails(title), sourceAddress }, doc: plainDoc(text) });
}
