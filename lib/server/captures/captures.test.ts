import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { getArticleState } from '../articles/get-article-state';
import type { EgressPolicy } from '../egress/egress-policy';
import { eraseDeletedArticles } from '../jobs/erase-deleted-articles';
import { setRecheckDays } from '../team/set-recheck-days';
import { desk, portStatistics, refusal } from '../testing/commands';
import { startFakeWeb } from '../testing/fake-web';
import { askCapture, cancelCapture } from './ask-capture';
import { fetchDue } from './fetch-due';
import { findCaptures, getCaptureText } from './find-captures';
import { queueRechecks } from './queue-rechecks';

let web: Awaited<ReturnType<typeof startFakeWeb>>;
let policy: EgressPolicy;
let team: Awaited<ReturnType<typeof makeTeam>>;
let outsider: Actor;
let page = '';
let status = 200;
let onHangUp: () => void = () => undefined;
let onSlow: (answer: (words: string) => void) => void = () => undefined;
let answerSlow: (words: string) => void = () => undefined;

/** What looks like no page is plain words, which are read in a third of the time. */
const typeOf = (words: string) => `text/${words.startsWith('<') ? 'html' : 'plain'}; charset=utf-8`;

beforeAll(async () => {
  web = await startFakeWeb({
    '/table': (_, response) => {
      response.writeHead(status, { 'content-type': typeOf(page) });
      response.end(page);
    },
    '/slow': (_, response) => {
      response.writeHead(200, { 'content-type': typeOf('') });
      response.on('close', () => onHangUp());
      onSlow((words) => response.end(words));
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
  const ask = (actor = team.reviewer) => askCapture(actor, annotationId, evidenceId);
  const latest = async () => {
    const [capture] = (await findCaptures(team.viewer, annotationId)).items;
    if (capture === undefined) throw new Error('Nothing was captured.');
    return capture;
  };
  const capture = async (actor = team.reviewer) => {
    await ask(actor);
    expect(await fetchDue(new Date(), policy)).toBe(true);
    return latest();
  };
  const inboxOf = (actor: Actor) =>
    db.notification.findMany({ where: { articleId, userId: actor.userId }, orderBy: { at: 'asc' } });
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
  return { articleId, annotationId, evidenceId, at, ask, latest, capture, inboxOf, statusOf, propose };
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
    expect((await findCaptures(team.viewer, annotationId)).items).toMatchObject([
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
    page = 'In 2025 the port handled 11.4 million tonnes of goods, more than ever.';
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
    page = 'In 2025 the port handled 10.9 million tonnes of goods, more than ever.';
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
    page = 'The port handled 11.4 million tonnes.';
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

  it('waits where everybody sees it, once however often it is asked for, and can be taken back', async () => {
    page = 'The port handled 11.4 million tonnes.';
    status = 200;
    const { annotationId, ask, latest } = await evidenceOn('11.4 million tonnes');
    const asked = await ask();
    expect(asked).toMatchObject({ at: null, by: { name: team.reviewer.name }, match: null });
    expect((await ask(team.editor)).id).toBe(asked.id);
    await refusal(getCaptureText(team.viewer, annotationId, asked.id), 'NOT_FOUND');
    await refusal(cancelCapture(team.viewer, annotationId, asked.id), 'FORBIDDEN');
    await refusal(cancelCapture(outsider, annotationId, asked.id), 'NOT_FOUND');
    await cancelCapture(team.editor, annotationId, asked.id);
    expect(await fetchDue(new Date(), policy)).toBe(false);
    await refusal(cancelCapture(team.editor, annotationId, asked.id), 'NOT_FOUND');
    await ask();
    await fetchDue(new Date(), policy);
    const { id, at } = await latest();
    expect(at).not.toBeNull();
    await refusal(cancelCapture(team.editor, annotationId, id), 'NOT_FOUND');
  });

  it('lets go at once of what is cancelled while its page is on the way, and keeps nothing of it', async () => {
    const { annotationId, ask } = await evidenceOn('11.4 million tonnes', `${web.origin}/slow`);
    const { id } = await ask();
    const asked = new Promise<void>((resolve) => {
      onSlow = (answer) => {
        answerSlow = answer;
        resolve();
      };
    });
    const hungUp = new Promise((resolve) => {
      onHangUp = () => resolve('hung up');
    });
    const fetching = fetchDue(new Date(), policy);
    await asked;
    await cancelCapture(team.reviewer, annotationId, id);
    // The page never comes: the one who fetches it must let go of it by themselves.
    expect(await hungUp).toBe('hung up');
    expect(await fetching).toBe(true);
    expect((await findCaptures(team.viewer, annotationId)).items).toEqual([]);
    page = 'The port handled 11.4 million tonnes.';
    const next = await evidenceOn('11.4 million tonnes');
    expect((await next.capture()).match?.kind).toBe('exact');
  });

  it('asks a server for one page at a time, and goes on where a process died', async () => {
    page = 'The port handled 11.4 million tonnes.';
    status = 200;
    const slow = await evidenceOn('11.4 million tonnes', `${web.origin}/slow`);
    const next = await evidenceOn('11.4 million tonnes');
    await slow.ask();
    await next.ask();
    const asked = new Promise<void>((resolve) => {
      onSlow = (answer) => {
        answerSlow = answer;
        resolve();
      };
    });
    const fetching = fetchDue(new Date(), policy);
    await asked;
    expect(await fetchDue(new Date(), policy)).toBe(false);
    answerSlow(page);
    await fetching;
    expect((await slow.latest()).match?.kind).toBe('exact');
    // A process that took it and died.
    const [{ id } = { id: '' }] = (await findCaptures(team.viewer, next.annotationId)).items;
    await db.capture.update({
      where: { id },
      data: { tries: 1, nextAt: new Date(Date.now() + 120_000) },
    });
    expect(await fetchDue(new Date(), policy)).toBe(false);
    expect(await fetchDue(new Date(Date.now() + 121_000), policy)).toBe(true);
    expect((await next.latest()).match?.kind).toBe('exact');
  });

  it('gives up in words what breaks again and again', async () => {
    const { ask, latest } = await evidenceOn('x');
    const { id } = await ask();
    await db.capture.update({ where: { id }, data: { tries: 2 } });
    globalThis.galleyParserTurns = { running: 2, waiting: Array.from({ length: 20 }, () => () => undefined) };
    expect(await fetchDue(new Date(), policy)).toBe(true);
    globalThis.galleyParserTurns = undefined;
    expect(await latest()).toMatchObject({ status: null, failure: expect.stringContaining('three tries') });
  });

  it('compares with the page before and not with another quote', async () => {
    page = 'The port handled 11.4 million tonnes.';
    status = 200;
    const { at, annotationId, evidenceId, capture } = await evidenceOn('11.4 million tonnes');
    await capture();
    await at.run({
      type: 'evidence.change',
      annotationId,
      evidenceId,
      version: 1,
      changes: { quote: 'words that never stood there' },
    });
    expect(await capture()).toMatchObject({ match: { kind: 'missing' }, isGone: false });
  });

  it('says what is missing', async () => {
    const without = await evidenceOn('x', null);
    expect((await refusal(without.ask(), 'INVALID')).message).toContain('no web address');
    const closed = await evidenceOn('x', 'http://127.0.0.1:9/');
    expect(await closed.capture()).toMatchObject({
      status: null,
      failure: expect.stringContaining('usual ports'),
    });
    await refusal(askCapture(team.reviewer, closed.annotationId, randomUUID()), 'NOT_FOUND');
  });

  it('lets a team have a hundred waiting', async () => {
    const { annotationId, evidenceId, ask } = await evidenceOn('x');
    const row = { address: 'x', title: '', text: '', hash: '', capturedById: team.reviewer.userId };
    const evidence = await db.evidence.findUniqueOrThrow({ where: { id: evidenceId } });
    const ids = Array.from({ length: 100 }, () => randomUUID());
    await db.evidence.createMany({ data: ids.map((id) => ({ ...evidence, id })) });
    const later = new Date(Date.now() + 3_600_000);
    await db.capture.createMany({
      data: ids.map((id) => ({ ...row, id: randomUUID(), evidenceId: id, askedAt: later, nextAt: later })),
    });
    await refusal(ask(), 'TOO_MANY');
    await db.evidence.deleteMany({ where: { annotationId, id: { in: ids } } });
    await cancelCapture(team.reviewer, annotationId, (await ask()).id);
  });
});

describe('a later look by itself', () => {
  /** After the time for which a server is left alone. */
  const soon = () => new Date(Date.now() + 11_000);
  /** Lets days pass for what was captured of a piece of evidence. */
  const age = (evidenceId: string, count: number) => db.$executeRaw`
    UPDATE "Capture" SET "askedAt" = "askedAt" - ${count} * interval '1 day',
      "capturedAt" = "capturedAt" - ${count} * interval '1 day' WHERE "evidenceId" = ${evidenceId}::uuid`;

  it('is for owners to switch, and stands in the record', async () => {
    await refusal(setRecheckDays(team.editor, 7), 'FORBIDDEN');
    await setRecheckDays(team.owner, 7);
    await setRecheckDays(team.owner, 7);
    const type = 'team.recheck_changed';
    const lines = await db.auditEvent.findMany({ where: { teamId: team.id, type } });
    expect(lines.map(({ body }) => body)).toEqual([{ days: 7, before: null }]);
    await setRecheckDays(team.owner, null);
  });

  it('says that the words are gone, reopens the claim and tells everybody with a part in it', async () => {
    page = 'The port handled 11.4 million tonnes.';
    status = 200;
    const { evidenceId, capture, latest, statusOf, propose, inboxOf } =
      await evidenceOn('11.4 million tonnes');
    await capture();
    await propose();
    expect(await queueRechecks(new Date())).toBe(0);
    await setRecheckDays(team.owner, 7);
    await age(evidenceId, 6);
    expect(await queueRechecks(new Date())).toBe(0);
    await age(evidenceId, 2);
    expect(await queueRechecks(new Date())).toBe(1);
    expect(await queueRechecks(new Date())).toBe(0);
    await fetchDue(soon(), policy);
    expect(await latest()).toMatchObject({ isScheduled: true, isGone: false, match: { kind: 'exact' } });
    expect(await statusOf()).toBe('proposed');

    page = 'The port handled 10.9 million tonnes.';
    await age(evidenceId, 8);
    await queueRechecks(new Date());
    await fetchDue(soon(), policy);
    expect(await latest()).toMatchObject({ isScheduled: true, isGone: true, hasReopened: true });
    expect(await statusOf()).toBe('reopened');
    expect(await inboxOf(team.reviewer)).toMatchObject([
      { kind: 'quote_gone', actorId: team.reviewer.userId },
    ]);
    const record = await db.auditEvent.findFirst({
      where: { teamId: team.id, type: 'evidence.captured' },
      orderBy: { seq: 'desc' },
    });
    expect(record?.actorId).toBeNull();
    // What is gone is left to people.
    await age(evidenceId, 8);
    expect(await queueRechecks(new Date())).toBe(0);
  });

  it('tells of a claim that nobody had proposed yet as well, and reopens nothing', async () => {
    page = 'The port handled 11.4 million tonnes.';
    status = 200;
    const { evidenceId, capture, latest, statusOf, inboxOf } = await evidenceOn('11.4 million tonnes');
    await capture();
    status = 404;
    await age(evidenceId, 8);
    await queueRechecks(new Date());
    await fetchDue(soon(), policy);
    expect(await latest()).toMatchObject({ isGone: true, hasReopened: false });
    expect(await statusOf()).toBe('unchecked');
    expect(await inboxOf(team.reviewer)).toMatchObject([{ kind: 'quote_gone' }]);
  });

  it('leaves a server alone for a while after each page, but not people who wait', async () => {
    page = 'The port handled 11.4 million tonnes.';
    status = 200;
    const [one, two, asked] = await Promise.all([1, 2, 3].map(() => evidenceOn('11.4 million tonnes')));
    if (one === undefined || two === undefined || asked === undefined) throw new Error('Three were made.');
    for (const { capture, evidenceId } of [one, two]) {
      await capture();
      await age(evidenceId, 8);
    }
    await db.$executeRaw`UPDATE "Capture" SET "capturedAt" = "capturedAt" - interval '1 minute'`;
    expect(await queueRechecks(new Date())).toBe(2);
    expect(await fetchDue(new Date(), policy)).toBe(true);
    expect(await fetchDue(new Date(), policy)).toBe(false);
    expect((await asked.capture()).match?.kind).toBe('exact');
    expect(await fetchDue(new Date(Date.now() + 11_000), policy)).toBe(true);
  });
});
