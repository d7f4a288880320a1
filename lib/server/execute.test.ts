import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Annotation } from '@/lib/domain/annotation';
import { applyEvent } from '@/lib/domain/apply';
import type { Command } from '@/lib/domain/commands';
import { evidenceFieldsSchema } from '@/lib/domain/evidence';
import { noDepth } from '@/lib/domain/no-depth';
import { plainToRichText } from '@/lib/domain/rich-text';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { findEvents } from './articles/find-events';
import { getArticleState } from './articles/get-article-state';
import { execute, executeAll } from './execute';
import { command, desk, expectCountersRight, portStatistics, refusal, traces } from './testing/commands';

const text = 'The port grew by 40 percent. That is splendid news. Nobody asked the fishermen.';
let team: Awaited<ReturnType<typeof makeTeam>>;
let stranger: Awaited<ReturnType<typeof makeTeam>>;

beforeAll(async () => {
  team = await makeTeam();
  stranger = await makeTeam('Another paper');
});

async function open() {
  const article = await makeArticle(team.reviewer, { text });
  const { articleId, revisionId } = article;
  const at = desk(team.reviewer, articleId, revisionId);
  const state = () => getArticleState(team.reviewer, articleId);
  const annotation = async (id: string): Promise<Annotation> => {
    const found = (await state()).annotations[id];
    if (found === undefined) throw new Error('The annotation is not there.');
    return found;
  };
  return { articleId, revisionId, at, state, annotation };
}

describe('annotations', () => {
  it('marks a passage and keeps quote, context, author and time', async () => {
    const { at, annotation, articleId, revisionId } = await open();
    const id = await at.mark(4, 27);
    const made = await annotation(id);
    expect(made).toMatchObject({
      articleId,
      mark: 'claim',
      authorId: team.reviewer.userId,
      version: 1,
      check: { status: 'unchecked', version: 1 },
    });
    expect(made.anchor).toMatchObject({
      revisionId,
      start: 4,
      end: 27,
      exact: 'port grew by 40 percent',
      prefix: 'The ',
    });
    expect(made.createdAt).toBe(made.changedAt);
  });

  it('takes any number of identical, nested and overlapping passages', async () => {
    const { at, articleId } = await open();
    for (const [start, end] of [
      [0, 28],
      [0, 28],
      [4, 27],
      [20, 50],
    ] as const)
      await at.mark(start, end);
    const { annotations } = await expectCountersRight(team.viewer, articleId);
    expect(Object.keys(annotations)).toHaveLength(4);
  });

  it('changes mark, passage and claim fields, each change a version', async () => {
    const { at, annotation, articleId } = await open();
    const id = await at.mark(0, 28, 'opinion');
    await at.run({
      type: 'annotation.change',
      annotationId: id,
      version: 1,
      changes: { mark: 'claim', passage: { start: 29, end: 51 } },
    });
    const event = await at.run({
      type: 'annotation.change',
      annotationId: id,
      version: 2,
      changes: { claim: { claimTypes: ['statistic'], claimant: 'Port authority', claimedOn: '2026-01-31' } },
    });
    expect(event.body).toMatchObject({ before: { claim: { claimTypes: [], claimant: null } } });
    expect(await annotation(id)).toMatchObject({
      mark: 'claim',
      version: 3,
      anchor: { start: 29, end: 51, exact: 'That is splendid news.' },
      claim: { claimTypes: ['statistic'], claimant: 'Port authority', claimedOn: '2026-01-31' },
    });
    await expectCountersRight(team.reviewer, articleId);
  });

  it('deletes softly and brings back whole, with notes, evidence and open flag', async () => {
    const { at, annotation, articleId } = await open();
    const id = await at.mark(0, 28);
    await at.note(id, 'Called the port authority.');
    await at.attach(id);
    await at.flag(id);
    const before = await annotation(id);
    await at.run({ type: 'annotation.delete', annotationId: id, version: 1 });
    const { annotations } = await expectCountersRight(team.reviewer, articleId);
    expect(annotations[id]).toBeUndefined();
    await at.run({ type: 'annotation.restore', annotationId: id, version: 2 });
    expect(await annotation(id)).toEqual({ ...before, version: 3 });
    await expectCountersRight(team.reviewer, articleId);
  });

  it('refuses passages outside the text and marks on another revision', async () => {
    const { at, revisionId } = await open();
    const create = { type: 'annotation.create', annotationId: randomUUID(), mark: 'claim' } as const;
    await refusal(at.run({ ...create, revisionId, passage: { start: 0, end: text.length + 1 } }), 'INVALID');
    await refusal(at.run({ ...create, revisionId, passage: { start: 28, end: 29 } }), 'INVALID');
    const older = await refusal(
      at.run({ ...create, revisionId: randomUUID(), passage: { start: 0, end: 3 } }),
      'STALE',
    );
    expect(older.details).toEqual({ current: { revisionId } });
  });

  it('refuses an id that is taken, also by another team, without a trace', async () => {
    const { at, revisionId, articleId } = await open();
    const theirs = await makeArticle(stranger.editor, { text });
    const taken = await desk(stranger.editor, theirs.articleId, theirs.revisionId).mark(0, 3);
    const before = await traces(articleId);
    await refusal(
      at.run({
        type: 'annotation.create',
        annotationId: taken,
        revisionId,
        mark: 'claim',
        passage: { start: 0, end: 3 },
      }),
      'INVALID',
    );
    expect(await traces(articleId)).toEqual(before);
  });
});

