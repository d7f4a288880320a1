import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import { type Check, openProposal, type ProposalFields } from '@/lib/domain/check';
import type { CheckEventBody } from '@/lib/domain/events';
import { type CheckAct, refusalOfAct } from '@/lib/domain/laws/check-laws';
import type { NoInverse } from './inverse';
import type { Proposal } from './proposal';
import { stillHas } from './still-has';

/**
 * The command that takes a step of a check back, where the laws have one: planning, taking, letting go, waiting, going
 * on, proposing, withdrawing. What others rest on (second checks, disputes, decisions, sign-offs, reopenings) stays in
 * the record. `before` is the check that the step met.
 */
export function takeBackInCheck(
  body: CheckEventBody,
  state: ArticleState,
  actor: Actor,
  before: Check | undefined,
): Proposal | NoInverse {
  const annotation = state.annotations[body.annotationId];
  if (annotation === undefined) return 'gone';
  if (body.type === 'check.planned') return planBack(annotation, body);
  const inverse = inverseStep(body, annotation, actor, before);
  if (inverse === undefined) return 'recorded';
  // Others have taken or concluded something since, or the laws forbid it by now. Plans do not stand in the way.
  const isAsMade = standingOf(annotation.check) === standingOf(body.check);
  return isAsMade && refusalOfAct(inverse.act, actor, annotation) === undefined
    ? inverse.proposal
    : 'changed';
}

type Inverse = { readonly act: CheckAct; readonly proposal: Proposal };

function inverseStep(
  { type, check }: CheckEventBody,
  { id: annotationId, check: { version } }: Annotation,
  actor: Actor,
  before: Check | undefined,
): Inverse | undefined {
  const about = { annotationId, version };
  switch (type) {
    case 'check.begun':
      // Whoever has taken it from somebody cannot give it back for them.
      return before?.holder ? undefined : { act: 'release', proposal: { type: 'check.release', ...about } };
    case 'check.released':
      return { act: 'begin', proposal: { type: 'check.begin', ...about } };
    case 'check.waiting':
      return { act: 'resume', proposal: { type: 'check.resume', ...about } };
    case 'check.resumed': {
      if (!before?.waiting) return undefined;
      const { on, reason } = before.waiting;
      return { act: 'wait', proposal: { type: 'check.wait', ...about, on, reason } };
    }
    case 'check.proposed':
      // Of a merged one, another’s words would go as well.
      if (openProposal(check)?.joined !== undefined) return undefined;
      return { act: 'withdraw', proposal: { type: 'check.withdraw', ...about, reason: takenBack } };
    case 'check.withdrawn': {
      const fields = before && ownProposal(before, actor);
      return fields && { act: 'propose', proposal: { type: 'check.propose', ...about, fields } };
    }
    default:
      return undefined;
  }
}

/** What stands as the reason where a proposal is undone. */
const takenBack = 'Taken back.';

/** What an actor had proposed, to be proposed again; nobody proposes in another's name. */
function ownProposal(check: Check, actor: Actor): ProposalFields | undefined {
  const proposal = openProposal(check);
  if (proposal === undefined || proposal.byId !== actor.userId) return undefined;
  const {
    byId: _byId,
    at: _at,
    revisionId: _revision,
    first: _first,
    joined: _joined,
    seenBy: _seenBy,
    verdict,
    ...fields
  } = proposal;
  if (verdict === null) return { ...fields, verdict };
  const { scaleId, scaleVersion, key } = verdict;
  return { ...fields, verdict: { scaleId, scaleVersion, key } };
}

/** Who stands where in a check. Times do not count: the server gives its own. */
function standingOf({ status, holder, waiting, proposal, secondChecks, decision }: Check): string {
  return JSON.stringify([
    status,
    holder?.byId ?? null,
    waiting?.byId ?? null,
    proposal?.byId ?? null,
    secondChecks.length,
    decision?.byId ?? null,
  ]);
}

function planBack(
  { id: annotationId, check: now }: Annotation,
  { check, before }: CheckEventBody,
): Proposal | NoInverse {
  const fields = Object.entries(before ?? {});
  if (fields.length === 0) return 'never';
  const planned = new Map<string, unknown>(Object.entries(check.plan));
  const isUntouched = stillHas(
    now.plan,
    Object.fromEntries(fields.map(([field]) => [field, planned.get(field)])),
  );
  return isUntouched
    ? { type: 'check.plan', annotationId, version: now.version, changes: { ...before } }
    : 'changed';
}
