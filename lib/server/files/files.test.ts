import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/articles/[articleId]/files/[fileId]/route';
import { POST } from '@/app/api/articles/[articleId]/files/route';
import { db } from '@/lib/db/client';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import { parseGalleyFile } from '@/lib/exchange/galley-json';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { getArticleState } from '../articles/get-article-state';
import { importGalleyFile } from '../articles/import-galley-file';
import { env } from '../env';
import { eraseDeletedArticles } from '../jobs/erase-deleted-articles';
import { removeOrphanedFiles } from '../jobs/remove-orphaned-files';
import { exportArticle } from '../reports/export-article';
import { exportQuery } from '../reports/export-query';
import { makeToken } from '../testing/api';
import { desk, portStatistics, refusal } from '../testing/commands';
import { copyFile } from './copy-file';
import { stretchOf } from './send-file';
import { uploadFile } from './upload-file';

let team: Awaited<ReturnType<typeof makeTeam>>;
let others: Awaited<ReturnType<typeof makeTeam>>;

beforeAll(async () => {
  [team, others] = await Promise.all([makeTeam(), makeTeam('Others')]);
});

const png = (words: string = randomUUID()): Buffer => Buffer.from(`\x89PNG\r\n\x1a\n${words}`, 'latin1');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
const onDisk = (hash: string, teamId = team.id): boolean => existsSync(join(env.GALLEY_FILES, teamId, hash));

async function open() {
  const made = await makeArticle(team.editor, { title: 'The port', text: 'The port grew by 40 percent.' });
  const at = desk(team.editor, made.articleId, made.revisionId);
  const annotationId = await at.mark(0, 28);
  const upload = (bytes: Uint8Array = png(), name = 'page 6.png') =>
    uploadFile(team.editor, made.articleId, { id: randomUUID(), name, bytes });
  const attach = async (file: EvidenceFile): Promise<string> => {
    const evidenceId = randomUUID();
    const fields = { ...portStatistics, file };
    await at.run({ type: 'evidence.create', annotationId, evidenceId, fields });
    return evidenceId;
  };
  const evidence = async () =>
    (await getArticleState(team.viewer, made.articleId)).annotations[annotationId]?.evidence[0];
  return { ...made, at, annotationId, upload, attach, evidence };
}

/** Asks the door for a file as a member of a team. */
async function ask(
  articleId: string,
  fileId: string,
  {
    actor = team.viewer,
    query = '',
    range,
  }: { actor?: typeof team.viewer; query?: string; range?: string } = {},
): Promise<Response> {
  const headers = new Headers({ authorization: `Bearer ${await makeToken(actor)}` });
  if (range !== undefined) headers.set('range', range);
  const request = new Request(`http://galley.test/x?${query}`, { headers });
  return GET(request, { params: Promise.resolve({ articleId, fileId }) });
}

describe('the file of evidence that is used again', () => {
  it('becomes a file of the other article, with the same bytes kept once', async () => {
    const [from, to] = [await open(), await open()];
    const file = await from.upload();
    const evidenceId = await from.attach(file);
    const id = randomUUID();
    const copy = await copyFile(team.editor, to.articleId, { id, evidenceId });
    expect(copy).toEqual({ ...file, id });
    expect(await copyFile(team.editor, to.articleId, { id, evidenceId })).toEqual(copy);
    await to.attach(copy);
    await from.at.run({ type: 'evidence.delete', annotationId: from.annotationId, evidenceId, version: 1 });
    expect((await to.evidence())?.file).toEqual(copy);
    expect((await ask(to.articleId, id)).status).toBe(200);
    expect(await db.storedFile.count({ where: { sha256: file.sha256 } })).toBe(2);
    expect(onDisk(file.sha256)).toBe(true);
  });

  it('is not found where the evidence has none, is deleted, or is of another team', async () => {
    const [from, to] = [await open(), await open()];
    const evidenceId = await from.attach(await from.upload());
    const copy = (actor: typeof team.editor, articleId: string, of = evidenceId) =>
      copyFile(actor, articleId, { id: randomUUID(), evidenceId: of });
    await refusal(copy(team.editor, to.articleId, randomUUID()), 'NOT_FOUND');
    await refusal(copy(others.editor, to.articleId), 'NOT_FOUND');
    const theirs = await makeArticle(others.editor, { title: 'Theirs', text: 'A paragraph.' });
    await refusal(copy(others.editor, theirs.articleId), 'NOT_FOUND');
    await refusal(copy(team.viewer, to.articleId), 'FORBIDDEN');
    await from.at.run({ type: 'evidence.delete', annotationId: from.annotationId, evidenceId, version: 1 });
    await refusal(copy(team.editor, to.articleId), 'NOT_FOUND');
  });
});

