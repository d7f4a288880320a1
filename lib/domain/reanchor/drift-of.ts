export const driftKinds = [
  'negation',
  'number',
  'unit',
  'date',
  'name',
  'quotation',
  'split',
  'merged',
  'reworded',
  'moved',
  'deleted',
  'unchanged',
] as const;
/** What changed in a passage between two revisions. */
export type Drift = (typeof driftKinds)[number];

/** Everything that changed from one wording of a passage to another, the gravest first. */
export function driftOf(before: string, after: string): readonly Drift[] {
  if (before === after) return ['unchanged'];
  const lines = (text: string): number => text.trim().split(/\n+/).length;
  const change = lines(after) - lines(before);
  return [...(change > 0 ? (['split'] as const) : change < 0 ? (['merged'] as const) : []), 'reworded'];
}
