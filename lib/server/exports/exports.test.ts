import { randomUUID } from 'node:crypto';
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { checkReport } from '@/lib/exchange/report-proof';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { env } from '../env';
import { removePart, writePart } from '../files/file-part';
import { findInbox } from '../inbox/find-inbox';
import { eraseDeletedArticles } from '../jobs/erase-deleted-articles';
import { removeOldExports } from '../jobs/remove-old-exports';
import { removeOrphanedFiles } from '../jobs/remove-orphaned-files';
import { exportArticle } from '../reports/export-article';
import { exportQuery } from '../reports/export-query';
import { writeExport } from '../reports/write-export';
import { desk, refusal } from '../testing/commands';
import { askForExport, exportBody } from './ask-for-export';
import { findExports, getExport } from './find-exports';
import { sendExport } from './send-export';
import { stopExport } from './stop-export';
import { writeNextExport } from './write-next-export';

let team: Awaited<ReturnType<typeof makeTeam>>;
let articleId: string;
let run: ReturnType<typeof desk>['run'];

beforeEach(async () => {
  await db.export.deleteMany();
  team = await makeTeam();
  const article = await makeArticle(team.editor, { title: 'The port', text: 'The port grew by 40 percent.' });
  ({ articleId } = article);
  const at = desk(team.editor, articleId, article.revisionId);
  run = at.run;
  await at.note(await at.mark(0, 27), 'The annual report says 30.');
});

const ask = (actor: Actor = team.reviewer, format = 'html', id: string = randomUUID()) =>
  askForExport(actor, articleId, exportBody.parse({ format }), id);
const inboxOf = async (actor: Actor) => (await findInbox(actor, { split: 'all' })).items;
const filesOf = (): string[] => {
  try {
    return readdirSync(join(env.GALLEY_FILES, team.id));
  } catch {
    return [];
  }
};
const days = (count: number) => new Date(Date.now() + count * 86_400_000);
/** As if the process that writes it had died a moment or an hour ago. */
const orphan = (id: string, leaseUntil: Date, tries = 1) =>
  db.export.update({ where: { id }, data: { state: 'writing', tries, leaseUntil } });

describe('an export in the background', () => {
  it('waits, is written, signed, and comes into the inbox of whoever asked for it', async () => {
    const asked = await ask(team.viewer, 'pdf');
    expect(asked).toMatchObject({ state: 'waiting', share: 0, format: 'pdf', view: 'checking', file: null });
    await refusal(sendExport(team.viewer, asked.id), 'NOT_FOUND');
    expect(await writeNextExport()).toBe(true);
    expect(await writeNextExport()).toBe(false);
    const made = await getExport(team.viewer, asked.id);
    expect(made).toMatchObject({ state: 'ready', share: 100, file: { name: 'the-port.pdf' } });
    const answer = await sendExport(team.viewer, asked.id);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="the-port.pdf"');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(bytes.length).toBe(made.file?.bytes);
    expect(await checkReport(bytes)).toMatchObject({ outcome: 'genuine', statement: { articleId } });
    expect(await inboxOf(team.viewer)).toMatchObject([
      {
        kind: 'export_ready',
        articleId,
        annotation: null,
        export: { id: asked.id, fileName: 'the-port.pdf' },
      },
    ]);
    const entries = await db.auditEvent.findMany({ where: { teamId: team.id }, orderBy: { seq: 'asc' } });
    expect(entries.map(({ type }) => type).slice(-2)).toEqual(['export.asked', 'report.exported']);
    expect(JSON.stringify(entries)).not.toContain('the-port');
  });

  it.each(['pdf', 'json', 'jsonld'])('says how far it is while it is written, as %s', async (given) => {
    const shares: number[] = [];
    const { format, table, ...arrangement } = exportBody.parse({ format: given });
    const wish = { format, table, arrangement };
    const onShare = (share: number) => shares.push(share);
    const { file } = await writeExport(team.viewer, articleId, wish, { onShare });
    await removePart(file);
    expect(shares.length).toBeGreaterThan(0);
    expect(shares.toSorted((one, other) => one - other)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
  });

  it('is asked for once, however often that is sent, and five at most are open', async () => {
    const id = randomUUID();
    const wishes = Array.from({ length: 4 }, () => ask(team.viewer, 'html', id));
    expect((await Promise.all(wishes)).map((one) => one.id)).toEqual([id, id, id, id]);
    for (let more = 1; more < 5; more += 1) await ask(team.viewer);
    await refusal(ask(team.viewer), 'TOO_MANY');
    expect((await findExports(team.viewer, articleId)).items).toHaveLength(5);
    expect(await ask(team.reviewer)).toMatchObject({ state: 'waiting' });
  });

  it('is its asker’s alone: not of a colleague, of another team, or of who may not see the article', async () => {
    const { id } = await ask(team.reviewer);
    await writeNextExport();
    const others = await makeTeam('Others');
    for (const actor of [team.owner, team.editor, others.owner]) {
      await refusal(getExport(actor, id), 'NOT_FOUND');
      await refusal(sendExport(actor, id), 'NOT_FOUND');
      await refusal(stopExport(actor, id), 'NOT_FOUND');
    }
    expect((await findExports(team.owner, articleId)).items).toEqual([]);
    await refusal(ask(others.owner), 'NOT_FOUND');
    await refusal(findExports(others.owner, articleId), 'NOT_FOUND');
    // the same id from somebody else is nobody's business of theirs
    await refusal(ask(team.editor, 'html', id), 'INVALID');
    await run({ type: 'article.delete' });
    await refusal(sendExport(team.reviewer, id), 'NOT_FOUND');
  });

  it('of whoever has left the team is not written', async () => {
    const { id } = await ask(team.reviewer);
    const member = { teamId_userId: { teamId: team.id, userId: team.reviewer.userId } };
    await db.membership.update({ where: member, data: { disabledAt: new Date() } });
    await writeNextExport();
    expect(await db.export.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'failed' });
    expect(filesOf()).toEqual([]);
  });
});

