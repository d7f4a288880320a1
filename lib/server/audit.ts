import 'server-only';
import { canonicalJson, sha256 } from '@/lib/db/canonical';
import type { Transaction } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { channels } from './realtime/listen';

/** Everything that the record of a team tells besides the articles' own records. */
export type AuditType =
  | 'team.created'
  | 'team.renamed'
  | 'team.second_factor_rule_changed'
  | 'team.admiralty_code_changed'
  | 'team.blind_second_check_changed'
  | 'team.recheck_changed'
  | 'team.scale_chosen'
  | 'scale.created'
  | 'scale.changed'
  | 'scale.archived'
  | 'scale.restored'
  | 'contact.created'
  | 'contact.changed'
  | 'source.created'
  | 'source.changed'
  | 'invitation.created'
  | 'invitation.withdrawn'
  | 'member.joined'
  | 'member.role_changed'
  | 'member.renamed'
  | 'member.beat_changed'
  | 'member.disabled'
  | 'member.enabled'
  | 'session.started'
  | 'session.ended'
  | 'password.changed'
  | 'password.reset_linked'
  | 'password.reset'
  | 'second_factor.set_up'
  | 'second_factor.removed'
  | 'second_factor.recovery_code_used'
  | 'second_factor.codes_renewed'
  | 'token.created'
  | 'token.revoked'
  | 'annotations.brought_in'
  | 'report.exported'
  | 'export.asked'
  | 'export.stopped'
  | 'report.published'
  | 'report.withdrawn'
  | 'report.corrected'
  | 'report.version_taken_away'
  | 'share_link.created'
  | 'webhook.created'
  | 'webhook.removed'
  | 'share_link.revoked'
  | 'evidence.captured'
  | 'article.erased'
  | 'claims.snoozed'
  | 'claims.woken'
  | 'report_preset.created'
  | 'report_preset.changed'
  | 'report_preset.deleted'
  | 'saved_view.created'
  | 'saved_view.changed'
  | 'saved_view.deleted';

/** One entry: ids and small facts in `body`, never texts, tokens or addresses. `actorId` null: the operator. */
export type AuditEntry = {
  readonly teamId: string;
  readonly actorId: string | null;
  readonly type: AuditType;
  readonly body: Prisma.InputJsonObject;
};

/**
 * Appends to the team's record inside the transaction of the change that it tells of. Locks the team until
 * the commit, so that entries are gapless and each is hashed together with the one before.
 */
export async function audit(tx: Transaction, entry: AuditEntry): Promise<void> {
  const at = new Date();
  const team = await tx.team.update({
    where: { id: entry.teamId },
    data: { auditSeq: { increment: 1 } },
    select: { auditSeq: true, auditHash: true },
  });
  const line = { ...entry, seq: team.auditSeq, at, previousHash: team.auditHash };
  const hash = hashAuditEntry({ ...line, at: at.toISOString() });
  await tx.auditEvent.create({ data: { ...line, hash } });
  await tx.team.update({ where: { id: entry.teamId }, data: { auditHash: hash } });
  if (changesRules.has(entry.type)) await tx.$executeRaw`SELECT pg_notify(${channels.team}, ${entry.teamId})`;
}

/** After these, pages that are open ask anew how their team checks and who is in it. */
const changesRules: ReadonlySet<AuditType> = new Set<AuditType>([
  'team.admiralty_code_changed',
  'team.blind_second_check_changed',
  'team.scale_chosen',
  'scale.created',
  'scale.changed',
  'scale.archived',
  'scale.restored',
  'member.joined',
  'member.role_changed',
  'member.renamed',
  'member.disabled',
  'member.enabled',
]);

/** SHA-256 in hex over an entry's fields, one per line, the body as canonical JSON. `previousHash` is empty for the first. */
export function hashAuditEntry(line: {
  readonly previousHash: string;
  readonly seq: number;
  readonly actorId: string | null;
  readonly at: string;
  readonly type: string;
  readonly body: unknown;
}): string {
  const { previousHash, seq, actorId, at, type, body } = line;
  return sha256([previousHash, seq, actorId ?? '', at, type, canonicalJson(body)].join('\n'));
}
