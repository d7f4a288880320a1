'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { beatFormSchema } from '@/lib/domain/beat-schema';
import { idSchema } from '@/lib/domain/ids';
import { roleSchema } from '@/lib/domain/team';
import { requireActor } from '@/lib/server/access';
import { queueRechecksNow } from '@/lib/server/captures/queue-rechecks';
import { formAction } from '@/lib/server/form';
import { archiveScale, archiveScaleSchema } from '@/lib/server/team/archive-scale';
import { admiraltyCodeSchema, changeAdmiraltyCode } from '@/lib/server/team/change-admiralty-code';
import { renameTeam, teamNameFormSchema } from '@/lib/server/team/change-name';
import { changeRole } from '@/lib/server/team/change-role';
import { chooseScale, scaleIdSchema } from '@/lib/server/team/choose-scale';
import { createResetLink } from '@/lib/server/team/create-reset-link';
import { disableMember, enableMember } from '@/lib/server/team/disable-member';
import { invitePerson, inviteSchema } from '@/lib/server/team/invite-person';
import { requireOwnerFactor, requireOwnerFactorSchema } from '@/lib/server/team/require-owner-factor';
import { saveScale, saveScaleSchema } from '@/lib/server/team/save-scale';
import { setBeat } from '@/lib/server/team/set-beat';
import { blindSecondCheckSchema, setBlindSecondCheck } from '@/lib/server/team/set-blind-second-check';
import { recheckDaysSchema, setRecheckDays } from '@/lib/server/team/set-recheck-days';
import { withdrawInvitation } from '@/lib/server/team/withdraw-invitation';

const memberSchema = z.strictObject({ userId: idSchema });

export const inviteAction = formAction(inviteSchema, async (given) => {
  const { invitationUrl } = await invitePerson(await requireActor(), given);
  revalidatePath('/team');
  return { email: given.email, invitationUrl };
});

export const withdrawAction = formAction(
  z.strictObject({ invitationId: idSchema }),
  async ({ invitationId }): Promise<undefined> => {
    await withdrawInvitation(await requireActor(), invitationId);
    revalidatePath('/team');
  },
);

export const changeRoleAction = formAction(
  z.strictObject({ userId: idSchema, role: roleSchema }),
  async ({ userId, role }): Promise<undefined> => {
    await changeRole(await requireActor(), userId, role);
    revalidatePath('/team');
  },
);

export const setBeatAction = formAction(beatFormSchema, async ({ userId, beat }): Promise<undefined> => {
  await setBeat(await requireActor(), userId, beat);
  revalidatePath('/team');
});

export const disableAction = formAction(memberSchema, async ({ userId }): Promise<undefined> => {
  await disableMember(await requireActor(), userId);
  revalidatePath('/team');
});

export const enableAction = formAction(memberSchema, async ({ userId }): Promise<undefined> => {
  await enableMember(await requireActor(), userId);
  revalidatePath('/team');
});

export const resetLinkAction = formAction(memberSchema, async ({ userId }) => {
  return await createResetLink(await requireActor(), userId);
});

export const renameTeamAction = formAction(teamNameFormSchema, async ({ name }): Promise<undefined> => {
  await renameTeam(await requireActor(), name);
  revalidatePath('/', 'layout');
});

export const admiraltyCodeAction = formAction(admiraltyCodeSchema, async ({ isUsed }): Promise<undefined> => {
  await changeAdmiraltyCode(await requireActor(), isUsed);
  revalidatePath('/team');
});

export const recheckDaysAction = formAction(recheckDaysSchema, async ({ days }): Promise<undefined> => {
  await setRecheckDays(await requireActor(), days);
  if (days !== null) queueRechecksNow();
  revalidatePath('/team');
});

export const requireOwnerFactorAction = formAction(
  requireOwnerFactorSchema,
  async ({ isRequired }): Promise<undefined> => {
    await requireOwnerFactor(await requireActor(), isRequired);
    revalidatePath('/team');
  },
);

export const blindSecondCheckAction = formAction(
  blindSecondCheckSchema,
  async ({ isBlind }): Promise<undefined> => {
    await setBlindSecondCheck(await requireActor(), isBlind);
    revalidatePath('/team');
  },
);

export const saveScaleAction = formAction(saveScaleSchema, async ({ scale }): Promise<undefined> => {
  await saveScale(await requireActor(), scale);
  revalidatePath('/team');
});

export const chooseScaleAction = formAction(scaleIdSchema, async ({ scaleId }): Promise<undefined> => {
  await chooseScale(await requireActor(), scaleId);
  revalidatePath('/team');
});

export const archiveScaleAction = formAction(archiveScaleSchema, async (given): Promise<undefined> => {
  await archiveScale(await requireActor(), given);
  revalidatePath('/team');
});
