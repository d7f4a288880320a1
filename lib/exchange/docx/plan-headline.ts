import { articleDetailsSchema } from '@/lib/domain/article';
import type { BackInGiven, BackInText } from '../back-in';
import { xmlText } from '../xml-text';
import type { ReturnedHeadline } from './compare-headline';

type PlannedHeadline = Pick<BackInText, 'headline' | 'present' | 'unplaced'>;

/** What a headline that came back otherwise would do to the article's own. */
export function planHeadline(
  headline: ReturnedHeadline | null,
  { article: { title, version }, idOf }: Pick<BackInGiven, 'article' | 'idOf'>,
): PlannedHeadline {
  const none: PlannedHeadline = { headline: null, present: [], unplaced: [] };
  if (headline === null) return none;
  const { before: sent, after, kind, authors, at } = headline;
  const words = { before: sent, after };
  if (after === title) return { ...none, present: [words] };
  const checked = articleDetailsSchema.shape.title.safeParse(after);
  if (!checked.success)
    return {
      ...none,
      unplaced: [{ ...words, why: checked.error.issues.map(({ message }) => message).join(' ') }],
    };
  return {
    ...none,
    headline: {
      id: idOf('headline', String(version), title, after),
      kind,
      sent,
      before: title,
      after,
      // What no file can hold was not changed by anybody.
      isConflict: xmlText(title) !== sent,
      version,
      authors,
      at,
    },
  };
}
