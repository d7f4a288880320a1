import 'server-only';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { toScale } from '@/lib/db/rows';
import { readBlindness } from '@/lib/db/team-rules';
import type { Actor } from '@/lib/domain/actor';
import { ensureCan } from '@/lib/domain/policy';
import { plainRules, type ScaleLine } from '@/lib/domain/team-rules';
import type { VerdictScale } from '@/lib/domain/verdict';

/** How a team checks, as its page shows it. */
export type CheckRules = { readonly isBlind: boolean; readonly scales: readonly ScaleLine[] };

/** At most this many own scales, archived ones included. */
export const mostScales = 50;

/** How the actor's team checks: its own scales by name, the archived ones last, after them Galley's presets. */
export async function findCheckRules(actor: Actor): Promise<CheckRules> {
  ensureCan(actor, 'team.read');
  const { teamId } = actor;
  const { scaleId } = await db.team.findUniqueOrThrow({ where: { id: teamId }, select: { scaleId: true } });
  const { blindSecondCheck } = await readBlindness(db, teamId);
  const own = await db.$queryRaw<Prisma.VerdictScaleModel[]>`
    SELECT * FROM (
      SELECT DISTINCT ON ("id") * FROM "VerdictScale" WHERE "teamId" = ${teamId}::uuid ORDER BY "id", "version" DESC
    ) s ORDER BY s."archivedAt" IS NOT NULL, lower(s."name"), s."id" LIMIT ${mostScales}`;
  const chosen = scaleId ?? plainRules.scales[0]?.id;
  const line = (scale: VerdictScale, isPreset: boolean, isArchived: boolean): ScaleLine => ({
    ...scale,
    isPreset,
    isArchived,
    isChosen: scale.id === chosen,
  });
  return {
    isBlind: blindSecondCheck,
    scales: [
      ...own.map((row) => line(toScale(row), false, row.archivedAt !== null)),
      ...plainRules.scales.map((scale) => line(scale, true, false)),
    ],
  };
}
