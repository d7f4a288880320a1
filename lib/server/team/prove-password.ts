import 'server-only';
import { db } from '@/lib/db/client';
import { DomainError } from '@/lib/domain/errors';
import { isPassword } from '../password';
import type { Session } from '../session';
import { limitTries } from '../sign-in-limit';

/**
 * Throws INVALID, for `field`, unless this is the signed-in person's own password; wrong ones count like those of
 * signing in. Throws TOO_MANY and UNAVAILABLE.
 */
export async function ensureOwnPassword(
  session: Session,
  password: string,
  address: string,
  field: string,
): Promise<void> {
  const where = { id: session.actor.userId };
  const { passwordHash } = await db.user.findUniqueOrThrow({ where, select: { passwordHash: true } });
  const isRight = await limitTries(session.email, address, async () =>
    (await isPassword(password, passwordHash)) ? true : undefined,
  );
  if (isRight === undefined)
    throw new DomainError('INVALID', 'This is not your present password.', { field });
}
