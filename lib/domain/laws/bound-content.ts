import type { Annotation } from '../annotation';
import type { CheckProposal } from '../check';

/**
 * What a sign-off binds to: passage, mark, outcome, verdict, wording and evidence, in a form that is the same for the
 * same content whatever order it was written in and under whatever ids it is kept. Hash it with SHA-256.
 */
export function boundContent(
  { anchor, mark, evidence }: Pick<Annotation, 'anchor' | 'mark' | 'evidence'>,
  { outcome, verdict, suggestedWording }: Pick<CheckProposal, 'outcome' | 'verdict' | 'suggestedWording'>,
): string {
  const pieces = evidence
    .map(({ id: _i, authorId: _a, createdAt: _c, changedAt: _h, version: _v, ...fields }) =>
      JSON.stringify(known(fields)),
    )
    .sort();
  return JSON.stringify([
    anchor.exact,
    mark,
    outcome,
    verdict && [verdict.scaleId, verdict.scaleVersion, verdict.key],
    suggestedWording,
    pieces,
  ]);
}

/** The fields that say something, by name: one that nobody has filled in changes nothing. */
function known(fields: object): readonly (readonly [string, unknown])[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
