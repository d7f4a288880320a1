import 'server-only';
import { db } from '@/lib/db/client';
import { findPeople } from '@/lib/db/people';
import { hashBody, toEvent } from '@/lib/db/record';
import { toEvidenceFile, toSentences } from '@/lib/db/rows';
import type { Actor } from '@/lib/domain/actor';
import type { EventBody } from '@/lib/domain/events';
import type { Report } from '@/lib/domain/report/report';
import { openedSince } from '@/lib/domain/sealed-ballot';
import type { Ballot } from '@/lib/domain/session';
import type { TeamRules } from '@/lib/domain/team-rules';
import { maxGalleyFileBytes } from '@/lib/exchange/galley/file-schema';
import { peopleNamedIn } from '@/lib/exchange/galley/renew-ids';
import { sealPast } from '../annotations/seal-past';
import { readStored, sizeOf } from '../files/file-store';
import type { FewParts } from './read-whole';

type WholeToWrite = {
  readonly actor: Actor;
  readonly report: Report;
  readonly rules: TeamRules;
  readonly parts: FewParts;
  /** Called after each item of a long list. */
  readonly step: () => void;
  /** How many bytes are written so far. */
  readonly size: () => number;
};

/**
 * The members of `whole` in a Galley file, piece by piece: what is few as it was read, then revisions, the record,
 * captures, attached files as far as there is room, and last of all whom they name.
 */
export async function* wholeParts(to: WholeToWrite): AsyncGenerator<string> {
  const { actor, report, parts } = to;
  const articleId = report.article.id;
  const people = new Set(peopleNamedIn(parts));
  const written = (item: unknown): string => {
    for (const id of peopleNamedIn(item)) people.add(id);
    to.step();
    return JSON.stringify(item);
  };
  for (const [name, value] of Object.entries(parts))
    yield `${JSON.stringify(name)}:${JSON.stringify(value)},\n`;
  yield* list('revisions', revisions(articleId, report.revision.number), written);
  yield* list('events', events(to), written);
  yield* list('captures', captures(articleId), written);
  yield '"files":[\n';
  yield* files(actor, articleId, { size: to.size, written });
  yield '],\n';
  const known = Object.values(await findPeople(db, actor.teamId, people));
  yield `"people":${JSON.stringify(known.map(({ id, name }) => ({ id, name })))}`;
}

/** How many items the long lists of an article have together. */
export async function countLongParts({ article, revision, record }: Report): Promise<number> {
  const [captured, attached] = await Promise.all([
    db.capture.count({ where: ofCaptures(article.id) }),
    db.storedFile.count({ where: ofFiles(article.id) }),
  ]);
  return revision.number + record.seq + captured + attached;
}

async function* list(
  name: string,
  items: AsyncIterable<unknown>,
  written: (item: unknown) => string,
): AsyncGenerator<string> {
  yield `"${name}":[\n`;
  let before = '';
  for await (const item of items) {
    yield `${before}${written(item)}`;
    before = ',\n';
  }
  yield '],\n';
}

async function* revisions(articleId: string, last: number) {
  for (let number = 1; number <= last; number += 1) {
    const row = await db.revision.findUniqueOrThrow({ where: { articleId_number: { articleId, number } } });
    const { id, hash, doc, source, reason, drift, createdById, createdAt } = row;
    const sentences = toSentences(row).map(({ start, end }) => [start, end]);
    yield { id, number, hash, doc, sentences, source, reason, drift, createdById, createdAt };
  }
}

/** How many lines of the record are read at once. */
const eventsAtOnce = 500;

async function* events({ actor, report, rules, parts }: WholeToWrite) {
  const articleId = report.article.id;
  const ballots = new Map(parts.ballots.map((ballot) => [ballot.id, ballot]));
  const { seq: last } = report.record;
  for (let after = 0; after < last; after += eventsAtOnce) {
    const rows = await db.articleEvent.findMany({
      where: { articleId, seq: { gt: after, lte: Math.min(last, after + eventsAtOnce) } },
      orderBy: { seq: 'asc' },
    });
    const recorded = rows.flatMap((row) => toEvent(row, { id: row.actorId, name: '' }) ?? []);
    const seen = await sealPast(db, actor, rules, recorded);
    for (const [index, { seq, body: sealed, at, commandId, revisionId }] of seen.entries()) {
      const { actorId = '', bodyHash = '' } = rows[index] ?? {};
      const body = withRevealed(sealed, recorded[index]?.body, ballots);
      const isSealed = hashBody(body) !== bodyHash;
      yield { seq, commandId, actorId, revisionId, at, bodyHash, ...(isSealed && { isSealed }), body };
    }
  }
}

/** What happened in a vote, with what was revealed of it since. */
function withRevealed(
  sealed: EventBody,
  recorded: EventBody | undefined,
  ballots: ReadonlyMap<string, Ballot>,
): EventBody {
  if (!('ballot' in sealed) || recorded === undefined || !('ballot' in recorded)) return sealed;
  const { ballot } = sealed;
  return { ...sealed, ballot: openedSince(ballot, recorded.ballot, ballots.get(ballot.id)) };
}

const ofCaptures = (articleId: string) => ({
  capturedAt: { not: null },
  evidence: { annotation: { articleId } },
});

/** A page can be as long as a book: few are read at once. */
const capturesAtOnce = 20;

async function* captures(articleId: string) {
  const where = ofCaptures(articleId);
  let after: string | undefined;
  for (;;) {
    const rows = await db.capture.findMany({
      where: after === undefined ? where : { ...where, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: capturesAtOnce,
      omit: { host: true, tries: true, nextAt: true },
    });
    yield* rows;
    after = rows.at(-1)?.id;
    if (rows.length < capturesAtOnce) return;
  }
}

const ofFiles = (articleId: string) => ({ articleId, evidence: { some: {} } });

/** Attached files with their bytes, the oldest first; those that find no room are named without. */
async function* files(
  { teamId }: Actor,
  articleId: string,
  { size, written }: { readonly size: () => number; readonly written: (item: unknown) => string },
): AsyncGenerator<string> {
  const rows = await db.storedFile.findMany({
    where: ofFiles(articleId),
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  for (const [index, row] of rows.entries()) {
    const { uploadedById, createdAt, bytes, sha256 } = row;
    const about = written({ ...toEvidenceFile(row), uploadedById, createdAt });
    yield `${index === 0 ? '' : ',\n'}${about.slice(0, -1)},"content":`;
    const hasRoom = size() + bytes * 1.4 < maxGalleyFileBytes - roomForTheRest;
    const isThere = hasRoom && (await sizeOf({ teamId, sha256 })) === bytes;
    if (isThere) yield* base64Of({ teamId, sha256 }, bytes);
    else yield 'null';
    yield '}';
  }
}

/** For the names of people and the signature at the end. */
const roomForTheRest = 4 * 1024 * 1024;

/** The bytes of a file as a word of JSON, piece by piece: three bytes are four signs. */
async function* base64Of(as: Parameters<typeof readStored>[0], bytes: number): AsyncGenerator<string> {
  let left: Buffer = Buffer.alloc(0);
  yield '"';
  for await (const part of readStored(as, { start: 0, end: bytes - 1 })) {
    const all = Buffer.concat([left, part]);
    const whole = all.length - (all.length % 3);
    yield all.toString('base64', 0, whole);
    left = all.subarray(whole);
  }
  yield `${left.toString('base64')}"`;
}
