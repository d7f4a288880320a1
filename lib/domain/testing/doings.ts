import fc from 'fast-check';
import type { Actor } from '../actor';
import type { ArticleState } from '../apply';
import { outcomes, type ProposalFields, riskFlags } from '../check';
import { checkActs, refusalOfAct } from '../laws/check-laws';
import { noDepth } from '../no-depth';
import { plainToRichText } from '../rich-text';
import { claimId as annotationId, budget, idOf, people, rating, theClaim, type Wish } from './desk';

/** What several people might do to one claim in any order, for property tests of its laws. */
export type Doing = {
  readonly who: keyof typeof people;
  readonly what: (typeof kinds)[number];
  /** Chooses among what the wish leaves open. */
  readonly dice: number;
  /** Is done by somebody who may, where there is one, so that claims get far. */
  readonly isApt: boolean;
  /** Sends an overtaken version. */
  readonly isLate: boolean;
};

/** Proposals and second checks come often enough that claims are signed off now and then. */
const kinds = [
  'propose',
  'propose',
  'propose',
  'join',
  'review',
  'review',
  'review',
  'review',
  'sign_off',
  'sign_off',
  'sign_off',
  'sign_off',
  'decide',
  'decide',
  'recheck',
  'recheck',
  'recheck',
  'recheck',
  'dispute',
  'reopen',
  'withdraw',
  'withdraw',
  'begin',
  'release',
  'wait',
  'resume',
  'plan',
  'add evidence',
  'change evidence',
  'remove evidence',
  'move',
  'mark',
  'ask',
  'settle',
  'settle',
  'delete',
] as const;

export const doings: fc.Arbitrary<readonly Doing[]> = fc.array(
  fc.record({
    who: fc.constantFrom(...(Object.keys(people) as (keyof typeof people)[])), // the record's own keys
    what: fc.constantFrom(...kinds),
    dice: fc.nat({ max: 999 }),
    isApt: fc.integer({ min: 0, max: 3 }).map((number) => number > 0),
    isLate: fc.integer({ min: 0, max: 19 }).map((number) => number === 0),
  }),
  { maxLength: 60, size: 'max' },
);

/** Who does it. */
export function actorOf({ who, what, isApt }: Doing, state: ArticleState): Actor {
  const act = checkActs.find((name) => name === what);
  if (!isApt || act === undefined) return people[who];
  const apt = Object.values(people).filter(
    (person) => refusalOfAct(act, person, theClaim(state)) === undefined,
  );
  return apt[Object.keys(people).indexOf(who) % Math.max(1, apt.length)] ?? people[who];
}

const passages = [
  { start: 4, end: 30 },
  { start: 0, end: 30 },
  { start: 0, end: 31 },
];

/** The command that a doing comes to in a state; `number` makes new things and their words its own. */
export function wishOf({ what, dice, isLate }: Doing, state: ArticleState, number: number): Wish | undefined {
  const { check, evidence, threads, version: annotationVersion } = theClaim(state);
  const version = isLate ? check.version + 1 : check.version;
  const on = { annotationId, version };
  const reason = `Because ${number}.`;
  const piece = evidence[dice % Math.max(1, evidence.length)];
  switch (what) {
    case 'propose':
      return { type: 'check.propose', ...on, fields: proposed(dice, `secret ${number};`) };
    case 'join':
      return { type: 'check.join', ...on, fields: proposed(dice, `secret ${number};`) };
    case 'review': {
      const { outcome, verdict, suggestedWording } = proposed(dice, '');
      const fields = { outcome, verdict, suggestedWording, note: dice % 3 === 0 ? '' : reason };
      return { type: 'check.review', ...on, secondCheckId: idOf(2_000 + number), fields };
    }
    case 'decide': {
      const side = check.secondChecks[dice % Math.max(1, check.secondChecks.length)];
      const upholds = dice % 2 === 0 || side === undefined || !('id' in side) ? 'proposal' : side.id;
      return { type: 'check.decide', ...on, upholds, note: reason };
    }
    case 'dispute':
    case 'reopen':
    case 'withdraw':
      return { type: `check.${what}`, ...on, reason };
    case 'wait':
      return { type: 'check.wait', ...on, on: 'source', reason };
    case 'plan': {
      const flags = riskFlags.filter((_, index) => (dice >> index) % 2 === 1);
      const changes = dice % 2 === 0 ? { riskFlags: flags } : { assigneeId: people.tom.userId };
      return { type: 'check.plan', ...on, changes };
    }
    case 'sign_off':
    case 'recheck':
    case 'begin':
    case 'release':
    case 'resume':
      return { type: `check.${what}`, ...on };
    case 'add evidence': {
      const { id: _i, authorId: _a, createdAt: _c, changedAt: _h, version: _v, ...fields } = budget;
      const title = `Budget ${dice}`;
      return {
        type: 'evidence.create',
        annotationId,
        evidenceId: idOf(3_000 + number),
        fields: { ...fields, ...noDepth, title },
      };
    }
    case 'change evidence':
      return (
        piece && {
          type: 'evidence.change',
          annotationId,
          evidenceId: piece.id,
          version: piece.version,
          changes: { stance: dice % 2 === 0 ? 'supports' : 'refutes' },
        }
      );
    case 'remove evidence':
      return piece && { type: 'evidence.delete', annotationId, evidenceId: piece.id, version: piece.version };
    case 'move':
    case 'mark': {
      const passage = passages[dice % passages.length];
      const mark = dice % 24 === 0 ? 'opinion' : dice % 2 === 0 ? 'sourced_fact' : 'claim';
      const changes = what === 'mark' ? { mark } : { passage };
      return { type: 'annotation.change', annotationId, version: annotationVersion, changes } as Wish; // one of the two is there
    }
    case 'ask':
      return {
        type: 'thread.open',
        annotationId,
        threadId: idOf(4_000 + number),
        replyId: idOf(5_000 + number),
        kind: dice % 4 === 0 ? 'author_query' : 'discussion',
        body: plainToRichText('Is it?'),
        mentions: [],
      };
    case 'settle': {
      const open = threads.find(({ resolved }) => resolved === null);
      return open && { type: 'thread.resolve', annotationId, threadId: open.id, version: open.version };
    }
    case 'delete':
      return { type: 'annotation.delete', annotationId, version: annotationVersion };
  }
}

/** Few outcomes and ratings, so that two people agree often enough; half of what needs words has none. */
function proposed(dice: number, rationale: string): ProposalFields {
  const outcome = dice % 10 < 8 ? 'confirmed' : (outcomes[dice % outcomes.length] ?? 'confirmed');
  const words = dice % 2 === 0 ? 'The port will cost 421 million.' : null;
  return {
    outcome,
    verdict: dice % 17 === 0 ? null : rating(outcome === 'confirmed' ? 'true' : 'false'),
    suggestedWording: outcome === 'confirmed' ? null : words,
    refusal: dice % 11 === 0 ? 'The editor keeps it.' : null,
    onAuthorReason: words,
    tried: words,
    rationale,
    confidence: null,
    confidenceReason: null,
  };
}
