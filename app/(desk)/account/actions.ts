'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { requireActor, requireSession } from '@/lib/server/access';
import { formAction } from '@/lib/server/form';
import { revokeApiToken } from '@/lib/server/team/api-tokens';
import { changeName, nameSchema } from '@/lib/server/team/change-name';
import { changePassword, changePasswordSchema } from '@/lib/server/team/change-password';
import { endSession } from '@/lib/server/team/end-sessions';
import { switchTeam } from '@/lib/server/team/switch-team';
import { visitorAddress } from '@/lib/server/visitor';

export const changeNameAction = formAction(nameSchema, async ({ name }): Promise<undefined> => {
  await changeName(await requireActor(), name);
  revalidatePath('/', 'layout');
});

export const changePasswordAction = formAction(changePasswordSchema, async (given): Promise<undefined> => {
  await changePassword(await requireSession(), given, await visitorAddress());
  revalidatePath('/account');
});

export const endSessionAction = formAction(
  z.strictObject({ sessionId: idSchema }),
  async ({ sessionId }): Promise<undefined> => {
    await endSession(await requireActor(), sessionId);
    revalidatePath('/account');
  },
);

export const switchTeamAction = formAction(
  z.strictObject({ teamId: idSchema }),
  async ({ teamId }): Promise<undefined> => {
    await switchTeam(await requireSession(), teamId);
    revalidatePath('/', 'layout');
  },
);

export const revokeTokenAction = formAction(
  z.strictObject({ tokenId: idSchema }),
  async ({ tokenId }): Promise<undefined> => {
    await revokeApiToken(await requireActor(), tokenId);
    revalidatePath('/account');
  },
);
