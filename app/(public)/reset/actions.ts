'use server';

import { formAction } from '@/lib/server/form';
import { resetPassword, resetSchema } from '@/lib/server/team/reset-password';
import { limitVisitor } from '@/lib/server/visitor';

export const resetAction = formAction(resetSchema, async (given) => {
  await limitVisitor();
  return await resetPassword(given);
});