describe('an export that is stopped', () => {
  it('before anybody began with it is not written', async () => {
    const { id } = await ask();
    expect(await stopExport(team.reviewer, id)).toMatchObject({ state: 'stopped' });
    expect(await writeNextExport()).toBe(false);
    expect(await stopExport(team.reviewer, id)).toMatchObject({ state: 'stopped' });
    expect(await db.auditEvent.count({ where: { teamId: team.id, type: 'export.stopped' } })).toBe(1);
  });

  it('while it is written leaves no file and no notification', async () => {
    const { id } = await ask(team.reviewer, 'pdf');
    const writing = writeNextExport();
    await expect.poll(async () => (await getExport(team.reviewer, id)).state).toBe('writing');
    await stopExport(team.reviewer, id);
    expect(await writing).toBe(true);
    expect(await getExport(team.reviewer, id)).toMatchObject({ state: 'stopped', file: null });
    expect(filesOf()).toEqual([]);
    expect(await inboxOf(team.reviewer)).toEqual([]);
  });
});

describe('an export that is fetched at once', () => {
  const fetched = (format: string, signal?: AbortSignal) =>
    exportArticle(team.viewer, articleId, exportQuery.parse({ format }), signal);

  it.each(['pdf', 'json'])(
    'is a whole file before it is answered, and then nobody else’s: %s',
    async (format) => {
      const answer = await fetched(format);
      expect(filesOf()).toEqual([]);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(answer.headers.get('content-length')).toBe(String(bytes.length));
      expect(await checkReport(bytes)).toMatchObject({ outcome: 'genuine', statement: { articleId } });
    },
  );

  it('and given up leaves no file, whether it was being written or sent', async () => {
    const stop = new AbortController();
    const writing = fetched('pdf', stop.signal);
    await expect.poll(filesOf).toHaveLength(1);
    stop.abort();
    await refusal(writing, 'UNAVAILABLE');
    expect(filesOf()).toEqual([]);
    await (await fetched('html')).body?.cancel();
    expect(filesOf()).toEqual([]);
  });

  it('is no half file where it cannot be written to its end', async () => {
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('the database is gone');
    }
    await expect(writePart(team.id, broken())).rejects.toThrow('the database is gone');
    expect(filesOf()).toEqual([]);
  });
});

