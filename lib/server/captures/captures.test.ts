import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { getArticleState } from '../articles/get-article-state';
import type { EgressPolicy } from '../egress/egress-policy';
import { eraseDeletedArticles } from '../jobs/erase-deleted-articles';
import { desk, portStatistics, refusal } from '../testing/commands';
import { startFakeWeb } from '../testing/fake-web';
import { captureEvidence } from './capture-evidence';
import { findCaptures, getCaptureText } from './find-captures';

let web: Awaited<ReturnType<typeof startFakeWeb>>;
let policy: EgressPolicy;
let team: { readonly editor: Actor; readonly reviewer: Actor; readonly viewer: Actor };
let outsider: Actor;
let page = '';
let status = 200;

beforeAll(async () => {
  web = await startFakeWeb({
    '/table': (_, response) => {
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
      response.end(page);
    },
  });
  policy = {
    lookup: () => Promise.reject(new Error('no names')),
    testWeb: { address: '127.0.0.1', port: web.port },
  };
  team = await makeTeam();
  outsider = (await makeTeam()).owner;
});
afterAll(() => web.stop());

async function evidenceOn(quote: string | null, address: string | null = `${web.origin}/table`) {
  const { articleId, revisionId } = await makeArticle(team.editor, {
    text: 'The port handled 11.4 million tonnes.',
  });
  const at = desk(team.reviewer, articleId, revisionId);
  const annotationId = await at.mark(0, 20);
  const evidenceId = randomUUID();
  await at.run({
    type: 'evidence.create',
    annotationId,
    evidenceId,
    fields: { ...portStatistics, quote, address },
  });
  const capture = (actor = team.reviewer) => captureEvidence(actor, annotationId, evidenceId, { policy });
  const statusOf = async () => {
    const { annotations } = await getArticleState(team.reviewer, articleId);
    return annotations[annotationId]?.check.status;
  };
  const propose = async () => {
    const { annotations } = await getArticleState(team.reviewer, articleId);
    const version = annotations[annotationId]?.check.version ?? 0;
    const nothing = {
      suggestedWording: null,
      refusal: null,
      onAuthorReason: null,
      tried: null,
      confidence: null,
      confidenceReason: null,
      verdict: null,
    };
    await at.run({
      type: 'check.propose',
      annotationId,
      version,
      fields: { ...nothing, outcome: 'confirmed', rationale: 'By the table.' },
    });
  };
  return { articleId, annotationId, evidenceId, at, capture, statusOf, propose };
}

describe('a capture', () => {
  it('keeps the words, their hash, time and status, and finds the quote', async () => {
    page =
      '<title>Tonnage</title><script>alert(1)</script><p>In 2025 the port handled 11.4 million tonnes.</p>';
    status = 200;
    const { annotationId, capture, articleId } = await evidenceOn('the port … 11.4 million tonnes');
    const made = await capture();
    expect(made).toMatchObject({
      status: 200,
      title: 'Tonnage',
      failure: null,
      isGone: false,
      hasReopened: false,
    });
    expect(made.match).toMatchObject({ kind: 'elided', words: 'the port handled 11.4 million tonnes' });
    expect(made.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await getCaptureText(team.viewer, annotationId, made.id)).toBe(
      'In 2025 the port handled 11.4 million tonnes.',
    );
    expect(await findCaptures(team.viewer, annotationId)).toMatchObject([
      { id: made.id, by: { name: team.reviewer.name } },
    ]);
    await refusal(findCaptures(outsider, annotationId), 'NOT_FOUND');
    await refusal(getCaptureText(outsider, annotationId, made.id), 'NOT_FOUND');
    await refusal(capture(team.viewer), 'FORBIDDEN');
    await refusal(capture(outsider), 'NOT_FOUND');
    await desk(team.editor, articleId, '').run({ type: 'article.delete' });
    await refusal(findCaptures(team.viewer, annotationId), 'NOT_FOUND');
    await eraseDeletedArticles(new Date(Date.now() + 24 * 3_600_000));
    expect(await db.capture.count({ where: { id: made.id } })).toBe(0);
  });

  it('reopens a proposed claim once its quote is gone from the page, and only then', async () => {
    page = '<p>In 2025 the port handled 11.4 million tonnes of goods, more than ever.</p>';
    status = 200;
    const { capture, statusOf, propose } = await evidenceOn('the port handled 11.4 million tonnes of goods');
    expect((await capture()).match?.kind).toBe('exact');
    await propose();
    status = 503;
    expect(await capture()).toMatchObject({
      status: 503,
      isGone: false,
      failure: expect.stringContaining('503'),
    });
    expect(await statusOf()).toBe('proposed');
    status = 200;
    page = '<p>In 2025 the port handled 10.9 million tonnes of goods, more than ever.</p>';
    const changed = await capture();
    expect(changed).toMatchObject({ isGone: true, hasReopened: true });
    expect(changed.match).toMatchObject({
      kind: 'altered',
      words: 'the port handled 10.9 million tonnes of goods',
    });
    expect(await statusOf()).toBe('reopened');
    await propose();
    expect(await capture()).toMatchObject({ isGone: false, hasReopened: false });
    expect(await statusOf()).toBe('proposed');
  });

  it('takes a page that was removed for a quote that is gone', async () => {
    page = '<p>The port handled 11.4 million tonnes.</p>';
    status = 200;
    const { capture, statusOf, propose } = await evidenceOn('11.4 million tonnes');
    await capture();
    await propose();
    status = 410;
    expect(await capture()).toMatchObject({
      status: 410,
      isGone: true,
      hasReopened: true,
      match: null,
      hash: '',
    });
    expect(await statusOf()).toBe('reopened');
  });

  it('says what is missing', async () => {
    const without = await evidenceOn('x', null);
    expect((await refusal(without.capture(), 'INVALID')).message).toContain('no web address');
    const closed = await evidenceOn('x', 'http://127.0.0.1:9/');
    expect(await closed.capture()).toMatchObject({
      status: null,
      failure: expect.stringContaining('usual ports'),
    });
    await refusal(captureEvidence(team.reviewer, closed.annotationId, randomUUID(), { policy }), 'NOT_FOUND');
  });
});
