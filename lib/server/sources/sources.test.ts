import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { evidenceFrom, type SourceFields, sourceFrom } from '@/lib/domain/source';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { getArticleState } from '../articles/get-article-state';
import { desk, portStatistics, refusal } from '../testing/commands';
import { findSources, findSourceUses, getSource } from './find-sources';
import { changeSource, createSource } from './save-source';

const fields: SourceFields = {
  title: 'Port statistics 100 %',
  address: 'https://data.example.org/port_2025.csv',
  type: 'dataset',
  tier: 'primary',
  independenceGroup: 'Port authority',
  note: null,
};

let team: Awaited<ReturnType<typeof makeTeam>>;
let others: Awaited<ReturnType<typeof makeTeam>>;

beforeAll(async () => {
  [team, others] = await Promise.all([makeTeam(), makeTeam('Others')]);
});

async function source(changes: Partial<SourceFields> = {}): Promise<string> {
  const id = randomUUID();
  await createSource(team.reviewer, id, { ...fields, ...changes });
  return id;
}

/** A claim in an article of its own, with evidence that was taken from a source. */
async function claimWith(sourceId: string) {
  const made = await makeArticle(team.editor, { title: 'The port', text: 'The port grew by 40 percent.' });
  const at = desk(team.editor, made.articleId, made.revisionId);
  const annotationId = await at.mark(0, 28);
  const evidenceId = randomUUID();
  const taken = { ...portStatistics, sourceId };
  await at.run({ type: 'evidence.create', annotationId, evidenceId, fields: taken });
  return { ...made, at, annotationId, evidenceId };
}

describe('the library of sources', () => {
  it('is read by everybody in the team and by nobody else', async () => {
    const id = await source();
    expect((await getSource(team.viewer, id)).title).toBe(fields.title);
    expect((await findSources(team.viewer, {})).items.some((item) => item.id === id)).toBe(true);
    expect((await findSources(others.owner, {})).items).toEqual([]);
    await refusal(getSource(others.owner, id), 'NOT_FOUND');
    await refusal(findSourceUses(others.owner, id, {}), 'NOT_FOUND');
    await refusal(changeSource(others.owner, { id, version: 1, fields }), 'NOT_FOUND');
    await refusal(getSource(team.owner, 'nonsense'), 'NOT_FOUND');
  });

  it('is not written by viewers', async () => {
    const id = await source();
    await refusal(createSource(team.viewer, randomUUID(), fields), 'FORBIDDEN');
    await refusal(changeSource(team.viewer, { id, version: 1, fields }), 'FORBIDDEN');
  });

  it('makes a source once, however often it is sent, and never over somebody else’s', async () => {
    const id = randomUUID();
    const first = await createSource(team.editor, id, fields);
    expect(await createSource(team.editor, id, { ...fields, title: 'Again' })).toEqual(first);
    await refusal(createSource(others.owner, id, fields), 'INVALID');
    const entries = await db.auditEvent.findMany({ where: { teamId: team.id, type: 'source.created' } });
    expect(entries.filter(({ body }) => JSON.stringify(body).includes(id))).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toContain(fields.title);
  });

  it('finds parts of title and address, and takes % and _ for what they are', async () => {
    const title = `Zebra ${randomUUID()}`;
    const id = await source({ title: `${title} 100%` });
    const found = async (search: string) =>
      (await findSources(team.owner, { search })).items.map((s) => s.id);
    expect(await found(`${title} 100%`)).toEqual([id]);
    expect(await found(`ebra PORT_2025 ${title.slice(6)}`)).toEqual([id]);
    expect(await found(`${title} 10_%`)).toEqual([]);
  });

  it('goes through its pages without loss or repetition', async () => {
    const own = await makeTeam('Pages');
    const ids = Array.from({ length: 5 }, () => randomUUID());
    for (const id of ids) await createSource(own.owner, id, fields);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await findSources(own.owner, { limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(new Set(ids));
  });

  it('changes a source once per version and writes down which fields, not what', async () => {
    const id = await source();
    await changeSource(team.editor, { id, version: 1, fields: { ...fields, title: 'Canary title' } });
    const stale = await refusal(changeSource(team.owner, { id, version: 1, fields }), 'STALE');
    expect(stale.details?.current).toMatchObject({ title: 'Canary title', version: 2 });
    const [entry] = await db.auditEvent.findMany({
      where: { teamId: team.id, type: 'source.changed' },
      orderBy: { seq: 'desc' },
      take: 1,
    });
    expect(entry?.body).toEqual({ sourceId: id, changed: ['title'] });
  });
});

describe('the claims that rest on a source', () => {
  it('are counted and listed while they can be seen', async () => {
    const id = await source();
    const one = await claimWith(id);
    const two = await claimWith(id);
    expect((await getSource(team.viewer, id)).uses).toBe(2);
    const { items } = await findSourceUses(team.viewer, id, {});
    expect(items.map(({ annotationId }) => annotationId)).toEqual([two.annotationId, one.annotationId]);
    expect(items[0]).toMatchObject({ articleTitle: 'The port', status: 'unchecked', stance: 'supports' });
    await one.at.run({ type: 'article.delete' });
    const { annotationId, evidenceId } = two;
    expect((await getSource(team.viewer, id)).uses).toBe(1);
    await two.at.run({ type: 'evidence.delete', annotationId, evidenceId, version: 1 });
    expect(await findSourceUses(team.viewer, id, {})).toEqual({ items: [], next: null });
  });

  it('may only name a source of their own team', async () => {
    const theirs = randomUUID();
    await createSource(others.owner, theirs, fields);
    for (const sourceId of [theirs, randomUUID()]) await refusal(claimWith(sourceId), 'INVALID');
    const { at, annotationId, evidenceId } = await claimWith(await source());
    await refusal(
      at.run({
        type: 'evidence.change',
        annotationId,
        evidenceId,
        version: 1,
        changes: { sourceId: theirs },
      }),
      'INVALID',
    );
  });

  it('keep what they took over when the source changes', async () => {
    const id = await source();
    const { articleId, annotationId } = await claimWith(id);
    await changeSource(team.editor, { id, version: 1, fields: { ...fields, title: 'Renamed' } });
    const state = await getArticleState(team.viewer, articleId);
    expect(state.annotations[annotationId]?.evidence[0]).toMatchObject({
      title: portStatistics.title,
      sourceId: id,
    });
  });
});

it('turns evidence into a source and back without loss', () => {
  const evidence = { ...portStatistics, independenceGroup: 'Port authority' };
  const made = { ...sourceFrom(evidence), id: 'x' };
  expect({ ...evidence, ...evidenceFrom(made) }).toEqual({ ...evidence, sourceId: 'x' });
});
