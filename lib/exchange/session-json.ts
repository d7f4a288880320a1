import type { SessionReport } from '@/lib/domain/report/session-report';

/** A session's summary for machines: everything of the report under names of the glossary, one stable shape. */
export function sessionToJson({ summary, article, teamName, people, passages, made }: SessionReport): string {
  const named = new Set([
    ...summary.votes.map(({ ballot }) => ballot.annotationId),
    ...summary.decisions.map(({ annotationId }) => annotationId),
    ...summary.openItems.map(({ annotationId }) => annotationId),
    ...summary.held.map(({ annotationId }) => annotationId),
  ]);
  const { votes, ...rest } = summary;
  const value = {
    format: 'galley-session',
    version: 1,
    exportedAt: made.at,
    exportedBy: made.by.id,
    team: teamName,
    article,
    ...rest,
    votes: votes.map(({ ballot, majority, dissent }) => ({
      annotationId: ballot.annotationId,
      rounds: ballot.rounds,
      majority,
      dissent,
    })),
    passages: Object.fromEntries(Object.entries(passages).filter(([id]) => named.has(id))),
    people: Object.values(people).map(({ id, name }) => ({ id, name })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
