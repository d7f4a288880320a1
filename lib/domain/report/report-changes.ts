import { type ArticleEvent, annotationIdOf, type EventBody } from '../events';
import type { Instant } from '../ids';

/** One line of the log of changes: who did what when, and to which annotation (null: to the article). */
export type ChangeLine = {
  readonly seq: number;
  readonly at: Instant;
  readonly byId: string;
  readonly annotationId: string | null;
  readonly words: string;
};

/** What happened since a revision came in, latest last. `left` lines from the beginning are not listed. */
export type ChangeLog = {
  readonly sinceRevision: number;
  readonly lines: readonly ChangeLine[];
  readonly left: number;
};

/** A report lists at most so many changes, the latest ones. */
export const maxChangeLines = 2_000;

/** The log of these events, which are in the order of their record; `left` earlier ones are not among them. */
export function changeLogOf(sinceRevision: number, events: readonly ArticleEvent[], left: number): ChangeLog {
  return { sinceRevision, lines: events.map(lineOf), left };
}

function lineOf({ seq, at, actor, body }: ArticleEvent): ChangeLine {
  return { seq, at, byId: actor.id, annotationId: annotationIdOf(body) ?? null, words: wordsOf(body) };
}

/**
 * What happened, as a few words without the words of people: `check.signed_off` is "Check signed off". Made of the
 * event's own name, so that an event that is added later is listed too.
 */
function wordsOf({ type }: EventBody): string {
  const words = type.replaceAll(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