describe('an export whose process dies', () => {
  it('is taken again once its lease is over, and not before', async () => {
    const { id } = await ask();
    await orphan(id, new Date(Date.now() + 60_000));
    expect(await writeNextExport()).toBe(false);
    await orphan(id, new Date(Date.now() - 1));
    expect(await writeNextExport()).toBe(true);
    expect(await db.export.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'ready', tries: 2 });
  });

  it('is written by one of two that look at the same time', async () => {
    await ask();
    const took = await Promise.all([writeNextExport(), writeNextExport()]);
    expect(took.filter(Boolean)).toHaveLength(1);
    expect(await inboxOf(team.reviewer)).toHaveLength(1);
  });

  it('is given up after three times, in words that say what to do', async () => {
    const { id } = await ask();
    await orphan(id, new Date(0), 3);
    await writeNextExport();
    const { state, problem } = await getExport(team.reviewer, id);
    expect({ state, problem }).toEqual({
      state: 'failed',
      problem: expect.stringMatching(/^The server failed three times .* Choose fewer/),
    });
    expect(await inboxOf(team.reviewer)).toMatchObject([
      { kind: 'export_failed', words: problem, export: null },
    ]);
  });

  it('is written by the next when its process is told to end', async () => {
    const { id } = await ask(team.reviewer, 'pdf');
    const leave = new AbortController();
    const writing = writeNextExport(leave.signal);
    await expect.poll(async () => (await getExport(team.reviewer, id)).state).toBe('writing');
    leave.abort();
    await writing;
    expect(await db.export.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'waiting',
      tries: 0,
    });
    expect(await writeNextExport()).toBe(true);
    expect(await getExport(team.reviewer, id)).toMatchObject({ state: 'ready' });
  });

  it('keeps what the second wrote when the first was only slow', async () => {
    const { id } = await ask(team.reviewer, 'pdf');
    const first = writeNextExport();
    await expect.poll(async () => (await getExport(team.reviewer, id)).state).toBe('writing');
    await orphan(id, new Date(0), 1);
    const second = writeNextExport();
    await Promise.all([first, second]);
    expect(await db.export.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'ready', tries: 2 });
    expect(await inboxOf(team.reviewer)).toHaveLength(1);
    expect(filesOf()).toHaveLength(1);
  });
});

describe('the file of an export', () => {
  it('stays for seven days and no longer; its line in the inbox stays and says so', async () => {
    const { id } = await ask();
    await writeNextExport();
    const [name = ''] = filesOf();
    // the housekeeping of evidence leaves it alone, however old it is
    const old = new Date(Date.now() - 5 * 86_400_000);
    utimesSync(join(env.GALLEY_FILES, team.id, name), old, old);
    await removeOrphanedFiles(new Date());
    expect(await removeOldExports(days(6.9))).toBe(0);
    expect((await sendExport(team.reviewer, id)).status).toBe(200);
    expect(await removeOldExports(days(7.1))).toBe(1);
    expect(filesOf()).toEqual([]);
    await refusal(sendExport(team.reviewer, id), 'NOT_FOUND');
    expect(await inboxOf(team.reviewer)).toMatchObject([{ kind: 'export_ready', export: null }]);
  });

  it('cannot be fetched once its time is over, whether or not it was cleared away', async () => {
    const { id } = await ask();
    await writeNextExport();
    await db.export.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
    await refusal(sendExport(team.reviewer, id), 'NOT_FOUND');
    expect(await inboxOf(team.reviewer)).toMatchObject([{ export: null }]);
  });

  it('is listed and fetched also when what was asked for is said otherwise by now', async () => {
    const { id } = await ask();
    await writeNextExport();
    const wish = { format: 'html', table: 'claims', arrangement: { view: 'checking', shape: 'of old' } };
    await db.export.update({ where: { id }, data: { wish } });
    expect((await findExports(team.reviewer, articleId)).items).toMatchObject([{ id, state: 'ready' }]);
    expect((await sendExport(team.reviewer, id)).status).toBe(200);
    const open = await ask();
    await db.export.update({ where: { id: open.id }, data: { wish } });
    for (let tries = 0; tries < 4; tries += 1) await writeNextExport();
    expect(await getExport(team.reviewer, open.id)).toMatchObject({ state: 'failed' });
  });

  it('is erased with its article', async () => {
    await ask();
    await writeNextExport();
    expect(filesOf()).toHaveLength(1);
    await run({ type: 'article.delete' });
    await eraseDeletedArticles(days(1));
    expect(filesOf()).toEqual([]);
    expect(await db.export.count({ where: { articleId } })).toBe(0);
  });
});
