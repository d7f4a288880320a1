import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { plainToRichText } from '@/lib/domain/rich-text';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { findEvents } from './articles/find-events';
import { getArticleState } from './articles/get-article-state';
import { execute, executeAll } from './execute';
import { command, desk } from './testing/commands';

const text = 'The port grew by 40 percent. That is splendid news.';

it('keeps words that lost in the record, and changes nothing else', async () => {
  const [team, stranger] = [await makeTeam(), await makeTeam('Another paper')];
  const { articleId, revisionId } = await makeArticle(team.reviewer, { text });
  const annotationId = await desk(team.reviewer, articleId, revisionId).mark(4, 27);
  const { seq: _before, ...before } = await getArticleState(team.reviewer, articleId);
  const body = {
    type: 'words.set_aside',
    annotationId,
    about: 'note',
    itemId: randomUUID(),
    words: 'What I had written.',
  } as const;
  const lost = command(body);
  await execute(team.editor, articleId, lost);
  const { seq, ...after } = await getArticleState(team.reviewer, articleId);
  expect(after.annotations).toEqual(before.annotations);
  const { items } = await findEvents(team.viewer, articleId, { after: seq - 1 });
  expect(items.map(({ body: said, actor }) => [said, actor.id])).toEqual([[body, team.editor.userId]]);
  const again = { ...lost, commandId: randomUUID() };
  await expect(execute(team.viewer, articleId, again)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(execute(stranger.owner, articleId, again)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('makes each of many commands once, sent one to five times, out of order and side by side', async () => {
  const team = await makeTeam();
  const { articleId, revisionId } = await makeArticle(team.reviewer, { text });
  const annotationId = await desk(team.reviewer, articleId, revisionId).mark(4, 27);
  const before = (await getArticleState(team.reviewer, articleId)).seq;
  const count = 80;
  const commands = Array.from({ length: count }, (_, number) =>
    command({
      type: 'note.create',
      annotationId,
      noteId: randomUUID(),
      body: plainToRichText(`Note ${number}`),
    }),
  );
  // A fixed mixture: every command 1 + n % 5 times, spread over the whole.
  const sendings = commands
    .flatMap((one, n) =>
      Array.from({ length: 1 + (n % 5) }, (_, time) => ({ one, at: (n * 7919 + time * 104_729) % 10_007 })),
    )
    .sort((one, other) => one.at - other.at)
    .map(({ one }) => one);
  const requests = Array.from({ length: Math.ceil(sendings.length / 50) }, (_, n) =>
    sendings.slice(n * 50, n * 50 + 50),
  );
  const seqOf = new Map<string, Set<number>>();
  const lanes = Array.from({ length: 4 }, (_, lane) => requests.filter((_request, n) => n % 4 === lane));
  await Promise.all(
    lanes.map(async (lane) => {
      for (const request of lane) {
        const answers = await executeAll(team.reviewer, articleId, request);
        for (const [n, answer] of answers.entries()) {
          if (!answer.ok) throw new Error(answer.error.message);
          const id = request[n]?.commandId ?? '';
          seqOf.set(id, (seqOf.get(id) ?? new Set()).add(answer.event.seq));
        }
      }
    }),
  );
  const rows = await db.note.count({ where: { annotationId } });
  const events = await db.articleEvent.count({ where: { articleId, seq: { gt: before } } });
  console.log(`    ${count} commands sent ${sendings.length} times: ${rows} rows, ${events} events`);
  expect([rows, events]).toEqual([count, count]);
  expect([...seqOf.values()].every((seqs) => seqs.size === 1)).toBe(true);
});
