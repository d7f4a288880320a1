import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '@/lib/db/canonical';
import { db } from '@/lib/db/client';
import { anchorAt } from '@/lib/domain/anchor';
import type { ArticleState } from '@/lib/domain/apply';
import { freshCheck, isSealed } from '@/lib/domain/check';
import { DomainError } from '@/lib/domain/errors';
import { plainToRichText } from '@/lib/domain/rich-text';
import { makeArticle, plainDetails, plainDoc } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { execute } from '../execute';
import { desk, refusal } from '../testing/commands';
import { randomCommand, seeded } from '../testing/random-commands';
import { getArticleState } from './get-article-state';
import { getPastState } from './get-past-state';
import { importGalleyFile } from './import-galley-file';

const text = `The port grew by 40 percent. That is splendid news. ${'Nobody asked the fishermen. '.repeat(8).trim()}`;
let team: Awaited<ReturnType<typeof makeTeam>>;

beforeAll(async () => {
  team = await makeTeam();
});

describe('the state of an article at a past moment', () => {
  it.each([1, 2])('is what was read then, for every moment of a long random record (%i)', async (seed) => {
    const { articleId } = await makeArticle(team.editor, { text });
    const random = seeded(seed);
    const people = [team.owner, team.editor, team.reviewer];
    const seen: ArticleState[] = [await getArticleState(team.viewer, articleId)];
    const kinds = new Set<string>();
    for (let step = 0; step < 140; step += 1) {
      const actor = people[Math.floor(random() * 3)] ?? team.owner;
      const now = seen.at(-1) ?? (await getArticleState(team.viewer, articleId));
      try {
        kinds.add((await execute(actor, articleId, randomCommand(now, random))).body.type);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        continue;
      }
      seen.push(await getArticleState(team.viewer, articleId));
    }
    expect(seen.length).toBeGreaterThan(60);
    expect(kinds.size).toBeGreaterThan(15);
    for (const then of seen.filter((_, index) => index % 7 === 0 || index === seen.length - 1)) {
      const { state, event, last } = await getPastState(team.viewer, articleId, then.seq);
      expect(state).toEqual(then);
      expect(event.seq).toBe(then.seq);
      expect(last).toBe(seen.at(-1)?.seq);
    }
  });

  it('has the details of the import although only later changes tell them', async () => {
    const { articleId } = await makeArticle(team.editor, { title: 'First', text });
    const { run } = desk(team.editor, articleId, randomUUID());
    await run({ type: 'article.change', version: 1, changes: { title: 'Second', byline: 'Ann' } });
    await run({ type: 'article.change', version: 2, changes: { title: 'Third' } });
    const titles = await Promise.all(
      [1, 2, 3].map(async (seq) => (await getPastState(team.viewer, articleId, seq)).state.article),
    );
    expect(titles.map(({ title, byline, version }) => [title, byline, version])).toEqual([
      ['First', null, 1],
      ['Second', 'Ann', 2],
      ['Third', 'Ann', 3],
    ]);
  });

  it('is not found by another team, nor for a number that is not in the record', async () => {
    const { articleId } = await makeArticle(team.editor, { text });
    const others = await makeTeam('Others');
    await refusal(getPastState(others.owner, articleId, 1), 'NOT_FOUND');
    for (const seq of [0, 2, -1, 1.5, Number.NaN])
      await refusal(getPastState(team.owner, articleId, seq), 'NOT_FOUND');
    await refusal(getPastState(team.owner, 'nonsense', 1), 'NOT_FOUND');
  });

  it('is the state of now after a long record', async () => {
    const { articleId } = await importGalleyFile(team.editor, { file: longRecord(1_000) });
    const { state } = await getPastState(team.viewer, articleId, 1_001);
    expect(state).toEqual(await getArticleState(team.viewer, articleId));
  });
});

