import 'server-only';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { hashBody, hashLink } from '@/lib/db/record';

/** Something in an article's record that cannot be as it was written; `seq` is the event at which it shows. */
export type ChainFault = { readonly articleId: string; readonly seq: number; readonly what: string };

/** What was looked at, and everything that is wrong with it; sound when `faults` is empty. */
export type ChainReport = {
  readonly articles: number;
  readonly events: number;
  readonly faults: readonly ChainFault[];
};

/**
 * Verifies the records of all articles of all teams, for whoever runs Galley: numbers without gaps, each event's hash
 * over its fields and the hash before, bodies as they were hashed, and the article's own head at the end.
 */
export async function verifyChains(): Promise<ChainReport> {
  const faults: ChainFault[] = [];
  let articles = 0;
  let events = 0;
  for await (const article of allArticles()) {
    articles += 1;
    events += await verifyArticle(article, faults);
  }
  return { articles, events, faults };
}

type ArticleHead = Pick<Prisma.ArticleModel, 'id' | 'seq' | 'eventHash' | 'erasedAt'>;

async function* allArticles(): AsyncGenerator<ArticleHead> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await db.article.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: 500,
      select: { id: true, seq: true, eventHash: true, erasedAt: true },
    });
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** Reads up to the head that was read first: what is appended meanwhile is another run's matter. Returns the events read. */
async function verifyArticle(article: ArticleHead, faults: ChainFault[]): Promise<number> {
  let previous = { seq: 0, hash: '' };
  while (previous.seq < article.seq) {
    const page = await db.articleEvent.findMany({
      where: { articleId: article.id, seq: { gt: previous.seq, lte: article.seq } },
      orderBy: { seq: 'asc' },
      take: 500,
    });
    if (page.length === 0) break;
    for (const event of page) {
      for (const what of faultsOf(event, previous, article.erasedAt !== null)) {
        faults.push({ articleId: article.id, seq: event.seq, what });
      }
      previous = event;
    }
  }
  if (previous.seq !== article.seq || previous.hash !== article.eventHash) {
    const what = 'The record does not end with the event that the article names as its latest.';
    faults.push({ articleId: article.id, seq: previous.seq, what });
  }
  return previous.seq;
}

function faultsOf(
  event: Prisma.ArticleEventModel,
  previous: { readonly seq: number; readonly hash: string },
  isErased: boolean,
): string[] {
  const isBodySound =
    event.body === null
      ? isErased
      : hashBody(event.body) === event.bodyHash && Object(event.body).type === event.type;
  return [
    ...(event.seq === previous.seq + 1 ? [] : ['Events before this one are missing.']),
    ...(event.previousHash === previous.hash ? [] : ['It was not hashed together with the event before it.']),
    ...(hashLink({ ...event, at: event.at.toISOString() }) === event.hash
      ? []
      : ['Its number, author, time, revision or kind is not as it was written.']),
    ...(isBodySound ? [] : ['What it says is not as it was written.']),
  ];
}
