import type { Report } from '@/lib/domain/report/report';

/** How a team checks with Galley, as sentences for a reader: only what holds for this article and this team. */
export function methodOf({ coverage, isBlind, scales, teamName, entries }: Report): readonly string[] {
  const hasRisk = entries.some(({ annotation }) => annotation.check.plan.riskFlags.length > 0);
  return [
    `${teamName} read the article sentence by sentence and decided for ${coverage.decided} of ${coverage.total} sentences whether they hold a claim, an opinion, a fact with a source that was accepted, or nothing to check.`,
    'Whoever proposes an outcome does not confirm it: another person checks again, and an editor signs off the passage with its outcome, verdict and evidence. A change of any of these afterwards makes the sign-off stale.',
    ...(isBlind
      ? ['The second checker records an outcome before seeing the proposal.']
      : ['The second checker sees the proposal.']),
    ...(hasRisk ? ['Claims with a particular risk are checked again by two people.'] : []),
    ...(scales.length === 0
      ? ['No claim in this report has a truth rating.']
      : [
          `Truth ratings are given on ${scales.map(({ name }) => `the scale “${name}”`).join(' and ')}, separately from what becomes of the text.`,
        ]),
  ];
}
