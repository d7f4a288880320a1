import { anchorAt, type Quote } from '@/lib/domain/anchor';
import type { Annotation } from '@/lib/domain/annotation';
import { carryAnchors } from '@/lib/domain/laws/carry-anchors';
import { plainToRichText, type RichText } from '@/lib/domain/rich-text';
import { additionOf } from '../addition-of';
import type {
  Addition,
  BackInGiven,
  BackInPlace,
  BackInPlan,
  NewAnnotation,
  NewPart,
  NewReply,
  PresentThing,
  RevisionGiven,
  UnreadThing,
} from '../back-in';
import { placeQuotes } from '../place-quotes';
import { compareComments, type FreshComment, type ReturnedRemark } from './compare-comments';
import { compareTexts } from './compare-texts';
import { planWordText } from './plan-word-text';
import { lineBreak, type ReturnedWord } from './returned-word';
import type { SentComment, SentWord } from './sent-word';

/** What went out, and the revision that its places count in. */
export type SentFile = { readonly word: SentWord; readonly revision: RevisionGiven };

/**
 * What a Word report that came back would do to its article: answers go to the annotations and conversations that they
 * answer, new comments become annotations with a note, and changes of the text wait for a person. What was settled,
 * reworded or deleted in Word is said and not done.
 */
export function planWord(returned: ReturnedWord, sent: SentFile, given: BackInGiven): BackInPlan {
  const texts = compareTexts(sent.word, returned);
  const { replies, fresh, ...rest } = compareComments(sent.word, returned, texts);
  const [latest] = given.revisions;
  const found = gathered(given);
  for (const { annotationId, threadId, remark } of replies) found.answer(annotationId, threadId, [remark]);
  for (const comment of fresh)
    if (comment.annotationId !== null && found.isHere(comment.annotationId))
      found.answer(comment.annotationId, null, [comment.remark, ...comment.replies]);
    else found.begin(comment, placeOf(comment, sent.revision, given));
  return {
    format: 'word',
    tool: 'Word',
    revision: { id: latest.id, number: latest.number },
    items: [...found.additions(), ...found.items],
    unplaced: found.unplaced,
    present: found.present,
    unread: found.unread,
    remarks: remarksOn(rest, given),
    text: planWordText(texts, returned.beside, sent.revision, given),
  };
}

/** Collects what is new, annotation by annotation, and what is here already. */
function gathered({ annotations, revisions: [latest], idOf, isDeleted }: BackInGiven) {
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

/** Where a new comment stands now: by its range, else where its words stand only once. */
function placeOf(
  { passage, quote }: FreshComment,
  sent: RevisionGiven,
  given: BackInGiven,
): BackInPlace | null {
  const [latest] = given.revisions;
  if (passage === undefined) {
    const exact = quote.replaceAll(lineBreak, '\n');
    const [found] = placeQuotes([{ quote: { exact, prefix: '', suffix: '' }, position: null }], [latest]);
    return found?.place ?? null;
  }
  if (sent.id === latest.id)
    return {
      ...passage,
      revisionId: latest.id,
      state: 'exact',
      stands: latest.text.slice(passage.start, passage.end),
    };
  const [carried] = carryAnchors({ from: sent, to: latest, edits: null, language: null }, [
    anchorAt(sent, passage),
  ]);
  const anchor = carried?.anchor;
  if (anchor === undefined || anchor.state === 'orphaned') return null;
  const { state, start, end, exact: stands } = anchor;
  // The door carries a passage of an earlier revision over by itself, with what changed in it.
  return state === 'touched'
    ? { ...passage, revisionId: sent.id, state, stands }
    : { start, end, revisionId: latest.id, state, stands };
}

type Differences = Pick<ReturnType<typeof compareComments>, 'edited' | 'settled' | 'removed'>;

function remarksOn(
  { edited, settled, removed }: Differences,
  { annotations }: BackInGiven,
): readonly string[] {
  const exact = new Map(annotations.map(({ id, anchor }) => [id, anchor.exact]));
  const about = ({ annotationId, threadId, words }: SentComment): string => {
    const what = threadId === null ? (words.split('\n')[0] ?? '') : `the conversation “${short(words)}”`;
    const quote = exact.get(annotationId);
    return quote === undefined ? what : `${what} on “${short(quote)}”`;
  };
  return [
    ...settled.map(({ sent, isResolved }) =>
      isResolved
        ? `In Word, ${about(sent)} was marked as done. Nothing is settled by it here.`
        : `In Word, ${about(sent)} was opened again. Nothing is reopened by it here.`,
    ),
    ...edited.map(
      ({ sent, words }) =>
        `In Word, a comment of ${sent.author} was reworded (${about(sent)}). It stays as it is here; there it says: “${short(words, 300)}”`,
    ),
    ...(removed.length === 0
      ? []
      : [
          `${removed.length} of the comments that went out ${removed.length === 1 ? 'is' : 'are'} not in the file any more. Nothing is deleted by it here.`,
        ]),
  ];
}

function short(words: string, length = 80): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  return plain.length <= length ? plain : `${plain.slice(0, length - 1).toWellFormed()}…`;
}
