import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import type { ProposalFields } from '@/lib/domain/check';
import { type Evidence, evidenceFieldsOf } from '@/lib/domain/evidence';
import { presetScale } from '@/lib/domain/team-rules';
import { plainProposal } from '@/lib/domain/testing/plain-proposal';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { desk, refusal } from '../testing/commands';
import { findClaimMatches } from './find-claim-matches';
import { findEvidenceOrigins } from './find-evidence-origins';

const earlier = 'The port handled 11.4 million tonnes of freight last year.';
const later = 'Last year the port handled 11.4 million tonnes of freight, said the mayor.';
let team: Awaited<ReturnType<typeof makeTeam>>;

beforeEach(async () => {
  team = await makeTeam();
});

it('finds the same claim in other words, the most alike first, and nothing that only shares a word', async () => {
  const old = await claim(team.editor, earlier);
  const almost = await claim(
    team.editor,
    'The port handled 11.4 million tonnes of freight in the last year.',
  );
  await claim(team.editor, 'The freight train to the port was late again and nobody said why.');
  const other = await makeTeam();
  await claim(other.editor, earlier);
  const open = await claim(team.editor, later);
  const matches = await findClaimMatches(team.viewer, open.annotationId);
  expect(matches.map(({ annotationId }) => annotationId).sort()).toEqual(
    [old.annotationId, almost.annotationId].sort(),
  );
  const [first, second] = matches.map(({ likeness }) => likeness);
  expect(first).toBeGreaterThanOrEqual(second ?? 1);
  expect((await findClaimMatches(other.viewer, (await claim(other.editor, later)).annotationId)).length).toBe(
    1,
  );
});

it('finds a claim that is spelled a little differently, without a number or a long word', async () => {
  const old = await claim(team.editor, 'He ran to us all.');
  const open = await claim(team.editor, 'He ran to us al.');
  const [match] = await findClaimMatches(team.viewer, open.annotationId);
  expect(match?.annotationId).toBe(old.annotationId);
});

it('shows at most five, and no opinion, no deleted claim and none of a deleted article', async () => {
  for (let number = 0; number < 6; number += 1) await claim(team.editor, earlier);
  await claim(team.editor, earlier, 'opinion');
  const open = await claim(team.editor, later);
  const seen = await findClaimMatches(team.viewer, open.annotationId);
  expect(seen).toHaveLength(5);
  for (const { articleId } of seen.slice(1)) {
    const { currentRevisionId } = await db.article.findUniqueOrThrow({ where: { id: articleId } });
    await desk(team.editor, articleId, currentRevisionId).run({ type: 'article.delete' });
  }
  const [first] = seen;
  if (first === undefined) throw new Error('Nothing was found.');
  await desk(team.editor, first.articleId, '').run({
    type: 'annotation.delete',
    annotationId: first.annotationId,
    version: 1,
  });
  const left = await findClaimMatches(team.viewer, open.annotationId);
  expect(left).toHaveLength(1);
  expect(left[0]?.annotationId).not.toBe(first.annotationId);
  expect(left[0]?.mark).toBe('claim');
});

it('says outcome and verdict, and seals both for whoever is blind', async () => {
  const old = await claim(team.editor, earlier);
  const scale = presetScale('galley');
  const verdict = { scaleId: scale.id, scaleVersion: scale.version, key: scale.steps[0]?.key ?? '' };
  await desk(team.editor, old.articleId, old.revisionId).run({
    type: 'check.propose',
    annotationId: old.annotationId,
    version: 1,
    fields: { ...confirmed, verdict },
  });
  const open = await claim(team.reviewer, later);
  const seen = async (actor: Actor) => (await findClaimMatches(actor, open.annotationId))[0];
  expect(await seen(team.reviewer)).toMatchObject({
    status: 'proposed',
    outcome: 'confirmed',
    verdict: scale.steps[0]?.label,
    isSealed: false,
  });
  await db.team.update({ where: { id: team.id }, data: { blindSecondCheck: true } });
  expect(await seen(team.reviewer)).toMatchObject({ outcome: null, verdict: null, isSealed: true });
  expect(await seen(team.editor)).toMatchObject({ outcome: 'confirmed', isSealed: false });
});

it('copies evidence with where it comes from, and refuses what is not the team’s', async () => {
  const old = await claim(team.editor, earlier);
  await desk(team.editor, old.articleId, old.revisionId).attach(old.annotationId);
  const open = await claim(team.reviewer, later);
  const [match] = await findClaimMatches(team.reviewer, open.annotationId);
  const [piece] = match?.evidence ?? [];
  if (piece === undefined) throw new Error('The earlier claim has no evidence.');
  const evidenceId = await reuse(team.reviewer, open, piece);
  expect(await findEvidenceOrigins(team.viewer, open.annotationId)).toEqual([
    {
      evidenceId,
      annotationId: old.annotationId,
      articleId: old.articleId,
      articleTitle: 'The harbour grows',
      author: { id: team.editor.userId, name: 'The editor' },
    },
  ]);
  const other = await makeTeam();
  const theirs = await claim(other.editor, later);
  await refusal(reuse(other.editor, theirs, piece), 'INVALID');
  await refusal(findEvidenceOrigins(other.editor, open.annotationId), 'NOT_FOUND');
  await refusal(findClaimMatches(other.editor, open.annotationId), 'NOT_FOUND');
  await desk(team.editor, old.articleId, old.revisionId).run({
    type: 'annotation.delete',
    annotationId: old.annotationId,
    version: 1,
  });
  await refusal(reuse(team.reviewer, open, piece), 'INVALID');
  expect(await findEvidenceOrigins(team.viewer, open.annotationId)).toEqual([]);
});

const confirmed: ProposalFields = { ...plainProposal, rationale: 'As the port says.' };

type Claim = { readonly articleId: string; readonly revisionId: string; readonly annotationId: string };

/** An article of one sentence, with a mark on the whole. */
async function claim(actor: Actor, text: string, mark: 'claim' | 'opinion' = 'claim'): Promise<Claim> {
  const { articleId, revisionId } = await makeArticle(actor, { text });
  const annotationId = await desk(actor, articleId, revisionId).mark(0, text.length, mark);
  return { articleId, revisionId, annotationId };
}

async function reuse(
  actor: Actor,
  { articleId, revisionId, annotationId }: Claim,
  piece: Evidence,
): Promise<string> {
  const evidenceId = randomUUID();
  const fields = { ...evidenceFieldsOf(piece), reusedFromId: piece.id };
  await desk(actor, articleId, revisionId).run({ type: 'evidence.create', annotationId, evidenceId, fields });
  return evidenceId;
}
