import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import { plainToRichText } from '@/lib/domain/rich-text';
import { article, at, claim, idOf, people, proposal, question } from '@/lib/domain/testing/desk';

/**
 * A desk that has worked: a claim with a suggested wording, a note and a question to the author that was answered; and
 * further annotations.
 */
export function workedDesk(...further: readonly Annotation[]): ArticleState {
  const state = article(
    claim(
      {
        status: 'proposed',
        proposal: { ...proposal, suggestedWording: 'port will cost 421 million kronor' },
      },
      {
        notes: [said(90, 'Called the ministry.', people.mara.userId)],
        threads: [
          {
            id: idOf(80),
            kind: 'author_query',
            authorId: people.tom.userId,
            createdAt: at,
            resolved: { byId: people.tom.userId, at },
            version: 1,
            replies: [said(81, 'Which year?', people.tom.userId), said(82, 'Last year.', people.mara.userId)],
          },
        ],
      },
    ),
    ...further,
  );
  const names = Object.values(people).map(({ userId: id, name }) => [id, { id, name }]);
  return { ...state, people: Object.fromEntries(names) };
}

const said = (number: number, words: string, authorId: string) => ({
  ...question,
  id: idOf(number),
  authorId,
  body: plainToRichText(words),
});