describe('notes, evidence and flags', () => {
  it('writes, edits, deletes and restores a note', async () => {
    const { at, annotation } = await open();
    const id = await at.mark(0, 28);
    const noteId = await at.note(id, 'First words.');
    await at.run({
      type: 'note.change',
      annotationId: id,
      noteId,
      version: 1,
      body: plainToRichText('Better words.'),
    });
    const edited = (await annotation(id)).notes[0];
    expect(edited).toMatchObject({ version: 2, body: plainToRichText('Better words.') });
    await at.run({ type: 'note.delete', annotationId: id, noteId, version: 2 });
    expect((await annotation(id)).notes).toEqual([]);
    await at.run({ type: 'note.restore', annotationId: id, noteId, version: 3 });
    expect((await annotation(id)).notes).toEqual([{ ...edited, version: 4 }]);
  });

  it('lets nobody change the words of another person', async () => {
    const { at, articleId, revisionId } = await open();
    const id = await at.mark(0, 28);
    const noteId = await at.note(id, 'Mine.');
    const editor = desk(team.editor, articleId, revisionId);
    const body = plainToRichText('Not mine.');
    await refusal(
      editor.run({ type: 'note.change', annotationId: id, noteId, version: 1, body }),
      'FORBIDDEN',
    );
  });

  it('attaches, changes, deletes and restores evidence', async () => {
    const { at, annotation } = await open();
    const id = await at.mark(0, 28);
    const evidenceId = await at.attach(id);
    await at.run({
      type: 'evidence.change',
      annotationId: id,
      evidenceId,
      version: 1,
      changes: { stance: 'refutes', accessedOn: null, locator: 'row 13' },
    });
    const changed = (await annotation(id)).evidence[0];
    expect(changed).toMatchObject({
      ...portStatistics,
      stance: 'refutes',
      accessedOn: null,
      locator: 'row 13',
      version: 2,
    });
    await at.run({ type: 'evidence.delete', annotationId: id, evidenceId, version: 2 });
    expect((await annotation(id)).evidence).toEqual([]);
    await at.run({ type: 'evidence.restore', annotationId: id, evidenceId, version: 3 });
    expect((await annotation(id)).evidence).toEqual([{ ...changed, version: 4 }]);
  });

  it('keeps every rare field of evidence, and old requests leave them out', async () => {
    const { at, annotation } = await open();
    const id = await at.mark(0, 28);
    const evidenceId = randomUUID();
    const { archivedAddress: _a, isConfidential: _c, ...old } = portStatistics;
    const fields = evidenceFieldsSchema.parse(old);
    await at.run({ type: 'evidence.create', annotationId: id, evidenceId, fields });
    expect((await annotation(id)).evidence[0]).toMatchObject(noDepth);
    const changes = {
      archivedAddress: 'https://archive.example.org/1',
      independenceGroup: 'Reuters',
      captureHash: 'a'.repeat(64),
      reliability: 'B',
      credibility: 2,
      attribution: 'on_background',
      isConfidential: true,
    } as const;
    await at.run({ type: 'evidence.change', annotationId: id, evidenceId, version: 1, changes });
    expect((await annotation(id)).evidence[0]).toMatchObject(changes);
  });

  it('raises, changes, closes and reopens a flag, and keeps it to one open flag', async () => {
    const { at, annotation, articleId } = await open();
    const id = await at.mark(0, 28);
    const flagId = await at.flag(id);
    await refusal(at.flag(id), 'INVALID');
    await at.run({
      type: 'flag.change',
      annotationId: id,
      flagId,
      version: 1,
      changes: { priority: 'urgent' },
    });
    await expectCountersRight(team.reviewer, articleId);
    await at.run({
      type: 'flag.look',
      annotationId: id,
      flagId,
      version: 2,
      note: 'Asked the port: it is 25 percent.',
    });
    await expectCountersRight(team.reviewer, articleId);
    expect((await annotation(id)).flags[0]).toMatchObject({
      priority: 'urgent',
      version: 3,
      looked: { byId: team.reviewer.userId, note: 'Asked the port: it is 25 percent.' },
    });
    await refusal(
      at.run({ type: 'flag.look', annotationId: id, flagId, version: 3, note: 'Again.' }),
      'INVALID',
    );
    await at.run({ type: 'flag.reopen', annotationId: id, flagId, version: 3 });
    expect((await annotation(id)).flags[0]).toMatchObject({ looked: null, version: 4 });
    await expectCountersRight(team.reviewer, articleId);
  });

  it('does not find a note, evidence or flag under an annotation that it does not belong to', async () => {
    const { at } = await open();
    const [first, second] = [await at.mark(0, 28), await at.mark(29, 51)];
    const noteId = await at.note(first, 'Here.');
    const evidenceId = await at.attach(first);
    const flagId = await at.flag(first);
    await refusal(at.run({ type: 'note.delete', annotationId: second, noteId, version: 1 }), 'NOT_FOUND');
    await refusal(
      at.run({ type: 'evidence.delete', annotationId: second, evidenceId, version: 1 }),
      'NOT_FOUND',
    );
    await refusal(
      at.run({ type: 'flag.look', annotationId: second, flagId, version: 1, note: '' }),
      'NOT_FOUND',
    );
    await at.run({ type: 'note.delete', annotationId: first, noteId, version: 1 });
    await refusal(at.run({ type: 'note.restore', annotationId: second, noteId, version: 2 }), 'NOT_FOUND');
  });
});

