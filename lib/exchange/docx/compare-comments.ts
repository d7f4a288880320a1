import type { Passage } from '@/lib/domain/article';
import type { ComparedTexts } from './compare-texts';
import { flattenedReplies } from './flattened-replies';
import type { ReturnedComment, ReturnedWord } from './returned-word';
import type { SentComment, SentWord } from './sent-word';

/** Something new that was said in a file that came back. `key` names it again whenever it comes back. */
export type ReturnedRemark = Pick<ReturnedComment, 'author' | 'at' | 'words'> & {
  readonly key: readonly string[];
};

/** How the comments of a file that came back differ from those that went out. */
export type ComparedComments = {
  /** New answers to what went out; `threadId` is null where they answer an annotation itself. */
  readonly replies: readonly {
    readonly annotationId: string;
    readonly threadId: string | null;
    readonly remark: ReturnedRemark;
  }[];
  readonly fresh: readonly FreshComment[];
  /** What went out and came back with other words, settled or opened otherwise, or not at all. */
  readonly edited: readonly { readonly sent: SentComment; readonly words: string }[];
  readonly settled: readonly { readonly sent: SentComment; readonly isResolved: boolean }[];
  readonly removed: readonly SentComment[];
};

/** A new comment with its answers. It is about an annotation where it stands on exactly its passage. */
export type FreshComment = {
  readonly remark: ReturnedRemark;
  readonly replies: readonly ReturnedRemark[];
  readonly isResolved: boolean;
  /** In the canonical text that went out; undefined where none of its words did. */
  readonly passage: Passage | undefined;
  readonly annotationId: string | null;
  /** The words that it stands on in the file. */
  readonly quote: string;
};

/** Compares the comments of a file with those that went out. */
export function compareComments(
  sent: SentWord,
  { comments }: Pick<ReturnedWord, 'comments'>,
  texts: Pick<ComparedTexts, 'passageOf' | 'wordsOf' | 'sentPassage'>,
): ComparedComments {
  const known = matchComments(sent.comments, comments);
  const answeredInWords = flattenedReplies(sent, comments);
  const remarks = namedRemarks(comments.filter((one) => !known.has(one)));
  const byId = new Map(comments.map((one) => [one.id, one]));
  const parentOf = ({ parentId }: ReturnedComment) => (parentId === null ? undefined : byId.get(parentId));
  const topOf = (one: ReturnedComment): ReturnedComment => {
    let top = one;
    // A damaged file may answer in a circle: no conversation is deeper than all of them.
    for (let step = 0; step < comments.length && !known.has(top); step += 1) {
      const parent = parentOf(top);
      if (parent === undefined) break;
      top = parent;
    }
    return top;
  };
  const passages = new Map(
    sent.passages
      .map(({ annotationId, ...passage }) => [keyOf(texts.sentPassage(passage)), annotationId] as const)
      .toReversed(),
  );
  const replies: ComparedComments['replies'][number][] = [];
  const fresh = new Map<ReturnedComment, FreshComment>();
  for (const [comment, remark] of remarks) {
    const top = topOf(comment);
    const passage = comment.range === null ? undefined : texts.passageOf(comment.range);
    const answered = known.get(top) ?? answeredInWords(comment, passage);
    const begun = fresh.get(top);
    if (answered !== undefined) {
      const { annotationId, threadId } = answered;
      replies.push({ annotationId, threadId, remark });
    } else if (begun !== undefined) fresh.set(top, { ...begun, replies: [...begun.replies, remark] });
    else {
      fresh.set(comment, {
        remark,
        replies: [],
        isResolved: comment.isResolved,
        passage,
        annotationId: passages.get(keyOf(passage)) ?? null,
        quote: comment.range === null ? '' : texts.wordsOf(comment.range).trim(),
      });
    }
  }
  return { replies, fresh: [...fresh.values()], ...differences(sent, known) };
}

const keyOf = (passage: Passage | undefined): string =>
  passage === undefined ? '' : `${passage.start} ${passage.end}`;

/** Which comment of the file is which of those that went out: by Word's lasting id, else by what it says. */
function matchComments(
  sent: readonly SentComment[],
  returned: readonly ReturnedComment[],
): ReadonlyMap<ReturnedComment, SentComment> {
  const found = new Map<ReturnedComment, SentComment>();
  const taken = new Set<SentComment>();
  const match = (
    keyOfSent: (one: SentComment) => string,
    keyOfReturned: (one: ReturnedComment) => string | null,
  ): void => {
    const open = new Map<string, SentComment[]>();
    for (const one of sent)
      if (!taken.has(one)) open.set(keyOfSent(one), [...(open.get(keyOfSent(one)) ?? []), one]);
    for (const one of returned) {
      const key = found.has(one) ? null : keyOfReturned(one);
      const next = key === null ? undefined : open.get(key)?.shift();
      if (next === undefined) continue;
      found.set(one, next);
      taken.add(next);
    }
  };
  type Said = Pick<SentComment, 'author' | 'words'> & { readonly at: string | null };
  const second = ({ at }: Said): string => (at ?? '').slice(0, 19);
  const by = (key: (one: Said) => string): void => match(key, key);
  match(
    ({ durableId }) => durableId,
    ({ durableId }) => durableId,
  );
  by((one) => JSON.stringify([one.author, second(one), plain(one.words)]));
  by((one) => JSON.stringify([second(one), plain(one.words)]));
  by((one) => JSON.stringify([one.author, plain(one.words)]));
  return found;
}

/** Word and others keep the words of a comment, but not how they are spaced. */
const plain = (words: string): string => words.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 20_000);

/** The same words of the same author at the same time are told apart by their order. */
function namedRemarks(comments: readonly ReturnedComment[]): ReadonlyMap<ReturnedComment, ReturnedRemark> {
  const count = new Map<string, number>();
  return new Map(
    comments
      // A top comment comes before its answers, however Word keeps them.
      .toSorted((a, b) => Number(a.parentId !== null) - Number(b.parentId !== null))
      .map((comment) => {
        const { author, at, words } = comment;
        const said = [author, at ?? '', plain(words)];
        const number = count.get(JSON.stringify(said)) ?? 0;
        count.set(JSON.stringify(said), number + 1);
        return [comment, { author, at, words, key: [...said, String(number)] }];
      }),
  );
}

function differences(
  { comments, isBlind }: SentWord,
  known: ReadonlyMap<ReturnedComment, SentComment>,
): Pick<ComparedComments, 'edited' | 'settled' | 'removed'> {
  const pairs = [...known].map(([returned, sent]) => ({ returned, sent }));
  const came = new Set(known.values());
  // Where second checks are blind, the file may have gone out with fewer acts of a check than are known here.
  const isSure = ({ parentId, threadId }: SentComment): boolean =>
    !isBlind || parentId === null || threadId !== null;
  return {
    edited: pairs
      .filter(({ sent, returned }) => isSure(sent) && plain(sent.words) !== plain(returned.words))
      .map(({ sent, returned }) => ({ sent, words: returned.words })),
    settled: pairs
      .filter(({ sent, returned }) => sent.parentId === null && sent.isResolved !== returned.isResolved)
      .map(({ sent, returned }) => ({ sent, isResolved: returned.isResolved })),
    removed: comments.filter((one) => plain(one.words) !== '' && isSure(one) && !came.has(one)),
  };
}
