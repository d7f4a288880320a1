import 'server-only';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { hashBody, hashLink } from '@/lib/db/record';
import { hashAuditEntry } from './audit';

/** Something in the record of an article or a team that cannot be as it was written; `seq` is the line at which it shows. */
export type ChainFault = {
  readonly of: 'article' | 'team';
  readonly id: string;
  readonly seq: number;
  readonly what: string;
};

/** What was looked at, and everything that is wrong with it; sound when `faults` is empty. */
export type ChainReport = {
  readonly articles: number;
  readonly events: number;
  readonly teams: number;
  /** Lines of the teams' records. */
  readonly entries: number;
  readonly faults: readonly ChainFault[];
};

/**
 * Verifies the records of all articles and of all teams, for whoever runs Galley: numbers without gaps, each line's hash
 * over its fields and the hash before, bodies as they were hashed, and the head that the article or team names at the end.
 */
export async function verifyChains(): Promise<ChainReport> {
  const faults: ChainFault[] = [];
  const count = { articles: 0, events: 0, teams: 0, entries: 0 };
  for await (const article of inPages(findArticles)) {
    count.articles += 1;
    count.events += await verifyArticle(article, faults);
  }
  for await (const team of inPages(findTeams)) {
    count.teams += 1;
    count.entries += await verifyTeam(team, faults);
  }
  return { ...count, faults };
}

const pageSize = 500;

async function* inPages<Row extends { id: string }>(
  find: (after: string) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await find(after);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

const findArticles = (after: string) =>
  db.article.findMany({
    where: { id: { gt: after } },
    orderBy: { id: 'asc' },
    take: pageSize,
    select: { id: true, seq: true, eventHash: true, erasedAt: true },
  });

const findTeams = (after: string) =>
  db.team.findMany({
    where: { id: { gt: after } },
    orderBy: { id: 'asc' },
    take: pageSize,
    select: { id: true, auditSeq: true, auditHash: true },
  });

type ArticleHead = Pick<Prisma.ArticleModel, 'id' | 'seq' | 'eventHash' | 'erasedAt'>;

function verifyArticle(article: ArticleHead, faults: ChainFault[]): Promise<number> {
  return verifyChain({
    head: { seq: article.seq, hash: article.eventHash },
    find: (seq) =>
      db.articleEvent.findMany({
        where: { articleId: article.id, seq },
        orderBy: { seq: 'asc' },
        take: pageSize,
      }),
    faultsOf: (event) => faultsOfEvent(event, article.erasedAt !== null),
    report: (seq, what) => faults.push({ of: 'article', id: article.id, seq, what }),
  });
}

type TeamHead = Pick<Prisma.TeamModel, 'id' | 'auditSeq' | 'auditHash'>;

function verifyTeam(team: TeamHead, faults: ChainFault[]): Promise<number> {
  return verifyChain({
    head: { seq: team.auditSeq, hash: team.auditHash },
    find: (seq) =>
      db.auditEvent.findMany({ where: { teamId: team.id, seq }, orderBy: { seq: 'asc' }, take: pageSize }),
    faultsOf: (entry) =>
      hashAuditEntry({ ...entry, at: entry.at.toISOString() }) === entry.hash
        ? []
        : ['Its number, author, time, kind or what it says is not as it was written.'],
    report: (seq, what) => faults.push({ of: 'team', id: team.id, seq, what }),
  });
}

type Link = { readonly seq: number; readonly hash: string };

/** Reads up to the head that was read first: what is appended meanwhile is another run's matter. Returns the number of the last line. */
async function verifyChain<Line extends Link & { readonly previousHash: string }>(chain: {
  readonly head: Link;
  readonly find: (seq: { gt: number; lte: number }) => Promise<readonly Line[]>;
  readonly faultsOf: (line: Line) => readonly string[];
  readonly report: (seq: number, what: string) => void;
}): Promise<number> {
  const { head, find, faultsOf, report } = chain;
  let previous: Link = { seq: 0, hash: '' };
  while (previous.seq < head.seq) {
    const page = await find({ gt: previous.seq, lte: head.seq });
    if (page.length === 0) break;
    for (const line of page) {
      for (const what of [...faultsOfLink(line, previous), ...faultsOf(line)]) report(line.seq, what);
      previous = line;
    }
  }
  if (previous.seq !== head.seq || previous.hash !== head.hash) {
    report(previous.seq, 'The record does not end with the line that is named as its latest.');
  }
  return previous.seq;
}

function faultsOfLink(line: Link & { readonly previousHash: string }, previous: Link): string[] {
  return [
    ...(line.seq === previous.seq + 1 ? [] : ['Lines before this one are missing.']),
    ...(line.previousHash === previous.hash ? [] : ['It was not hashed together with the line before it.']),
  ];
}

function faultsOfEvent(event: Prisma.ArticleEventModel, isErased: boolean): string[] {
  const isBodySound =
    event.body === null
      ? isErased
      : hashBody(event.body) === event.bodyHash && Object(event.body).type === event.type;
  return [
    ...(hashLink({ ...event, at: event.at.toISOString() }) === event.hash
      ? []
      : ['Its number, author, time, revision or kind is not as it was written.']),
    ...(isBodySound ? [] : ['What it says is not as it was written.']),
  ];
}
