import type { BackInGiven, BackInPlan, RevisionGiven } from '../back-in';
import { compareComments } from './compare-comments';
import { compareTexts } from './compare-texts';
import { gatherRemarks } from './gather-remarks';
import { placeOfComment } from './place-of-comment';
import { planWordText } from './plan-word-text';
import { remarksOn } from './remarks-on-comments';
import type { ReturnedWord } from './returned-word';
import type { SentWord } from './sent-word';

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
  const found = gatherRemarks(given);
  for (const { annotationId, threadId, remark } of replies) found.answer(annotationId, threadId, [remark]);
  for (const comment of fresh)
    if (comment.annotationId !== null && found.isHere(comment.annotationId))
      found.answer(comment.annotationId, null, [comment.remark, ...comment.replies]);
    else found.begin(comment, placeOfComment(comment, sent.revision, given));
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