describe('articles', () => {
  it('changes details and keeps the days as days', async () => {
    const { articleId, revisionId, state } = await open();
    await desk(team.editor, articleId, revisionId).run({
      type: 'article.change',
      version: 1,
      changes: { title: 'The harbour shrinks', byline: 'Ada Veen', publishedOn: '2026-02-28' },
    });
    expect((await state()).article).toMatchObject({
      title: 'The harbour shrinks',
      byline: 'Ada Veen',
      publishedOn: '2026-02-28',
      language: 'en',
      version: 2,
    });
  });

  it('deletes softly: nobody sees it any more, until an editor restores it', async () => {
    const { articleId, revisionId, at, state } = await open();
    const id = await at.mark(0, 28);
    const editor = desk(team.editor, articleId, revisionId);
    const deletion = command({ type: 'article.delete' });
    const first = await execute(team.editor, articleId, deletion);
    await refusal(state(), 'NOT_FOUND');
    await refusal(at.mark(0, 3), 'NOT_FOUND');
    await refusal(findEvents(team.editor, articleId, { after: 0 }), 'NOT_FOUND');
    await refusal(editor.run({ type: 'article.delete' }), 'NOT_FOUND');
    expect(await execute(team.editor, articleId, deletion)).toEqual(first);
    await editor.run({ type: 'article.restore' });
    expect((await state()).annotations[id]).toBeDefined();
    await refusal(editor.run({ type: 'article.restore' }), 'INVALID');
  });
});

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
