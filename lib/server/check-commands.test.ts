import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '@/lib/db/canonical';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { applyEvent } from '@/lib/domain/apply';
import { openProposal } from '@/lib/domain/check';
import type { Command } from '@/lib/domain/commands';
import { boundContent } from '@/lib/domain/laws/bound-content';
import { plainToRichText } from '@/lib/domain/rich-text';
import { presetScale } from '@/lib/domain/team-rules';
import { makeArticle } from '@/prisma/builders/article';
import { buildMember, makeTeam } from '@/prisma/builders/team';
import { getArticleState } from './articles/get-article-state';
import { execute } from './execute';
import { command, desk, portStatistics, refusal, traces } from './testing/commands';
import { verifyChains } from './verify-chains';

const text = 'The port grew by 40 percent. That is splendid news.';
let team: Awaited<ReturnType<typeof makeTeam>>;
let stranger: Actor;
let second: Actor;

beforeAll(async () => {
  team = await makeTeam();
  stranger = (await makeTeam('Another paper')).owner;
  second = await buildMember(team.id, { name: 'Second', role: 'reviewer' });
});

type Turn = {
  readonly who: Actor;
  readonly what: Command;
  /** What the check's status is afterwards. */
  readonly then: string;
  readonly viewerMay?: true;
};

/** A claim on its way from the plan to the second sign-off, one command of every kind about checks and threads. */
function wayOf(annotationId: string, evidenceId: string): (version: number) => readonly Turn[] {
  const { owner, editor, reviewer, viewer } = team;
  const [threadId, question, answer] = [randomUUID(), randomUUID(), randomUUID()];
  const ofThread = { annotationId, threadId };
  const body = plainToRichText('Which year?');
  const rating = { scaleId: presetScale('galley').id, scaleVersion: 1, key: 'true' };
  const proposed = {
    outcome: 'confirmed' as const,
    verdict: rating,
    suggestedWording: null,
    refusal: null,
    onAuthorReason: null,
    tried: null,
    rationale: 'Row 12.',
    confidence: 'high' as const,
    confidenceReason: 'Two sources.',
  };
  const other = {
    outcome: 'incorrect' as const,
    verdict: null,
    note: 'It is 4.',
    suggestedWording: '4 percent',
  };
  const same = { outcome: 'confirmed' as const, verdict: rating, note: '', suggestedWording: null };
  return (version) => {
    const at = { annotationId, version };
    const turn = (who: Actor, what: Parameters<typeof command>[0], then: string): Turn => ({
      who,
      what: command(what),
      then,
    });
    return [
      turn(
        editor,
        { type: 'check.plan', ...at, changes: { assigneeId: reviewer.userId, riskFlags: [] } },
        'assigned',
      ),
      turn(reviewer, { type: 'check.begin', ...at }, 'in_progress'),
      turn(reviewer, { type: 'check.wait', ...at, on: 'author', reason: 'Asked her.' }, 'awaiting_author'),
      turn(reviewer, { type: 'check.resume', ...at }, 'in_progress'),
      turn(reviewer, { type: 'check.release', ...at }, 'in_progress'),
      turn(
        second,
        {
          type: 'thread.open',
          ...ofThread,
          replyId: question,
          kind: 'author_query',
          body,
          mentions: [viewer.userId],
        },
        'in_progress',
      ),
      {
        ...turn(
          viewer,
          { type: 'thread.reply', ...ofThread, replyId: answer, body, mentions: [] },
          'in_progress',
        ),
        viewerMay: true,
      },
      {
        ...turn(
          viewer,
          { type: 'reply.change', ...ofThread, replyId: answer, version: 1, body, mentions: [] },
          'in_progress',
        ),
        viewerMay: true,
      },
      {
        ...turn(viewer, { type: 'reply.delete', ...ofThread, replyId: answer, version: 2 }, 'in_progress'),
        viewerMay: true,
      },
      {
        ...turn(viewer, { type: 'reply.restore', ...ofThread, replyId: answer, version: 3 }, 'in_progress'),
        viewerMay: true,
      },
      turn(second, { type: 'thread.resolve', ...ofThread, version: 1 }, 'in_progress'),
      turn(second, { type: 'thread.reopen', ...ofThread, version: 2 }, 'in_progress'),
      turn(second, { type: 'thread.resolve', ...ofThread, version: 3 }, 'in_progress'),
      turn(reviewer, { type: 'check.propose', ...at, fields: proposed }, 'proposed'),
      turn(reviewer, { type: 'check.withdraw', ...at, reason: 'Too early.' }, 'in_progress'),
      turn(reviewer, { type: 'check.propose', ...at, fields: proposed }, 'proposed'),
      turn(second, { type: 'check.review', ...at, secondCheckId: randomUUID(), fields: other }, 'disputed'),
      turn(editor, { type: 'check.decide', ...at, upholds: 'proposal', note: 'It is 40.' }, 'second_check'),
      turn(second, { type: 'check.dispute', ...at, reason: 'Look at row 13.' }, 'disputed'),
      turn(owner, { type: 'check.decide', ...at, upholds: 'proposal', note: 'Row 12.' }, 'second_check'),
      turn(editor, { type: 'check.sign_off', ...at }, 'signed_off'),
      turn(second, { type: 'evidence.create', annotationId, evidenceId, fields: portStatistics }, 'stale'),
      turn(reviewer, { type: 'check.recheck', ...at }, 'proposed'),
      turn(
        second,
        { type: 'check.review', ...at, secondCheckId: randomUUID(), fields: same },
        'second_check',
      ),
      turn(owner, { type: 'check.sign_off', ...at }, 'signed_off'),
      turn(second, { type: 'check.reopen', ...at, reason: 'A reader wrote.' }, 'reopened'),
    ];
  };
}

