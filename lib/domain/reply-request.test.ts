import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from './apply';
import type { Command } from './commands';
import { DomainError } from './errors';
import { decide } from './laws/decide';
import { givenIn } from './laws/given-in';
import { inLogOrder, standingOfRequest } from './reply-request';
import { type ReplyRequest, replyFieldsSchema } from './reply-request-schema';
import { articleState } from './testing/arbitraries';

const at = '2026-03-03T10:00:00.000Z';
const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const actor = { userId: id(1), name: 'Ada', teamId: id(2), role: 'reviewer' } as const;
const [start] = fc.sample(articleState, { numRuns: 1, seed: 7 });
const fields = {
  party: 'The harbour master',
  question: 'Is it true that the cranes were ordered without a tender?',
  askedOn: '2026-03-03',
  way: 'email',
  deadlineOn: '2026-03-05',
} as const;

function carriedOut(state: NonNullable<typeof start>, command: Command) {
  const body = decide(command, givenIn(command, state, { actor, at, removed: undefined }));
  return { body, state: apply(state, { actor: { id: actor.userId, name: actor.name }, at, body }) };
}

function refusalOf(command: Command, role: 'reviewer' | 'viewer' = 'reviewer'): DomainError {
  if (start === undefined) throw new Error('No article was made.');
  const asked = carriedOut(start, {
    commandId: id(9),
    type: 'reply_request.create',
    requestId: id(10),
    fields,
  }).state;
  try {
    decide(command, givenIn(command, asked, { actor: { ...actor, role }, at, removed: undefined }));
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('It was allowed.');
}

const answer = (version: number, words = 'No.'): Command => ({
  commandId: id(9),
  type: 'reply_request.answer',
  requestId: id(10),
  version,
  answer: { outcome: 'answered', words, on: '2026-03-04' },
});

describe('the right-of-reply log', () => {
  it('is asked, corrected, answered and taken back, each once, and says by whom', () => {
    if (start === undefined) throw new Error('No article was made.');
    const create: Command = { commandId: id(9), type: 'reply_request.create', requestId: id(10), fields };
    const asked = carriedOut(start, create).state;
    expect(asked.replyRequests).toEqual([
      {
        ...fields,
        id: id(10),
        authorId: actor.userId,
        createdAt: at,
        changedAt: at,
        version: 1,
        answer: null,
      },
    ]);
    const corrected = carriedOut(asked, {
      commandId: id(9),
      type: 'reply_request.change',
      requestId: id(10),
      version: 1,
      changes: { way: 'phone', party: fields.party },
    });
    expect(corrected.body).toMatchObject({ changes: { way: 'phone' }, before: { way: 'email' }, version: 2 });
    const answered = carriedOut(corrected.state, answer(2));
    expect(answered.state.replyRequests[0]).toMatchObject({
      version: 3,
      way: 'phone',
      answer: { outcome: 'answered', words: 'No.', on: '2026-03-04', byId: actor.userId, at },
    });
    const back = carriedOut(answered.state, { ...answer(3), answer: null } as Command);
    expect(back.body).toMatchObject({ answer: null, before: { words: 'No.' } });
    expect(back.state.replyRequests[0]?.answer).toBeNull();
  });

  it.each<[string, Command, string, ('viewer' | 'reviewer')?]>([
    ['an older version', answer(7), 'STALE'],
    ['a request that is not there', { ...answer(1), requestId: id(11) } as Command, 'NOT_FOUND'],
    ['a viewer', answer(1), 'FORBIDDEN', 'viewer'],
  ])('refuses %s with a sentence', (_, command, code, role) => {
    const refusal = refusalOf(command, role);
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(/^[A-Z].{15,}\.$/);
  });

  it.each<[string, Pick<ReplyRequest, 'answer' | 'deadlineOn'>, string]>([
    ['2026-03-05', { answer: null, deadlineOn: '2026-03-05' }, 'waiting'],
    ['2026-03-06', { answer: null, deadlineOn: '2026-03-05' }, 'overdue'],
    ['2027-01-01', { answer: null, deadlineOn: null }, 'waiting'],
    [
      '2026-03-06',
      {
        answer: { outcome: 'declined', words: '', on: '2026-03-06', byId: '', at },
        deadlineOn: '2026-03-05',
      },
      'declined',
    ],
  ])('stands on %s as it should', (today, request, standing) => {
    expect(standingOfRequest(request, today)).toBe(standing);
  });

  it('asks for the words of an answer, and for none of a silence', () => {
    const on = '2026-03-04';
    expect(
      replyFieldsSchema.safeParse({ outcome: 'answered', words: ' ', on }).error?.issues[0],
    ).toMatchObject({
      path: ['words'],
      message: 'Write down what they answered.',
    });
    expect(replyFieldsSchema.safeParse({ outcome: 'no_reply', words: '', on }).success).toBe(true);
  });

  it('is in the order of asking', () => {
    const one = (askedOn: string, number: number): ReplyRequest => ({
      ...fields,
      askedOn,
      id: id(number),
      authorId: '',
      createdAt: at,
      changedAt: at,
      version: 1,
      answer: null,
    });
    const log = [one('2026-03-04', 1), one('2026-03-03', 3), one('2026-03-03', 2)];
    expect(log.sort(inLogOrder).map((request) => request.id)).toEqual([id(2), id(3), id(1)]);
  });
});
