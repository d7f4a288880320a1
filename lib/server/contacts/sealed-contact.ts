import 'server-only';
import { z } from 'zod';
import type { Prisma } from '@/lib/db/generated/client';
import type { Contact, ContactFields } from '@/lib/domain/contact';
import { openSecret, sealSecret } from '../sealed-secret';

const sealedSchema = z.strictObject({ name: z.string(), details: z.string() });

/** Name and details, locked with the instance's key for this contact alone: a look into the database shows neither. */
export function sealContact(id: string, { name, details }: ContactFields): string {
  return sealSecret(JSON.stringify({ name, details }), id);
}

/** The contact in the words of the domain. Says so when it was locked with another key. */
export function openContact(row: Prisma.ContactModel, uses: number): Contact {
  const { id, visibleToIds, createdById, createdAt, version, sealed } = row;
  const opened = openSecret(sealed, id);
  const { name, details } =
    opened === undefined
      ? {
          name: 'Locked with another key',
          details: 'Galley’s secret is not the one that locked this contact.',
        }
      : sealedSchema.parse(JSON.parse(opened));
  return { id, name, details, visibleToIds, createdById, createdAt: createdAt.toISOString(), version, uses };
}
