'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { requireActor, requireSession } from '@/lib/server/access';
import { formAction } from '@/lib/server/form';
import { changeNotificationSettings, notificationFormSchema } from '@/lib/server/inbox/notification-settings';
import { qrCodeAddress } from '@/lib/server/qr-code';
import { revokeApiToken } from '@/lib/server/team/api-tokens';
import { beginSecondFactor, beginSecondFactorSchema } from '@/lib/server/team/begin-second-factor';
import { changeName, nameSchema } from '@/lib/server/team/change-name';
import { changePassword, changePasswordSchema } from '@/lib/server/team/change-password';
import { confirmSecondFactor, confirmSecondFactorSchema } from '@/lib/server/team/confirm-second-factor';
import { createApiToken, tokenFormSchema } from '@/lib/server/team/create-api-token';
import { endSession } from '@/lib/server/team/end-sessions';
import { passwordAndCodeSchema, removeSecondFactor } from '@/lib/server/team/remove-second-factor';
import { renewRecoveryCodes } from '@/lib/server/team/renew-recovery-codes';
import { switchTeam } from '@/lib/server/team/switch-team';
import { visitorAddress } from '@/lib/server/visitor';

export const changeNameAction = formAction(nameSchema, async ({ name }): Promise<undefined> => {
  await changeName(await requireActor(), name);
  revalidatePath('/', 'layout');
});

export const changeNotificationsAction = formAction(
  notificationFormSchema,
  async (settings): Promise<undefined> => {
    await changeNotificationSettings(await requireActor(), settings);
    revalidatePath('/account');
  },
);

export const changePasswordAction = formAction(changePasswordSchema, async (given): Promise<undefined> => {
  await changePassword(await requireSession(), given, await visitorAddress());
  revalidatePath('/account');
});

export const beginSecondFactorAction = formAction(beginSecondFactorSchema, async (given) => {
  const session = await requireSession({ beforeSecondFactor: true });
  const { secret, uri } = await beginSecondFactor(session, given, await visitorAddress());
  return { secret, qrCode: await qrCodeAddress(uri) };
});

export const confirmSecondFactorAction = formAction(confirmSecondFactorSchema, async (given) => {
  const codes = await confirmSecondFactor(await requireSession({ beforeSecondFactor: true }), given);
  revalidatePath('/', 'layout');
  return codes;
});

export const renewRecoveryCodesAction = formAction(passwordAndCodeSchema, async (given) => {
  const codes = await renewRecoveryCodes(await requireSession(), given, await visitorAddress());
  revalidatePath('/account');
  return codes;
});

export const removeSecondFactorAction = formAction(
  passwordAndCodeSchema,
  async (given): Promise<undefined> => {
    await removeSecondFactor(await requireSession(), given, await visitorAddress());
    revalidatePath('/account');
  },
);

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

export const createTokenAction = formAction(tokenFormSchema, async (given) => {
  const token = await createApiToken(await requireActor(), given);
  revalidatePath('/account');
  return token;
});

export const revokeTokenAction = formAction(
  z.strictObject({ tokenId: idSchema }),
  async ({ tokenId }): Promise<undefined> => {
    await revokeApiToken(await requireActor(), tokenId);
    revalidatePath('/account');
  },
);
