import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { presetScale } from '@/lib/domain/team-rules';
import { type ExportFormatName, exportFormats, isTextFormat } from '@/lib/exchange/formats';
import { makeArticle } from '@/prisma/builders/article';
import { buildMember, makeTeam } from '@/prisma/builders/team';
import { findAnnotations, getAnnotation } from './annotations/find-annotations';
import { findArticles } from './articles/find-articles';
import { findEvents } from './articles/find-events';
import { getArticleState } from './articles/get-article-state';
import { getPastState } from './articles/get-past-state';
import { execute } from './execute';
import { askForExport, exportBody } from './exports/ask-for-export';
import { sendExport } from './exports/send-export';
import { writeNextExport } from './exports/write-next-export';
import { findInbox } from './inbox/find-inbox';
import { findQueue } from './queue/find-queue';
import { openStream } from './realtime/stream';
import { exportArticle } from './reports/export-article';
import { exportQuery } from './reports/export-query';
import { setBlindSecondCheck } from './team/set-blind-second-check';
import { command, desk, portStatistics } from './testing/commands';
import { signedIn } from './testing/signed-in';

const canary = 'Heron-quay-4711';
const second = 'Curlew-pier-4712';
const rating = { scaleId: presetScale('galley').id, scaleVersion: 1, key: 'false' };
const fields = {
  outcome: 'incorrect' as const,
  verdict: rating,
  suggestedWording: `${canary} wording`,
  refusal: null,
  onAuthorReason: null,
  tried: null,
  rationale: `${canary} rationale`,
  confidence: 'high' as const,
  confidenceReason: `${canary} reason`,
};
const quicker = {
  ...fields,
  outcome: 'confirmed' as const,
  suggestedWording: null,
  rationale: 'Read.',
  confidence: null,
  confidenceReason: null,
};
const agreeing = {
  outcome: 'incorrect' as const,
  verdict: rating,
  note: second,
  suggestedWording: `${second} wording`,
};

let team: Awaited<ReturnType<typeof makeTeam>>;
let other: Actor;
let articleId: string;
let annotationId: string;
let run: Record<'proposer' | 'other' | 'editor' | 'owner', ReturnType<typeof desk>['run']>;

beforeEach(async () => {
  team = await makeTeam();
  await setBlindSecondCheck(team.owner, true);
  other = await buildMember(team.id, { name: 'Other', role: 'reviewer' });
  const article = await makeArticle(team.editor, {
    text: 'The port grew by 40 percent. That is splendid news.',
  });
  ({ articleId } = article);
  const at = (actor: Actor) => desk(actor, articleId, article.revisionId).run;
  run = { proposer: at(team.reviewer), other: at(other), editor: at(team.editor), owner: at(team.owner) };
  annotationId = await desk(team.reviewer, articleId, article.revisionId).mark(0, 28);
  await desk(team.reviewer, articleId, article.revisionId).flag(annotationId);
  await run.proposer({
    type: 'evidence.create',
    annotationId,
    evidenceId: randomUUID(),
    fields: portStatistics,
  });
});

const version = async (): Promise<number> =>
  (await getArticleState(team.owner, articleId)).annotations[annotationId]?.check.version ?? 0;

async function propose(): Promise<void> {
  await run.proposer({ type: 'check.propose', annotationId, version: await version(), fields });
}

/** Formats of bytes write the same report as these; that they write nothing else is proved beside them. */
const textFormats = (Object.keys(exportFormats) as ExportFormatName[]).filter(isTextFormat);

