import type { ClaimType, FlagPriority, Mark } from '@/lib/domain/annotation';
import type { CheckStatus } from '@/lib/domain/check';
import type { evidenceStances, evidenceTiers, evidenceTypes } from '@/lib/domain/evidence';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** The glossary in the words of the interface: what the values of the domain are called wherever they are shown. */
export const words = {
  marks: {
    claim: 'Claim',
    opinion: 'Opinion',
    sourced_fact: 'Sourced fact',
    no_fact: 'Nothing to check',
  } satisfies Words<Mark>,
  markLetters: { claim: 'C', opinion: 'O', sourced_fact: 'S', no_fact: 'N' } satisfies Words<Mark>,
  checkStatuses: {
    unchecked: 'Unchecked',
    assigned: 'Assigned',
    in_progress: 'In progress',
    awaiting_source: 'Awaiting source',
    awaiting_author: 'Awaiting author',
    awaiting_reply: 'Awaiting reply',
    proposed: 'Proposed',
    second_check: 'Second check',
    signed_off: 'Signed off',
    disputed: 'Disputed',
    stale: 'Stale',
    orphaned: 'Orphaned',
    reopened: 'Reopened',
  } satisfies Words<CheckStatus>,
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
  flagPriorities: {
    low: 'Low',
    normal: 'Normal',
    high: 'High',
    urgent: 'Urgent',
  } satisfies Words<FlagPriority>,
  evidenceTypes: {
    official_document: 'Official document',
    dataset: 'Dataset',
    court_record: 'Court record',
    paper: 'Paper',
    transcript: 'Transcript',
    recording: 'Recording',
    interview: 'Interview',
    expert: 'Expert',
    eyewitness: 'Eyewitness',
    photo: 'Photo',
    video: 'Video',
    own_observation: 'Own observation',
    company_statement: 'Company statement',
    press_release: 'Press release',
    news_report: 'News report',
    prior_fact_check: 'Prior fact-check',
    encyclopaedia: 'Encyclopaedia',
    social_post: 'Social post',
  } satisfies Words<(typeof evidenceTypes)[number]>,
  evidenceTiers: {
    primary: 'Primary',
    secondary: 'Secondary',
    tertiary: 'Tertiary',
  } satisfies Words<(typeof evidenceTiers)[number]>,
  evidenceStances: {
    supports: 'Supports',
    refutes: 'Refutes',
    mixed: 'Mixed',
    context: 'Context',
  } satisfies Words<(typeof evidenceStances)[number]>,
};
