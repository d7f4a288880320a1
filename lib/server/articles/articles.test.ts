import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { coverageOf } from '@/lib/domain/coverage';
import type { Page } from '@/lib/domain/lists';
import { makeArticle, plainDetails, plainDoc } from '@/prisma/builders/article';
import { buildMember, makeTeam } from '@/prisma/builders/team';
import { desk, refusal } from '../testing/commands';
import { addSampleArticle } from './add-sample-article';
import { createArticle } from './create-article';
import { findArticles } from './find-articles';
import { findEvents } from './find-events';
import { getArticleState } from './get-article-state';

const text = 'The port grew by 40 percent. That is splendid news.\n\nNobody asked the fishermen.';
let team: Awaited<ReturnType<typeof makeTeam>>;

beforeAll(async () => {
  team = await makeTeam();
});

/** Every page of a list, one after the other. */
async function all<T>(find: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await find(cursor);
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = page.next;
  }
}

describe('a new article', () => {
  it('has its canonical text, hash, sentences and first event', async () => {
    const created = await makeArticle(team.reviewer, { text });
    const state = await getArticleState(team.viewer, created.articleId);
    expect(state.revision).toMatchObject({ id: created.revisionId, number: 1, text });
    expect(state.revision.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(state.revision.sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The port grew by 40 percent.',
      'That is splendid news.',
      'Nobody asked the fishermen.',
    ]);
    expect(state).toMatchObject({ seq: 1, people: { [team.reviewer.userId]: { name: 'The reviewer' } } });
    const { items } = await findEvents(team.viewer, created.articleId, { after: 0 });
    expect(items).toMatchObject([{ seq: 1, body: { type: 'article.imported', title: 'The harbour grows' } }]);
  });

  it('is made once, however often and however many at a time the same request comes', async () => {
    const request = { commandId: randomUUID(), details: plainDetails('Once'), doc: plainDoc(text) };
    const answers = await Promise.all(Array.from({ length: 5 }, () => createArticle(team.editor, request)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await db.article.count({ where: { teamId: team.id, title: 'Once' } })).toBe(1);
  });

  it('is refused without text, too long, from a viewer, or with an id that is taken', async () => {
    const before = await db.article.count();
    const details = plainDetails('Never');
    await refusal(createArticle(team.editor, { details, doc: plainDoc(' …\n\n— ') }), 'INVALID');
    await refusal(
      createArticle(team.editor, { details, doc: plainDoc('word '.repeat(500_001)) }),
      'TOO_LARGE',
    );
    const unique = Array.from({ length: 90_000 }, (_, n) => `ё${(n * 7919 + 1e9).toString(36)}`);
    await refusal(createArticle(team.editor, { details, doc: plainDoc(unique.join(' ')) }), 'TOO_LARGE');
    await refusal(createArticle(team.viewer, { details, doc: plainDoc(text) }), 'FORBIDDEN');
    await refusal(createArticle(team.editor, { details, doc: plainDoc('Half \udc00 character') }), 'INVALID');
    const { articleId: id } = await makeArticle((await makeTeam()).editor, { text });
    await refusal(createArticle(team.editor, { id, details, doc: plainDoc(text) }), 'INVALID');
    expect(await db.article.count()).toBe(before + 1);
    expect(await db.revision.count()).toBe(before + 1);
  });

  it('is not found by another team, nor by something that is no id', async () => {
    const { articleId } = await makeArticle(team.editor, { text });
    const stranger = await makeTeam();
    await refusal(getArticleState(stranger.owner, articleId), 'NOT_FOUND');
    await refusal(findEvents(stranger.owner, articleId, { after: 0 }), 'NOT_FOUND');
    await refusal(getArticleState(team.owner, 'nonsense'), 'NOT_FOUND');
  });
});

describe('events', () => {
  it('come in pages without gaps', async () => {
    const { articleId, revisionId } = await makeArticle(team.editor, { text });
    const at = desk(team.reviewer, articleId, revisionId);
    for (let count = 0; count < 7; count += 1) await at.mark(0, 28);
    const events = await all((next) =>
      findEvents(team.viewer, articleId, { after: Number(next ?? 0), limit: 3 }),
    );
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await findEvents(team.viewer, articleId, { after: 8 })).toEqual({ items: [], next: null });
  });
});

