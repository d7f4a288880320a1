import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { noDepth } from '@/lib/domain/no-depth';
import { plainToRichText, richTextToPlain } from '@/lib/domain/rich-text';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { desk, portStatistics, refusal } from '../testing/commands';
import { findEvidenceVersions } from './find-evidence-versions';
import { findVersions } from './find-versions';

it('tells what a note and a reply have said, oldest first, also after deletion', async () => {
  const team = await makeTeam();
  const { articleId, revisionId } = await makeArticle(team.reviewer, {
    text: 'The port grew by 40 percent.',
  });
  const { run, mark, note } = desk(team.reviewer, articleId, revisionId);
  const annotationId = await mark(0, 8);
  const noteId = await note(annotationId, 'One.');
  const [threadId, replyId, second] = [randomUUID(), randomUUID(), randomUUID()];
  const at = { annotationId, threadId, mentions: [] };
  const body = plainToRichText;
  await run({ type: 'note.change', annotationId, noteId, version: 1, body: body('Two.') });
  await run({ type: 'note.delete', annotationId, noteId, version: 2 });
  await run({ type: 'thread.open', ...at, replyId, kind: 'discussion', body: body('Why?') });
  await run({ type: 'thread.reply', ...at, replyId: second, body: body('Because.') });
  await run({ type: 'reply.change', ...at, replyId, version: 1, body: body('Why not?') });
  await run({ type: 'reply.change', ...at, replyId: second, version: 1, body: body('Well.') });

  const said = async (id: string) =>
    (await findVersions(team.viewer, articleId, id)).items.map(({ body: words }) => richTextToPlain(words));
  expect(await said(noteId)).toEqual(['One.', 'Two.']);
  expect(await said(replyId)).toEqual(['Why?', 'Why not?']);
  expect(await said(second)).toEqual(['Because.', 'Well.']);
  expect(await said(annotationId)).toEqual([]);

  const others = await makeTeam('Others');
  await refusal(findVersions(others.owner, articleId, noteId), 'NOT_FOUND');
});

it('tells what evidence has said, oldest first, with who changed it', async () => {
  const team = await makeTeam();
  const made = await makeArticle(team.reviewer, { text: 'The port grew by 40 percent.' });
  const { articleId, revisionId } = made;
  const { run, mark, attach } = desk(team.reviewer, articleId, revisionId);
  const annotationId = await mark(0, 8);
  const evidenceId = await attach(annotationId);
  const at = { type: 'evidence.change', annotationId, evidenceId } as const;
  await run({ ...at, version: 1, changes: { stance: 'mixed', locator: 'p. 9' } });
  await run({ type: 'evidence.delete', annotationId, evidenceId, version: 2 });
  await refusal(findEvidenceVersions(team.viewer, articleId, evidenceId), 'NOT_FOUND');
  await run({ type: 'evidence.restore', annotationId, evidenceId, version: 3 });
  await desk(team.editor, articleId, revisionId).run({ ...at, version: 4, changes: { locator: null } });

  const versions = await findEvidenceVersions(team.viewer, articleId, evidenceId);
  const { stance, locator } = portStatistics;
  expect(versions.map(({ version, byId, fields }) => [version, byId, fields.stance, fields.locator])).toEqual(
    [
      [1, team.reviewer.userId, stance, locator],
      [2, team.reviewer.userId, 'mixed', 'p. 9'],
      [5, team.editor.userId, 'mixed', null],
    ],
  );
  expect(versions[0]?.fields).toEqual({ ...noDepth, ...portStatistics });
  const others = await makeTeam('Others');
  await refusal(findEvidenceVersions(others.owner, articleId, evidenceId), 'NOT_FOUND');
  const elsewhere = await makeArticle(team.reviewer, { text: 'Another.' });
  await refusal(findEvidenceVersions(team.viewer, elsewhere.articleId, evidenceId), 'NOT_FOUND');
});
