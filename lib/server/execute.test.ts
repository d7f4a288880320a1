import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { evidenceFieldsSchema } from '@/lib/domain/evidence';
import { noDepth } from '@/lib/domain/no-depth';
import { plainToRichText } from '@/lib/domain/rich-text';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { findEvents } from './articles/find-events';
import { execute } from './execute';
import { command, desk, expectCountersRight, portStatistics, refusal, traces } from './testing/commands';
import { openArticle, text } from './testing/open-article';

let team: Awaited<ReturnType<typeof makeTeam>>;
let stranger: Awaited<ReturnType<typeof makeTeam>>;

beforeAll(async () => {
  team = await makeTeam();
  stranger = await makeTeam('Another paper');
});

const open = () => openArticle(team.reviewer);

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
