import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { makeTeam } from '@/prisma/builders/team';
import { audit, hashAuditEntry } from './audit';

test('entries of many writers at once are gapless and each carries the hash of the one before', async () => {
  const { owner } = await makeTeam();
  const { teamId, userId: actorId } = owner;
  const write = (index: number) =>
    inTransaction(db, (tx) =>
      audit(tx, { teamId, actorId, type: 'report.exported', body: { index, b: 1, a: [2] } }),
    );
  await Promise.all(Array.from({ length: 20 }, (_, index) => write(index)));
  const entries = await db.auditEvent.findMany({ where: { teamId }, orderBy: { seq: 'asc' } });
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  let previousHash = '';
  for (const entry of entries) {
    expect(entry.previousHash).toBe(previousHash);
    expect(entry.hash).toBe(hashAuditEntry({ ...entry, at: entry.at.toISOString() }));
    previousHash = entry.hash;
  }
});

test('an entry leaves no trace when its change fails', async () => {
  const { owner } = await makeTeam();
  const failing = inTransaction(db, async (tx) => {
    await audit(tx, { teamId: owner.teamId, actorId: owner.userId, type: 'team.renamed', body: {} });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await db.auditEvent.count({ where: { teamId: owner.teamId } })).toBe(0);
  expect((await db.team.findUniqueOrThrow({ where: { id: owner.teamId } })).auditSeq).toBe(0);
});

test('the database refuses to change or remove an entry', async () => {
  const { owner } = await makeTeam();
  const { teamId, userId: actorId } = owner;
  await inTransaction(db, (tx) => audit(tx, { teamId, actorId, type: 'team.renamed', body: {} }));
  await expect(db.auditEvent.updateMany({ where: { teamId }, data: { type: 'x' } })).rejects.toThrow(
    'append-only',
  );
  await expect(db.auditEvent.deleteMany({ where: { teamId } })).rejects.toThrow('append-only');
});
