import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/domain/actor';
import type { CheckPlan, Outcome } from '@/lib/domain/check';
import { noDepth } from '@/lib/domain/no-depth';
import { plainProposal } from '@/lib/domain/testing/plain-proposal';
import { act, stateOf } from './articles';

/** What a command about a check names: the annotation, and the version that its check has now. */
async function at(actor: Actor, articleId: string, annotationId: string) {
  const { annotations } = await stateOf(actor, articleId);
  const check = annotations[annotationId]?.check;
  if (check === undefined) throw new Error('The claim is not in the article.');
  return { annotationId, version: check.version };
}

/** Plans the check of a claim. */
export async function planCheck(
  actor: Actor,
  articleId: string,
  annotationId: string,
  { riskFlags, ...changes }: Partial<CheckPlan>,
): Promise<void> {
  await act(actor, articleId, {
    type: 'check.plan',
    ...(await at(actor, articleId, annotationId)),
    changes: { ...changes, ...(riskFlags && { riskFlags: [...riskFlags] }) },
  });
}

/** Lets a claim wait for somebody. */
export async function waitFor(
  actor: Actor,
  articleId: string,
  annotationId: string,
  on: 'source' | 'author' | 'reply',
): Promise<void> {
  const named = await at(actor, articleId, annotationId);
  await act(actor, articleId, { type: 'check.wait', ...named, on, reason: 'They call back.' });
}

/** Proposes an outcome without a verdict. */
export async function proposeOutcome(
  actor: Actor,
  articleId: string,
  annotationId: string,
  outcome: Outcome = 'confirmed',
): Promise<void> {
  await act(actor, articleId, {
    type: 'check.propose',
    ...(await at(actor, articleId, annotationId)),
    fields: {
      ...plainProposal,
      outcome,
      rationale: 'As the annual report says.',
    },
  });
}

/** Records a second check. */
export async function reviewOutcome(
  actor: Actor,
  articleId: string,
  annotationId: string,
  outcome: Outcome = 'confirmed',
): Promise<void> {
  await act(actor, articleId, {
    type: 'check.review',
    ...(await at(actor, articleId, annotationId)),
    secondCheckId: randomUUID(),
    fields: { outcome, verdict: null, note: '', suggestedWording: null },
  });
}

/** Signs a claim off. */
export async function signOffClaim(actor: Actor, articleId: string, annotationId: string): Promise<void> {
  await act(actor, articleId, { type: 'check.sign_off', ...(await at(actor, articleId, annotationId)) });
}

/** Attaches evidence with a title, and where it matters with an address and a quote. */
export async function attachEvidence(
  actor: Actor,
  articleId: string,
  annotationId: string,
  title: string,
  where: { readonly address: string; readonly quote: string } | undefined = undefined,
): Promise<void> {
  await act(actor, articleId, {
    type: 'evidence.create',
    annotationId,
    evidenceId: randomUUID(),
    fields: {
      type: 'dataset',
      tier: 'primary',
      stance: 'supports',
      title,
      address: where?.address ?? null,
      quote: where?.quote ?? null,
      locator: 'row 12',
      accessedOn: '2026-03-14',
      ...noDepth,
    },
  });
}
