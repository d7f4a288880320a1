import { DomainError } from '@/lib/domain/errors';
import type { BackInGiven, BackInPlan } from './back-in';
import { planClaimsCsv } from './plan-claims-csv';
import { planWebAnnotations } from './plan-web-annotations';

/** What a text file that comes back would do to an article. Throws INVALID for what is none of the files it can be. */
export function planBackIn(words: string, given: BackInGiven): BackInPlan {
  const start = words.trimStart();
  if (!start.startsWith('{') && !start.startsWith('[')) return planClaimsCsv(words, given);
  if (/^\{\s*"format"\s*:\s*"galley-article"/.test(start)) throw new DomainError('INVALID', wholeArticle);
  return planWebAnnotations(words, given);
}

const wholeArticle =
  'This is a whole article with everybody’s work, not something for this one. Bring it in under Articles, Import: ' +
  'it becomes an article of its own.';
