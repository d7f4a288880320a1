import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { db, type Transaction } from '@/lib/db/client';
import { toScale } from '@/lib/db/rows';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { type ScaleToSave, scaleToSaveSchema } from '@/lib/domain/scale-draft';
import { plainRules } from '@/lib/domain/team-rules';
import type { ScaleFields, VerdictScale } from '@/lib/domain/verdict';
import { audit } from '../audit';
import { mostScales } from './find-check-rules';
import { getOwnScale, lockScales } from './own-scale';

/** A form sends the scale as one field of JSON. */
export const saveScaleSchema = z.strictObject({
  scale: z
    .string()
    .transform((json, context) => {
      try {
        return JSON.parse(json) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'The scale did not arrive whole. Send it again.' });
        return z.NEVER;
      }
    })
    .pipe(scaleToSaveSchema),
});

/**
 * Makes a scale of the actor's team, or a new version of one: a version once written is never changed, so verdicts
 * given on it keep their words. Owners only. STALE when somebody has changed it since, INVALID for a name that
 * another scale has, NOT_FOUND for another team's scale. A change without a difference makes no version.
 */
export async function saveScale(
  actor: Actor,
  { scaleId, version, scale }: ScaleToSave,
): Promise<VerdictScale> {
  ensureCan(actor, 'team.change_rules');
  return inTransaction(db, async (tx) => {
    await lockScales(tx, actor);
    await ensureOwnName(tx, actor, scale.name, scaleId);
    return scaleId === null
      ? makeScale(tx, actor, scale)
      : changeScale(tx, actor, { scaleId, version, scale });
  });
}

async function makeScale(tx: Transaction, actor: Actor, fields: ScaleFields): Promise<VerdictScale> {
  const { teamId } = actor;
  const own = await tx.verdictScale.findMany({ where: { teamId }, distinct: ['id'], select: { id: true } });
  if (own.length >= mostScales)
    throw new DomainError(
      'INVALID',
      `A team has at most ${mostScales} scales of its own. Change one of them.`,
    );
  return writeVersion(tx, actor, { id: randomUUID(), version: 1, fields });
}

async function changeScale(
  tx: Transaction,
  actor: Actor,
  { scaleId, version, scale }: ScaleToSave & { readonly scaleId: string },
): Promise<VerdictScale> {
  const row = await getOwnScale(tx, actor, scaleId);
  const present = toScale(row);
  if (version !== row.version)
    throw new DomainError(
      'STALE',
      'Somebody else has changed this scale meanwhile. Look at the new one first.',
      {
        current: present,
      },
    );
  if (row.archivedAt !== null)
    throw new DomainError('INVALID', 'This scale is archived. Bring it back before you change it.');
  if (contentOf(present) === contentOf(scale)) return present;
  return writeVersion(tx, actor, { id: scaleId, version: row.version + 1, fields: scale });
}

async function writeVersion(
  tx: Transaction,
  { teamId, userId: actorId }: Actor,
  { id, version, fields }: { readonly id: string; readonly version: number; readonly fields: ScaleFields },
): Promise<VerdictScale> {
  const { name, steps } = fields;
  const row = await tx.verdictScale.create({
    data: { id, version, teamId, name, steps, createdById: actorId },
  });
  const type = version === 1 ? 'scale.created' : 'scale.changed';
  await audit(tx, { teamId, actorId, type, body: { scaleId: id, version } });
  return toScale(row);
}

async function ensureOwnName(
  tx: Transaction,
  { teamId }: Actor,
  name: string,
  scaleId: string | null,
): Promise<void> {
  const own = await tx.verdictScale.findMany({
    where: { teamId },
    orderBy: [{ id: 'asc' }, { version: 'desc' }],
    distinct: ['id'],
    select: { id: true, name: true },
  });
  const isTaken = [...own, ...plainRules.scales].some(
    (other) => other.id !== scaleId && other.name.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken)
    throw new DomainError('INVALID', `There is a scale called “${name}” already. Choose another name.`);
}

/** Name and steps in one order of fields, whatever order they were kept in. */
function contentOf({ name, steps }: ScaleFields | VerdictScale): string {
  return JSON.stringify([name, steps.map(({ key, label, internal }) => [key, label, internal])]);
}
