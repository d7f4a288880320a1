import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { FlagPriority } from '@/lib/domain/annotation';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { desk, refusal } from '../testing/commands';
import { countQueue, countQueueSplits } from './count-queue';
import { findQueue } from './find-queue';

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

const reasons = (items: readonly { readonly flag: { readonly reason: string } | null }[]) =>
  items.map(({ flag }) => flag?.reason);

it('lists the open flags of all articles, most urgent first, then oldest, in pages that neither skip nor repeat', async () => {
  const found: unknown[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await findQueue(team.viewer, { split: 'open', limit: 2, ...(cursor && { cursor }) });
    found.push(...reasons(page.items));
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(found).toEqual(['1', '4', '3', '2', '5', '0']);
});

it('counts the parts and finds what is urgent', async () => {
  const { open, mine, unassigned, looked } = await countQueueSplits(team.reviewer);
  expect({ open, mine, unassigned, looked }).toEqual({ open: 6, mine: 0, unassigned: 6, looked: 0 });
  expect(await countQueue(team.viewer)).toBe(6);
  const urgent = await findQueue(team.editor, { split: 'open', priority: 'urgent' });
  expect(reasons(urgent.items)).toEqual(['1', '4']);
  expect(await countQueueSplits(team.editor, { priority: 'urgent' })).toMatchObject({ open: 2 });
});

it('shows what is needed to judge without opening the article, and moves what was looked at', async () => {
  const [item] = (await findQueue(team.viewer, { split: 'open' })).items;
  if (item?.flag === undefined || item.flag === null) throw new Error('The queue is empty.');
  expect(item).toMatchObject({
    articleTitle: 'Two',
    mark: 'claim',
    exact: 'The port grew by 40 percent.',
    suffix: ' That is splendid news. Nobody a',
    status: 'unchecked',
    priority: 'urgent',
    flag: { priority: 'urgent', raisedBy: { name: 'The reviewer' }, looked: null },
    noteCount: 0,
    evidenceCount: 0,
  });
  const at = desk(team.editor, item.articleId, '');
  await at.note(item.annotationId, 'Asked the port.');
  await at.attach(item.annotationId);
  const { annotationId, flag } = item;
  await at.run({
    type: 'flag.look',
    annotationId,
    flagId: flag.id,
    version: flag.version,
    note: 'It is 25.',
  });
  const { items } = await findQueue(team.viewer, { split: 'looked' });
  expect(await countQueueSplits(team.viewer)).toMatchObject({ open: 5, looked: 1 });
  expect(items).toMatchObject([
    {
      key: flag.id,
      noteCount: 1,
      evidenceCount: 1,
      flag: { id: flag.id, looked: { by: { name: 'The editor' }, note: 'It is 25.' } },
    },
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

it('asks nobody to check a passage that only repeats a claim', async () => {
  const own = await makeTeam();
  const { articleId, revisionId } = await makeArticle(own.editor, { title: 'Said twice', text });
  const at = desk(own.reviewer, articleId, revisionId);
  const claim = await at.mark(0, 28);
  const again = await at.mark(29, 51);
  for (const annotationId of [claim, again]) await at.flag(annotationId);
  expect(await countQueueSplits(own.reviewer)).toMatchObject({ unassigned: 2 });
  await at.run({ type: 'annotation.change', annotationId: again, version: 1, changes: { repeatsId: claim } });
  expect(await countQueueSplits(own.reviewer)).toMatchObject({ open: 2, unassigned: 1 });
  const { items } = await findQueue(own.reviewer, { split: 'unassigned' });
  expect(items.map(({ annotationId }) => annotationId)).toEqual([claim]);
});
