import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { recheckIntervals } from '@/lib/domain/capture';
import { idSchema } from '@/lib/domain/ids';
import { ensureCan } from '@/lib/domain/policy';
import { plainRules } from '@/lib/domain/team-rules';
import type { teamRulesShape } from '../api/team-shapes';
import { changeAdmiraltyCode, usesAdmiraltyCode } from './change-admiralty-code';
import { chooseScale } from './choose-scale';
import { findCheckRules } from './find-check-rules';
import { isOwnerFactorRequired, requireOwnerFactor } from './require-owner-factor';
import { setBlindSecondCheck } from './set-blind-second-check';
import { getRecheckDays, setRecheckDays } from './set-recheck-days';

/** What of its rules a team may change; what is absent stays. */
export const teamRulesBody = z
  .strictObject({
    ownersNeedSecondFactor: z.boolean().optional(),
    scaleId: idSchema.optional(),
    isBlind: z.boolean().optional(),
    usesAdmiraltyCode: z.boolean().optional(),
    recheckDays: z.literal(recheckIntervals).nullable().optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, 'Say what is to change.');

/** How the actor's team checks. */
export async function getAllTeamRules(actor: Actor): Promise<z.input<typeof teamRulesShape>> {
  ensureCan(actor, 'team.read');
  const [{ isBlind, scales }, isUsed, recheckDays, ownersNeedSecondFactor] = await Promise.all([
    findCheckRules(actor),
    usesAdmiraltyCode(actor),
    getRecheckDays(actor),
    isOwnerFactorRequired(actor),
  ]);
  const scaleId = scales.find(({ isChosen }) => isChosen)?.id ?? plainRules.scales[0]?.id;
  if (scaleId === undefined) throw new Error('A team rates on a scale, and Galley brings some.');
  return { isBlind, usesAdmiraltyCode: isUsed, recheckDays, scaleId, ownersNeedSecondFactor };
}

/**
 * Changes some of the rules of the actor's team, all of them or none. Owners only. FORBIDDEN for whoever would shut
 * themselves out, NOT_FOUND and INVALID for the scale.
 */
export async function changeTeamRules(
  actor: Actor,
  changes: z.output<typeof teamRulesBody>,
): Promise<z.input<typeof teamRulesShape>> {
  ensureCan(actor, 'team.change_rules');
  const { ownersNeedSecondFactor, scaleId, isBlind, usesAdmiraltyCode: isUsed, recheckDays } = changes;
  await inTransaction(db, async (tx) => {
    if (ownersNeedSecondFactor !== undefined) await requireOwnerFactor(actor, ownersNeedSecondFactor, tx);
    if (isBlind !== undefined) await setBlindSecondCheck(actor, isBlind, tx);
    if (isUsed !== undefined) await changeAdmiraltyCode(actor, isUsed, tx);
    if (recheckDays !== undefined) await setRecheckDays(actor, recheckDays, tx);
    if (scaleId !== undefined) await chooseScale(actor, scaleId, tx);
  });
  return getAllTeamRules(actor);
}