describe('an upload', () => {
  it('keeps the bytes by their hash, once, whatever is sent again', async () => {
    const { articleId } = await open();
    const bytes = png();
    const upload = { id: randomUUID(), name: 'C:\\fakepath\\pa\u202Ege.png', bytes };
    const file = await uploadFile(team.editor, articleId, upload);
    expect(file).toEqual({
      id: upload.id,
      name: 'page.png',
      type: 'image/png',
      bytes: bytes.length,
      sha256: sha256(bytes),
    });
    expect(await uploadFile(team.editor, articleId, upload)).toEqual(file);
    expect(
      readdirSync(join(env.GALLEY_FILES, team.id)).filter((name) => name.startsWith(file.sha256)),
    ).toEqual([file.sha256]);
  });

  it('is for checkers of the team alone', async () => {
    const { articleId } = await open();
    const upload = () => ({ id: randomUUID(), name: 'a.png', bytes: png() });
    await refusal(uploadFile(team.viewer, articleId, upload()), 'FORBIDDEN');
    await refusal(uploadFile(others.owner, articleId, upload()), 'NOT_FOUND');
    await refusal(uploadFile(team.editor, articleId, { ...upload(), name: 'a.pdf' }), 'INVALID');
    await refusal(uploadFile(team.editor, articleId, { ...upload(), name: '/' }), 'INVALID');
    expect(existsSync(join(env.GALLEY_FILES, others.id))).toBe(false);
  });

  it('comes through its door as a form with a file and an id', async () => {
    const { articleId } = await open();
    const authorization = `Bearer ${await makeToken(team.editor)}`;
    const send = (form: FormData) =>
      POST(new Request('http://galley.test/x', { method: 'POST', headers: { authorization }, body: form }), {
        params: Promise.resolve({ articleId }),
      });
    const form = new FormData();
    expect((await send(form)).status).toBe(422);
    form.set('file', new File([new Uint8Array(png('door'))], 'ünïcode.png'));
    expect((await send(form)).status).toBe(422);
    form.set('fileId', randomUUID());
    const answer = await send(form);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ name: 'ünïcode.png', sha256: sha256(png('door')) });
  });
});

describe('evidence with a file', () => {
  it('says what the server knows of it, and its hash is the hash of the capture', async () => {
    const { upload, attach, evidence } = await open();
    const file = await upload();
    const lie = { ...file, name: 'harmless.png', sha256: '0'.repeat(64), bytes: 1 };
    await attach(lie);
    expect(await evidence()).toMatchObject({ file, captureHash: file.sha256 });
  });

  it('may only name a file of its own article', async () => {
    const [one, other] = [await open(), await open()];
    const file = await one.upload();
    await refusal(other.attach(file), 'INVALID');
    await refusal(one.attach({ ...file, id: randomUUID() }), 'INVALID');
  });

  it('lets it go and takes it back', async () => {
    const { at, annotationId, upload, attach, evidence } = await open();
    const file = await upload();
    const evidenceId = await attach(file);
    const change = (version: number, changes: { file: EvidenceFile | null }) =>
      at.run({ type: 'evidence.change', annotationId, evidenceId, version, changes });
    await change(1, { file: null });
    expect(await evidence()).toMatchObject({ file: null, captureHash: null });
    await removeOrphanedFiles(hours(23));
    expect(onDisk(file.sha256)).toBe(true);
    await change(2, { file });
    expect(await evidence()).toMatchObject({ file, captureHash: file.sha256 });
    await removeOrphanedFiles(hours(48));
    expect(onDisk(file.sha256)).toBe(true);
  });

  it('goes along with its article in a Galley file, and in a copy of the report as a hash alone', async () => {
    const { articleId, upload, attach } = await open();
    const file = await upload();
    await attach(file);
    const copied = async (marks: string | undefined) => {
      const query = exportQuery.parse({ format: 'json', marks });
      const answer = await exportArticle(team.owner, articleId, query);
      const exported = parseGalleyFile(await answer.text());
      expect(exported.annotations[0]?.evidence[0]).toMatchObject({ file, captureHash: file.sha256 });
      const copy = await importGalleyFile(others.owner, { file: exported });
      const [annotation] = Object.values((await getArticleState(others.owner, copy.articleId)).annotations);
      return annotation?.evidence[0];
    };
    expect(await copied('claim')).toMatchObject({ file: null, captureHash: file.sha256 });
    expect(onDisk(file.sha256, others.id)).toBe(false);
    const { id: _id, ...same } = file;
    expect(await copied(undefined)).toMatchObject({ file: same, captureHash: file.sha256 });
    expect(onDisk(file.sha256, others.id)).toBe(true);
  });
});

