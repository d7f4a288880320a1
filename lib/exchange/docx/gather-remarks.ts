import type { Quote } from '@/lib/domain/anchor';
import type { Annotation } from '@/lib/domain/annotation';
import { plainToRichText, type RichText } from '@/lib/domain/rich-text';
import { additionOf } from '../addition-of';
import type {
  Addition,
  BackInGiven,
  BackInPlace,
  NewAnnotation,
  NewPart,
  NewReply,
  PresentThing,
  UnreadThing,
} from '../back-in';
import { placeQuotes } from '../place-quotes';
import type { FreshComment, ReturnedRemark } from './compare-comments';
import { lineBreak } from './returned-word';

/** Collects what is new, annotation by annotation, and what is here already. */
export function gatherRemarks({ annotations, revisions: [latest], idOf, isDeleted }: BackInGiven) {
  const byId = new Map(annotations.map((one) => [one.id, one]));
  const news = new Map<Annotation, Map<string | null, NewReply[]>>();
  const items: NewAnnotation[] = [];
  const unplaced: NewAnnotation[] = [];
  const present: PresentThing[] = [];
  const unread: UnreadThing[] = [];
  const replyOf = (remark: ReturnedRemark): NewReply => ({
    id: idOf('word', ...remark.key),
    body: signed(remark),
  });
  const isNew = (id: string, remark: ReturnedRemark, here: Annotation | undefined): boolean => {
    const isThere = here?.threads.some(({ replies }) => replies.some((one) => one.id === id)) === true;
    if (isThere || isDeleted(id)) present.push({ words: remark.words, why: isThere ? 'same' : 'deleted' });
    return !isThere && !isDeleted(id);
  };
  const answer = (
    annotationId: string,
    threadId: string | null,
    remarks: readonly ReturnedRemark[],
  ): void => {
    const here = byId.get(annotationId);
    for (const remark of remarks) {
      const reply = replyOf(remark);
      if (here === undefined) {
        unread.push({ number: unread.length + 1, words: saidBy(remark), why: answeredIsGone });
      } else if (isNew(reply.id, remark, here)) {
        const known = here.threads.some(({ id }) => id === threadId) ? threadId : null;
        const threads = news.get(here) ?? new Map<string | null, NewReply[]>();
        threads.set(known, [...(threads.get(known) ?? []), reply]);
        news.set(here, threads);
      }
    }
  };
  const begin = (comment: FreshComment, place: BackInPlace | null): void => {
    const { remark, isResolved } = comment;
    const annotationId = idOf('word annotation', ...remark.key);
    const exact = comment.quote.replaceAll(lineBreak, '\n');
    if (byId.has(annotationId)) {
      present.push({ words: remark.words, why: 'same' });
      answer(annotationId, null, comment.replies);
    } else if (isDeleted(annotationId)) present.push({ words: remark.words, why: 'deleted' });
    else if (place === null && exact.trim() === '') {
      for (const one of [remark, ...comment.replies])
        unread.push({ number: unread.length + 1, words: saidBy(one), why: standsOnNothing });
    } else {
      const [first, ...rest] = comment.replies.map(replyOf);
      const quote: Quote = { exact: place?.stands ?? exact, prefix: '', suffix: '' };
      const candidates =
        place === null ? (placeQuotes([{ quote, position: null }], [latest])[0]?.candidates ?? []) : [];
      const note = {
        kind: 'note' as const,
        id: idOf('word', ...remark.key),
        body: signed(remark, isResolved),
      };
      const thread = first && threadPart(annotationId, [first, ...rest]);
      const parts = thread === undefined ? [note] : [note, thread];
      const made = {
        kind: 'annotation' as const,
        annotationId,
        quote,
        mark: null,
        place,
        candidates,
        claim: {},
        parts,
      };
      (place === null ? unplaced : items).push({ ...made, id: idOf('item', JSON.stringify(made)) });
    }
  };
  const threadPart = (annotationId: string, replies: readonly [NewReply, ...NewReply[]]): NewPart => ({
    kind: 'thread',
    id: idOf('word thread', annotationId),
    threadKind: 'discussion',
    replies,
  });
  /** Answers to an annotation itself are one discussion, which goes on when the file comes back again. */
  const partsFor = (
    here: Annotation,
    threadId: string | null,
    replies: readonly NewReply[],
  ): readonly NewPart[] => {
    const own = threadId ?? idOf('word thread', here.id);
    const [first, ...rest] = replies;
    if (first === undefined) return [];
    if (threadId === null && !here.threads.some(({ id }) => id === own))
      return [threadPart(here.id, [first, ...rest])];
    return replies.map((reply) => ({ kind: 'reply', threadId: own, ...reply }));
  };
  const additions = (): readonly Addition[] =>
    [...news].map(([here, threads]) =>
      additionOf(
        here,
        [...threads].flatMap(([threadId, replies]) => partsFor(here, threadId, replies)),
        idOf,
      ),
    );
  return { answer, begin, additions, items, unplaced, present, unread, isHere: (id: string) => byId.has(id) };
}

const answeredIsGone = 'The annotation that it answers has been deleted meanwhile.';
const standsOnNothing = 'It stands on no words of the article.';

const saidBy = ({ author, words }: ReturnedRemark): string => `${author}: ${words}`;

/** Who said it is a name in the file, never a person of the team. */
function signed({ author, at, words }: ReturnedRemark, isDone = false): RichText {
  const day = at === null ? '' : `, ${at.slice(0, 10)}`;
  const signature = `— written in Word by ${author.slice(0, 200)}${day}${isDone ? ', marked as done there' : ''}`;
  return {
    type: 'doc',
    content: [
      ...plainToRichText(words.slice(0, longestWords)).content.slice(0, 1_900),
      { type: 'paragraph', content: [{ type: 'text', text: signature, marks: [{ type: 'italic' }] }] },
    ],
  };
}

/** Leaves room for the signature in a note. */
const longestWords = 19_000;
