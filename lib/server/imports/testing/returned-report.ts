import { plainToRichText } from '@/lib/domain/rich-text';
import { article, at, claim, idOf, people, proposal, question } from '@/lib/domain/testing/desk';
import { compareComments } from '@/lib/exchange/docx/compare-comments';
import { compareTexts } from '@/lib/exchange/docx/compare-texts';
import { sentWord } from '@/lib/exchange/docx/sent-word';
import { reportToDocx } from '@/lib/exchange/report-docx';
import { reportOf } from '@/lib/exchange/testing/report-of';
import { readReturned } from '../read-returned';
import { editWord, type WordEdits } from './edit-word';

const said = (number: number, words: string, authorId: string) => ({
  ...question,
  id: idOf(number),
  authorId,
  body: plainToRichText(words),
});
const state = article(
  claim(
    { status: 'proposed', proposal: { ...proposal, suggestedWording: 'port will cost 421 million kronor' } },
    {
      notes: [{ ...said(90, 'Called the ministry.', people.mara.userId) }],
      threads: [
        {
          id: idOf(80),
          kind: 'author_query',
          authorId: people.tom.userId,
          createdAt: at,
          resolved: null,
          version: 1,
          replies: [said(81, 'Which year?', people.tom.userId)],
        },
      ],
    },
  ),
);
/** The report on it: one claim with a note, evidence, a question and a wording that is suggested. */
export const report = reportOf({
  ...state,
  people: Object.fromEntries(Object.values(people).map(({ userId: id, name }) => [id, { id, name }])),
});

/** What is read of it after somebody worked on its Word file, and how that differs from what went out. */
export async function bringBack(edits: WordEdits) {
  const returned = await readReturned(await editWord(await reportToDocx(report), edits));
  const sent = sentWord(report);
  const texts = compareTexts(sent, returned);
  return { returned, sent, texts, comments: compareComments(sent, returned, texts) };
}
