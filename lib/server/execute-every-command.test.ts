import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { applyEvent } from '@/lib/domain/apply';
import type { Command } from '@/lib/domain/commands';
import { plainToRichText } from '@/lib/domain/rich-text';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { findEvents } from './articles/find-events';
import { getArticleState } from './articles/get-article-state';
import { execute, executeAll } from './execute';
import { command, expectCountersRight, refusal, traces } from './testing/commands';
import { openArticle, text } from './testing/open-article';

let team: Awaited<ReturnType<typeof makeTeam>>;
let stranger: Awaited<ReturnType<typeof makeTeam>>;

beforeAll(async () => {
  team = await makeTeam();
  stranger = await makeTeam('Another paper');
});

const open = () => openArticle(team.reviewer);

describe('every command', () => {
  /** One of each kind that names something, at the version it has, made ready so that only `version` can be wrong. */
  async function oneOfEach(): Promise<{ articleId: string; revisionId: string; commands: Command[] }> {
    const { articleId, revisionId, at } = await open();
    const [live, gone] = [await at.mark(0, 28), await at.mark(29, 51)];
    const [note, goneNote] = [await at.note(live, 'One.'), await at.note(live, 'Two.')];
    const [evidence, goneEvidence] = [await at.attach(live), await at.attach(live)];
    const flag = await at.flag(live);
    const other = await at.mark(0, 3);
    const looked = await at.flag(other);
    await at.run({ type: 'annotation.delete', annotationId: gone, version: 1 });
    await at.run({ type: 'note.delete', annotationId: live, noteId: goneNote, version: 1 });
    await at.run({ type: 'evidence.delete', annotationId: live, evidenceId: goneEvidence, version: 1 });
    await at.run({ type: 'flag.look', annotationId: other, flagId: looked, version: 1, note: 'Seen.' });
    const body = plainToRichText('Changed.');
    return {
      articleId,
      revisionId,
      commands: [
        command({ type: 'article.change', version: 1, changes: { title: 'New' } }),
        command({ type: 'annotation.change', annotationId: live, version: 1, changes: { mark: 'opinion' } }),
        command({ type: 'annotation.restore', annotationId: gone, version: 2 }),
        command({ type: 'note.change', annotationId: live, noteId: note, version: 1, body }),
        command({ type: 'note.restore', annotationId: live, noteId: goneNote, version: 2 }),
        command({ type: 'note.delete', annotationId: live, noteId: note, version: 2 }),
        command({
          type: 'evidence.change',
          annotationId: live,
          evidenceId: evidence,
          version: 1,
          changes: { title: 'T' },
        }),
        command({ type: 'evidence.restore', annotationId: live, evidenceId: goneEvidence, version: 2 }),
        command({ type: 'evidence.delete', annotationId: live, evidenceId: evidence, version: 2 }),
        command({
          type: 'flag.change',
          annotationId: live,
          flagId: flag,
          version: 1,
          changes: { priority: 'low' },
        }),
        command({ type: 'flag.look', annotationId: live, flagId: flag, version: 2, note: 'Done.' }),
        command({ type: 'flag.reopen', annotationId: other, flagId: looked, version: 2 }),
        command({ type: 'annotation.delete', annotationId: live, version: 2 }),
      ],
    };
  }

  // the author of the notes, so that only the version or the team can be in the way
  const author = () => ({ ...team.reviewer, role: 'editor' as const });

  it('is refused as stale with the present value when its version is old, and leaves no trace', async () => {
    const { articleId, commands } = await oneOfEach();
    for (const right of commands) {
      const before = await traces(articleId);
      const wrong = { ...right, commandId: randomUUID(), version: 9 } as Command;
      const { details } = await refusal(execute(author(), articleId, wrong), 'STALE');
      expect(details?.current).toHaveProperty('version');
      expect(await traces(articleId)).toEqual(before);
      await execute(author(), articleId, right);
    }
    await expectCountersRight(team.reviewer, articleId);
  });

  it('does nothing the second time and gives the first answer again', async () => {
    const { articleId, commands } = await oneOfEach();
    for (const request of commands) {
      const first = await execute(author(), articleId, request);
      const before = await traces(articleId);
      expect(await execute(author(), articleId, request)).toEqual(first);
      expect(await traces(articleId)).toEqual(before);
    }
  });

  it('is not found by another team, and forbidden to a viewer, without a trace', async () => {
    const { articleId, commands } = await oneOfEach();
    const before = await traces(articleId);
    for (const request of [...commands, command({ type: 'article.delete' })]) {
      await refusal(execute(stranger.owner, articleId, request), 'NOT_FOUND');
      await refusal(execute(team.viewer, articleId, request), 'FORBIDDEN');
    }
    expect(await traces(articleId)).toEqual(before);
  });

  it('cannot reach an annotation of another article by its id', async () => {
    const { articleId, commands } = await oneOfEach();
    const elsewhere = await makeArticle(team.editor, { text });
    const before = await traces(articleId);
    for (const request of commands.filter((one) => 'annotationId' in one)) {
      await refusal(execute(author(), elsewhere.articleId, request), 'NOT_FOUND');
    }
    expect(await traces(articleId)).toEqual(before);
  });

  it('is refused when its id was used by somebody else', async () => {
    const { articleId, commands } = await oneOfEach();
    const [request] = commands;
    if (request === undefined) throw new Error('no command');
    await execute(author(), articleId, request);
    await refusal(execute(team.owner, articleId, request), 'INVALID');
  });

  it('is refused when its text cannot be stored, without a trace', async () => {
    const { articleId, at } = await open();
    const id = await at.mark(0, 28);
    const before = await traces(articleId);
    for (const words of ['NUL \0 here', 'half \ud800 a character']) {
      await refusal(at.note(id, words), 'INVALID');
    }
    expect(await traces(articleId)).toEqual(before);
  });

  it('ends in the state that its events tell, for whoever replays them', async () => {
    const { articleId, commands } = await oneOfEach();
    let state = await getArticleState(team.viewer, articleId);
    const beginning = state.seq;
    for (const request of commands) await execute(author(), articleId, request);
    const { items, next } = await findEvents(team.viewer, articleId, { after: beginning });
    for (const event of items) state = applyEvent(state, event);
    expect(next).toBeNull();
    expect(state).toEqual({ ...(await getArticleState(team.viewer, articleId)), people: state.people });
  });
});