function longRecord(annotations: number) {
  const at = '2026-03-03T14:02:00.000Z';
  const person = { id: randomUUID(), name: 'Ines Calder' };
  const { revisionId: _none, ...anchor } = anchorAt({ id: '', text }, { start: 0, end: 28 });
  const note = { id: '', body: plainToRichText('Seen.'), authorId: person.id, createdAt: at, changedAt: at };
  return {
    format: 'galley-article' as const,
    version: 3 as const,
    exportedAt: at,
    team: 'Others',
    article: { ...plainDetails('A long record'), id: randomUUID(), signOff: null, version: 1 },
    revision: { number: 1, hash: sha256(text), text, doc: plainDoc(text), createdAt: at },
    record: { seq: 0, hash: '' },
    people: [person],
    replyRequests: [],
    whole: null,
    ballots: [],
    clocks: {},
    annotations: Array.from({ length: annotations }, () => ({
      id: randomUUID(),
      mark: 'claim' as const,
      anchor,
      check: freshCheck,
      partOfId: null,
      repeatsId: null,
      claim: { claimTypes: [], claimant: null, claimedOn: null },
      authorId: person.id,
      createdAt: at,
      changedAt: at,
      version: 1,
      notes: [{ ...note, id: randomUUID(), version: 1 }],
      evidence: [],
      flags: [],
      threads: [],
    })),
  };
}

describe('what was blind', () => {
  it.each([4])('ends in what each reader sees now, after a long random record (%i)', async (seed) => {
    const blind = await makeTeam('Blind');
    await db.team.update({ where: { id: blind.id }, data: { blindSecondCheck: true } });
    const { articleId } = await makeArticle(blind.editor, { text });
    const random = seeded(seed);
    const people = [blind.owner, blind.editor, blind.reviewer];
    for (let step = 0; step < 150; step += 1) {
      const actor = people[Math.floor(random() * 3)] ?? blind.owner;
      const request = randomCommand(await getArticleState(actor, articleId), random);
      await execute(actor, articleId, request).catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
      });
    }
    const sealed = new Set<string>();
    for (const reader of [...people, blind.viewer]) {
      const now = await getArticleState(reader, articleId);
      expect((await getPastState(reader, articleId, now.seq)).state).toEqual(now);
      for (const { id, check } of Object.values(now.annotations))
        if (check.proposal !== null && isSealed(check.proposal)) sealed.add(id);
    }
    expect(sealed.size).toBeGreaterThan(0);
  });

  it('stays sealed in the past while it is hidden now, and opens once the reader has recorded a second check', async () => {
    const blind = await makeTeam('Blind');
    await db.team.update({ where: { id: blind.id }, data: { blindSecondCheck: true } });
    const { articleId, revisionId } = await makeArticle(blind.reviewer, { text });
    const at = desk(blind.reviewer, articleId, revisionId);
    const annotationId = await at.mark(0, 28);
    const fields = {
      outcome: 'confirmed' as const,
      verdict: null,
      suggestedWording: null,
      refusal: null,
      onAuthorReason: null,
      tried: null,
      rationale: 'The hidden reason.',
      confidence: null,
      confidenceReason: null,
    };
    await at.run({ type: 'check.propose', annotationId, version: 1, fields });
    await at.note(annotationId, 'Later.');
    const past = async () => JSON.stringify((await getPastState(blind.editor, articleId, 3)).state);
    expect(await past()).not.toContain('The hidden reason.');
    expect(JSON.stringify((await getPastState(blind.editor, articleId, 3)).event)).not.toContain(
      'The hidden reason.',
    );
    const second = { outcome: 'confirmed' as const, verdict: null, note: 'Mine.', suggestedWording: null };
    await desk(blind.editor, articleId, revisionId).run({
      type: 'check.review',
      annotationId,
      version: 2,
      secondCheckId: randomUUID(),
      fields: second,
    });
    expect(await past()).toContain('The hidden reason.');
  });
});
