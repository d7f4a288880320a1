import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as articleListRoute from '@/app/api/articles/route';
import * as galleyRoute from '@/app/api/imports/galley/route';
import * as importsRoute from '@/app/api/imports/route';
import * as saveRoute from '@/app/api/imports/save/route';
import * as queueRoute from '@/app/api/queue/route';
import type { Actor } from '@/lib/domain/actor';
import { canonicalText } from '@/lib/domain/article-doc';
import type { ArticleDraft, ArticleListItem, Page } from '@/lib/domain/lists';
import type { QueueItem } from '@/lib/domain/queue';
import { withHeadline } from '@/lib/domain/text/draft';
import { wholeText } from '@/lib/exchange/testing/written-whole';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { getArticleState } from '../articles/get-article-state';
import { getReport } from '../reports/get-report';
import { client, expectRefusal, makeToken } from '../testing/api';
import { desk } from '../testing/commands';

const content = 'The harbour grows\n\nThe port grew by 40 percent.\n\nComments (27)\n\nFirst!';
let team: { readonly id: string; readonly owner: Actor; readonly reviewer: Actor };
let reviewer: ReturnType<typeof client>;
let viewer: ReturnType<typeof client>;
let outsider: ReturnType<typeof client>;
const stranger = client();

beforeAll(async () => {
  const [own, other] = [await makeTeam(), await makeTeam()];
  team = own;
  reviewer = client(await makeToken(own.reviewer));
  viewer = client(await makeToken(own.viewer));
  outsider = client(await makeToken(other.owner));
});

async function draft(): Promise<ArticleDraft> {
  const answer = await reviewer('POST', importsRoute.POST, { json: { format: 'text', content } });
  expect(answer.status).toBe(200);
  return answer.body;
}

function formOf(bytes: string | Uint8Array<ArrayBuffer>, name: string): FormData {
  const form = new FormData();
  form.set('file', new File([bytes], name));
  return form;
}

const lines = async (who = reviewer, query = ''): Promise<readonly ArticleListItem[]> =>
  (await who('GET', articleListRoute.GET, { query })).body.items;

describe('the door of drafts', () => {
  it('reads a text and saves nothing', async () => {
    const before = (await lines()).length;
    const read = await draft();
    expect(read.details.title).toBe('The harbour grows');
    expect(canonicalText(read.doc)).toBe(content);
    expect(await lines()).toHaveLength(before);
  });

  it.each([
    ['story.txt', 'A story\n\nThat is told.', 'A story'],
    ['story.md', '# A story\n\nThat is *told*.', 'A story'],
    ['story.HTML', '<h1>A story</h1><p>That is told.</p>', 'A story'],
  ])('reads the file %s', async (name, bytes, title) => {
    const answer = await reviewer('POST', importsRoute.POST, { form: formOf(bytes, name) });
    expect(answer).toMatchObject({ status: 200, body: { details: { title } } });
  });

  it.each([
    ['a kind that it does not know', formOf('x', 'story.pages'), /^story\.pages: Files ending in \.pages/],
    ['what is not what it says', formOf('x', 'story.pdf'), /^story\.pdf: This file says that it is a PDF/],
    ['nothing', formOf('', 'story.txt'), /empty|no text/i],
    ['a program', formOf(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), 'story.txt'), /not text/i],
    ['no file at all', new FormData(), /a file named "file"/],
  ])('refuses %s with a sentence', async (_, form, sentence) => {
    if (form.get('file') === null) form.set('other', 'x');
    const answer = await reviewer('POST', importsRoute.POST, { form });
    expectRefusal(answer, 422);
    expect(answer.body.error.message).toMatch(sentence);
  });

  it('refuses more than 5 MB', async () => {
    const form = formOf('a '.repeat(2_700_000), 'story.txt');
    const answer = await reviewer('POST', importsRoute.POST, { form });
    expectRefusal(answer, 413);
    expect(answer.body.error.message).toMatch(/5 MB/);
  });

  it('opens for those who may import, and for nobody else', async () => {
    const json = { format: 'text', content };
    expectRefusal(await stranger('POST', importsRoute.POST, { json }), 401);
    expectRefusal(await viewer('POST', importsRoute.POST, { json }), 403);
  });
});

