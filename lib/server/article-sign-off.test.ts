import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import type { Waiver } from '@/lib/domain/article-sign-off-schema';
import type { CommandOf } from '@/lib/domain/commands';
import { DomainError } from '@/lib/domain/errors';
import { changesSince, obstaclesTo, standingOf } from '@/lib/domain/laws/article-sign-off';
import { plainToRichText } from '@/lib/domain/rich-text';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { getArticleState } from './articles/get-article-state';
import { execute } from './execute';
import { command, desk, refusal, traces } from './testing/commands';
import { randomCommand, seeded } from './testing/random-commands';

const sentences = ['The port grew.', 'It cost 12 million.', 'Nobody asked.', 'The quay is old.'];
let team: Awaited<ReturnType<typeof makeTeam>>;

beforeAll(async () => {
  team = await makeTeam();
});

type Answers = Partial<Omit<CommandOf<'article.sign_off'>, 'type'>>;

async function open() {
  const { articleId, revisionId } = await makeArticle(team.reviewer, { text: sentences.join(' ') });
  const at = desk(team.reviewer, articleId, revisionId);
  const signOff = (actor: Actor, answers: Answers = {}) =>
    execute(
      actor,
      articleId,
      command({ type: 'article.sign_off', revisionId, waivers: [], overrideReason: null, ...answers }),
    );
  return {
    articleId,
    at,
    signOff,
    state: () => getArticleState(team.reviewer, articleId),
    /** A decision for the first sentences, as many as said. */
    cover: async (count: number): Promise<string[]> => {
      const ids: string[] = [];
      for (const { start, end } of sentences.slice(0, count).map(passageOf))
        ids.push(await at.mark(start, end, 'opinion'));
      return ids;
    },
    ask: async (annotationId: string): Promise<string> => {
      const threadId = randomUUID();
      const body = plainToRichText('Where is this from?');
      const replyId = randomUUID();
      const kind = 'author_query';
      await at.run({ type: 'thread.open', annotationId, threadId, replyId, kind, body, mentions: [] });
      return threadId;
    },
  };
}

function passageOf(sentence: string) {
  const start = sentences.join(' ').indexOf(sentence);
  return { start, end: start + sentence.length };
}

const waiverOf = (sentence: string, reason = 'Only a link to the next page.'): Waiver => ({
  ...passageOf(sentence),
  reason,
});

describe('an article', () => {
  it('is signed off once every sentence is decided, by name, time, revision and number of the event', async () => {
    const { articleId, cover, signOff, state } = await open();
    await cover(4);
    const event = await signOff(team.editor);
    const { article, revision, seq } = await state();
    expect(article.signOff).toEqual({
      byId: team.editor.userId,
      at: event.at,
      revisionId: revision.id,
      seq: event.seq,
      waivers: [],
      override: null,
    });
    expect(changesSince(article.signOff, seq)).toBe(0);
    expect(await db.articleEvent.count({ where: { articleId, seq: event.seq } })).toBe(1);
  });

  it('says how much has happened since, and loses its sign-off only by a withdrawal with a reason', async () => {
    const { articleId, at, cover, signOff, state } = await open();
    const [first = ''] = await cover(4);
    await signOff(team.editor);
    await at.note(first, 'Seen again.');
    await at.mark(0, 3);
    const { article, seq } = await state();
    expect(changesSince(article.signOff, seq)).toBe(2);
    const withdraw = command({ type: 'article.withdraw_sign_off', reason: 'A reader wrote.' });
    await refusal(execute(team.reviewer, articleId, withdraw), 'FORBIDDEN');
    const { body } = await execute(team.editor, articleId, withdraw);
    expect(body).toEqual({
      type: 'article.sign_off_withdrawn',
      reason: 'A reader wrote.',
      before: article.signOff,
    });
    expect((await state()).article.signOff).toBeNull();
    await refusal(execute(team.editor, articleId, { ...withdraw, commandId: randomUUID() }), 'INVALID');
  });

  it('can be signed off again after changes, which starts counting anew', async () => {
    const { at, cover, signOff, state } = await open();
    await cover(4);
    await signOff(team.editor);
    await at.mark(0, 3);
    await signOff(team.owner);
    const { article, seq } = await state();
    expect(article.signOff?.byId).toBe(team.owner.userId);
    expect(changesSince(article.signOff, seq)).toBe(0);
  });
});

