import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { plainToRichText, richTextToPlain } from '@/lib/domain/rich-text';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { desk, refusal } from '../testing/commands';
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