describe('the door of saved drafts', () => {
  it('makes one article of a corrected draft, however often it is sent', async () => {
    const { doc, details } = withHeadline(await draft(), 'The port grows');
    const json = { articleId: randomUUID(), commandId: randomUUID(), details, doc };
    const answers = [
      await reviewer('POST', saveRoute.POST, { json }),
      await reviewer('POST', saveRoute.POST, { json }),
    ];
    expect(answers[0]).toMatchObject({ status: 201, body: { articleId: json.articleId, seq: 1 } });
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    const found = (await lines(viewer, 'search=port')).filter(({ id }) => id === json.articleId);
    expect(found).toMatchObject([{ title: 'The port grows', revisionNumber: 1 }]);
    const state = await getArticleState(team.reviewer, json.articleId);
    expect(state.revision.text).toBe(content.replace('The harbour grows', 'The port grows'));
  });

  it('names the field that is wrong and keeps nothing', async () => {
    const { doc, details } = await draft();
    const json = { articleId: randomUUID(), commandId: randomUUID(), doc };
    const untitled = await reviewer('POST', saveRoute.POST, {
      json: { ...json, details: { ...details, title: ' ' } },
    });
    expectRefusal(untitled, 422);
    expect(untitled.body.error.message).toMatch(/headline/i);
    const script = { type: 'doc', content: [{ type: 'script' }] };
    expectRefusal(await reviewer('POST', saveRoute.POST, { json: { ...json, details, doc: script } }), 422);
    expect((await lines()).map(({ id }) => id)).not.toContain(json.articleId);
  });

  it('refuses viewers and strangers', async () => {
    const { doc, details } = await draft();
    const json = { articleId: randomUUID(), commandId: randomUUID(), details, doc };
    expectRefusal(await viewer('POST', saveRoute.POST, { json }), 403);
    expectRefusal(await stranger('POST', saveRoute.POST, { json }), 401);
  });

  it('never takes the id of another team’s article', async () => {
    const made = await makeArticle(team.reviewer, { text: 'Ours.' });
    const { doc, details } = await draft();
    const json = { articleId: made.articleId, commandId: randomUUID(), details, doc };
    const answer = await outsider('POST', saveRoute.POST, { json });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await getArticleState(team.reviewer, made.articleId)).revision.text).toBe('Ours.');
  });
});

function galleyForm(words: string): FormData {
  const form = new FormData();
  form.set('commandId', randomUUID());
  form.set('file', new File([words], 'article.galley.json'));
  return form;
}

describe('the door of Galley files', () => {
  it('brings an exported article back with its marks, once', async () => {
    const made = await makeArticle(team.reviewer, { text: 'The port grew by 40 percent.' });
    const at = desk(team.reviewer, made.articleId, made.revisionId);
    await at.note(await at.mark(0, 27), 'The table says 25.');
    const report = await getReport(team.reviewer, made.articleId, { now: new Date(), since: null });
    const words = wholeText(report, 'json');
    const form = galleyForm(words);
    const first = await reviewer('POST', galleyRoute.POST, { form });
    const again = await reviewer('POST', galleyRoute.POST, { form });
    expect(first.status).toBe(201);
    expect(again.body).toEqual(first.body);
    const { articleId } = z.object({ articleId: z.uuid() }).parse(first.body);
    expect(articleId).not.toBe(made.articleId);
    const [annotation] = Object.values((await getArticleState(team.reviewer, articleId)).annotations);
    expect(annotation).toMatchObject({ anchor: { start: 0, end: 27 }, notes: [{}] });
  });

  it('refuses what is not one, and whoever may not import', async () => {
    const form = galleyForm('{"format":"galley-article"}');
    expectRefusal(await reviewer('POST', galleyRoute.POST, { form }), 422);
    expectRefusal(await viewer('POST', galleyRoute.POST, { form }), 403);
    expectRefusal(await reviewer('POST', galleyRoute.POST, { json: { words: '{}' } }), 422);
  });
});

describe('the doors of the next lines', () => {
  it('follow each other without a gap or a double, for the own team only', async () => {
    const other = await makeTeam();
    const made = new Set<string>();
    for (let number = 0; number < 53; number += 1) {
      made.add((await makeArticle(other.reviewer, { text: `Line ${number}.` })).articleId);
    }
    const reader = client(await makeToken(other.viewer));
    const first: Page<ArticleListItem> = (await reader('GET', articleListRoute.GET, {})).body;
    const second = await lines(reader, `cursor=${first.next}`);
    const ids = [...first.items, ...second].map(({ id }) => id);
    expect([first.items.length, second.length]).toEqual([50, 3]);
    expect(new Set(ids)).toEqual(made);
    expect(await lines(outsider, `cursor=${first.next}`)).toEqual([]);
  });

  it('refuse a cursor and a query that are not theirs', async () => {
    expectRefusal(await reviewer('GET', articleListRoute.GET, { query: 'cursor=nonsense' }), 422);
    expectRefusal(await reviewer('GET', articleListRoute.GET, { query: 'progress=finished' }), 422);
    expectRefusal(await reviewer('GET', queueRoute.GET, { query: 'split=theirs' }), 422);
    expectRefusal(await stranger('GET', queueRoute.GET, { query: 'split=open' }), 401);
  });

  it('show a flag to its team, and to no other', async () => {
    const made = await makeArticle(team.reviewer, { text: 'The port grew by 40 percent.' });
    const at = desk(team.reviewer, made.articleId, made.revisionId);
    const flagId = await at.flag(await at.mark(0, 27));
    const open: Page<QueueItem> = (await viewer('GET', queueRoute.GET, { query: 'split=open' })).body;
    expect(open.items.map((item) => item.flag?.id)).toContain(flagId);
    expect((await outsider('GET', queueRoute.GET, { query: 'split=open' })).body.items).toEqual([]);
  });
});
