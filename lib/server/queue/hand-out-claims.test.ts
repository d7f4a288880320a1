import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { desk } from '../testing/commands';
import { handOutBody, handOutClaims } from './hand-out-claims';

it('hands all claims of a long article out in one request, while somebody else goes on with another change', async () => {
  const team = await makeTeam();
  const sentences = Array.from({ length: 210 }, (_, at) => `The port grew by ${at + 10} percent.`);
  const { articleId, revisionId } = await makeArticle(team.owner, { text: sentences.join(' ') });
  const at = desk(team.reviewer, articleId, revisionId);
  let start = 0;
  let last = '';
  for (const { length } of sentences) {
    last = await at.mark(start, start + length);
    start += length + 1;
  }
  const people = [{ id: team.reviewer.userId }, { id: team.editor.userId }];
  const wish = (dryRun: boolean) => handOutBody.parse({ how: 'evenly', people, dryRun });
  const plan = await handOutClaims(team.editor, articleId, wish(true));
  expect([plan.items.length, plan.left]).toEqual([210, 0]);
  const [done] = await Promise.all([
    handOutClaims(team.editor, articleId, wish(false)),
    at.note(last, 'Meanwhile.'),
  ]);
  expect(done.items.map(({ refusal }) => refusal)).toEqual(plan.items.map(() => null));
  expect(done.left).toBe(0);
  const held = await db.annotation.groupBy({ by: ['assigneeId'], where: { articleId }, _count: true });
  expect(held.map(({ _count }) => _count)).toEqual([105, 105]);
  expect(await handOutClaims(team.editor, articleId, wish(false))).toEqual({ items: [], left: 0 });
});
