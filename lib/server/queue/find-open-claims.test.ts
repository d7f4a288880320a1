import { beforeEach, expect, it } from 'vitest';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { setBeat } from '../team/set-beat';
import { desk, refusal } from '../testing/commands';
import { findBeats, findOpenClaims } from './find-open-claims';

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
  await at.run({
    type: 'annotation.change',
    annotationId: first,
    version: 1,
    changes: { claim: { claimTypes: ['statistic'] } },
  });
  expect((await findOpenClaims(team.editor, article.articleId)).items).toEqual([
    {
      annotationId: first,
      exact: 'The port grew.',
      status: 'unchecked',
      checkVersion: 1,
      claimTypes: ['statistic'],
      takenById: null,
    },
    {
      annotationId: second,
      exact: 'The quay cost 12 million.',
      status: 'assigned',
      checkVersion: 2,
      claimTypes: [],
      takenById: team.reviewer.userId,
    },
    {
      annotationId: third,
      exact: 'Cranes arrive in autumn.',
      status: 'unchecked',
      checkVersion: 1,
      claimTypes: [],
      takenById: null,
    },
  ]);
});

it('is for editors and owners of the team alone', async () => {
  const other = await makeTeam();
  await refusal(findOpenClaims(team.reviewer, article.articleId), 'FORBIDDEN');
  await refusal(findOpenClaims(team.viewer, article.articleId), 'FORBIDDEN');
  await refusal(findOpenClaims(other.owner, article.articleId), 'NOT_FOUND');
  expect((await findOpenClaims(team.owner, article.articleId)).items).toEqual([]);
});

it('knows what people know best, as an editor wrote it down, inside the team only', async () => {
  const beat = { types: ['statistic', 'quote'] as const, topics: ['harbour'] };
  await setBeat(team.editor, team.reviewer.userId, beat);
  expect(await findBeats(team.editor)).toEqual({ [team.reviewer.userId]: beat });
  const other = await makeTeam();
  expect(await findBeats(other.owner)).toEqual({});
  await refusal(setBeat(other.owner, team.reviewer.userId, beat), 'NOT_FOUND');
  await refusal(setBeat(team.reviewer, team.reviewer.userId, beat), 'FORBIDDEN');
  await refusal(findBeats(team.reviewer), 'FORBIDDEN');
  await setBeat(team.owner, team.reviewer.userId, { types: [], topics: [] });
  expect(await findBeats(team.editor)).toEqual({});
});
