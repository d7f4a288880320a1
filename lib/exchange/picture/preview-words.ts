import { type Outcome, openProposal, outcomes } from '@/lib/domain/check';
import { type Report, type ReportEntry, readable } from '@/lib/domain/report/report';

/** How many statements came to the same. */
export type PreviewCount = {
  readonly key: Outcome | 'sourced_fact' | 'open';
  readonly label: string;
  readonly count: number;
};

/** What a preview of a published report says, in words and as a picture. */
export type PreviewWords = {
  readonly headline: string;
  readonly team: string;
  /** What the statements of the article came to, in a fixed order, none that did not occur. */
  readonly counts: readonly PreviewCount[];
  /** The same as a sentence: `12 statements: 7 confirmed, 5 still open.` */
  readonly summary: string;
  /** The day on which it was changed last. */
  readonly day: string;
  /** What the picture shows, for whoever does not see it. */
  readonly alt: string;
};

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Reads what a preview says off the copy that is published, so that it can say nothing else. */
export function previewWords({ article, entries, published, made, teamName }: Report): PreviewWords {
  const keys = entries.flatMap(keyOf);
  const counts = [...outcomes, 'sourced_fact' as const, 'open' as const].flatMap((key) => {
    const count = keys.filter((one) => one === key).length;
    return count === 0 ? [] : [{ key, label: labelOf(key), count }];
  });
  const listed = counts.map(({ label, count }) => `${count} ${label.toLowerCase()}`).join(', ');
  const statements = keys.length === 1 ? '1 statement' : `${keys.length} statements`;
  const summary = keys.length === 0 ? 'No statement is marked.' : `${statements}: ${listed}.`;
  const day = days.format(new Date(published?.changedAt ?? made.at));
  const alt = `Fact check by ${teamName}: “${article.title}”. ${summary} ${day}.`;
  return { headline: article.title, team: teamName, counts, summary, day, alt };
}

/** A claim counts by its outcome, which the public reads once it is signed off. Opinions are no statements of fact. */
function keyOf({ annotation: { mark, check } }: ReportEntry): readonly PreviewCount['key'][] {
  const proposal = openProposal(check);
  if (proposal !== undefined) return [proposal.outcome];
  if (mark === 'sourced_fact') return ['sourced_fact'];
  return mark === 'claim' ? ['open'] : [];
}

const labelOf = (key: PreviewCount['key']): string => (key === 'open' ? 'Still open' : readable(key));
