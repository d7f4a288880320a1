import 'server-only';
import type { Transaction } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';

/** The latest version of a scale of the actor's team. Throws NOT_FOUND for another team's and for a preset. */
export async function getOwnScale(
  tx: Transaction,
  { teamId }: Actor,
  id: string,
): Promise<Prisma.VerdictScaleModel> {
  const row = await tx.verdictScale.findFirst({ where: { id, teamId }, orderBy: { version: 'desc' } });
  if (row === null) throw notFound('scale');
  return row;
}

/** Lets one change of a team's scales happen at a time. */
export async function lockScales(tx: Transaction, { teamId }: Actor): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Team" WHERE "id" = ${teamId}::uuid FOR UPDATE`;
}
