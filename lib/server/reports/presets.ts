import 'server-only';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import {
  mostReportPresets,
  type ReportPreset,
  reportPresetBodySchema,
} from '@/lib/domain/report/report-preset';
import { audit } from '../audit';

/** The presets of reports that the team keeps, by name. */
export async function findReportPresets(actor: Actor): Promise<readonly ReportPreset[]> {
  ensureCan(actor, 'report.export');
  const rows = await db.reportPreset.findMany({
    where: { teamId: actor.teamId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: mostReportPresets,
  });
  return rows.flatMap(({ id, name, arrangement }) => {
    // What a later Galley has taken away from arrangements cannot be chosen any more.
    const kept = reportPresetBodySchema.safeParse({ name, arrangement });
    return kept.success ? [{ id, ...kept.data }] : [];
  });
}

/** Keeps choices under the id that their maker gave them: new ones, or another name or other choices for kept ones. */
export async function saveReportPreset(actor: Actor, { id, name, arrangement }: ReportPreset): Promise<void> {
  ensureCan(actor, 'report.save_preset');
  const { teamId, userId } = actor;
  await inTransaction(db, async (tx) => {
    const before = await tx.reportPreset.findUnique({ where: { id } });
    if (before !== null && before.teamId !== teamId) throw notFound('preset');
    if (before === null && (await tx.reportPreset.count({ where: { teamId } })) >= mostReportPresets)
      throw new DomainError(
        'INVALID',
        `The team keeps ${mostReportPresets} presets already. Delete one first.`,
      );
    const data = { name, arrangement };
    await tx.reportPreset.upsert({
      where: { id },
      create: { id, teamId, createdById: userId, ...data },
      update: data,
    });
    const type = before === null ? 'report_preset.created' : 'report_preset.changed';
    await audit(tx, { teamId, actorId: userId, type, body: { presetId: id } });
  });
}

/** Forgets a preset of the team. Forgetting one that is not there changes nothing. */
export async function deleteReportPreset(actor: Actor, id: string): Promise<void> {
  ensureCan(actor, 'report.save_preset');
  const { teamId, userId } = actor;
  await inTransaction(db, async (tx) => {
    const { count } = await tx.reportPreset.deleteMany({ where: { id, teamId } });
    if (count > 0)
      await audit(tx, { teamId, actorId: userId, type: 'report_preset.deleted', body: { presetId: id } });
  });
}
