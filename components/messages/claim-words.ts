import type { ClaimType } from '@/lib/domain/annotation';
import type { CheckDepth, Confidence, RiskFlag, WaitingReason } from '@/lib/domain/check';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** What kinds of claims, risks, depths and reasons are called, wherever they are shown. */
export const claimWords = {
  riskFlags: {
    legal: 'Legal',
    accusation: 'Accusation',
    health: 'Health',
    safety: 'Safety',
    minors: 'Minors',
    privacy: 'Privacy',
    election: 'Election',
  } satisfies Words<RiskFlag>,
  confidences: { low: 'Low', medium: 'Medium', high: 'High' } satisfies Words<Confidence>,
  waitingReasons: {
    source: 'A source',
    author: 'The author',
    reply: 'A reply',
  } satisfies Words<WaitingReason>,
  checkDepths: { quick: 'Quick', standard: 'Standard', deep: 'Deep' } satisfies Words<CheckDepth>,
  claimTypes: {
    statistic: 'Statistic',
    comparison: 'Comparison',
    temporal: 'Point in time',
    interval: 'Interval',
    quote: 'Quote',
    event: 'Event',
    property: 'Property',
    causal: 'Cause',
    rule: 'Rule',
    position: 'Position',
    prediction: 'Prediction',
    experience: 'Experience',
    media: 'Media',
  } satisfies Words<ClaimType>,
};
