import type { Revision } from '@/lib/domain/article';
import type { RevisionSource } from '@/lib/domain/revised';
import { askServer } from '../articles/ask-server';

/** A revision as the list of revisions names it. */
export type RevisionLine = { readonly id: string; readonly number: number; readonly source: RevisionSource };

/** What an earlier revision says. */
export type EarlierText = Pick<Revision, 'text' | 'sentences'>;

/** So many pages of the list are read, a hundred revisions each. */
const mostPages = 4;

const lines = new WeakMap<Revision, Promise<readonly RevisionLine[]>>();
const texts = new Map<string, Promise<EarlierText>>();
/** Texts that are kept while the page is open. */
const mostKept = 32;

/** The revisions before one, latest first, as far as the list is read. Asked once; a failure is asked again. */
export function earlierRevisions(articleId: string, revision: Revision): Promise<readonly RevisionLine[]> {
  const known = lines.get(revision);
  if (known !== undefined) return known;
  const asked = readLines(articleId, revision.number);
  lines.set(revision, asked);
  asked.catch(() => lines.delete(revision));
  return asked;
}

/** The text of one revision. It never changes, so it is asked once; a failure is asked again. */
export function earlierText(articleId: string, number: number): Promise<EarlierText> {
  const key = `${articleId} ${number}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const asked = askServer(`/api/articles/${articleId}/revisions/${number}`).then((answer) => {
    // our own door made this revision; its shape is the door's contract
    const { text, sentences } = answer as Revision;
    return { text, sentences };
  });
  texts.set(key, asked);
  asked.catch(() => texts.delete(key));
  const [oldest] = texts.keys();
  if (texts.size > mostKept && oldest !== undefined) texts.delete(oldest);
  return asked;
}

async function readLines(articleId: string, before: number): Promise<readonly RevisionLine[]> {
  const found: RevisionLine[] = [];
  for (let page = 0, next: string | null = ''; page < mostPages && next !== null; page += 1) {
    const from: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    const answer = await askServer(`/api/v1/articles/${articleId}/revisions?limit=100${from}`);
    // our own door made this page; its shape is the door's contract
    const read = answer as { readonly items: readonly RevisionLine[]; readonly next: string | null };
    found.push(...read.items);
    next = read.next;
  }
  return found.filter(({ number }) => number < before);
}
