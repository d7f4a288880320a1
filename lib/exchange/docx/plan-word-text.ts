import type { BackInChange, BackInGiven, BackInText, RevisionGiven } from '../back-in';
import { carryChanges } from './carry-changes';
import type { ComparedTexts } from './compare-texts';
import { planFormatting } from './plan-formatting';
import { planHeadline } from './plan-headline';
import type { ReturnedChange } from './returned-change';
import { lineBreak } from './returned-word';
import { leadTo, tailFrom } from './words-around';

/** What a file that came back would do to the text: change by change, for a person to accept or decline. */
export function planWordText(
  { changes, suggestions, outside, headline, formatting }: ComparedTexts,
  beside: readonly string[],
  sent: RevisionGiven,
  given: BackInGiven,
): BackInText {
  const {
    annotations,
    revisions: [latest],
    idOf,
  } = given;
  const byId = new Map(annotations.map((one) => [one.id, one]));
  const carried = carryChanges(changes, sent, latest);
  const of = (state: string): readonly ReturnedChange[] =>
    changes.filter((_, index) => carried[index]?.state === state);
  const title = planHeadline(headline, given);
  return {
    headline: title.headline,
    ...planFormatting(formatting, sent, given),
    changes: changes.flatMap((change, index): BackInChange[] => {
      const now = carried[index];
      if (now?.state !== 'placed') return [];
      const { kind, authors, at, annotationId } = change;
      const first = now.edits[0] ?? { start: 0, end: 0 };
      const last = now.edits.at(-1) ?? first;
      return [
        {
          id: idOf('text change', latest.id, JSON.stringify(now.edits)),
          kind,
          edits: now.edits,
          ...wordsOf(change),
          lead: leadTo(latest.text, first.start),
          tail: tailFrom(latest.text, last.end),
          authors,
          at,
          annotationId: annotationId !== null && byId.has(annotationId) ? annotationId : null,
        },
      ];
    }),
    present: [...title.present, ...of('done').map(wordsOf)],
    unplaced: [
      ...title.unplaced,
      ...of('lost').map((change) => ({
        ...wordsOf(change),
        why: 'The text around it has changed since the file went out.',
      })),
      ...outside.map((change) => ({
        ...wordsOf(change),
        why: 'It is no text of the article: the headline alone, or the number of a page of the original, stands there.',
      })),
      ...beside.map((words) => ({
        before: '',
        after: words,
        why: 'It stands in a footnote or a text box, for which an article has no place.',
      })),
    ],
    suggestions: suggestions.flatMap(({ annotationId, state, wording }) => {
      const found = byId.get(annotationId);
      return found === undefined ? [] : [{ annotationId, state, wording, exact: found.anchor.exact }];
    }),
  };
}

/** Lines and paragraphs both end in a line feed where people read them. */
const wordsOf = ({ before, after }: { readonly before: string; readonly after: string }) => ({
  before: before.replaceAll(lineBreak, '\n'),
  after: after.replaceAll(lineBreak, '\n'),
});