describe('several commands at once', () => {
  it('are answered one by one, in order, whatever happened to the one before', async () => {
    const { articleId, revisionId } = await open();
    const annotationId = randomUUID();
    const create = command({
      type: 'annotation.create',
      annotationId,
      revisionId,
      mark: 'claim',
      passage: { start: 0, end: 28 },
    });
    const answers = await executeAll(team.reviewer, articleId, [
      create,
      command({ type: 'annotation.delete', annotationId, version: 7 }),
      command({ type: 'note.create', annotationId, noteId: randomUUID(), body: plainToRichText('Kept.') }),
    ]);
    expect(answers).toMatchObject([
      { ok: true, event: { seq: 2, body: { type: 'annotation.created' } } },
      { ok: false, error: { code: 'STALE', current: { id: annotationId, version: 1 } } },
      { ok: true, event: { seq: 3, body: { type: 'note.created' } } },
    ]);
  });

  it('are not found as a whole by another team', async () => {
    const { articleId } = await open();
    await refusal(executeAll(stranger.owner, articleId, [command({ type: 'article.delete' })]), 'NOT_FOUND');
    await refusal(executeAll(team.owner, 'not an id', [command({ type: 'article.delete' })]), 'NOT_FOUND');
  });

  it('get gapless numbers when 500 come over 25 connections, some refused and some repeated', async () => {
    const { articleId, revisionId } = await open();
    const sent: Command[] = [];
    const clients = Array.from({ length: 25 }, async (_, client) => {
      for (let turn = 0; turn < 20; turn += 1) {
        const start = (client * 20 + turn) % 60;
        const request = command({
          type: 'annotation.create',
          annotationId: randomUUID(),
          revisionId,
          mark: 'claim',
          passage: { start, end: start + 5 },
        });
        if (turn === 7)
          await refusal(
            execute(team.viewer, articleId, { ...request, commandId: randomUUID() }),
            'FORBIDDEN',
          );
        if (turn % 5 === 0)
          await Promise.all([
            execute(team.reviewer, articleId, request),
            execute(team.reviewer, articleId, request),
          ]);
        else await execute(team.reviewer, articleId, request);
        sent.push(request);
      }
    });
    await Promise.all(clients);
    const rows = await db.articleEvent.findMany({ where: { articleId }, orderBy: { seq: 'asc' } });
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 501 }, (_, index) => index + 1));
    expect(new Set(rows.slice(1).map(({ commandId }) => commandId))).toEqual(
      new Set(sent.map(({ commandId }) => commandId)),
    );
    const times = rows.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    await expectCountersRight(team.reviewer, articleId);
  }, 120_000);
});
