import type { Instant } from '../ids';
import type { Person } from '../team';
import type { SessionSummary } from './session-summary';

/** A session's summary with what is needed to write it down outside Galley. */
export type SessionReport = {
  readonly summary: SessionSummary;
  readonly article: { readonly id: string; readonly title: string; readonly language: string | null };
  readonly teamName: string;
  readonly people: Readonly<Record<string, Person>>;
  /** The words of the passages that the summary names, by annotation. */
  readonly passages: Readonly<Record<string, string>>;
  readonly made: { readonly at: Instant; readonly by: Person };
};
