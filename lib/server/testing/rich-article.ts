import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { plainToRichText } from '@/lib/domain/rich-text';
import { makeArticle, plainDoc } from '@/prisma/builders/article';
import type { makeTeam } from '@/prisma/builders/team';
import { getArticleState } from '../articles/get-article-state';
import { execute } from '../execute';
import { uploadFile } from '../files/upload-file';
import { desk, portStatistics } from './commands';
import { randomCommand, seeded } from './random-commands';

/** The text of such an article. */
export const richParagraphs = [
  'The port grew by 40 percent last year, the ministry said on Monday.',
  'That is splendid news for the town, and the quay cost 12 million crowns 🚢.',
  'The minister visits the harbour on Friday with 200 guests.',
];

type People = { readonly team: Awaited<ReturnType<typeof makeTeam>>; readonly second: Actor };

/** An article with everything that an article can have, in a state that chance has made. */
export async function makeRichArticle(people: People, seed: number): Promise<string> {
  const { team } = people;
  const made = await makeArticle(team.editor, { text: richParagraphs.join('\n\n') });
  const at = (actor: Actor) => desk(actor, made.articleId, made.revisionId);
  const kept = await at(team.reviewer).mark(0, 28);
  await attach(people, made.articleId, kept);
  await byChance(people, made.articleId, seed, 20);
  await at(team.reviewer).mark(30, 50);
  await talk(people, made.articleId, kept);
  await meet(people, made.articleId, kept);
  const [gone, lost] = [await at(team.reviewer).mark(5, 20), await at(team.reviewer).mark(69, 101)];
  await at(team.reviewer).note(gone, 'With a note.');
  await at(team.reviewer).run({ type: 'annotation.delete', annotationId: gone, version: 1 });
  const { revision } = await getArticleState(team.editor, made.articleId);
  await execute(team.editor, made.articleId, {
    commandId: randomUUID(),
    type: 'article.revise',
    baseRevisionId: revision.id,
    revisionId: randomUUID(),
    doc: plainDoc([richParagraphs[0]?.replace('40', '41'), richParagraphs[2]].join('\n\n')),
    edits: null,
    source: 'edited',
    reason: 'The desk had it wrong.',
  });
  expect((await getArticleState(team.editor, made.articleId)).annotations[lost]?.anchor.state).toBe(
    'orphaned',
  );
  await byChance(people, made.articleId, seed + 1, 12);
  return made.articleId;
}

async function byChance({ team, second }: People, id: string, seed: number, steps: number): Promise<void> {
  const random = seeded(seed);
  const actors = [team.editor, team.reviewer, second];
  for (let step = 0; step < steps; step += 1) {
    const actor = actors[Math.floor(random() * actors.length)] ?? second;
    const request = randomCommand(await getArticleState(actor, id), random);
    await execute(actor, id, request).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
    });
  }
}

/** A file, captures of an address, evidence that is used again and one that is deleted, a correction, a request. */
async function attach({ team }: People, id: string, annotationId: string): Promise<void> {
  const { run } = desk(team.reviewer, id, '');
  const attached = await uploadFile(team.reviewer, id, {
    id: randomUUID(),
    name: 'page 6.png',
    bytes: Buffer.from('\x89PNG\r\n\x1a\npage 6', 'latin1'),
  });
  const [first, again, gone] = [randomUUID(), randomUUID(), randomUUID()];
  const fields = { ...portStatistics, file: attached };
  await run({ type: 'evidence.create', annotationId, evidenceId: first, fields });
  const reused = { ...portStatistics, reusedFromId: first, isConfidential: true };
  await run({ type: 'evidence.create', annotationId, evidenceId: again, fields: reused });
  await run({ type: 'evidence.create', annotationId, evidenceId: gone, fields: portStatistics });
  await run({ type: 'evidence.delete', annotationId, evidenceId: gone, version: 1 });
  const look = { address: 'https://example.org/port.csv', title: 'Port', host: 'example.org' };
  const done = {
    status: 200,
    text: 'Eleven <million> tonnes.',
    hash: 'a'.repeat(64),
    match: { kind: 'missing' },
  };
  const times = { askedAt: new Date('2026-03-01T10:00:00Z'), capturedById: team.reviewer.userId };
  for (const rest of [
    { ...done, isGone: true },
    { status: null, text: '', hash: '', failure: 'No answer.' },
  ])
    await db.capture.create({
      data: {
        ...look,
        ...times,
        ...rest,
        id: randomUUID(),
        evidenceId: first,
        capturedAt: new Date('2026-03-01T10:00:01Z'),
      },
    });
  await db.correction.create({
    data: {
      ...{ id: randomUUID(), teamId: team.id, articleId: id, text: 'It was 41 percent.' },
      ...{ byId: team.editor.userId, at: new Date('2026-03-02T10:00:00Z') },
    },
  });
  const requestId = randomUUID();
  const asked = {
    party: 'The port',
    question: 'Is it 40?',
    askedOn: '2026-03-01',
    way: 'email',
    deadlineOn: null,
  } as const;
  await run({ type: 'reply_request.create', requestId, fields: asked });
  const answer = { outcome: 'answered', words: 'It is.', on: '2026-03-02' } as const;
  await run({ type: 'reply_request.answer', requestId, version: 1, answer });
}

async function talk({ team }: People, id: string, annotationId: string): Promise<void> {
  const { run } = desk(team.reviewer, id, '');
  const [threadId, replyId, other] = [randomUUID(), randomUUID(), randomUUID()];
  const body = plainToRichText('Who says so?');
  const mentions = [team.editor.userId];
  await run({ type: 'thread.open', annotationId, threadId, replyId, kind: 'author_query', body, mentions });
  await run({ type: 'thread.reply', annotationId, threadId, replyId: other, body, mentions: [] });
  await run({ type: 'reply.delete', annotationId, threadId, replyId: other, version: 1 });
}

/** One session that was held, with votes that differ, and one that is under way. */
async function meet({ team, second }: People, id: string, annotationId: string): Promise<void> {
  const by = (actor: Actor) => desk(actor, id, '').run;
  const [sessionId, ballotId] = [randomUUID(), randomUUID()];
  const participantIds = [team.reviewer.userId, second.userId];
  const fields = { goal: 'Check the harbour', deadlineAt: null, participantIds, firstCome: true };
  await by(team.editor)({ type: 'session.open', sessionId, fields });
  await by(team.editor)({ type: 'session.call_vote', sessionId, ballotId, annotationId });
  for (const [actor, outcome] of [
    [team.reviewer, 'incorrect'],
    [second, 'confirmed'],
    [team.editor, 'confirmed'],
  ] as const)
    await by(actor)({
      ...{ type: 'session.vote', sessionId, ballotId, round: 1 },
      fields: { outcome, verdict: null, note: `${actor.name} thinks so.` },
    });
  const { version } = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
  await by(team.editor)({ type: 'session.close', sessionId, version, conclusion: 'Ask the port.' });
  await by(team.editor)({
    type: 'session.open',
    sessionId: randomUUID(),
    fields: { ...fields, goal: 'Once more' },
  });
}
