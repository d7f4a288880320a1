import { nameOf, type Report, type ReportEntry } from '@/lib/domain/report/report';
import { type EntryPart, entryConversations, entryFacts, entryParts, entryTitle } from '../entry-parts';
import { type Line, line } from '../written-line';
import { durableId } from './durable-id';

/** A comment as Word keeps it; a reply names the comment that it answers. */
export type WordComment = {
  readonly id: number;
  readonly author: string;
  readonly at: string;
  readonly lines: readonly Line[];
  readonly parentId: number | null;
  readonly isResolved: boolean;
  readonly durableId: string;
  /** Which annotation it belongs to, and which conversation on it. */
  readonly annotationId: string;
  readonly threadId: string | null;
};

/** The comments of a Word file, and which of them stand on each annotation's passage. */
export type WordComments = {
  readonly comments: readonly WordComment[];
  readonly idsOf: (entry: ReportEntry) => readonly number[];
};

/**
 * Each annotation as a comment of whoever marked it, resolved once it is signed off; each act on it as a reply of
 * whoever did it. Each conversation is a comment of its own on the same passage, because Word knows replies, but none to
 * replies, and because it is resolved by itself.
 */
export function wordComments(report: Report): WordComments {
  const comments: WordComment[] = [];
  const ids = new Map<string, number[]>();
  const taken = new Set<string>();
  type Place = Pick<WordComment, 'parentId' | 'isResolved' | 'annotationId' | 'threadId'>;
  const add = (part: EntryPart, place: Place): number => {
    const id = comments.length;
    const author = part.by === null ? report.made.by.name : nameOf(report.people, part.by.id);
    const heading = part.title === '' ? [] : [line('plain', { text: part.title, bold: true })];
    comments.push({
      id,
      author,
      at: part.by?.at ?? report.made.at,
      lines: [...heading, ...part.lines],
      durableId: durableId(part.id, taken),
      ...place,
    });
    return id;
  };
  for (const entry of report.entries) {
    const isSignedOff = entry.annotation.check.status === 'signed_off';
    const about = { annotationId: entry.annotation.id, isResolved: isSignedOff, threadId: null };
    const root = add(markPart(entry, report), { ...about, parentId: null });
    const own = [root];
    for (const part of entryParts(entry, report).toSorted(byTime))
      own.push(add(part, { ...about, parentId: root }));
    for (const { id: threadId, title, isResolved, parts } of entryConversations(entry)) {
      const [first, ...rest] = parts;
      if (first === undefined) continue;
      const place = { ...about, isResolved, threadId };
      const opening = add({ ...first, title }, { ...place, parentId: null });
      own.push(opening, ...rest.map((part) => add(part, { ...place, parentId: opening })));
    }
    ids.set(entry.annotation.id, own);
  }
  return { comments, idsOf: ({ annotation }) => ids.get(annotation.id) ?? [] };
}

function markPart(entry: ReportEntry, report: Report): EntryPart {
  const { id, authorId, createdAt } = entry.annotation;
  return {
    id,
    title: entryTitle(entry),
    by: { id: authorId, at: createdAt, isEdited: false },
    lines: entryFacts(entry, report),
  };
}

/** In the order in which things happened; what has no time stands first. */
function byTime(a: EntryPart, b: EntryPart): number {
  const [first, second] = [a.by?.at ?? '', b.by?.at ?? ''];
  return first === second ? 0 : first < second ? -1 : 1;
}
