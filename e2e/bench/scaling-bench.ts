import { randomUUID } from 'node:crypto';
import { type Figure, median, show } from '@/lib/cli/figures';
import type { Actor } from '@/lib/domain/actor';
import type { TextCommand } from '@/lib/domain/text-commands';
import { findArticles } from '@/lib/server/articles/find-articles';
import { getArticleState } from '@/lib/server/articles/get-article-state';
import { importGalleyFile } from '@/lib/server/articles/import-galley-file';
import { reviseArticle } from '@/lib/server/articles/revise-article';
import { findQueue } from '@/lib/server/queue/find-queue';
import { plainDoc } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { annotatedArticle } from './annotated-article';
import { fillArchive } from './archive';
import { type Bench, type Desk, sizes } from './desk';
import { wordAt } from './made-up-text';

const runs = 15;

/** How the three large reads and new text grow with what there is; in the server, without the way to it. */
export const scalingBench: Bench = {
  name: 'scaling',
  measure: async (desk) => [
    ...(await measureStates(desk)),
    ...(await measureRevisions(desk)),
    ...(await measureQueue(desk)),
    ...(await measureList(desk)),
  ],
};

type Point = { readonly size: number; readonly ms: number };

async function measureStates(desk: Desk): Promise<Figure[]> {
  const points: Point[] = [];
  for (const size of [sizes.sample, sizes.long, sizes.huge]) {
    const { articleId } = await desk.article(size);
    await desk.settle();
    points.push({
      size: size.annotations,
      ms: await time(() => getArticleState(desk.team.editor, articleId)),
    });
  }
  return figures('Whole article read', 'annotations', points);
}

/** New text in which a word of every 97th paragraph is another one, from the command to its commit. */
async function measureRevisions(desk: Desk): Promise<Figure[]> {
  const { editor } = await makeTeam('The Revision Courier');
  const points: Point[] = [];
  for (const size of [sizes.sample, sizes.long, sizes.huge]) {
    const { articleId } = await importGalleyFile(editor, { file: annotatedArticle(size) });
    await desk.settle();
    const times: number[] = [];
    for (let run = 0; run < revisionRuns; run += 1) {
      const { revision } = await getArticleState(editor, articleId);
      const command: TextCommand = {
        type: 'article.revise',
        commandId: randomUUID(),
        revisionId: randomUUID(),
        baseRevisionId: revision.id,
        doc: plainDoc(withOtherWords(revision.text, run)),
        edits: null,
        source: 'edited',
        reason: '',
      };
      const began = performance.now();
      await reviseArticle(editor, articleId, command);
      times.push(performance.now() - began);
    }
    points.push({ size: size.annotations, ms: median(times) });
  }
  return figures('New text', 'annotations', points);
}

const revisionRuns = 5;

const withOtherWords = (text: string, run: number): string =>
  text
    .split('\n\n')
    .map((paragraph, index) =>
      index % 97 === run ? paragraph.replace(/ \w+ /, ` revised${run} `) : paragraph,
    )
    .join('\n\n');

async function measureQueue(desk: Desk): Promise<Figure[]> {
  const flagsOfOne = 100;
  const { editor } = await makeTeam('The Queue Courier');
  const points: Point[] = [];
  let articles = 0;
  for (const wanted of [10, 100]) {
    for (; articles < wanted; articles += 1) {
      const size = { words: 900, annotations: flagsOfOne, flagEvery: 1, seed: articles };
      await importGalleyFile(editor, { file: annotatedArticle(size) });
    }
    await desk.settle();
    points.push({ size: articles * flagsOfOne, ms: await time(() => findQueue(editor, { split: 'open' })) });
  }
  return figures('First page of the queue', 'flags', points);
}

async function measureList(desk: Desk): Promise<Figure[]> {
  const { editor } = await makeTeam('The Archive Courier');
  const searches = { plain: undefined, common: wordAt(0), rare: wordAt(4_321) };
  const points = { plain: [] as Point[], common: [] as Point[], rare: [] as Point[] };
  let filled = 0;
  for (const size of [100, 1_000, 10_000]) {
    desk.say(`  filling the archive up to ${size.toLocaleString('en-GB')} articles …`);
    await fillArchive(editor, filled, size);
    filled = size;
    await desk.settle();
    for (const kind of ['plain', 'common', 'rare'] as const) {
      points[kind].push({ size, ms: await time(() => list(editor, searches[kind])) });
    }
  }
  return [
    ...figures('First page of the list', 'articles', points.plain),
    ...figures('… searched for a word that most articles have', 'articles', points.common),
    ...figures('… searched for a rare word', 'articles', points.rare),
  ];
}

async function list(actor: Actor, search: string | undefined): Promise<void> {
  const { items } = await findArticles(actor, search === undefined ? {} : { search });
  if (items.length === 0)
    throw new Error(`The search for "${search}" finds nothing, so it measures nothing.`);
}

/** The median of some runs, after two that are not counted. */
async function time(read: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs + 2; run += 1) {
    const began = performance.now();
    await read();
    times.push(performance.now() - began);
  }
  return median(times.slice(2));
}

/** The time at the largest size, and how many times that of the smallest it is. */
function figures(what: string, things: string, points: readonly Point[]): Figure[] {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) throw new Error('Nothing was measured.');
  const all = points.map(({ size, ms }) => `${show(ms, 'ms')} at ${size.toLocaleString('en-GB')}`).join(', ');
  return [
    {
      what: `${what}, ${(last.size / first.size).toLocaleString('en-GB')} times as many ${things}`,
      value: last.ms / first.ms,
      unit: '×',
      more: all,
    },
  ];
}