/** Everything that leaves the server about the article, by the door that it leaves through. */
async function everythingFor(actor: Actor): Promise<Record<string, string>> {
  const { seq } = await getArticleState(actor, articleId);
  const out: Record<string, unknown> = {
    page: await getArticleState(actor, articleId),
    events: await findEvents(actor, articleId, { after: 0 }),
    stream: await streamed(actor),
    'past state': await getPastState(actor, articleId, seq),
    annotations: await findAnnotations(actor, articleId, {}),
    annotation: await getAnnotation(actor, annotationId),
    articles: await findArticles(actor, {}),
    queue: await findQueue(actor, { split: 'open' }),
    inbox: await findInbox(actor, { split: 'all' }),
    'refusal of a late command': await refusedWords(actor),
  };
  for (const format of textFormats) {
    const answer = await exportArticle(actor, articleId, exportQuery.parse({ format }));
    out[`export ${format}`] = await answer.text();
  }
  const { id } = await askForExport(actor, articleId, exportBody.parse({ format: 'json' }));
  await writeNextExport();
  out['export in the background'] = await (await sendExport(actor, id)).text();
  return Object.fromEntries(
    Object.entries(out).map(([door, words]) => [
      door,
      typeof words === 'string' ? words : JSON.stringify(words),
    ]),
  );
}

async function streamed(actor: Actor): Promise<string> {
  const leave = new AbortController();
  const { cookie } = await signedIn(actor);
  const request = new Request('http://galley.test/events', { headers: { cookie }, signal: leave.signal });
  const { body } = await openStream({ actor, request, follows: [{ articleId, after: 0 }], isShared: false });
  const { seq } = await getArticleState(actor, articleId);
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let words = '';
  while (!words.includes(`id: ${seq}\n`) || !words.endsWith('\n\n')) {
    const { value, done } = (await reader?.read()) ?? { done: true };
    if (done) break;
    words += value;
  }
  leave.abort();
  return words;
}

/** What two refusals send along: the check, and the annotation that holds it. */
async function refusedWords(actor: Actor): Promise<unknown> {
  const late = [
    command({ type: 'check.begin', annotationId, version: 999 }),
    command({ type: 'annotation.change', annotationId, version: 999, changes: { mark: 'opinion' } }),
  ];
  const said = [];
  for (const one of late) {
    const error: unknown = await execute(actor, articleId, one).catch((reason: unknown) => reason);
    if (!(error instanceof DomainError)) throw new Error('It was not refused.');
    said.push(error.details);
  }
  return said;
}

const doorsWith = (words: string, out: Record<string, string>): string[] =>
  Object.keys(out).filter((door) => out[door]?.includes(words));
/** The doors through which a proposal's words leave at all. */
const told = [
  'page',
  'events',
  'stream',
  'past state',
  'annotations',
  'annotation',
  'refusal of a late command',
  ...textFormats.map((format) => `export ${format}`),
  'export in the background',
];

