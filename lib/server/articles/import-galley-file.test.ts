import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import { type Check, mapPeople } from '@/lib/domain/check';
import type { GalleyFile } from '@/lib/exchange/galley/file-schema';
import { makeTeam } from '@/prisma/builders/team';
import { desk, expectCountersRight, refusal } from '../testing/commands';
import { verifyChains } from '../verify-chains';
import { findEvents } from './find-events';
import { getArticleState } from './get-article-state';
import { importGalleyFile } from './import-galley-file';
import { sampleArticle } from './sample-article';

/** What a state says, without the ids that an import makes anew, and with names for people. */
function content({ annotations, people }: Pick<ArticleState, 'annotations' | 'people'>) {
  const name = (id: string) => people[id]?.name;
  return Object.values(annotations)
    .map(({ id: _, articleId: _a, anchor: { revisionId: _r, ...anchor }, ...annotation }: Annotation) => ({
      ...annotation,
      anchor,
      authorId: name(annotation.authorId),
      notes: annotation.notes.map((note) => ({ ...note, id: '', authorId: name(note.authorId) })),
      evidence: annotation.evidence.map((item) => ({ ...item, id: '', authorId: name(item.authorId) })),
      flags: annotation.flags.map((flag) => ({ ...flag, id: '', raisedById: name(flag.raisedById) })),
      check: withoutIds(mapPeople(annotation.check, (id) => name(id) ?? '')),
      threads: annotation.threads.map((thread) => ({
        ...thread,
        id: '',
        authorId: name(thread.authorId),
        replies: thread.replies.map((reply) => ({ ...reply, id: '', authorId: name(reply.authorId) })),
      })),
    }))
    .sort((a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end);
}

/** The revision of a check is the one that the text came in as; its second checks get ids of their own. */
function withoutIds(check: Check): unknown {
  return JSON.parse(JSON.stringify(check, (key, value) => (['revisionId', 'id'].includes(key) ? '' : value)));
}

function contentOfFile(file: GalleyFile) {
  const people = Object.fromEntries(file.people.map((person) => [person.id, person]));
  const annotations = Object.fromEntries(
    file.annotations.map((annotation) => [
      annotation.id,
      { ...annotation, articleId: '', anchor: { ...annotation.anchor, revisionId: '' } },
    ]),
  );
  return content({ annotations, people });
}

it('brings back everything that was exported, under new ids, with a record that verifies', async () => {
  const team = await makeTeam();
  const file = sampleArticle(randomUUID, new Date('2026-01-15T10:00:00.000Z'));
  const { articleId, seq } = await importGalleyFile(team.editor, { file });
  const state = await getArticleState(team.viewer, articleId);
  expect(state.revision.text).toBe(file.revision.text);
  expect(state.revision.doc).toEqual(file.revision.doc);
  expect(state.seq).toBe(seq);
  expect(seq).toBe(file.annotations.length + 1);
  expect(content(state)).toEqual(contentOfFile(file));
  for (const { id } of file.annotations) expect(state.annotations[id]).toBeUndefined();
  await expectCountersRight(team.viewer, articleId);
  const { items } = await findEvents(team.viewer, articleId, { after: 0 });
  expect(items.map(({ body }) => body.type)).toEqual([
    'article.imported',
    ...file.annotations.map(() => 'annotation.created'),
  ]);
  expect((await verifyChains()).faults).toEqual([]);
});

it('can be done twice, and is done once when the same request comes twice', async () => {
  const team = await makeTeam();
  const file = sampleArticle(randomUUID, new Date());
  const commandId = randomUUID();
  const first = await importGalleyFile(team.editor, { file, commandId });
  expect(await importGalleyFile(team.editor, { file, commandId })).toEqual(first);
  expect((await importGalleyFile(team.editor, { file })).articleId).not.toBe(first.articleId);
});

it('does not let a file speak for a member of the team', async () => {
  const team = await makeTeam();
  const file = sampleArticle(randomUUID, new Date());
  const [stranger] = file.people;
  const forged: GalleyFile = JSON.parse(
    JSON.stringify(file).replaceAll(stranger?.id ?? '', team.reviewer.userId),
  );
  const { articleId } = await importGalleyFile(team.editor, { file: forged });
  const state = await getArticleState(team.viewer, articleId);
  const authors = Object.values(state.annotations).flatMap(({ authorId, notes }) => [
    authorId,
    ...notes.map((note) => note.authorId),
  ]);
  expect(authors).not.toContain(team.reviewer.userId);
  const noted = Object.values(state.annotations).find(({ notes }) => notes.length > 0);
  const [note] = noted?.notes ?? [];
  if (noted === undefined || note === undefined) throw new Error('The sample has a note.');
  const { body, id: noteId, version } = note;
  await refusal(
    desk(team.reviewer, articleId, '').run({
      type: 'note.change',
      annotationId: noted.id,
      noteId,
      version,
      body,
    }),
    'FORBIDDEN',
  );
});

it('is refused to a viewer', async () => {
  const team = await makeTeam();
  await refusal(importGalleyFile(team.viewer, { file: sampleArticle(randomUUID, new Date()) }), 'FORBIDDEN');
});
