import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { confirmed } from '@/lib/domain/testing/desk';
import { carriedTables } from '@/lib/exchange/galley/carried-tables';
import type { GalleyFile } from '@/lib/exchange/galley/file-schema';
import type { GalleyWhole } from '@/lib/exchange/galley/whole-schema';
import { parseGalleyValue } from '@/lib/exchange/galley-json';
import { checkReport } from '@/lib/exchange/report-proof';
import { makeArticle } from '@/prisma/builders/article';
import { buildMember, makeTeam } from '@/prisma/builders/team';
import { readGalley } from '../imports/read-galley';
import { exportArticle } from '../reports/export-article';
import { exportQuery } from '../reports/export-query';
import { findClosedSessions } from '../sessions/find-sessions';
import { getSessionReport } from '../sessions/get-session';
import { desk, expectCountersRight, refusal } from '../testing/commands';
import { makeRichArticle, richParagraphs } from '../testing/rich-article';
import { withoutIds } from '../testing/same-but-ids';
import { verifyChains } from '../verify-chains';
import { findHistory } from './find-history';
import { getArticleState } from './get-article-state';
import { getPastState } from './get-past-state';
import { getRevisionState } from './get-revision-state';
import { importGalleyFile } from './import-galley-file';

let team: Awaited<ReturnType<typeof makeTeam>>;
let others: Awaited<ReturnType<typeof makeTeam>>;
let second: Actor;
let articleId: string;
let bytes: Buffer;
let file: GalleyFile & { readonly whole: GalleyWhole };
let copyId: string;

beforeAll(async () => {
  team = await makeTeam();
  others = await makeTeam('Another paper');
  second = await buildMember(team.id, { name: 'The second reviewer', role: 'reviewer' });
  articleId = await makeRichArticle({ team, second }, 7);
  bytes = await exported(team.owner, articleId);
  file = wholeOf(readGalley(bytes));
  copyId = (await importGalleyFile(others.editor, { file })).articleId;
});

async function exported(actor: Actor, id: string): Promise<Buffer> {
  const answer = await exportArticle(actor, id, exportQuery.parse({ format: 'json' }));
  return Buffer.from(await answer.arrayBuffer());
}

function wholeOf(read: GalleyFile): typeof file {
  const { whole } = read;
  if (whole === null) throw new Error('This file is not whole.');
  return { ...read, whole };
}

