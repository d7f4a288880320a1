import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/domain/actor';
import { marks } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import { DomainError } from '@/lib/domain/errors';
import { buildReport } from '@/lib/domain/report/report';
import {
  plainArrangement,
  reportDetails,
  reportOrders,
  reportViews,
} from '@/lib/domain/report/report-arrangement';
import { reportFor } from '@/lib/domain/report/report-view';
import type { SentFile } from '@/lib/exchange/docx/plan-word';
import type { ReturnedWord } from '@/lib/exchange/docx/returned-word';
import { sentWord } from '@/lib/exchange/docx/sent-word';
import { getArticleState } from '../articles/get-article-state';
import { getRecordedState } from '../articles/get-past-state';

const factsSchema = z.object({
  GalleyArticle: z.string(),
  GalleyRevisionHash: z.string(),
  GalleySeq: z.coerce.number().int().min(1),
  GalleyView: z.enum(reportViews),
  GalleyMarks: z.string().transform((words) => marks.filter((mark) => words.split(' ').includes(mark))),
  GalleyOrder: z.enum(reportOrders),
  /** Files from before details could be left out have them all. */
  GalleyDetails: z
    .string()
    .transform((words) => reportDetails.filter((detail) => words.split(' ').includes(detail)))
    .default(() => [...reportDetails]),
});

/**
 * What went out as the file that came back, made again from the record as it was then. A program that forgets what a
 * file says of itself leaves the words: they are compared with the article of now. Throws INVALID for a file of another
 * article, NOT_FOUND for an unseen one.
 */
export async function findSent(actor: Actor, articleId: string, returned: ReturnedWord): Promise<SentFile> {
  const { data: facts } = factsSchema.safeParse(returned.facts);
  if (facts === undefined) {
    const now = sentFile(await getArticleState(actor, articleId), actor, plainArrangement);
    if (!isLike(returned, now)) throw new DomainError('INVALID', otherFile);
    return now;
  }
  if (facts.GalleyArticle !== articleId) throw new DomainError('INVALID', otherArticle);
  const { state, last } = await recorded(actor, articleId, facts.GalleySeq);
  if (state.revision.hash !== facts.GalleyRevisionHash || last < facts.GalleySeq)
    throw new DomainError('INVALID', otherRecord);
  const { GalleyView: view, GalleyMarks, GalleyOrder: order, GalleyDetails: details } = facts;
  return sentFile(state, actor, { ...plainArrangement, view, marks: GalleyMarks, order, details });
}

const otherArticle = 'This Word file went out from another article. Open that one, and bring it back there.';
const otherFile =
  'This Word document does not look like a report of this article. To make an article of it, bring it in under Articles, Import.';
const otherRecord =
  'This Word file says that it was made of something which this article never was, so it cannot be compared.';

async function recorded(actor: Actor, articleId: string, seq: number) {
  try {
    return await getRecordedState(actor, articleId, seq);
  } catch (error) {
    // The article was found before; an event that it does not have yet is the file's own word.
    if (error instanceof DomainError && error.message.includes('event'))
      throw new DomainError('INVALID', otherRecord);
    throw error;
  }
}

function sentFile(
  state: ArticleState,
  { userId, name }: Actor,
  arrangement: typeof plainArrangement,
): SentFile {
  const whole = buildReport(state, {
    teamName: '',
    recordHash: '',
    at: state.revision.createdAt,
    by: { id: userId, name },
  });
  const { id, number, text } = state.revision;
  return { word: sentWord(reportFor(whole, arrangement)), revision: { id, number, text } };
}

/** Whether at least a third of the pairs of words came back as they are: few of them are changed, however short it is. */
function isLike({ paragraphs }: ReturnedWord, { revision }: SentFile): boolean {
  const words = paragraphs.flatMap(({ pieces }) => wordsIn(pieces.map(({ text }) => text).join('')));
  const came = new Set(pairsOf(words));
  const sent = pairsOf(wordsIn(revision.text));
  return sent.filter((pair) => came.has(pair)).length * 3 >= sent.length;
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const pairsOf = (words: readonly string[]): readonly string[] =>
  words.slice(1).map((word, index) => `${words[index]} ${word}`);
