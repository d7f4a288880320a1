import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import { makeArticle } from '@/prisma/builders/article';
import { getArticleState } from '../articles/get-article-state';
import { desk } from './commands';

/** The text of these articles. */
export const text = 'The port grew by 40 percent. That is splendid news. Nobody asked the fishermen.';

/** An article with that text, imported by this actor, and what is there at any moment. */
export async function openArticle(actor: Actor) {
  const { articleId, revisionId } = await makeArticle(actor, { text });
  const state = () => getArticleState(actor, articleId);
  const annotation = async (id: string): Promise<Annotation> => {
    const found = (await state()).annotations[id];
    if (found === undefined) throw new Error('The annotation is not there.');
    return found;
  };
  return { articleId, revisionId, at: desk(actor, articleId, revisionId), state, annotation };
}