describe('the list of articles', () => {
  it('shows numbers, people and progress, latest change first, in pages that neither skip nor repeat', async () => {
    const own = await makeTeam();
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      made.unshift((await makeArticle(own.editor, { title: `Story ${count}`, text })).articleId);
    }
    const third = made[2] ?? '';
    const { revision } = await getArticleState(own.editor, third);
    const at = desk(own.reviewer, third, revision.id);
    await at.flag(await at.mark(0, 28));
    const items = await all((cursor) => findArticles(own.viewer, { cursor, limit: 2 }));
    expect(items.map(({ id }) => id)).toEqual([third, ...made.filter((id) => id !== third)]);
    expect(items[0]).toMatchObject({
      title: 'Story 2',
      revisionNumber: 1,
      sentences: 3,
      decided: 1,
      annotations: 1,
      openFlags: 1,
      people: [{ name: 'The reviewer' }, { name: 'The editor' }],
    });
    const titles = async (progress: 'not_started' | 'in_progress' | 'all_decided') =>
      (await findArticles(own.viewer, { progress })).items.length;
    expect(await titles('not_started')).toBe(4);
    expect(await titles('in_progress')).toBe(1);
    await at.mark(29, 60);
    expect(await titles('all_decided')).toBe(1);
  });

  it('says who signed an article off, against what, and how much has happened since', async () => {
    const own = await makeTeam();
    const { articleId, revisionId } = await makeArticle(own.editor, { text });
    const signOffInList = async () => (await findArticles(own.viewer, {})).items[0]?.signOff;
    expect(await signOffInList()).toBeNull();
    const { at } = await desk(own.owner, articleId, revisionId).run({
      type: 'article.sign_off',
      revisionId,
      waivers: [],
      overrideReason: 'It goes to print.',
    });
    const by = { id: own.owner.userId, name: 'The owner' };
    expect(await signOffInList()).toEqual({ by, at, changesSince: 0, isOverridden: true });
    await desk(own.reviewer, articleId, revisionId).mark(0, 28);
    expect(await signOffInList()).toMatchObject({ changesSince: 1 });
  });

  it('is searched by beginnings of words in headline, byline and text, all of which must be there', async () => {
    const own = await makeTeam();
    await createArticle(own.editor, {
      details: { ...plainDetails('Harbour: “Öresund” revisited'), byline: "Niamh O'Brien" },
      doc: plainDoc('Traffic fell by 5.1 percent in Malmö.'),
    });
    await makeArticle(own.editor, { title: 'Buses', text: 'Nobody asked the fishermen of Malmö.' });
    const found = async (search: string) =>
      (await findArticles(own.viewer, { search })).items.map(({ title }) => title);
    expect(await found('malm')).toHaveLength(2);
    expect(await found('harb traff')).toEqual(['Harbour: “Öresund” revisited']);
    expect(await found("o'brien 5.1")).toEqual(['Harbour: “Öresund” revisited']);
    expect(await found('fisher')).toEqual(['Buses']);
    expect(await found('harbour fishermen')).toEqual([]);
    for (const odd of ["' & | ! ( :*", '\\', '\0', "')); DROP TABLE", '—', '   ', '\ud800']) await found(odd);
    expect(await found('öresund')).toHaveLength(1);
  });

  it('never shows articles of another team or deleted ones', async () => {
    const [own, other] = [await makeTeam(), await makeTeam()];
    const { articleId } = await makeArticle(own.editor, { text });
    expect((await findArticles(other.owner, { search: 'port' })).items).toEqual([]);
    await desk(own.editor, articleId, '').run({ type: 'article.delete' });
    expect((await findArticles(own.owner, { search: 'port' })).items).toEqual([]);
  });

  it('refuses a cursor that is none', async () => {
    await refusal(findArticles(team.owner, { cursor: 'bm9uc2Vuc2U' }), 'INVALID');
    await refusal(findArticles(team.owner, { cursor: '%%%' }), 'INVALID');
  });
});

describe('the sample article', () => {
  it('comes once, with its check begun, and not again after it was removed', async () => {
    const own = await makeTeam();
    const created = await addSampleArticle(own.owner);
    if (created === undefined) throw new Error('The sample did not come.');
    const { items } = await findArticles(own.viewer, {});
    const state = await getArticleState(own.viewer, created.articleId);
    const annotations = Object.values(state.annotations);
    expect(state.article.isSample).toBe(true);
    expect(items).toMatchObject([
      {
        id: created.articleId,
        annotations: annotations.length,
        openFlags: 1,
        sentences: state.revision.sentences.length,
      },
    ]);
    expect(items[0]?.decided).toBe(coverageOf(state.revision.sentences, annotations).decided);
    expect(annotations.flatMap(({ notes }) => notes).length).toBeGreaterThan(0);
    expect(Object.values(state.people).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Ines Calder (sample)', 'Tom Okafor (sample)']),
    );
    for (const { anchor } of annotations) {
      expect(state.revision.text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
    }
    expect(await addSampleArticle(own.owner)).toBeUndefined();
    await desk(own.owner, created.articleId, '').run({ type: 'article.delete' });
    expect(
      await addSampleArticle(await buildMember(own.id, { name: 'New', role: 'editor' })),
    ).toBeUndefined();
    expect((await findArticles(own.viewer, {})).items).toEqual([]);
  });
});