describe('a proposal in a team with blind second checks', () => {
  it('is in no way out for a second checker who has recorded nothing, and in all of them for the proposer', async () => {
    await propose();
    for (const actor of [other, team.editor, team.owner])
      expect(doorsWith(canary, await everythingFor(actor)), actor.name).toEqual([]);
    expect(doorsWith(canary, await everythingFor(team.reviewer))).toEqual(told);
  });

  it('is kept from others also where its words lost against a quicker one and were set aside', async () => {
    await run.owner({ type: 'check.propose', annotationId, version: await version(), fields: quicker });
    const body = { about: 'check', itemId: annotationId, words: `${canary} incorrect` } as const;
    await run.proposer({ type: 'words.set_aside', annotationId, ...body });
    for (const actor of [other, team.editor, team.owner])
      expect(doorsWith(canary, await everythingFor(actor)), actor.name).toEqual([]);
    expect(doorsWith(canary, await everythingFor(team.reviewer))).toContain('events');
    await setBlindSecondCheck(team.owner, false);
    expect(doorsWith(canary, await everythingFor(other))).toContain('events');
  });

  it('is sealed by the rules of now also where a stream remembers it from before', async () => {
    await setBlindSecondCheck(team.owner, false);
    const leave = new AbortController();
    const { cookie } = await signedIn(team.reviewer);
    const request = new Request('http://galley.test/events', { headers: { cookie }, signal: leave.signal });
    const follows = [{ articleId, after: 0 }];
    const { body } = await openStream({ actor: team.reviewer, request, follows, isShared: false });
    await propose();
    expect(doorsWith(canary, await everythingFor(other))).toContain('stream');
    await setBlindSecondCheck(team.owner, true);
    expect(doorsWith(canary, await everythingFor(other))).toEqual([]);
    leave.abort();
    await body?.cancel();
  });

  it('is not betrayed by the outcome in the queue either', async () => {
    await propose();
    const blind = await findQueue(other, { split: 'open' });
    expect(JSON.stringify(blind)).not.toContain('incorrect');
    expect(blind.items[0]).toMatchObject({ annotationId, outcome: null, isSealed: true });
    expect((await findQueue(team.reviewer, { split: 'open' })).items[0]).toMatchObject({
      outcome: 'incorrect',
    });
  });

  it('is not in the answer to a blind person’s own command, and is in the answer to their second check', async () => {
    await propose();
    const planned = await run.other({
      type: 'check.plan',
      annotationId,
      version: await version(),
      changes: { priority: 'high' },
    });
    expect(JSON.stringify(planned)).not.toContain(canary);
    const reviewed = await run.other({
      type: 'check.review',
      annotationId,
      version: await version(),
      secondCheckId: randomUUID(),
      fields: agreeing,
    });
    expect(JSON.stringify(reviewed)).toContain(canary);
    expect(doorsWith(canary, await everythingFor(other))).toEqual(
      expect.arrayContaining(['page', 'annotation']),
    );
  });

  it('stays sealed when it is withdrawn or sent back, whoever does that', async () => {
    await propose();
    await run.proposer({
      type: 'check.withdraw',
      annotationId,
      version: await version(),
      reason: 'Too early.',
    });
    expect(doorsWith(canary, await everythingFor(other))).toEqual([]);
    await propose();
    await run.other({ type: 'check.reopen', annotationId, version: await version(), reason: 'Let me see.' });
    expect(doorsWith(canary, await everythingFor(other))).toEqual([]);
  });

  it('stays sealed, and the first second check with it, while a risk flag asks for another one', async () => {
    await run.editor({
      type: 'check.plan',
      annotationId,
      version: await version(),
      changes: { riskFlags: ['accusation'] },
    });
    await propose();
    const review = { type: 'check.review', annotationId, fields: agreeing } as const;
    await run.other({ ...review, version: await version(), secondCheckId: randomUUID() });
    const sealed = await everythingFor(team.editor);
    expect(doorsWith(canary, sealed)).toEqual([]);
    expect(doorsWith(second, sealed)).toEqual([]);
    expect(doorsWith(second, await everythingFor(other))).toEqual(expect.arrayContaining(['page', 'stream']));
    await run.editor({ ...review, version: await version(), secondCheckId: randomUUID() });
    for (const actor of [team.editor, team.owner, team.viewer])
      expect(
        (await getArticleState(actor, articleId)).annotations[annotationId]?.check.proposal,
      ).toMatchObject({
        rationale: fields.rationale,
      });
  });

  it('is seen by everybody once it is disputed', async () => {
    await propose();
    await run.other({
      type: 'check.review',
      annotationId,
      version: await version(),
      secondCheckId: randomUUID(),
      fields: { outcome: 'confirmed', verdict: null, note: second, suggestedWording: null },
    });
    expect(doorsWith(canary, await everythingFor(team.editor))).toEqual(
      expect.arrayContaining(['page', 'annotation']),
    );
    expect(doorsWith(second, await everythingFor(team.editor))).toEqual(
      expect.arrayContaining(['page', 'annotation']),
    );
  });

  it('is open to all where the team does not check blindly', async () => {
    await setBlindSecondCheck(team.owner, false);
    await propose();
    expect(doorsWith(canary, await everythingFor(other))).toEqual(told);
  });
});
