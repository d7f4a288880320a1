'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { requireSession } from '@/lib/server/access';
import { formAction } from '@/lib/server/form';
import { acceptInvitation, acceptSchema, joinTeam } from '@/lib/server/team/accept-invitation';
import { welcome } from '@/lib/server/team/welcome';
import { limitVisitor } from '@/lib/server/visitor';

export const acceptAction = formAction(acceptSchema, async (given) => {
  await limitVisitor();
  const { email, actor } = await acceptInvitation(given);
  await welcome(actor);
  return { email };
});

export const joinAction = formAction(
  z.strictObject({ token: z.string().max(200) }),
  async ({ token }): Promise<undefined> => {
    await joinTeam(await requireSession(), token);
    redirect('/articles');
  },
);
