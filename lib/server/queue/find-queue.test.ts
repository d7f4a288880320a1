import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { FlagPriority } from '@/lib/domain/annotation';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { desk, refusal } from '../testing/commands';
import { countQueue, findQueue } from './find-queue';

const text = 'The port grew by 40 percent. That is splendid news. Nobody asked the fishermen.';
let team: Awaited<ReturnType<typeof makeTeam>>;
let articles: { articleId: string; revisionId: string }[];

beforeAll(async () => {
  team = await makeTeam();
  articles = [
    await makeArticle(team.editor, { title: 'One', text }),
    await makeArticle(team.editor, { title: 'Two', text }),
  ];
  const priorities: FlagPriority[] = ['low', 'urgent', 'normal', 'high', 'urgent', 'normal'];
  for (const [index, priority] of priorities.entries()) {
    const article = articles[index % 2];
    if (article === undefined) throw new Error('no article');
    const at = desk(index < 4 ? team.reviewer : team.editor, article.articleId, article.revisionId);
    const annotationId = await at.mark(0, 28);
    const fields = { reason: `${index}`, priority };
    await at.run({ type: 'flag.raise', annotationId, flagId: randomUUID(), fields });
  }
});

const reasons = (items: readonly { readonly reason: string }[]) => items.map(({ reason }) => reason);

it('lists the open flags of all articles, most urgent first, then oldest, in pages that neither skip nor repeat', async () => {
  const found: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await findQueue(team.viewer, { split: 'open', limit: 2, ...(cursor && { cursor }) });
    found.push(...reasons(page.items));
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(found).toEqual(['1', '4', '3', '2', '5', '0']);
});

it('counts and divides: open, mine, urgent, looked at', async () => {
  const { counts, items } = await findQueue(team.reviewer, { split: 'mine' });
  expect(counts).toEqual({ open: 6, mine: 4, urgent: 2, looked: 0 });
  expect(reasons(items)).toEqual(['1', '3', '2', '0']);
  expect(await countQueue(team.viewer)).toBe(6);
  expect(reasons((await findQueue(team.editor, { split: 'urgent' })).items)).toEqual(['1', '4']);
});

it('shows what is needed to judge without opening the article, and moves what was looked at', async () => {
  const [item] = (await findQueue(team.viewer, { split: 'open' })).items;
  if (item === undefined) throw new Error('The queue is empty.');
  expect(item).toMatchObject({
    articleTitle: 'Two',
    mark: 'claim',
    exact: 'The port grew by 40 percent.',
    suffix: ' That is splendid news. Nobody a',
    priority: 'urgent',
    raisedBy: { name: 'The reviewer' },
    looked: null,
    noteCount: 0,
    evidenceCount: 0,
  });
  const at = desk(team.editor, item.articleId, '');
  await at.note(item.annotationId, 'Asked the port.');
  await at.attach(item.annotationId);
  const { annotationId, flagId, flagVersion: version } = item;
  await at.run({ type: 'flag.look', annotationId, flagId, version, note: 'It is 25.' });
  const { items, counts } = await findQueue(team.viewer, { split: 'looked' });
  expect(counts).toEqual({ open: 5, mine: 0, urgent: 1, looked: 1 });
  expect(items).toMatchObject([
    { flagId, noteCount: 1, evidenceCount: 1, looked: { by: { name: 'The editor' }, note: 'It is 25.' } },
  ]);
});

it('shows nothing of deleted annotations, deleted articles and other teams', async () => {
  const own = await makeTeam();
  const { articleId, revisionId } = await makeArticle(own.editor, { text });
  const at = desk(own.editor, articleId, revisionId);
  const annotationId = await at.mark(0, 28);
  await at.flag(annotationId);
  expect(await countQueue(team.owner)).toBe(5);
  expect(await countQueue(own.viewer)).toBe(1);
  await at.run({ type: 'annotation.delete', annotationId, version: 1 });
  expect((await findQueue(own.viewer, { split: 'open' })).items).toEqual([]);
  await at.run({ type: 'annotation.restore', annotationId, version: 2 });
  expect(await countQueue(own.viewer)).toBe(1);
  await at.run({ type: 'article.delete' });
  expect(await countQueue(own.viewer)).toBe(0);
});

it('refuses a cursor that is none', async () => {
  await refusal(findQueue(team.owner, { split: 'open', cursor: 'W10' }), 'INVALID');
});