async function open() {
  const { articleId, revisionId } = await makeArticle(team.reviewer, { text });
  const annotationId = await desk(team.reviewer, articleId, revisionId).mark(0, 28);
  const turns = wayOf(annotationId, randomUUID());
  const state = () => getArticleState(team.owner, articleId);
  const annotation = async () => {
    const found = (await state()).annotations[annotationId];
    if (found === undefined) throw new Error('The claim is gone.');
    return found;
  };
  /** Each turn at the version that the check then has. */
  const each = async (see: (turn: Turn, number: number) => Promise<void>): Promise<void> => {
    for (let number = 0; number < turns(1).length; number += 1) {
      const turn = turns((await annotation()).check.version)[number];
      if (turn !== undefined) await see(turn, number);
    }
  };
  return { articleId, revisionId, annotationId, state, annotation, each };
}

describe('a claim on its way through the check', () => {
  it('reads back at every step as its events say, and names revision and hash at each sign-off', async () => {
    const { articleId, revisionId, state, annotation, each } = await open();
    let byEvents = await state();
    const kinds = new Set<string>();
    await each(async ({ who, what, then }) => {
      const event = await execute(who, articleId, what);
      kinds.add(event.body.type);
      byEvents = applyEvent(byEvents, event);
      const now = await state();
      expect(now).toEqual(byEvents);
      const { check } = await annotation();
      expect(check.status, what.type).toBe(then);
      if (then !== 'signed_off') return;
      const proposal = openProposal(check);
      if (proposal === undefined) throw new Error('There is no proposal.');
      expect(check.signOff).toEqual({
        byId: who.userId,
        at: event.at,
        revisionId,
        hash: sha256(boundContent(await annotation(), proposal)),
      });
    });
    expect([...kinds].filter((kind) => kind.startsWith('check.'))).toHaveLength(13);
    expect([...kinds].filter((kind) => /^(thread|reply)\./.test(kind))).toHaveLength(7);
    expect((await verifyChains()).faults).toEqual([]);
  });

  it('keeps what is searched by beside it, and only while it stands', async () => {
    const { articleId, annotationId, annotation, each } = await open();
    await each(async ({ who, what }) => {
      await execute(who, articleId, what);
      const { check } = await annotation();
      const row = await db.annotation.findUniqueOrThrow({ where: { id: annotationId } });
      const isStanding = ['proposed', 'second_check', 'signed_off', 'disputed', 'stale'].includes(
        check.status,
      );
      const proposal = isStanding ? openProposal(check) : undefined;
      expect(row, what.type).toMatchObject({
        status: check.status,
        assigneeId: check.plan.assigneeId,
        holderId: check.holder?.byId ?? null,
        checkPriority: check.plan.priority,
        proposerId: proposal?.byId ?? null,
        outcome: proposal?.outcome ?? null,
        verdict: proposal?.verdict?.internal ?? null,
      });
      expect(row.signedOffAt?.toISOString() ?? null).toBe(check.signOff?.at ?? null);
    });
  });

  it('refuses an overtaken version with what is there now, and leaves no trace', async () => {
    const { articleId, each } = await open();
    await each(async ({ who, what }) => {
      if ('version' in what) {
        const before = await traces(articleId);
        const late = { ...what, commandId: randomUUID(), version: what.version + 7 } as Command; // the same kind
        const { details } = await refusal(execute(who, articleId, late), 'STALE');
        expect(details?.current, what.type).toHaveProperty('version', what.version);
        expect(await traces(articleId)).toEqual(before);
      }
      await execute(who, articleId, what);
    });
  });

  it('does nothing when a command comes again, and answers as before', async () => {
    const { articleId, each } = await open();
    await each(async ({ who, what }) => {
      const first = await execute(who, articleId, what);
      const before = await traces(articleId);
      expect(await execute(who, articleId, what)).toEqual(first);
      expect(await traces(articleId)).toEqual(before);
    });
  });

  it('is not found by another team, forbidden to a viewer but for answers, and out of reach from another article', async () => {
    const { articleId, each } = await open();
    const elsewhere = await makeArticle(team.editor, { text });
    await each(async ({ who, what, viewerMay }) => {
      const before = await traces(articleId);
      const again = () => ({ ...what, commandId: randomUUID() });
      await refusal(execute(stranger, articleId, again()), 'NOT_FOUND');
      await refusal(execute(who, elsewhere.articleId, again()), 'NOT_FOUND');
      if (viewerMay === undefined) await refusal(execute(team.viewer, articleId, again()), 'FORBIDDEN');
      expect(await traces(articleId)).toEqual(before);
      await execute(who, articleId, what);
    });
  });

  it('is signed off by the first of two who do it at the same time', async () => {
    const { articleId, each } = await open();
    await each(async ({ who, what }) => {
      if (what.type !== 'check.sign_off') {
        await execute(who, articleId, what);
        return;
      }
      const both = [team.editor, team.owner].map((actor) =>
        execute(actor, articleId, { ...what, commandId: randomUUID() }),
      );
      const answers = await Promise.allSettled(both);
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });
  });
});
