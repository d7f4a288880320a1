import { randomUUID } from 'node:crypto';
import type { Outcome } from '@/lib/domain/check';
import { noDepth } from '@/lib/domain/no-depth';
import { act } from './articles';
import type { SignInTeam } from './people';

/** Brings an unchecked claim into dispute: proposed by the reviewer, contradicted by the owner. */
export async function makeDisputed(
  { reviewer, owner }: SignInTeam,
  articleId: string,
  annotationId: string,
): Promise<void> {
  await act(reviewer, articleId, {
    type: 'check.propose',
    annotationId,
    version: 1,
    fields: {
      ...concluded('incorrect'),
      suggestedWording: 'other words',
      refusal: null,
      onAuthorReason: null,
      tried: null,
      rationale: 'The yearbook says so.',
      confidence: null,
      confidenceReason: null,
    },
  });
  await act(owner, articleId, {
    type: 'check.review',
    annotationId,
    version: 2,
    secondCheckId: randomUUID(),
    fields: { ...concluded('confirmed'), suggestedWording: null, note: 'Not in my copy.' },
  });
}

/** Has other words for an unchecked claim proposed by the reviewer and confirmed by the owner. */
export async function makeConfirmedWording(
  { reviewer, owner }: SignInTeam,
  articleId: string,
  annotationId: string,
  suggestedWording: string,
): Promise<void> {
  const nothing = {
    refusal: null,
    onAuthorReason: null,
    tried: null,
    confidence: null,
    confidenceReason: null,
  };
  const fields = { ...concluded('confirmed_with_change'), suggestedWording };
  await act(reviewer, articleId, {
    type: 'check.propose',
    annotationId,
    version: 1,
    fields: { ...fields, ...nothing, rationale: 'The yearbook says so.' },
  });
  await act(owner, articleId, {
    type: 'check.review',
    annotationId,
    version: 2,
    secondCheckId: randomUUID(),
    fields: { ...fields, note: 'The same in my copy.' },
  });
}

/** Takes an unchecked claim over dispute and decision to sign-off. */
export async function makeSignedOff(
  team: SignInTeam,
  articleId: string,
  annotationId: string,
): Promise<void> {
  await makeDisputed(team, articleId, annotationId);
  const { editor } = team;
  await act(editor, articleId, {
    type: 'check.decide',
    annotationId,
    version: 3,
    upholds: 'proposal',
    note: 'The yearbook is newer.',
  });
  await act(editor, articleId, { type: 'check.sign_off', annotationId, version: 4 });
}

/** Takes an unchecked claim over sign-off to stale, by new evidence. */
export async function makeStale(team: SignInTeam, articleId: string, annotationId: string): Promise<void> {
  await makeSignedOff(team, articleId, annotationId);
  const { editor } = team;
  await act(editor, articleId, {
    type: 'evidence.create',
    annotationId,
    evidenceId: randomUUID(),
    fields: {
      ...noDepth,
      type: 'dataset',
      tier: 'primary',
      stance: 'refutes',
      title: 'Yearbook',
      address: null,
      quote: null,
      locator: null,
      accessedOn: null,
    },
  });
}

const concluded = (outcome: Outcome) => ({ outcome, verdict: null });