/** Everybody's name by id, as a team knows them. */
async function namesIn(teamId: string): Promise<ReadonlyMap<string, string>> {
  const users = await db.user.findMany({ where: { memberships: { some: { teamId } } } });
  const imported = await db.importedPerson.findMany({ where: { teamId } });
  return new Map([...users, ...imported].map(({ id, name }) => [id, name.replace(' (from a file)', '')]));
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

/** All rows of an article in the tables that a file carries, as they are kept, up to an event. */
async function rowsOf(id: string, teamId: string, lastSeq: number): Promise<unknown> {
  const here = { where: { articleId: id } };
  const below = { where: { annotation: { articleId: id } } };
  const hashes = { bodyHash: true, previousHash: true, hash: true };
  const counted = {
    seq: true,
    eventHash: true,
    createdAt: true,
    createdById: true,
    changedAt: true,
    teamId: true,
  };
  const rows = {
    ArticleEvent: await db.articleEvent.findMany({
      where: { articleId: id, seq: { lte: lastSeq } },
      orderBy: { seq: 'asc' },
      omit: hashes,
    }),
    Article: await db.article.findMany({ where: { id }, omit: counted }),
    Revision: await db.revision.findMany({ ...here, orderBy: { number: 'asc' } }),
    Annotation: await db.annotation.findMany(here),
    Note: await db.note.findMany(below),
    Evidence: await db.evidence.findMany(below),
    Flag: await db.flag.findMany({ ...below, omit: { teamId: true } }),
    Thread: await db.thread.findMany(below),
    Reply: await db.reply.findMany({ where: { thread: below.where } }),
    Capture: await db.capture.findMany({ where: { evidence: below.where } }),
    StoredFile: await db.storedFile.findMany({ ...here, omit: { teamId: true } }),
    Session: await db.session.findMany(here),
    Ballot: await db.ballot.findMany(here),
    ReplyRequest: await db.replyRequest.findMany(here),
    Correction: await db.correction.findMany({ ...here, omit: { teamId: true } }),
  };
  expect(Object.keys(rows).toSorted()).toEqual(Object.keys(carriedTables).toSorted());
  return withoutIds(plain(rows), { people: await namesIn(teamId), things: new Map() });
}

describe('an article that goes out whole and comes in again', () => {
  it('is the same in every row of every table, up to ids, with a record that verifies', async () => {
    const last = file.record.seq;
    const [before, after] = [await rowsOf(articleId, team.id, last), await rowsOf(copyId, others.id, last)];
    expect(after).toEqual(before);
    await expectCountersRight(others.viewer, copyId);
    expect((await verifyChains()).faults).toEqual([]);
  });

  it('goes out again as the same file, without an id of the first', async () => {
    const copy = wholeOf(readGalley(await exported(others.owner, copyId)));
    const bare = async (
      { galleyProof: _p, exportedAt: _at, team: _team, record: _r, ...rest }: typeof file,
      id: string,
    ) => {
      const { events, people: _people, ...whole } = rest.whole;
      const lines = events
        .slice(0, file.record.seq)
        .map(({ bodyHash: _hash, isSealed: _sealed, ...event }) => event);
      const all = { lines, ...rest, people: [], whole };
      return withoutIds(plain(all), { people: await namesIn(id), things: new Map() });
    };
    expect(await bare(copy, others.id)).toEqual(await bare(file, team.id));
    const idsOf = (one: unknown) =>
      JSON.stringify(one).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
    const scales = new Set(JSON.stringify(file).match(/(?<="scaleId":")[^"]+/g));
    const first = new Set(idsOf(file).filter((id) => !scales.has(id)));
    expect(idsOf(copy).filter((id) => first.has(id))).toEqual([]);
    expect(copy.whole.events.at(-1)).toMatchObject({
      actorId: others.editor.userId,
      body: {
        type: 'article.imported',
        from: { team: 'The Courier', seq: file.record.seq, hash: file.record.hash },
      },
    });
  });

  it('has its past: history, earlier states and revisions with annotations as they were', async () => {
    const bare = async (past: object, teamId: string) =>
      withoutIds(plain(past), { people: await namesIn(teamId), things: new Map() });
    const stateOf = async (reader: Actor, id: string, seq: number) => {
      const {
        article,
        people: _people,
        rules: _rules,
        ...state
      } = (await getPastState(reader, id, seq)).state;
      return bare({ ...state, title: article.title, signOff: article.signOff?.at }, reader.teamId);
    };
    for (const seq of [4, Math.floor(file.record.seq / 2), file.record.seq])
      expect(await stateOf(others.viewer, copyId, seq)).toEqual(await stateOf(team.viewer, articleId, seq));
    const { state } = await getRevisionState(others.viewer, copyId, 1);
    expect(state.revision.text).toContain('40 percent');
    expect(Object.values(state.annotations).every(({ anchor }) => anchor.state === 'exact')).toBe(true);
    const history = await findHistory(others.viewer, copyId, {});
    expect(history.fromFileUpTo).toBe(file.record.seq);
    expect(history.last).toBe(file.record.seq + 1);
  });

  it('keeps sessions with votes and dissent, captures with their words, files and corrections', async () => {
    const { items } = await findClosedSessions(others.viewer, {});
    expect(items.map(({ session }) => session.goal)).toEqual(['Check the harbour']);
    const { summary } = await getSessionReport(others.viewer, items[0]?.session.id ?? '', new Date());
    expect(summary.votes[0]).toMatchObject({ majority: 'confirmed', dissent: [{ outcome: 'incorrect' }] });
    const captures = await db.capture.findMany({
      where: { evidence: { annotation: { articleId: copyId } } },
    });
    expect(captures.map(({ text }) => text).toSorted()).toEqual(['', 'Eleven <million> tonnes.']);
    const report = await exportArticle(others.viewer, copyId, exportQuery.parse({ format: 'html' }));
    expect(await report.text()).toContain('It was 41 percent.');
  });

  it('lets nobody of the other team be named by the file, and says who brought it in', async () => {
    const members = Object.values(others).flatMap((actor) =>
      typeof actor === 'string' ? [] : [actor.userId],
    );
    const [stranger = ''] = file.people.map(({ id }) => id);
    const forged: GalleyFile = JSON.parse(
      JSON.stringify(file)
        .replaceAll(team.reviewer.userId, others.owner.userId)
        .replaceAll(stranger, others.viewer.userId),
    );
    const { articleId: id, seq } = await importGalleyFile(others.editor, { file: forged });
    const events = await db.articleEvent.findMany({ where: { articleId: id, actorId: { in: members } } });
    expect(events.map((event) => [event.seq, event.actorId])).toEqual([[seq, others.editor.userId]]);
    const votes = await db.ballot.findMany({ where: { articleId: id } });
    for (const member of members) expect(JSON.stringify(votes)).not.toContain(member);
    const { people } = await getArticleState(others.viewer, copyId);
    const names = Object.values(people).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('The editor'))).toEqual(
      expect.arrayContaining(['The editor', 'The editor (from a file)']),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a Galley file', () => {
  it('proves that nobody changed it, and a changed byte of its history shows in the proof and on its way in', async () => {
    expect((await checkReport(bytes)).outcome).toBe('genuine');
    const at = bytes.lastIndexOf('The second reviewer thinks so.');
    const changed = Buffer.from(bytes);
    changed[at] = 'S'.charCodeAt(0);
    expect((await checkReport(changed)).outcome).toBe('altered');
    expect(() => readGalley(changed)).toThrow(/entry \d+ of its history is not as it was written/);
    const later = Buffer.from(bytes.toString().replace(/("seq":3,[^\n]*?"at":")2/, '$13'));
    expect(() => readGalley(later)).toThrow(/older than the one before|its history was changed/);
  });

  const nowhere = randomUUID();
  it.each<[string, (one: typeof file) => void, string]>([
    [
      'a ballot of no session',
      ({ whole }) => Object.assign(whole.ballots[0] ?? {}, { sessionId: nowhere }),
      'whole → ballots → 0 names a session',
    ],
    [
      'a capture of no evidence',
      ({ whole }) => Object.assign(whole.captures[1] ?? {}, { evidenceId: nowhere }),
      'whole → captures → 1 names evidence',
    ],
    [
      'an event of no revision',
      ({ whole }) => Object.assign(whole.events[2] ?? {}, { revisionId: nowhere }),
      'whole → events → 2 names a revision',
    ],
    ['a gap in the record', ({ whole }) => whole.events.splice(3, 1), 'whole → events → 3 does not follow'],
    ['a record cut off', ({ whole }) => whole.events.pop(), 'whole → events does not go up to the head'],
    [
      'a deleted note of no annotation',
      ({ whole }) => Object.assign(whole.deleted.replies[0] ?? {}, { threadId: nowhere }),
      'whole → deleted → replies → 0 names a conversation',
    ],
    ['a lost revision', ({ whole }) => whole.revisions.shift(), 'whole → revisions → 0 does not follow'],
    ['a file that is not there', ({ whole }) => whole.files.pop(), 'names an attached file'],
    [
      'a freeze of nobody',
      ({ whole }) => Object.assign(whole, { frozenAt: '2026-03-01T10:00:00.000Z' }),
      'whole → frozenAt',
    ],
    [
      'a mark on an old text',
      ({ annotations }) =>
        Object.assign(annotations.find(({ anchor }) => anchor.state !== 'orphaned')?.anchor ?? {}, {
          revisionId: file.whole.revisions[0]?.id,
        }),
      'does not stand on the present text',
    ],
    [
      'an event that nobody knows',
      ({ whole }) => Object.assign(whole.events[2]?.body ?? {}, { type: 'article.burnt' }),
      'something is wrong at whole → events → 2',
    ],
  ])('with %s is refused in a sentence that names the place', (_name, damage, sentence) => {
    const one = structuredClone(file);
    damage(one);
    expect(() => parseGalleyValue(one)).toThrow(sentence);
  });

  it('with another file under the same name, or another text under the same hash, is refused', () => {
    const other = bytes.toString().replace(/"content":"[^"]+"/, '"content":"AAAA"');
    expect(() => readGalley(Buffer.from(other))).toThrow('the attached file page 6.png is not as it was');
  });

  it('is refused to a viewer, and leaves nothing behind', async () => {
    const count = await db.article.count({ where: { teamId: others.id } });
    await refusal(importGalleyFile(others.viewer, { file }), 'FORBIDDEN');
    expect(await db.article.count({ where: { teamId: others.id } })).toBe(count);
  });

  it('holds nothing that is sealed from whoever wrote it, says where something is missing, and comes in', async () => {
    const blind = await makeTeam('Blind');
    await db.team.update({ where: { id: blind.id }, data: { blindSecondCheck: true } });
    const made = await makeArticle(blind.editor, { text: richParagraphs.join('\n\n') });
    const by = (actor: Actor) => desk(actor, made.articleId, made.revisionId);
    const annotationId = await by(blind.reviewer).mark(0, 28);
    const fields = { ...confirmed, verdict: null, rationale: 'CanaryOfProposal' };
    await by(blind.reviewer).run({ type: 'check.propose', annotationId, version: 1, fields });
    const [sessionId, ballotId] = [randomUUID(), randomUUID()];
    const session = {
      goal: 'Vote',
      deadlineAt: null,
      participantIds: [blind.reviewer.userId],
      firstCome: false,
    };
    await by(blind.editor).run({ type: 'session.open', sessionId, fields: session });
    await by(blind.editor).run({ type: 'session.call_vote', sessionId, ballotId, annotationId });
    const vote = { outcome: 'confirmed', verdict: null, note: 'CanaryOfVote' } as const;
    await by(blind.reviewer).run({ type: 'session.vote', sessionId, ballotId, round: 1, fields: vote });
    const own = (await exported(blind.reviewer, made.articleId)).toString();
    expect(own).toContain('CanaryOfProposal');
    const written = await exported(blind.owner, made.articleId);
    expect(written.toString()).not.toMatch(/Canary/);
    const read = wholeOf(readGalley(written));
    expect(read.whole.events.flatMap(({ isSealed, body }) => (isSealed ? [body.type] : []))).toEqual([
      'check.proposed',
      'session.voted',
    ]);
    const copy = await importGalleyFile(others.editor, { file: read });
    const [ballot] = await db.ballot.findMany({ where: { articleId: copy.articleId } });
    expect(ballot?.rounds).toMatchObject([{ votes: [] }]);
  });
});