describe('a sign-off is refused in words', () => {
  it('while sentences are gaps, and taken with a waiver for each', async () => {
    const { articleId, cover, signOff, state } = await open();
    await cover(2);
    const before = await traces(articleId);
    const { message } = await refusal(signOff(team.editor), 'INVALID');
    expect(message).toBe('2 sentences have no decision and no waiver.');
    const one = [waiverOf('Nobody asked.')];
    const { message: later } = await refusal(signOff(team.editor, { waivers: one }), 'INVALID');
    expect(later).toBe('One sentence has no decision and no waiver.');
    expect(await traces(articleId)).toEqual(before);
    const waivers = [...one, waiverOf('The quay is old.', 'Known to everybody.')];
    await signOff(team.editor, { waivers });
    expect((await state()).article.signOff?.waivers).toEqual(waivers);
  });

  it('while an author query is open', async () => {
    const { at, cover, ask, signOff } = await open();
    const [first = ''] = await cover(4);
    const threadId = await ask(first);
    const { message } = await refusal(signOff(team.editor), 'INVALID');
    expect(message).toBe('One author query is open.');
    await at.run({ type: 'thread.resolve', annotationId: first, threadId, version: 1 });
    await signOff(team.editor);
  });

  it('to reviewers and viewers, whatever stands', async () => {
    const { cover, signOff } = await open();
    await cover(4);
    for (const actor of [team.reviewer, team.viewer]) await refusal(signOff(actor), 'FORBIDDEN');
  });

  it('on a revision that is not the current one', async () => {
    const { cover, signOff } = await open();
    await cover(4);
    await refusal(signOff(team.editor, { revisionId: randomUUID() }), 'STALE');
  });

  it('to people of another team, for whom the article does not exist', async () => {
    const { signOff } = await open();
    const stranger = await makeTeam('Another paper');
    await refusal(signOff(stranger.owner, { overrideReason: 'Mine.' }), 'NOT_FOUND');
  });
});

describe('an override', () => {
  it('is the owner’s alone, needs a reason, and keeps what stood against it', async () => {
    const { cover, ask, signOff, state } = await open();
    const [first = ''] = await cover(3);
    await ask(first);
    const overrideReason = 'It goes to print at six.';
    await refusal(signOff(team.editor, { overrideReason }), 'FORBIDDEN');
    await refusal(signOff(team.owner), 'INVALID');
    await signOff(team.owner, { overrideReason });
    expect((await state()).article.signOff?.override).toEqual({
      reason: overrideReason,
      against: ['One sentence has no decision and no waiver.', 'One author query is open.'],
    });
  });

  it('is not noted where nothing stands against it', async () => {
    const { cover, signOff, state } = await open();
    await cover(4);
    await signOff(team.owner, { overrideReason: 'To be sure.' });
    expect((await state()).article.signOff?.override).toBeNull();
  });
});

it('gets its first answer again when it is sent twice, and signs once', async () => {
  const { articleId, cover, signOff } = await open();
  await cover(4);
  const commandId = randomUUID();
  const first = await signOff(team.editor, { commandId });
  await desk(team.reviewer, articleId, first.revisionId).mark(0, 3);
  expect(await signOff(team.editor, { commandId })).toEqual(first);
  expect(await db.articleEvent.count({ where: { articleId, commandId } })).toBe(1);
});

it('is decided from the tables as from the whole state, whatever has happened before', {
  timeout: 120_000,
}, async () => {
  let signed = 0;
  let refused = 0;
  for (let seed = 1; seed <= 6; seed += 1) {
    const { articleId, ask, signOff, state } = await open();
    const random = seeded(seed);
    const people = [team.owner, team.editor, team.reviewer];
    for (let step = 0; step < 20; step += 1) {
      const actor = people[Math.floor(random() * people.length)] ?? team.owner;
      await quietly(execute(actor, articleId, randomCommand(await state(), random)));
    }
    const annotations = Object.keys((await state()).annotations);
    if (random() < 0.5) for (const id of annotations.slice(0, 2)) await quietly(ask(id));
    if (random() < 0.4) await orphan(annotations[0]);
    const now = await state();
    const waivers = gapsOf(now)
      .filter(() => random() < 0.7)
      .map((gap) => ({ ...gap, reason: 'Not for us.' }));
    const against = obstaclesTo(standingOf(now.revision, Object.values(now.annotations)), waivers);
    if (against.length === 0) {
      await signOff(team.editor, { waivers });
      signed += 1;
    } else {
      const { message } = await refusal(signOff(team.editor, { waivers }), 'INVALID');
      expect(message).toBe(against.join(' '));
      refused += 1;
    }
  }
  expect(signed).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
});

const gapsOf = ({ revision, annotations }: ArticleState) =>
  standingOf(revision, Object.values(annotations)).gaps;

/** Chance asks for much that the rules refuse. */
async function quietly(promise: Promise<unknown>): Promise<void> {
  await promise.catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
  });
}

/** No command orphans yet: a new revision will. */
async function orphan(id: string | undefined): Promise<void> {
  if (id !== undefined) await db.annotation.update({ where: { id }, data: { anchorState: 'orphaned' } });
}