describe('a file that is asked for', () => {
  it('comes as a download that can do nothing; a picture may be shown', async () => {
    const { articleId, upload } = await open();
    const bytes = png();
    const file = await upload(bytes, 'pa"ge\r\nö.png');
    const answer = await ask(articleId, file.id);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(bytes.length),
      'content-disposition': "attachment; filename*=UTF-8''pa%22ge%C3%B6.png",
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const shown = await ask(articleId, file.id, { query: 'show=1' });
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
    const pdf = await upload(Buffer.from(`%PDF-1.7 ${randomUUID()}`), 'a.pdf');
    const opened = await ask(articleId, pdf.id, { query: 'show=1' });
    expect(opened.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('is not found by another team, through another article, or after its article was deleted', async () => {
    const { articleId, upload, at } = await open();
    const elsewhere = await open();
    const file = await upload();
    expect((await ask(articleId, file.id, { actor: others.owner })).status).toBe(404);
    expect((await ask(elsewhere.articleId, file.id)).status).toBe(404);
    await at.run({ type: 'article.delete' });
    expect((await ask(articleId, file.id)).status).toBe(404);
  });

  it('comes in stretches, for sound that is sought in', async () => {
    const { articleId, upload } = await open();
    const file = await upload(Buffer.from('OggS0123456789'), 'a.ogg');
    const part = await ask(articleId, file.id, { query: 'show=1', range: 'bytes=4-7' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 4-7/14');
    expect(await part.text()).toBe('0123');
    expect((await ask(articleId, file.id, { range: 'bytes=99-' })).status).toBe(416);
  });

  it('says so when the disk has lost it', async () => {
    const { articleId, upload } = await open();
    const file = await upload();
    writeFileSync(join(env.GALLEY_FILES, team.id, file.sha256), 'cut');
    const answer = await ask(articleId, file.id);
    expect(answer.status).toBe(503);
    expect((await answer.json()).error.message).toContain('missing on the server');
  });

  it.each([
    [null, undefined],
    ['bytes=0-', { start: 0, end: 9 }],
    ['bytes=2-4', { start: 2, end: 4 }],
    ['bytes=2-400', { start: 2, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-300', { start: 0, end: 9 }],
    ['bytes=-0', 'none'],
    ['bytes=10-', 'none'],
    ['bytes=4-2', undefined],
    ['bytes=0-1,3-4', undefined],
    ['lines=1-2', undefined],
    ['bytes=-', undefined],
  ])('reads the range %s', (range, stretch) => {
    expect(stretchOf(range, 10)).toEqual(stretch);
  });
});

describe('what is cleared away', () => {
  it('is what was uploaded and never used, a day later', async () => {
    const { upload, attach } = await open();
    const [used, unused] = [await upload(), await upload()];
    await attach(used);
    await removeOrphanedFiles(hours(23));
    expect(onDisk(unused.sha256)).toBe(true);
    await removeOrphanedFiles(hours(25));
    expect(onDisk(unused.sha256)).toBe(false);
    expect(onDisk(used.sha256)).toBe(true);
    expect(await db.storedFile.count({ where: { id: unused.id } })).toBe(0);
  });

  it('is not what another piece of evidence still has', async () => {
    const [one, other] = [await open(), await open()];
    const bytes = png();
    const [kept, unused] = [await one.upload(bytes), await other.upload(bytes)];
    await one.attach(kept);
    await removeOrphanedFiles(hours(25));
    expect(await db.storedFile.count({ where: { id: unused.id } })).toBe(0);
    expect(onDisk(kept.sha256)).toBe(true);
  });

  it('is what broken writes left an hour ago, and what no row names for a day', async () => {
    const { upload } = await open();
    await upload();
    const strays = [
      { name: 'f'.repeat(64), hoursAgo: 48, stays: false },
      { name: 'd'.repeat(64), hoursAgo: 2, stays: true },
      { name: 'x.part', hoursAgo: 2, stays: false },
      { name: 'y.part', hoursAgo: 0.5, stays: true },
    ].map((stray) => ({ ...stray, path: join(env.GALLEY_FILES, team.id, stray.name) }));
    for (const { path, hoursAgo } of strays) {
      const at = new Date(Date.now() - hoursAgo * 3_600_000);
      writeFileSync(path, 'left');
      utimesSync(path, at, at);
    }
    await removeOrphanedFiles(new Date());
    for (const { path, stays } of strays) expect(existsSync(path)).toBe(stays);
  });

  it('is the file of an erased article, at once', async () => {
    const { at, upload, attach } = await open();
    const file = await upload();
    await attach(file);
    await at.run({ type: 'article.delete' });
    expect(onDisk(file.sha256)).toBe(true);
    await eraseDeletedArticles(hours(24));
    expect(onDisk(file.sha256)).toBe(false);
    expect(await db.storedFile.count({ where: { id: file.id } })).toBe(0);
  });
});
