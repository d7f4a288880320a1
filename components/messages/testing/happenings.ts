import type { Annotation } from '@/lib/domain/annotation';
import { type CheckProposal, freshCheck } from '@/lib/domain/check';
import type { CheckEventBody } from '@/lib/domain/events';
import { evidenceFieldsSchema } from '@/lib/domain/evidence';
import { plainToRichText } from '@/lib/domain/rich-text';
import type { Ballot, Session } from '@/lib/domain/session';
import { plainRules } from '@/lib/domain/team-rules';
import { plainProposal } from '@/lib/domain/testing/plain-proposal';

// The people and things that the happenings of a record are about.
export const at = '2026-03-03T14:02:00.000Z';
export const [rhea, edda, annotationId] = ['rhea', 'edda', '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'];
export const body = plainToRichText('The council approved 190 million.');
export const made = { id: 'x', authorId: rhea, createdAt: at, changedAt: at, version: 1 };
export const note = { ...made, body };
export const reply = { ...note, mentions: [] };
export const evidence = {
  ...made,
  ...evidenceFieldsSchema.parse({
    type: 'dataset',
    tier: 'primary',
    stance: 'refutes',
    title: 'Budget 2021',
    address: null,
    quote: null,
    locator: 'p. 6',
    accessedOn: null,
  }),
};
export const flag = {
  id: 'x',
  reason: 'The figure looks wrong.',
  priority: 'high',
  raisedById: rhea,
  raisedAt: at,
  looked: null,
  version: 1,
} as const;
export const anchor = {
  revisionId: 'x',
  start: 0,
  end: 8,
  exact: 'grew by 40 percent',
  prefix: '',
  suffix: '',
  state: 'exact',
  drift: null,
  method: 'given',
  certainty: 1,
} as const;
export const claim = { claimTypes: [], claimant: null, claimedOn: null };
export const annotation: Annotation = {
  ...made,
  articleId: 'x',
  mark: 'claim',
  anchor,
  check: freshCheck,
  partOfId: null,
  repeatsId: null,
  claim,
  notes: [],
  evidence: [],
  flags: [],
  threads: [],
};
export const [scale] = plainRules.scales;
export const verdict = {
  scaleId: scale?.id ?? '',
  scaleVersion: 1,
  key: 'mostly_false',
  label: 'Mostly false',
  internal: 'mostly_false',
} as const;
export const proposal: CheckProposal = {
  ...plainProposal,
  outcome: 'incorrect',
  verdict,
  suggestedWording: 'grew by 14 percent',
  byId: rhea,
  at,
  revisionId: 'x',
};
export const second = {
  id: 'x',
  outcome: 'confirmed',
  verdict: null,
  note: 'Mine.',
  suggestedWording: null,
  byId: rhea,
  at,
  isBlind: true,
} as const;
export const check = { ...freshCheck, proposal, secondChecks: [second] };
export const signOff = { byId: edda, at, revisionId: 'x', seq: 9, waivers: [], override: null };
export const thread = {
  ...made,
  kind: 'author_query',
  resolved: null,
  replies: [reply],
} as const;
export const step = <T extends CheckEventBody['type']>(type: T): CheckEventBody & { readonly type: T } => ({
  type,
  annotationId,
  check,
  reason: 'A reader wrote.',
});
export const version = 2;
export const request = {
  ...made,
  party: 'The harbour master',
  question: 'Is it true?',
  askedOn: '2026-03-03',
  way: 'email',
  deadlineOn: null,
  answer: null,
} as const;
export const ofThread = { annotationId, threadId: 'x', version };

export const session: Session = {
  id: 'x',
  goal: 'Check the budget',
  deadlineAt: null,
  participantIds: [rhea, edda],
  firstCome: false,
  openedById: edda,
  openedAt: at,
  openedSeq: 1,
  coverageAtOpen: { decided: 0, total: 8 },
  frozenAt: null,
  closing: null,
  version: 2,
};
export const ballot: Ballot = {
  id: 'x',
  sessionId: 'x',
  annotationId,
  version: 2,
  rounds: [
    {
      calledById: edda,
      calledAt: at,
      voterIds: [rhea, edda],
      votes: [{ byId: rhea, at, outcome: 'confirmed', verdict: null, note: '' }],
      revealed: null,
    },
  ],
};
