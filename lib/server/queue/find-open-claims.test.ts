import { beforeEach, expect, it } from 'vitest';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { desk, refusal } from '../testing/commands';
import { findOpenClaims } from './find-open-claims';

const text = 'The port grew. The quay cost 12 million. It is splendid. Cranes arrive in autumn.';
let team: Awaited<ReturnType<typeof makeTeam>>;
let article: { articleId: string; revisionId: string };

beforeEach(async () => {
  team = await makeTeam();
  article = await makeArticle(team.editor, { text });
});

it('lists the claims that wait for an outcome in the order of the text, with who has them', async () => {
  const at = desk(team.reviewer, article.articleId, article.revisionId);
  const third = await at.mark(57, 81);
  const first = await at.mark(0, 14);
  const second = await at.mark(15, 40);
  await at.mark(41, 56, 'opinion');
  await at.run({
    type: 'check.plan',
    annotationId: second,
    version: 1,
    changes: { assigneeId: team.reviewer.userId },
  });
  expect(await findOpenClaims(team.editor, article.articleId)).toEqual([
    { annotationId: first, exact: 'The port grew.', status: 'unchecked', checkVersion: 1, takenById: null },
    {
      annotationId: second,
      exact: 'The quay cost 12 million.',
      status: 'assigned',
      checkVersion: 2,
      takenById: team.reviewer.userId,
    },
    {
      annotationId: third,
      exact: 'Cranes arrive in autumn.',
      status: 'unchecked',
      checkVersion: 1,
      takenById: null,
    },
  ]);
});

it('is for editors and owners of the team alone', async () => {
  const other = await makeTeam();
  await refusal(findOpenClaims(team.reviewer, article.articleId), 'FORBIDDEN');
  await refusal(findOpenClaims(team.viewer, article.articleId), 'FORBIDDEN');
  await refusal(findOpenClaims(other.owner, article.articleId), 'NOT_FOUND');
  expect(await findOpenClaims(team.owner, article.articleId)).toEqual([]);
});
